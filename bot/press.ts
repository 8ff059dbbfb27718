import { createHash } from "node:crypto";
import { z } from "zod";
import { PersonCommand } from "#api/domain/case/commands.ts";
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

const field = z.string().catch("");
const pressed = z
  .object({ caseId: field, text: field, comment: field })
  .catch({ caseId: "", text: "", comment: "" });

/** Does what a pressed card asks, if the stored case allows this person to, and says what became of it. */
export async function answerPress(
  press: Press,
  person: Person,
  { desk, tab }: { readonly desk: Pick<Desk, "act" | "approvalCard">; readonly tab: TabAddress },
): Promise<Reply> {
  const asked = readPress(press);
  if (!asked.ok) return { kind: "message", text: asked.error };
  const { caseId, action } = asked.value;
  const actionId = actionIdOf(asked.value, person, press.messageId);
  const done = await desk.act(person, caseId, { actionId, action });
  if (!done.ok && !mayHaveMovedOn(done.error)) return { kind: "message", text: done.error.message };
  const asItIsNow = await desk.approvalCard(person, caseId);
  if (!asItIsNow.ok) {
    return { kind: "message", text: done.ok ? done.value.message : done.error.message };
  }
  const card = cardFor(asItIsNow.value, tab);
  return { kind: "card", card: done.ok ? card : withNotice(card, done.error.message) };
}

/** A press that could be read. */
type Asked = {
  readonly caseId: string;
  readonly action: Extract<PersonCommand, { type: CardVerb }>;
};

function readPress({ verb, data }: Press): Result<Asked, string> {
  const { caseId, text, comment } = pressed.parse(data);
  const action = PersonCommand.safeParse({ type: verb, text, comment });
  if (isReference(caseId)) {
    if (action.success && isOnCards(action.data)) return ok({ caseId, action: action.data });
    const aboutComment = action.error?.issues.find(({ path }) => path[0] === "comment");
    if (aboutComment !== undefined) return refused(`${aboutComment.message} Nothing was changed.`);
  }
  return refused("I cannot read this card, so nothing was changed. Open the case instead.");
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
  const parts = [caseId, action.type, action.text, person.id, messageId];
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex");
}

/** Refused because the case is no longer what the card shows: then the card shows what it is now. */
function mayHaveMovedOn({ kind }: Refusal): boolean {
  return kind === "changed-since" || kind === "action-not-available";
}
