import { useState } from "react";
import { useNavigate } from "react-router";
import type { OfferedAction } from "#api/contract/case-detail.ts";
import type { ApiProblem } from "../api-problem.ts";
import { useCaseAction } from "../queries/case-action.ts";
import { usePress } from "../ui/use-press.ts";
import { asksNothing, firstAnswers } from "./answers.ts";

type ActingOn = {
  readonly caseId: string;
  /** Where this case's reply is written. */
  readonly replyPath: string;
  /** Hears in words what was done by an action that asks nothing. */
  readonly onDone: (message: string) => void;
};

type Acting = {
  /** Opens the action's page, asks what it needs, or does it at once. */
  readonly press: (action: OfferedAction) => void;
  /** The action that a dialog asks about now. */
  readonly asked: OfferedAction | undefined;
  readonly stopAsking: () => void;
  /** Why an action that asks nothing was not done. */
  readonly problem: ApiProblem | undefined;
};

/** What the buttons of a case do. */
export function useActions({ caseId, replyPath, onDone }: ActingOn): Acting {
  const navigate = useNavigate();
  const act = useCaseAction(caseId);
  const [asked, setAsked] = useState<OfferedAction>();
  const { press: doAtOnce, problem } = usePress(async ({ type, form }: OfferedAction) => {
    onDone((await act({ ...firstAnswers(form), type })).message);
  });
  const pages = new Map<string, string>([
    ["classify", `/triage/${caseId}`],
    ["save-draft", replyPath],
    ["submit", replyPath],
  ]);
  const press = (action: OfferedAction) => {
    const page = pages.get(action.type);
    if (page !== undefined) void navigate(page);
    else if (asksNothing(action.form)) doAtOnce(action);
    else setAsked(action);
  };
  return { press, asked, stopAsking: () => setAsked(undefined), problem };
}
