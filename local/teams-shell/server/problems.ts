import type { Response } from "express";
import type { z } from "zod";
import type { ShellProblem } from "../api.ts";

/** Refuses a request with a sentence that says what to do. */
export const answerProblem = (response: Response, status: number, message: string): void => {
  response.status(status).json({ message } satisfies ShellProblem);
};

/** What a request sent, in the shape the API states; undefined once it has been refused with 400. */
export const validOr400 = <Schema extends z.ZodType>(
  schema: Schema,
  input: unknown,
  response: Response,
): z.output<Schema> | undefined => {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const field = issue === undefined || issue.path.length === 0 ? "body" : issue.path.join(".");
  answerProblem(
    response,
    400,
    `Please correct "${field}": ${issue?.message ?? "it is not valid"}.`,
  );
  return undefined;
};
