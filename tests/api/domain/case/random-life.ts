import fc from "fast-check";
import { offeredActions } from "#api/domain/case/allowed-actions.ts";
import {
  personActions,
  type CaseCommand,
  type PersonAction,
  type PersonCommand,
} from "#api/domain/case/commands.ts";
import type { Person } from "#api/domain/people/actor.ts";
import { one, sampleCommand } from "./sample-commands.ts";
import { acknowledged, hash, log, mail, responseSent, type Asker, type Story } from "./story.ts";

/** Numbers that say what happens next; what they mean depends on how the case stands by then. */
export type Step = { readonly mode: number; readonly who: number; readonly pick: number };

const anyStep: fc.Arbitrary<Step> = fc.record({
  mode: fc.nat(9),
  who: fc.nat(999),
  pick: fc.nat(99_999),
});

/** A life of one case: long enough to go through three stages, if people act sensibly. */
export const randomLife: fc.Arbitrary<readonly Step[]> = fc.array(anyStep, {
  maxLength: 120,
  size: "max",
});

/** Something that somebody asks of the case next: most often sensible, now and then anything at all. */
export function nextAsk(story: Story, step: Step): [Asker, CaseCommand] {
  const { mode, who, pick } = step;
  const anybody = one(story.people, who);
  if (mode === 0) return ["system", anySystemCommand(story, pick)];
  // The right thing to do, done by the wrong person or at the wrong time: what the rules are there for.
  if (mode === 1) return [anybody, anyCommand(story, one(personActions, pick), who + pick)];
  if (story.case.status === "sending") return ["system", sentWhatWasSubmitted(story)];
  return sensible(story, step);
}

function sentWhatWasSubmitted({ case: { stage, submission } }: Story): CaseCommand {
  return responseSent(stage, submission?.text);
}

/** What moves a case on from each status; the rest of what people do leaves it where it is. */
const steps: readonly PersonAction[] = [
  ...(["classify", "assign", "save-draft", "submit", "approve", "return", "escalate"] as const),
  ...(["arrange-hearing", "record-hearing", "record-findings"] as const),
];
/** What ends a life early: rare, or no complaint would grow old. */
const ends: readonly PersonAction[] = ["refuse", "withdraw"];

/** What somebody who is offered something does: the case's next step more often than not. */
function sensible(story: Story, { mode, who, pick }: Step): [Asker, CaseCommand] {
  const wanted = (type: PersonAction) => {
    if (type === "classify") return isUnsorted(story);
    if (ends.includes(type)) return mode < 5 && pick % 3 === 0;
    return mode < 5 || steps.includes(type);
  };
  for (const person of shuffled(story.people, who)) {
    const offers = offeredActions(story.case, person, story.context(person).policy).flatMap(
      ({ type, allowed }) => (allowed && wanted(type) ? [type] : []),
    );
    if (offers.length > 0) return [person, anyCommand(story, one(offers, pick), who + pick)];
  }
  return ["system", anySystemCommand(story, pick)];
}

const isUnsorted = ({ case: { type, answeredBack } }: Story): boolean =>
  type !== "complaint" || answeredBack !== undefined;

/** A well-formed command of that kind, about what the case has to offer. */
export function anyCommand(story: Story, action: PersonAction, pick: number): PersonCommand {
  return sampleCommand(action, { case: story.case, now: story.now, pick });
}

function anySystemCommand({ case: { stage, submission } }: Story, pick: number): CaseCommand {
  const commands: readonly CaseCommand[] = [
    log,
    { type: "receive", mail: mail("2026-11-20T10:00:00.000Z", "b") },
    acknowledged(stage),
    responseSent(stage, submission?.text),
    responseSent(1 + (pick % 3), hash(String(1 + (pick % 3)))),
    { type: "record-sending-problem", stage, why: "Refused." },
    { type: "give-notice", notice: "overdue", clock: "stage-1", due: "2026-11-24", to: ["tom"] },
    { type: "record-link", other: "CMP-2M8A-4T", kind: "related", reason: "" },
    { type: "record-unlink", other: "CMP-2M8A-4T", reason: "Another street." },
  ];
  return one(commands, pick);
}

/** Everybody in an order of their own, so that whoever is first may be anybody. */
function shuffled(people: readonly Person[], pick: number): readonly Person[] {
  const from = pick % people.length;
  return [...people.slice(from), ...people.slice(0, from)];
}
