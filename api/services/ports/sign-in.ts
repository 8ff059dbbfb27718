import type { PersonId } from "../../domain/people/actor.ts";
import type { Result } from "../../domain/result.ts";

/** Answers whom an `Authorization` header belongs to, or why it is not believed. Outages throw. */
export type VerifySignIn = (authorization: string | null) => Promise<Result<PersonId, string>>;

/** Why an application's token opens nothing: it proves nothing, or it proves who may not. */
export type NoEntry = { readonly kind: "not-believed" | "not-permitted"; readonly why: string };

/**
 * Answers which application may hand complaints in by an `Authorization` header, as its id. Outages throw.
 */
export type VerifyApplication = (authorization: string | null) => Promise<Result<string, NoEntry>>;
