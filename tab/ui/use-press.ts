import { useRef, useState } from "react";
import { problemOf, type ApiProblem } from "../api-problem.ts";

/** A button's work: while one press is under way there is no second. */
export type Press<Args extends readonly unknown[]> = {
  readonly press: (...args: Args) => void;
  readonly pressing: boolean;
  /** Why the last press failed. */
  readonly problem: ApiProblem | undefined;
};

/** Does a button's work once per press, and keeps what went wrong to be shown beside it. */
export function usePress<Args extends readonly unknown[]>(
  work: (...args: Args) => Promise<void>,
): Press<Args> {
  // The state comes too late for the second click of a double click.
  const underWay = useRef(false);
  const [pressing, setPressing] = useState(false);
  const [problem, setProblem] = useState<ApiProblem>();

  const run = async (args: Args): Promise<void> => {
    underWay.current = true;
    setPressing(true);
    setProblem(undefined);
    try {
      await work(...args);
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      underWay.current = false;
      setPressing(false);
    }
  };
  const press = (...args: Args) => {
    if (!underWay.current) void run(args);
  };
  return { press, pressing, problem };
}
