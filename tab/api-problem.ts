import type { Problem } from "#api/contract/problem.ts";

/**
 * What kept an answer away: `refused` (the service said no, in words), `unreachable` (no answer),
 * `signed-out` (Teams gave no token) or `failed` (the service broke, or answered what this page
 * does not understand).
 */
export type ProblemKind = "refused" | "unreachable" | "signed-out" | "failed";

type Told = Pick<Problem, "title" | "detail"> & {
  readonly status?: number;
  readonly reference?: string;
  readonly fields?: Readonly<Record<string, string>> | undefined;
  readonly cause?: unknown;
};

/** Why a call to the service has no answer, in words to show: `title`, `detail`, `reference`. */
export class ApiProblem extends Error {
  override readonly name = "ApiProblem";
  readonly kind: ProblemKind;
  readonly title: string;
  readonly detail: string;
  readonly status: number | undefined;
  readonly reference: string | undefined;
  /** What is wrong with what was filled in, by the name of the field. */
  readonly fields: Readonly<Record<string, string>>;

  constructor(kind: ProblemKind, told: Told) {
    super(told.title, { cause: told.cause });
    this.kind = kind;
    this.title = told.title;
    this.detail = told.detail;
    this.status = told.status;
    this.reference = told.reference;
    this.fields = told.fields ?? {};
  }

  /** Whether asking again may go better: the service was out of reach or broken, not unwilling. */
  get mayPass(): boolean {
    return this.kind === "unreachable" || this.kind === "failed";
  }

  /** Whether it waits for the person to be signed in again. */
  get needsSignIn(): boolean {
    return this.kind === "signed-out" || this.status === 401;
  }

  /** Whether the case is no longer what this page shows. */
  get caseHasChanged(): boolean {
    return this.status === 409 || this.status === 412;
  }
}

/** Any error as a problem with words to show. */
export function problemOf(error: unknown): ApiProblem {
  if (error instanceof ApiProblem) return error;
  return new ApiProblem("failed", {
    title: "Something went wrong",
    detail: "Try again. If it keeps happening, tell whoever looks after Redress.",
    cause: error,
  });
}
