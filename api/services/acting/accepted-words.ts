import { actionForms } from "../../domain/case/action-forms.ts";
import type { Case } from "../../domain/case/case.ts";
import type { NeedMet } from "../../domain/case/check-ins/facts.ts";
import type { CommandOf, PersonAction, PersonCommand } from "../../domain/case/commands.ts";
import { canBeWrittenTo } from "../../domain/case/contact/can-be-written-to.ts";
import type { Person } from "../../domain/people/actor.ts";

/** What a person is told once their action is recorded, as a sentence. */
export function acceptedWords(
  command: PersonCommand,
  after: Case,
  people: readonly Person[],
): string {
  const caseId = after.id;
  if (command.type === "submit")
    return `${caseId} has gone to ${approverWords(after)} for approval.`;
  if (command.type === "delegate") {
    return `${caseId} is with ${approverWords(after)}, who is told in chat.`;
  }
  if (command.type === "assign" || command.type === "hand-over") {
    const name = people.find(({ id }) => id === command.officer)?.name ?? "its new officer";
    return `${caseId} is with ${name}, who is told in chat.`;
  }
  if (command.type === "classify") return classifiedWords(command, caseId);
  if (command.type === "record-check-in") return checkInWords(command.met);
  if ("telling" in command) return toldWords(command, after);
  return (
    ownWords[command.type]?.(caseId) ?? `Recorded: ${lowerFirst(actionForms[command.type].title)}.`
  );
}

const ownWords: Partial<Record<PersonAction, (caseId: string) => string>> = {
  route: (caseId) => `${caseId} is under the other procedure now. Its dates were counted anew.`,
  accept: (caseId) => `You have taken ${caseId} on.`,
  decline: (caseId) => `${caseId} is back with the complaints team.`,
  "request-information": () => "Asked. They are told in chat.",
  "give-information": () => "Answered. Whoever asked is told in chat.",
  pause: () => "Paused. The Code’s date does not move.",
  resume: () => "It goes on. The date has moved by the days it was paused.",
  "agree-date": () => "The agreed date is recorded.",
  "add-note": () => "Note added.",
  "save-draft": () => "Draft saved.",
  "enclose-files": () => "It goes with the letter.",
  "leave-out-file": () => "It no longer goes with the letter.",
  "take-over": (caseId) => `The approval of ${caseId} is yours now.`,
  approve: (caseId) => `Approved. The response to ${caseId} is on its way.`,
  return: (caseId) => `Returned. The author of ${caseId} has your comment.`,
  "comment-draft": () => "Commented. The author is told in chat.",
  "answer-comment": () => "Answered.",
  "resolve-comment": () => "Resolved.",
  withdraw: (caseId) => `${caseId} is closed: withdrawn.`,
  escalate: (caseId) => `${caseId} has gone to the next stage. Choose who takes it.`,
  close: (caseId) => `${caseId} is closed.`,
  reopen: (caseId) => `${caseId} is open again.`,
  "promise-remedy": () => "The remedy is recorded. Whoever sees to it is told in chat.",
  "note-lesson": () => "The lesson is recorded. Whoever sees to it is told in chat.",
};

function checkInWords(met: NeedMet): string {
  switch (met) {
    case "yes":
      return "Recorded. Our answer met their need.";
    case "partly":
      return "Recorded. Promise a remedy for what is still open, or tell them how to go on.";
    case "no":
      return "Recorded. Tell them how to go on; the complaints team takes it to the next stage if they ask for it.";
    case "not-reached":
      return "Recorded. Nobody is reminded again; record it once you have reached them.";
  }
}

function toldWords(
  { type, telling }: CommandOf<"extend" | "refuse" | "agree-date">,
  after: Case,
): string {
  const done = {
    extend: "The date is extended.",
    "agree-date": "The agreed date is recorded.",
    refuse: `${after.id} is closed: refused.`,
  }[type];
  if (telling !== "letter") return done;
  const letter = canBeWrittenTo(after)
    ? "The letter is on its way."
    : "The letter is to be posted: the conversation has it.";
  return `${done} ${letter}`;
}

function classifiedWords({ caseType }: CommandOf<"classify">, caseId: string): string {
  return caseType === "complaint"
    ? `${caseId} is a complaint now. Choose who takes it.`
    : `${caseId} is closed: it was not a complaint.`;
}

function approverWords({ submission }: Case): string {
  if (submission === undefined) return "its approver";
  const { approverName, standsInFor } = submission;
  return standsInFor === undefined
    ? approverName
    : `${approverName}, who stands in for ${standsInFor.name},`;
}

function lowerFirst(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}
