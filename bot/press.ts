import { createHash } from "node:crypto";
import { z } from "zod";
import { PersonCommand } from "#api/domain/case/commands.ts";
import type { CaseCard } from "#api/domain/case/case-card.ts";
import { isReference } from "#api/domain/mail/case-reference.ts";
import type { Person } from "#api/domain/people/actor.ts";
import { ok, refused, type Result } from "#api/domain/result.ts";
import type { Desk } from "#api/services/desk.ts";
import type { Refusal } from "#api/services/refusal.ts";
import { cardFor } from "./cards/card-for.ts";
import { withNotice } from "./cards/case-card.ts";
import { cardVerbs, type CardVerb } from "./cards/press-action.ts";
import type { TabAddress } from "./cards/tab-links.ts";
import type { Reply } from "./reply.ts";

/** A button pressed on a card, as it came over the wire. */
export type Press = {
  readonly verb: unknown;
  readonly data: unknown;
  /** The message that the pressed card stands in. */
  readonly messageId: string;
};

const field = z.string().optional().catch(undefined);
const pressed = z
  .object({
    ...{ caseId: z.string().catch(""), text: field, comment: field, to: field, note: field },
    ...{ point: field, request: field, reason: field },
  })
  .catch({ caseId: "" });

/** Does what a pressed card asks, if the stored case allows this person to, and says what became of it. */
export async function answerPress(
  press: Press,
  person: Person,
  { desk, tab }: { readonly desk: Pick<Desk, "act" | "answeredCard">; readonly tab: TabAddress },
): Promise<Reply> {
  const asked = readPress(press);
  if (!asked.ok) return { kind: "message", text: asked.error };
  const { caseId, action } = asked.value;
  const actionId = actionIdOf(asked.value, person, press.messageId);
  const done = await desk.act(person, caseId, { actionId, action });
  if (!done.ok && !mayHaveMovedOn(done.error)) return { kind: "message", text: done.error.message };
  const asItIsNow = await desk.answeredCard(person, { caseId, action });
  if (!asItIsNow.ok) {
    return { kind: "message", text: done.ok ? done.value.message : done.error.message };
  }
  const { card: now, purpose } = asItIsNow.value;
  const card = cardFor(now, tab);
  return {
    kind: "card",
    card: done.ok || isToldBy(now, action) ? card : withNotice(card, done.error.message),
    ...(purpose === undefined ? {} : { standing: { caseId, purpose, person: person.id } }),
  };
}

/** Whether the receipt itself says that what was pressed has been done: on another card, or by somebody else. */
function isToldBy(card: CaseCard, { type }: Asked["action"]): boolean {
  if (card.kind === "settled") return true;
  return (
    card.kind === "approval-receipt" &&
    card.decision === ({ approve: "approved", return: "returned" } as Record<string, string>)[type]
  );
}

/** A press that could be read. */
type Asked = {
  readonly caseId: string;
  readonly action: Extract<PersonCommand, { type: CardVerb }>;
};

function readPress({ verb, data }: Press): Result<Asked, string> {
  const { caseId, ...fields } = pressed.parse(data);
  const action = PersonCommand.safeParse({
    type: verb,
    ...withTyped(verb, fields),
    // A copy of the card that was left behind must not take the place of what somebody answered.
    ...(verb === "answer-point" ? { isFirst: true } : {}),
  });
  if (isReference(caseId)) {
    if (action.success && isOnCards(action.data)) return ok({ caseId, action: action.data });
    const issue = action.error?.issues.find(({ path }) => typedIn(verb).includes(String(path[0])));
    if (issue !== undefined) return refused(`${issue.message} Nothing was changed.`);
  }
  return refused("I cannot read this card, so nothing was changed. Open the case instead.");
}

/** What the person fills in on the cards of each verb; the rest of a press is the card's own. */
const typed: Partial<Record<CardVerb, readonly string[]>> = {
  return: ["comment"],
  delegate: ["to", "note"],
  "answer-point": ["text"],
  "give-information": ["text"],
  decline: ["reason"],
};

function typedIn(verb: unknown): readonly string[] {
  return cardVerbs.some((one) => one === verb) ? (typed[verb as CardVerb] ?? []) : [];
}

// A field that was left empty comes as nothing at all from some clients.
function withTyped(
  verb: unknown,
  fields: Readonly<Record<string, string | undefined>>,
): Record<string, string | undefined> {
  return { ...Object.fromEntries(typedIn(verb).map((name) => [name, ""])), ...defined(fields) };
}

function defined(fields: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

function isOnCards(action: PersonCommand): action is Asked["action"] {
  return cardVerbs.some((verb) => verb === action.type);
}

/**
 * One id for one press: the same button of the same card, pressed again by the same person or on
 * their other device, replays the first outcome. An unchanged letter that is submitted
 * again comes on a new card, where the same button is another press.
 */
function actionIdOf({ caseId, action }: Asked, person: Person, messageId: string): string {
  const parts = [caseId, action.type, shownOn(action), person.id, messageId];
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex");
}

/** What the pressed card was about; what was typed on it is no part of that. */
function shownOn(action: Asked["action"]): string {
  switch (action.type) {
    case "answer-point":
      return action.point;
    case "give-information":
      return action.request;
    case "accept":
    case "decline":
      return "";
    default:
      return action.text;
  }
}

/** Refused because the case is no longer what the card shows: then the card shows what it is now. */
function mayHaveMovedOn({ kind }: Refusal): boolean {
  return kind === "changed-since" || kind === "action-not-available" || kind === "not-possible";
}
