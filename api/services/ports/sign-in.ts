import type { PersonId } from "../../domain/people/actor.ts";
import type { Result } from "../../domain/result.ts";

/** Answers whom an `Authorization` header belongs to, or why it is not believed. Outages throw. */
export type VerifySignIn = (authorization: string | null) => Promise<Result<PersonId, string>>;
