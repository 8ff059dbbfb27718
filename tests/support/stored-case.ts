import { decide } from "#api/domain/case/decide.ts";
import type { Case } from "#api/domain/case/case.ts";
import type { CaseCommand } from "#api/domain/case/commands.ts";
import type { CaseEvent } from "#api/domain/case/events.ts";
import { londonDate } from "#api/domain/calendar/london-date.ts";
import { referenceFor } from "#api/domain/mail/case-reference.ts";
import type { Actor, Person } from "#api/domain/people/actor.ts";
import { policyOf } from "#api/domain/policy/catalogue.ts";
import { adoptedPolicies } from "#api/services/adopted-policies.ts";
import type { StoredCase } from "#api/services/ports/case-store.ts";
import { refreshViews } from "#api/services/lists/refresh-views.ts";
import { personCalled, type Council } from "./council.ts";
import { arrives, hashOf, joan, readMail } from "./joan.ts";

const system: Actor = { kind: "system" };
const by = (name: string): Actor => ({ kind: "person", person: personCalled(name) });

export type Step = {
  readonly command: CaseCommand;
  readonly actor: Actor;
  /** Who is found when the command names somebody, or asks for somebody to sign. */
  readonly people?: readonly Person[];
};

/** Puts a case with a mail behind it into storage, with everything done and nothing owed. */
export async function storeCase(
  council: Council,
  {
    steps = [],
    ...given
  }: { steps?: readonly Step[]; mail?: { id: string }; caseId?: string } = {},
): Promise<StoredCase> {
  const ports = council.process();
  const { key, graphId, mailbox, internetMessageId, conversationId, ...read } = await readMail(
    council,
    given.mail ?? (await arrives(council)),
  );
  const caseId = given.caseId ?? referenceFor(key, 0);
  const [text] = await Promise.all(
    [read.text, acknowledgement].map((words) => ports.texts.put(caseId, words)),
  );
  if (text === undefined) throw new Error("A case begins with the text of its mail.");
  const { from, subject, receivedAt, attachments } = read;
  const handle = { key, graphId, mailbox, internetMessageId, conversationId };
  const log: CaseCommand = {
    type: "log",
    caseId,
    channel: "email",
    receivedAt,
    subject,
    complainant: from,
    mail: { ...handle, from, subject, receivedAt, text, attachments },
  };
  const { calendar, settings } = ports;
  const now = council.clock.now().toISOString();
  const adopted = adoptedPolicies(settings, londonDate(now));
  const events: CaseEvent[] = [];
  let after: Case | undefined;
  const begins: Step = { command: log, actor: system };
  for (const { command, actor, people = [] } of [begins, ...acknowledged, ...steps]) {
    const policy = after ? policyOf(after.policy.id) : policyOf(settings.defaultPolicy);
    const given = { now, actor, policy, calendar, people, adopted };
    const context = { ...given, checked: complete, standIns: [] };
    const decision = decide(after, command, context);
    if (!decision.ok) throw new Error(decision.error.message);
    events.push(...decision.value.events);
    after = decision.value.after;
  }
  if (after === undefined) throw new Error("A case begins with a step.");
  const outcome = await ports.cases.commit({
    before: undefined,
    after,
    events,
    effects: [],
    progress: { attempts: 0 },
    rows: [],
    action: { id: "stored", answer: "" },
  });
  if (outcome.kind !== "committed") throw new Error(`${caseId} is there already.`);
  const reason = "It belongs to no case.";
  const row = { key, mailbox, internetMessageId, receivedAt, recordedAt: now, caseId, reason };
  await Promise.all([
    refreshViews(ports, outcome.stored),
    ports.threads.remember([conversationId], caseId),
    ports.ledger.record({ ...row, outcome: "new-case" }),
  ]);
  return outcome.stored;
}

const complete = { missing: [], met: 7, looks: 0, decided: 0, points: 0 };
const acknowledgement = "We have it.";

const acknowledged: readonly Step[] = [
  {
    actor: system,
    command: {
      type: "record-acknowledgement",
      stage: 1,
      internetMessageId: "<acknowledgement@wexcombe.gov.uk>",
      text: hashOf(acknowledgement),
    },
  },
];

export const classified: Step = {
  actor: by("Priya Nair"),
  command: { type: "classify", caseType: "complaint", service: "waste", reason: "" },
};

export const assignedTo = (officer: Person): Step => ({
  actor: by("Priya Nair"),
  command: { type: "assign", officer: officer.id },
  people: [officer],
});

export const drafted = (author: string, letter = joan.letter): Step => ({
  actor: by(author),
  command: { type: "save-draft", text: hashOf(letter) },
});

export const submitted = (author: string, approver: string, letter = joan.letter): Step => ({
  actor: by(author),
  command: { type: "submit", text: hashOf(letter) },
  people: [personCalled(approver)],
});

/** A complaint about waste that Tom has drafted the answer to. */
export async function draftedCase(council: Council): Promise<StoredCase> {
  const stored = await storeCase(council, {
    steps: [classified, assignedTo(personCalled("Tom Okafor")), drafted("Tom Okafor")],
  });
  await council.process().texts.put(stored.case.id, joan.letter);
  return stored;
}

/** The same, with the letter waiting for Helen's approval. */
export async function submittedCase(council: Council): Promise<StoredCase> {
  const stored = await storeCase(council, {
    steps: [
      classified,
      assignedTo(personCalled("Tom Okafor")),
      drafted("Tom Okafor"),
      submitted("Tom Okafor", "Helen Marsh"),
    ],
  });
  await council.process().texts.put(stored.case.id, joan.letter);
  return stored;
}

/** The same, sent, with a remedy promised in it. */
export async function answeredWithRemedy(council: Council): Promise<StoredCase> {
  const [tom, helen] = [personCalled("Tom Okafor"), personCalled("Helen Marsh")];
  const text = hashOf(joan.letter);
  const promised: CaseCommand = {
    ...{ type: "promise-remedy", kind: "action", what: "Collect the bin.", owner: tom.id },
    ...{ partner: "", due: londonDate(council.clock.now().toISOString()) },
  };
  const sent: CaseCommand = {
    type: "record-response-sent",
    stage: 1,
    text,
    internetMessageId: "<response@wexcombe.gov.uk>",
  };
  const stored = await storeCase(council, {
    steps: [
      ...[classified, assignedTo(tom), drafted(tom.name)],
      { actor: by(tom.name), command: promised, people: [tom] },
      submitted(tom.name, helen.name),
      { actor: by(helen.name), command: { type: "approve", text }, people: [helen] },
      { actor: system, command: sent },
    ],
  });
  await council.process().texts.put(stored.case.id, joan.letter);
  return stored;
}
