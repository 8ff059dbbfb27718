import { allCopiesOf, readFingerprint, type Copies } from "../../mail/campaign.ts";
import type { ListedCase } from "../listed-case.ts";

/** The cases that say nearly the same as one of them, and how they could be handled together. */
export type FoundLookAlikes = {
  /** From other people, the longest waiting first. */
  readonly others: readonly ListedCase[];
  /** From the same person. */
  readonly copies: readonly ListedCase[];
  readonly campaign: { readonly name: string; readonly lead: string };
  /** The first of the same person's cases, the one at hand included. */
  readonly first: string;
};

/** Finds among listed cases those of nearly the same words as the one at hand. */
export function lookAlikesAmong(one: ListedCase, listed: readonly ListedCase[]): FoundLookAlikes {
  const byId = new Map(listed.map((each) => [each.caseId, each]));
  byId.delete(one.caseId);
  const candidates = [...byId.values()].filter((each) => !wasSetAside(each));
  const found = copiesAmong(one, candidates);
  const ofKind = (kind: Copies["kind"]) =>
    found
      .flatMap(({ id, kind: own }) => (own === kind ? (byId.get(id) ?? []) : []))
      .sort(longestWaitingFirst);
  const others = ofKind("campaign");
  const copies = ofKind("scatter-gun");
  return { others, copies, campaign: campaignOf(one, others), first: earliest([one, ...copies]) };
}

/** Whether nobody has said yet what the case is. */
export function isWaiting({ status }: ListedCase): boolean {
  return status === "triage";
}

function copiesAmong(one: ListedCase, candidates: readonly ListedCase[]): Copies[] {
  if (one.alike === undefined) return [];
  const { writer, fingerprint } = one.alike;
  const earlier = candidates.flatMap(({ caseId, alike }) =>
    alike === undefined
      ? []
      : [{ id: caseId, writer: alike.writer, fingerprint: readFingerprint(alike.fingerprint) }],
  );
  return allCopiesOf({ writer, fingerprint: readFingerprint(fingerprint) }, earlier);
}

// Spam, and what is answered with another case already, lead nobody.
function wasSetAside({ status, type }: ListedCase): boolean {
  return status === "closed" && type === undefined;
}

function longestWaitingFirst(one: ListedCase, other: ListedCase): number {
  const waiting = Number(isWaiting(other)) - Number(isWaiting(one));
  return waiting === 0 ? one.receivedAt.localeCompare(other.receivedAt) : waiting;
}

// A campaign that somebody began goes on; a new one is named after its first letter.
function campaignOf(one: ListedCase, others: readonly ListedCase[]): FoundLookAlikes["campaign"] {
  const all = [one, ...others];
  const begun = all.map(({ campaign }) => campaign).find((campaign) => campaign !== undefined);
  return begun ?? { name: one.subject, lead: earliest(all) };
}

function earliest(cases: readonly ListedCase[]): string {
  const inOrder = cases.toSorted((one, other) => one.receivedAt.localeCompare(other.receivedAt));
  return inOrder[0]?.caseId ?? "";
}
