import fc from "fast-check";
import { offeredActions } from "#api/domain/case/allowed-actions.ts";
import type { CaseCommand, PersonAction, PersonCommand } from "#api/domain/case/commands.ts";
import { caseTypes, outcomes } from "#api/domain/case/vocabulary.ts";
import { personActions } from "#api/domain/case/commands.ts";
import type { Person } from "#api/domain/people/actor.ts";
import { everybody } from "./people.ts";
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

const handlers = everybody.filter(({ roles }) =>
  roles.some((role) => role === "case-officer" || role === "complaints-officer"),
);
const letters = ["1", "2", "3"].map(hash);

/** Something that somebody asks of the case next: most often sensible, now and then anything at all. */
export function nextAsk(story: Story, step: Step): [Asker, CaseCommand] {
  const { mode, who, pick } = step;
  const anybody = one(everybody, who);
  const anything = one(personActions, pick);
  if (mode === 0) return ["system", anySystemCommand(story, pick)];
  if (mode === 1) return [anybody, anyPersonCommand(anything, pick)];
  // The right thing to do, done by the wrong person: what the rules are there for.
  if (mode === 2) return [anybody, sensibleCommand(story, anything, pick)];
  if (story.case.status === "sending") return ["system", sentWhatWasSubmitted(story)];
  return sensible(story, step);
}

function sentWhatWasSubmitted({ case: { stage, submission } }: Story): CaseCommand {
  return responseSent(stage, submission?.text);
}

/** What somebody who is offered something does, rather moving the case on than not. */
function sensible(story: Story, { mode, who, pick }: Step): [Asker, CaseCommand] {
  for (const person of shuffled(everybody, who)) {
    const offers = offeredActions(story.case, person, story.policy).flatMap(({ type, allowed }) =>
      allowed && (type !== "add-note" || mode === 3) && (type !== "classify" || isUnsorted(story))
        ? [type]
        : [],
    );
    if (offers.length > 0) return [person, sensibleCommand(story, one(offers, pick), pick)];
  }
  return ["system", anySystemCommand(story, pick)];
}

const isUnsorted = ({ case: { type, answeredBack } }: Story): boolean =>
  type !== "complaint" || answeredBack !== undefined;

function sensibleCommand(story: Story, action: PersonAction, pick: number): PersonCommand {
  const { draft, submission } = story.case;
  const command = anyPersonCommand(action, pick);
  if (command.type === "submit") return { ...command, text: draft?.text ?? command.text };
  if (command.type === "assign") return { ...command, officer: one(handlers, pick) };
  if (command.type === "approve" || command.type === "return") {
    return { ...command, text: submission?.text ?? command.text };
  }
  return command.type === "classify" && pick % 4 > 0
    ? { ...command, caseType: "complaint" }
    : command;
}

/** A well-formed command of that kind; whom and what it names is left to chance. */
export function anyPersonCommand(action: PersonAction, pick: number): PersonCommand {
  const text = one(letters, pick);
  switch (action) {
    case "classify":
      return { type: action, caseType: one(caseTypes, pick), service: "waste", reason: "" };
    case "assign":
      return { type: action, officer: one(everybody, pick) };
    case "add-note":
    case "save-draft":
    case "approve":
      return { type: action, text };
    case "submit":
      return { type: action, text, approvers: shuffled(everybody, pick) };
    case "return":
      return { type: action, text, comment: "Shorter." };
    case "escalate":
      return { type: action, reason: "" };
    case "close":
      return { type: action, outcome: one(outcomes, pick), reason: "Answered." };
  }
}

function anySystemCommand({ case: { stage, submission } }: Story, pick: number): CaseCommand {
  const commands: readonly CaseCommand[] = [
    log,
    { type: "receive", mail: mail("2026-11-20T10:00:00.000Z", "b") },
    acknowledged(stage),
    responseSent(stage, submission?.text),
    responseSent(1 + (pick % 3), one(letters, pick)),
    { type: "record-sending-problem", stage, why: "Refused." },
    { type: "give-notice", notice: "overdue", clock: "stage-1", due: "2026-11-24", to: ["tom"] },
  ];
  return one(commands, pick);
}

/** Everybody in an order of their own, so that whoever is first may be anybody. */
function shuffled(people: readonly Person[], pick: number): readonly Person[] {
  const from = pick % people.length;
  return [...people.slice(from), ...people.slice(0, from)];
}

function one<T>(items: readonly T[], pick: number): T {
  const item = items[pick % items.length];
  if (item === undefined) throw new Error("There is nothing to choose from.");
  return item;
}
