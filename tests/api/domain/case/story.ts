import type { Case, CaseStatus } from "#api/domain/case/case.ts";
import type {
  CaseCommand,
  CommandOf,
  PersonCommand,
  SystemCommand,
} from "#api/domain/case/commands.ts";
import { decide, type Decided, type DecideContext } from "#api/domain/case/decide.ts";
import type { CaseEvent, CaseEventData } from "#api/domain/case/events.ts";
import type { MailRecord } from "#api/domain/case/vocabulary.ts";
import type { CaseRejection } from "#api/domain/case/rejection.ts";
import type { Actor, Person } from "#api/domain/people/actor.ts";
import { policies, policyOf } from "#api/domain/policy/catalogue.ts";
import type { LetterVerdict } from "#api/domain/case/response/facts.ts";
import type { Policy } from "#api/domain/policy/policy.ts";
import type { Result } from "#api/domain/result.ts";
import { shippedCalendar } from "#api/domain/calendar/working-days.ts";
import { david, everybody, ewa, helen, priya, tom } from "./people.ts";

const calendar = shippedCalendar();
export const lgsco = policyOf("lgsco-2024");
export const caseId = "CMP-7K3Q-9D";

/** The hash of a text, as far as the rules can tell. */
export const hash = (digit: string): string => digit.repeat(64).slice(0, 64);
export const letter = hash("1");
/** What the check finds in a letter that lacks nothing. */
export const complete: LetterVerdict = { missing: [], met: 7, looks: 0, decided: 0, points: 0 };
export const otherLetter = hash("2");

/** A mail from Joan that reached the council at that time. */
export function mail(receivedAt = "2026-11-10T09:58:00.000Z", digit = "a"): MailRecord {
  return {
    key: hash(digit),
    mailbox: "complaints@wexcombe.gov.uk",
    graphId: `graph-${digit}`,
    internetMessageId: `<${digit}@example.com>`,
    conversationId: "conversation",
    from: { name: "Joan Whitfield", email: "joan@example.com" },
    subject: "Recycling missed",
    receivedAt,
    text: hash("e"),
    attachments: [],
  };
}

export const log: SystemCommand & { type: "log" } = {
  type: "log",
  caseId,
  channel: "email",
  subject: "Recycling missed",
  receivedAt: mail().receivedAt,
  complainant: { name: "Joan Whitfield", email: "joan@example.com" },
  mail: mail(),
};
export const classify: CommandOf<"classify"> = {
  type: "classify",
  caseType: "complaint",
  service: "waste",
  reason: "",
};
export const submit = (text = letter): PersonCommand => ({ type: "submit", text });
export const notAComplaint: PersonCommand = {
  type: "classify",
  caseType: "service-request",
  service: "waste",
  reason: "First report.",
};

export const responseSent = (stage: number, text = letter): SystemCommand => ({
  type: "record-response-sent",
  stage,
  text,
  internetMessageId: `<response-${stage}@wexcombe.gov.uk>`,
});
export const acknowledged = (stage: number): SystemCommand => ({
  type: "record-acknowledgement",
  stage,
  internetMessageId: `<acknowledgement-${stage}@wexcombe.gov.uk>`,
  text: hash("c"),
});

export type Asker = Person | "citizen" | "system";

function actorOf(who: Asker): Actor {
  if (who === "system") return { kind: "system" };
  if (who === "citizen") return { kind: "citizen", name: "Joan Whitfield" };
  return { kind: "person", person: who };
}

const begun = Date.parse("2026-11-10T10:00:00.000Z");

/** One case from its first mail on: what was asked of it, a minute apart, and what became of it. */
export class Story {
  readonly policy: Policy;
  /** Whom a command may name. */
  readonly people: readonly Person[];
  readonly events: CaseEvent[] = [];
  #case: Case | undefined;
  #minutes = 0;

  constructor(policy = lgsco, people = everybody) {
    this.policy = policy;
    this.people = people;
  }

  get case(): Case {
    if (this.#case === undefined) throw new Error("Nothing has been logged yet.");
    return this.#case;
  }

  /** Lets time pass in which nobody does anything. */
  waits(minutes: number): this {
    this.#minutes += minutes;
    return this;
  }

  get now(): string {
    return new Date(begun + this.#minutes * 60_000).toISOString();
  }

  /** What the rules answer; a refusal leaves the story as it was. `people` are those who are found. */
  ask(
    who: Asker,
    command: CaseCommand,
    people: readonly Person[] = this.people,
  ): Result<Decided, CaseRejection> {
    const decision = decide(this.#case, command, { ...this.context(who), people });
    if (decision.ok) {
      this.events.push(...decision.value.events);
      this.#case = decision.value.after;
      this.#minutes += 1;
    }
    return decision;
  }

  #policyNow(): Policy {
    const { id = this.policy.id } = this.#case?.policy ?? {};
    return id === this.policy.id ? this.policy : policyOf(id);
  }

  /** What a decision in this story is made with. */
  context(who: Asker): DecideContext {
    return {
      now: this.now,
      actor: actorOf(who),
      policy: this.#policyNow(),
      calendar,
      people: this.people,
      adopted: policies,
      checked: complete,
      standIns: [],
    };
  }

  /** The same, for the part of a story that is not in question. */
  after(who: Asker, command: CaseCommand, people: readonly Person[] = this.people): this {
    const decision = this.ask(who, command, people);
    if (!decision.ok) throw new Error(`${command.type}: ${decision.error.message}`);
    return this;
  }
}

/** A complaint in that status of stage 1, as Priya, Tom and Helen bring it there. */
export function storyUntil(status: CaseStatus, policy = lgsco): Story {
  const story = new Story(policy).after("citizen", log).after("system", acknowledged(1));
  if (status === "triage") return story;
  story.after(priya, classify);
  if (status === "allocation") return story;
  const officer = officerUnder(policy);
  story.after(priya, { type: "assign", officer: officer.id }).after(officer, draft());
  if (status === "investigating") return story;
  return finish(story, status);
}

/** Tom of the service, or Ewa of another one where the policy wants the answer from elsewhere. */
export function officerUnder(policy: Policy): Person {
  return policy.stages[0]?.independence.awayFromService ? ewa : tom;
}

function finish(story: Story, status: CaseStatus): Story {
  const signOff = story.policy.stages[0]?.signOff;
  const approver =
    signOff === "complaints-officer" ? priya : signOff === "director" ? david : helen;
  story.after(officerUnder(story.policy), submit(), [approver]);
  if (status === "awaiting-approval") return story;
  story.after(approver, { type: "approve", text: letter });
  if (status === "sending") return story;
  story.after("system", responseSent(1));
  return status === "answered" ? story : story.after(priya, close);
}

export const draft = (text = letter): CommandOf<"save-draft"> => ({ type: "save-draft", text });
export const close: PersonCommand = { type: "close", outcome: "upheld", reason: "Answered." };
export const writesAgain = (at: string, digit = "b"): SystemCommand => ({
  type: "receive",
  mail: mail(at, digit),
});

/** A complaint that was answered at stage 1, taken to stage 2 and given to that officer. */
export function stageTwo(officer: Person, story = storyUntil("answered")): Story {
  return story
    .after("citizen", writesAgain("2026-11-10T10:30:00.000Z"))
    .after(priya, { type: "escalate", reason: "Not satisfied." })
    .after(priya, { type: "assign", officer: officer.id });
}

/** The events of an accepted command, without when and by whom. */
export function eventsOf(decision: Result<Decided, CaseRejection>): CaseEventData[] {
  if (!decision.ok) throw new Error(`Refused: ${decision.error.message}`);
  return decision.value.events.map(({ sequence: _sequence, at: _at, by: _by, ...data }) => data);
}

/** The refusal of a command that was not accepted. */
export function refusalOf(decision: Result<Decided, CaseRejection>): CaseRejection {
  if (decision.ok) throw new Error("It was accepted.");
  return decision.error;
}
