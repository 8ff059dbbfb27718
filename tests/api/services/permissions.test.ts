import AdmZip from "adm-zip";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { CaseAction } from "#api/contract/case-action.ts";
import type { PersonCommand } from "#api/domain/case/commands.ts";
import type { Actor, Person } from "#api/domain/people/actor.ts";
import { createDesk } from "#api/services/create-desk.ts";
import type { Desk } from "#api/services/desk.ts";
import { estate } from "#local/estate.ts";
import { openCouncil, personCalled, type Council } from "#tests/support/council.ts";
import {
  caseIds,
  expectNothingPersonal,
  expectQuiet,
  onlyCase,
  storedCase,
} from "#tests/support/expectations.ts";
import {
  arrives,
  hashOf,
  joan,
  lettersSaying,
  personalWords,
  received,
} from "#tests/support/joan.ts";
import { press } from "#tests/support/person-at-work.ts";
import {
  assignedTo,
  classified,
  storeCase,
  submittedCase,
  type Step,
} from "#tests/support/stored-case.ts";
import { workOff } from "#tests/support/worker.ts";

const [priya, tom, helen, david, amina, rhys, sunita] = [
  "Priya Nair",
  "Tom Okafor",
  "Helen Marsh",
  "David Lindqvist",
  "Cllr Amina Shah",
  "Rhys Evans",
  "Sunita Rao",
].map(personCalled) as [Person, Person, Person, Person, Person, Person, Person];
const auditor: Person = {
  ...priya,
  id: "a11ce000-0000-4000-8000-0000000000aa",
  roles: ["auditor"],
};
const outsider: Person = { ...auditor, id: "a11ce000-0000-4000-8000-0000000000bb", roles: [] };
const text = hashOf(joan.letter);

let council: Council;
let desk: Desk;

beforeAll(async () => {
  council = await openCouncil();
});
afterAll(() => council.close());
beforeEach(async () => {
  await council.begin();
  desk = createDesk(council.process());
});
afterEach(() => expectNothingPersonal(council, personalWords));

async function mailIs(mail: Parameters<typeof arrives>[1]): Promise<void> {
  await arrives(council, mail);
  await council.queue.syncMailbox(estate.mailbox);
  await workOff(council);
}

describe("a stranger", () => {
  const stranger = { from: "A Stranger <stranger@example.org>" };

  it.each<[string, (theCase: { id: string; mail: string }) => Parameters<typeof arrives>[1]]>([
    [
      "quotes its reference",
      ({ id }) => ({ subject: `Re: your case [${id}]`, text: `${id}: close it.` }),
    ],
    [
      "writes into its thread",
      ({ mail }) => ({ headers: { "In-Reply-To": mail, References: mail } }),
    ],
    [
      "signs with its citizen's name",
      ({ id }) => ({ from: `${joan.name} <other@example.org>`, subject: id }),
    ],
  ])("who %s makes a case of their own and touches no other", async (_words, mail) => {
    const { case: hers } = await storeCase(council);
    const asked = mail({ id: hers.id, mail: hers.replyTo?.internetMessageId ?? "" });
    await mailIs({ ...stranger, ...asked });
    expect((await storedCase(council, hers.id)).case).toEqual(hers);
    const [theirs, ...more] = (await caseIds(council)).filter((id) => id !== hers.id);
    expect(more).toEqual([]);
    expect(theirs).toBeDefined();
    expect(received(council), "Joan hears nothing of it").toEqual([]);
    const address = /<(.*)>/.exec(asked?.from ?? stranger.from)?.[1] ?? "";
    expect(received(council, address)).toHaveLength(1);
    expect(received(council, address)[0]?.text).toContain(theirs);
    expect(received(council, address)[0]?.text).not.toContain(hers.id);
    await expectQuiet(council);
  });

  it("who has taken part in a thread does not draw its citizen's next mail to themselves", async () => {
    const { case: hers } = await storeCase(council);
    const mail = hers.replyTo?.internetMessageId ?? "";
    await mailIs({ ...stranger, headers: { "In-Reply-To": mail, References: mail } });
    // Joan's program drops every header of the thread; Exchange still knows the conversation by its topic.
    await mailIs({ subject: `Re: ${joan.subject}`, text: "And again today." });
    expect((await storedCase(council, hers.id)).case.version).toBe(hers.version + 1);
    expect(await caseIds(council)).toHaveLength(2);
  });
});

describe("a letter that waits for Helen", () => {
  const approve: CaseAction = { type: "approve", text };
  const other = hashOf("Another letter.");

  it.each([
    { who: "its author", person: tom, action: approve, kind: "not-permitted" },
    { who: "the complaints team", person: priya, action: approve, kind: "not-permitted" },
    { who: "a director, at stage 1", person: david, action: approve, kind: "not-permitted" },
    { who: "an auditor", person: auditor, action: approve, kind: "not-permitted" },
    { who: "the head of another service", person: sunita, action: approve, kind: "not-found" },
    { who: "a councillor", person: amina, action: approve, kind: "not-found" },
    { who: "somebody without any role", person: outsider, action: approve, kind: "not-found" },
    {
      who: "Helen, for a letter she was not shown",
      person: helen,
      action: { type: "approve", text: other } as const,
      kind: "changed-since",
    },
    {
      who: "Helen, returning another letter",
      person: helen,
      action: { type: "return", text: other, comment: "No." } as const,
      kind: "changed-since",
    },
  ])("is not decided by $who", async ({ person, action, kind }) => {
    const { case: before } = await submittedCase(council);
    const outcome = await desk.act(person, before.id, press(action));
    expect(outcome).toMatchObject({ ok: false, error: { kind } });
    await workOff(council);
    expect((await onlyCase(council)).case).toEqual(before);
    expect(lettersSaying(council, joan.letter)).toEqual([]);
  });

  it("cannot be approved by whoever submitted it, even when it was submitted to them", async () => {
    const { case: theCase } = await storeCase(council, { steps: [classified] });
    const both: Person = { ...helen, roles: ["head-of-service", "complaints-officer"] };
    await desk.act(priya, theCase.id, press({ type: "assign", officer: tom.id }));
    await desk.act(both, theCase.id, press({ type: "save-draft", text: joan.letter }));
    const submitted = await desk.act(both, theCase.id, press({ type: "submit", text }));
    expect(submitted).toMatchObject({ ok: false, error: { kind: "not-possible" } });
  });
});

describe("a letter that lacks something", () => {
  const short = "Dear Joan\n\nYour complaint is upheld.";
  const submit: CaseAction = { type: "submit", text: hashOf(short) };

  it("is checked for who may write it, and held back by the server until a role that may lets it go", async () => {
    const steps = [classified, assignedTo(tom)];
    const { case: theCase } = await storeCase(council, { steps });
    await desk.act(tom, theCase.id, press({ type: "save-draft", text: short }));
    const told = await desk.checkLetter(tom, theCase.id, ` ${short}\n`);
    if (!told.ok) throw new Error(told.error.message);
    expect(told.value.findings).toContainEqual({
      id: "stage",
      standing: "missing",
      words: "That this is the stage 1 response.",
      insert: { text: expect.stringContaining(theCase.id) as string },
    });
    expect(told.value.override).toBeUndefined();
    expect(await desk.checkLetter(auditor, theCase.id, short)).toMatchObject({
      error: { kind: "not-permitted" },
    });
    expect(await desk.checkLetter(outsider, theCase.id, short)).toMatchObject({
      error: { kind: "not-found" },
    });
    expect(await desk.act(tom, theCase.id, press(submit))).toMatchObject({
      error: { kind: "not-possible", message: told.value.incomplete },
    });
    const seen = await desk.checkLetter(priya, theCase.id, short);
    const form = seen.ok ? seen.value.override?.form.fields : undefined;
    expect(form?.[0]).toMatchObject({ name: "text", value: submit.text });
    const overriding = "She has to have it today.";
    expect(await desk.act(priya, theCase.id, press({ ...submit, overriding }))).toMatchObject({
      ok: true,
    });
    const opened = await desk.openCase(helen, theCase.id);
    expect(opened.ok && opened.value.submission?.checks?.[0]).toContain(overriding);
  });
});

describe("a letter that goes with a decision", () => {
  const reason = "The crew's records are with a contractor.";
  const extend = { type: "extend", workingDays: 5, reason, goodReason: "" } as const;

  it("is prepared for who may decide it, goes as they changed it, and not while it lacks something", async () => {
    const { case: theCase } = await storeCase(council, { steps: [classified, assignedTo(tom)] });
    const prepare = (person: Person, text?: string) =>
      desk.prepareLetter(person, theCase.id, { ...extend, text });
    expect(await prepare(auditor)).toMatchObject({ error: { kind: "not-permitted" } });
    expect(await prepare(outsider)).toMatchObject({ error: { kind: "not-found" } });
    const prepared = await prepare(tom);
    if (!prepared.ok) throw new Error(prepared.error.message);
    expect(prepared.value.text).toContain("our answer by Tuesday 1 December 2026");

    const silent = prepared.value.text.replace(/^.*Ombudsman.*$/m, "We hope you understand.");
    const looked = await prepare(tom, silent);
    const missing = "How to contact the Ombudsman.";
    expect(looked).toMatchObject({ value: { text: silent, findings: [{ words: missing }] } });
    const telling = { ...extend, telling: "letter" } as const;
    expect(await desk.act(tom, theCase.id, press({ ...telling, text: silent }))).toMatchObject({
      error: {
        kind: "not-possible",
        message: expect.stringContaining("contact the Ombudsman") as string,
      },
    });
    const text = prepared.value.text.replace("We are sorry", "We are very sorry");
    expect(await desk.act(tom, theCase.id, press({ ...telling, text }))).toMatchObject({
      value: { message: "The date is extended. The letter is on its way." },
    });
    await workOff(council);
    expect(lettersSaying(council, text)).toHaveLength(1);
    const opened = await desk.openCase(tom, theCase.id);
    const letter = { label: "Letter about the new date", text, letter: hashOf(text) };
    expect(opened.ok && opened.value.conversation.at(-1)).toMatchObject(letter);
    council.clock.moveTo("2026-11-25T09:00:00Z");
    const asked = { caseId: theCase.id, text: letter.letter, form: "docx" } as const;
    const file = await desk.letterForPost(tom, asked);
    if (!file.ok) throw new Error(file.error.message);
    const words = new AdmZip(Buffer.from(file.value.content)).readAsText("word/document.xml");
    expect(words, "the day it left, not today").toContain("Tuesday 10 November 2026");
  });

  it("about a refusal goes as it was prepared, and not once the refusal is taken back", async () => {
    const { case: theCase } = await storeCase(council, { steps: [classified] });
    const ground = "Another valid reason.";
    const refuse = {
      type: "refuse",
      ground,
      reason: "The court has it.",
      telling: "letter",
    } as const;
    await desk.act(priya, theCase.id, press(refuse));
    await desk.act(priya, theCase.id, press({ type: "reopen", reason: "By mistake." }));
    await workOff(council);
    expect(lettersSaying(council, "The court has it.")).toEqual([]);
    await desk.act(priya, theCase.id, press(refuse));
    await workOff(council);
    expect(received(council).map(({ text }) => text)).toEqual([
      expect.stringContaining("We have decided not to take it on as a complaint."),
    ]);
  });
});

describe("a case of the waste service", () => {
  const opens = async (person: Person, caseId: string) => [
    await desk.openCase(person, caseId),
    await desk.act(person, caseId, press({ type: "add-note", text: "Mine now." })),
    await desk.openAttachment(person, caseId, "AAMk1"),
    await desk.answeredCard(person, { caseId, action: { type: "approve", text } }),
  ];

  it.each([
    ["a case officer of another service", rhys],
    ["the head of another service", sunita],
    ["a councillor who does not sponsor it", amina],
    ["somebody without any role", outsider],
  ])("looks to %s as if it did not exist, whatever they ask", async (_who, person) => {
    const { case: theCase } = await submittedCase(council);
    const seen = await opens(person, theCase.id);
    expect(seen).toEqual(await opens(person, "CMP-0000-00"));
    expect(seen).toEqual(await opens(person, "'; drop table cases"));
    expect(seen.every((outcome) => !outcome.ok && outcome.error.kind === "not-found")).toBe(true);
    const lists = await Promise.all(
      desk.me(person).queues.map(({ name }) => desk.list(person, name)),
    );
    const rows = lists.flatMap((list) => (list.ok ? list.value.rows : []));
    expect(rows).toEqual([]);
    expect((await onlyCase(council)).case).toEqual(theCase);
  });

  it.each([
    ["its handler", tom],
    ["the head of its service", helen],
    ["the director of its service", david],
    ["the complaints team", priya],
    ["an auditor", auditor],
  ])("opens to %s", async (_who, person) => {
    const { case: theCase } = await submittedCase(council);
    expect(await desk.openCase(person, theCase.id)).toMatchObject({ ok: true });
  });

  it("opens to nobody of any service before it has one", async () => {
    const { case: theCase } = await storeCase(council);
    for (const person of [tom, helen, david, rhys, amina]) {
      expect(await desk.openCase(person, theCase.id)).toMatchObject({ ok: false });
    }
    expect(await desk.openCase(priya, theCase.id)).toMatchObject({ ok: true });
  });
});

describe("a councillor", () => {
  it("sees the case they wrote for a resident, and no draft of its answer", async () => {
    const { case: hers } = await submittedCase(council);
    await mailIs({ from: `Cllr Amina Shah <${amina.mail}>`, subject: "For a resident of mine" });
    const [theirs = ""] = (await caseIds(council)).filter((id) => id !== hers.id);
    const list = await desk.list(amina, "sponsored");
    expect(list).toMatchObject({ ok: true, value: { rows: [{ caseId: theirs }] } });
    expect(await desk.openCase(amina, theirs)).toMatchObject({ ok: true });
    const note = press({ type: "add-note", text: "Hurry." });
    expect(await desk.act(amina, theirs, note)).toMatchObject({
      ok: false,
      error: { kind: "not-permitted" },
    });
  });

  it("may not open the lists of others, nor the daily proof", async () => {
    for (const queue of ["triage", "all-cases", "team", "approvals", "my-cases"] as const) {
      expect(await desk.list(amina, queue)).toMatchObject({
        ok: false,
        error: { kind: "not-permitted" },
      });
    }
    expect(await desk.assurance.overview(amina)).toMatchObject({ ok: false });
  });
});

describe("whatever case there is", () => {
  const everybody = estate.people.map(({ name }) => personCalled(name));
  const byPriya: Actor = { kind: "person", person: priya };
  const toChildren: PersonCommand = {
    type: "route",
    policy: "children-act-1989",
    reason: "It is about a child.",
  };
  const restricted: PersonCommand = {
    type: "restrict-access",
    members: [rhys.id],
    reason: "It is about a colleague.",
  };
  const asksLee: PersonCommand = {
    type: "request-information",
    to: personCalled("Lee Barton").id,
    question: "When did the crew call?",
    due: "2026-11-12",
  };
  const step = (command: PersonCommand, ...people: Person[]): Step => ({
    command,
    actor: byPriya,
    people,
  });
  const ofChildren = ["Beth Carver"];
  const ofCouncil = ["Priya Nair", "Grace Bello", "Olu Adeyemi"];
  const ofWaste = ["Tom Okafor", "Helen Marsh", "David Lindqvist"];

  it.each<[string, Step[], string[]]>([
    ["one nobody has looked at", [], [...ofCouncil, "Beth Carver"]],
    ["one of waste", [classified], [...ofCouncil, "Beth Carver", ...ofWaste]],
    [
      "one of waste that the depot was asked about",
      [classified, assignedTo(tom), step(asksLee, personCalled("Lee Barton"))],
      [...ofCouncil, "Beth Carver", ...ofWaste, "Lee Barton"],
    ],
    ["one of the children’s procedure", [step(toChildren)], ofChildren],
    ["one of that procedure that a service has", [step(toChildren), classified], ofChildren],
    [
      "one that only some may know of",
      [classified, step(restricted, rhys)],
      ["Priya Nair", "Rhys Evans"],
    ],
    [
      "one that somebody has whom nobody named",
      [classified, assignedTo(tom), step(restricted, rhys)],
      ["Priya Nair", "Rhys Evans", "Tom Okafor"],
    ],
  ])("%s opens to those it concerns, and stands in no list of anybody else", async (...given) => {
    const [, steps, names] = given;
    const { case: theCase } = await storeCase(council, { steps });
    const opening: string[] = [];
    const listing: string[] = [];
    for (const person of everybody) {
      if ((await desk.openCase(person, theCase.id)).ok) opening.push(person.name);
      const lists = await Promise.all(
        desk.me(person).queues.map(({ name }) => desk.list(person, name)),
      );
      const rows = lists.flatMap((list) => (list.ok ? list.value.rows : []));
      if (rows.length > 0) listing.push(person.name);
    }
    expect(opening.toSorted()).toEqual(names.toSorted());
    expect(listing.toSorted()).toEqual(names.toSorted());
  });
});

describe("those who see no case", () => {
  it.each([
    ["Cllr Harriet Pembury", "figures", false],
    ["Sam Doyle", "people and policies", true],
  ])("%s is told what they see instead", (name, words, assurance) => {
    const me = desk.me(personCalled(name));
    expect(me).toMatchObject({ queues: [], logs: false, assurance });
    expect(me.noCases).toContain(words);
  });
});

describe("a refused action", () => {
  it("leaves nothing behind, not even the text it came with", async () => {
    const { case: theCase } = await submittedCase(council);
    const note = press({ type: "add-note", text: "I was never here." });
    const { containers, requestsOf } = council.storage;
    const requests = await requestsOf(async () => {
      const outcome = await desk.act(auditor, theCase.id, note);
      expect(outcome).toMatchObject({ ok: false, error: { kind: "not-permitted" } });
    });
    expect(requests.filter((request) => !request.startsWith("GET "))).toEqual([]);
    const name = `${theCase.id}/${hashOf("I was never here.")}.txt`;
    expect(await containers.texts.getBlobClient(name).exists()).toBe(false);
    expect(council.queue.waiting).toEqual([]);
  });

  it("says what is wrong with a service or a person that does not exist", async () => {
    const { case: theCase } = await storeCase(council, { steps: [classified] });
    const classify = {
      type: "classify",
      caseType: "complaint",
      service: "moon",
      reason: "",
    } as const;
    expect(await desk.act(priya, theCase.id, press(classify))).toMatchObject({
      ok: false,
      error: { kind: "bad-request", message: expect.stringContaining("service") as string },
    });
    const assign = { type: "assign", officer: "nobody" } as const;
    expect(await desk.act(priya, theCase.id, press(assign))).toMatchObject({
      ok: false,
      error: { kind: "not-possible", message: expect.stringContaining("directory") as string },
    });
    expect((await onlyCase(council)).case).toEqual(theCase);
  });
});
