import type { ViewKey } from "../../domain/case/view-keys.ts";
import type { Case } from "../../domain/case/case.ts";
import type { Effect } from "../../domain/case/effects.ts";
import type { CaseEvent } from "../../domain/case/events.ts";
import type { CaseId } from "../../domain/case/vocabulary.ts";

/** A case as it was read, with what is needed to write it back only if nobody else has. */
export type StoredCase = {
  readonly case: Case;
  readonly etag: string;
  readonly projection: Projection;
};

/** The view rows that may exist for a case, and the case version they were last brought up to. */
export type Projection = {
  readonly rows: readonly ViewKey[];
  readonly version: number;
  readonly etag: string;
};

export type Commit = {
  /** What was read before deciding; absent when the case is new. */
  readonly before: StoredCase | undefined;
  readonly after: Case;
  readonly events: readonly CaseEvent[];
  readonly effects: readonly Effect[];
  /** How far the effects are: not begun, or leased to whoever commits them. */
  readonly progress: EffectProgress;
  /** View rows noted as about to be written; kept with those of before until the views are refreshed. */
  readonly rows: readonly ViewKey[];
  /** Makes a replay of the same action find its first outcome. */
  readonly action: { readonly id: string; readonly answer: string };
  /** An effect that this commit completes. */
  readonly completes?: PendingEffect;
};

export type CommitOutcome =
  | {
      readonly kind: "committed";
      readonly stored: StoredCase;
      readonly effects: readonly PendingEffect[];
    }
  /** Somebody changed the case meanwhile: read it again and decide anew. */
  | { readonly kind: "conflict" }
  /** This very action was committed before, with this answer. */
  | { readonly kind: "replayed"; readonly answer: string };

/** An effect that is still owed, with how far it got. */
export type PendingEffect = {
  readonly caseId: CaseId;
  readonly effect: Effect;
  readonly progress: EffectProgress;
  readonly etag: string;
};

export type EffectProgress = {
  readonly attempts: number;
  /** Until this instant somebody is at work on it, unless they died, or it is to be left alone. */
  readonly leasedUntil?: string;
  /** How far a card or a mail has got; see tell-person.ts and send-mail.ts. */
  readonly step?: "posting" | "drafted" | "sending" | "accepted" | "unknown" | "needs-a-person";
  readonly draftId?: string;
  readonly since?: string;
};

/** One partition per case: state, events and owed effects change together or not at all. */
export interface CaseStore {
  find(caseId: CaseId): Promise<StoredCase | undefined>;
  /** The case with its whole history, oldest first, in one query. */
  findWithHistory(
    caseId: CaseId,
  ): Promise<(StoredCase & { readonly events: readonly CaseEvent[] }) | undefined>;
  findAnswer(caseId: CaseId, actionId: string): Promise<string | undefined>;
  commit(commit: Commit): Promise<CommitOutcome>;
  pendingEffects(caseId: CaseId): Promise<readonly PendingEffect[]>;
  /** Notes progress on an effect; nothing when somebody else has taken it or finished it. */
  advance(effect: PendingEffect, progress: EffectProgress): Promise<PendingEffect | undefined>;
  /** Strikes off an effect that needed no event. */
  complete(effect: PendingEffect): Promise<void>;
  /** Notes what the views show, or are about to; nothing when somebody else has noted since. */
  noteProjection(caseId: CaseId, projection: Projection): Promise<Projection | undefined>;
}
