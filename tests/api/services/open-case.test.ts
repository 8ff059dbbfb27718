import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { CaseAction } from "#api/contract/case-action.ts";
import { CaseDetail } from "#api/contract/case-detail.ts";
import { policyNow } from "#api/domain/case/policy-now.ts";
import type { Person } from "#api/domain/people/actor.ts";
import { createDesk } from "#api/services/create-desk.ts";
import { openCouncil, personCalled, type Council } from "#tests/support/council.ts";
import { arrives, joan } from "#tests/support/joan.ts";
import { press } from "#tests/support/person-at-work.ts";
import {
  answeredWithRemedy,
  assignedTo,
  classified,
  draftedCase,
  storeCase,
  submittedCase,
} from "#tests/support/stored-case.ts";

const priya = personCalled("Priya Nair");
const tom = personCalled("Tom Okafor");
const helen = personCalled("Helen Marsh");
const lee = personCalled("Lee Barton");
const amina = personCalled("Cllr Amina Shah");

let council: Council;

beforeAll(async () => {
  council = await openCouncil();
});
afterAll(() => council.close());
beforeEach(() => council.begin());

const open = async (person: Person, caseId: string): Promise<CaseDetail> => {
  const opened = await createDesk(council.process()).openCase(person, caseId);
  if (!opened.ok) throw new Error(opened.error.message);
  return opened.value;
};

const act = async (person: Person, caseId: string, ...actions: CaseAction[]): Promise<void> => {
  for (const action of actions) {
    const done = await createDesk(council.process()).act(person, caseId, press(action));
    if (!done.ok) throw new Error(`${action.type}: ${done.error.message}`);
  }
};

/** A case of waste that Tom has. */
async function tomsCase(): Promise<string> {
  const { case: theCase } = await storeCase(council, { steps: [classified, assignedTo(tom)] });
  return theCase.id;
}

const offered = ({ actions }: CaseDetail, type: CaseAction["type"]) => {
  const found = actions.find((each) => each.type === type);
  if (found === undefined) throw new Error(`Nobody offers to ${type}.`);
  return found;
};
const choicesIn = (detail: CaseDetail, type: CaseAction["type"], name: string) =>
  offered(detail, type).form.fields.flatMap((field) =>
    field.name === name && "choices" in field ? field.choices.map((choice) => choice.name) : [],
  );

describe("what triage asks", () => {
  it("comes with the definitions, examples and questions of the case's own procedure", async () => {
    const { case: arrived } = await storeCase(council);
    const { caseTypes, guide } = (await open(priya, arrived.id)).choices;
    const { caseTypes: defined, triage } = policyNow(arrived);
    expect(caseTypes.slice(0, defined.length)).toMatchObject(
      defined.map(({ countsAs, definition, examples, handling }) => ({
        ...{ id: countsAs, hint: definition, examples, handling },
      })),
    );
    expect(guide?.questions).toEqual(triage.questions.map(({ words }) => words));
    expect(guide?.levels.map(({ title }) => title)).toEqual(
      triage.levels.map(({ title }) => title),
    );
  });
});

describe("what is offered on a case", () => {
  it("comes under a heading with what it asks, as the contract says it crosses HTTP", async () => {
    const detail = await open(priya, await tomsCase());
    expect(CaseDetail.parse(JSON.parse(JSON.stringify(detail)))).toEqual(detail);
    expect(offered(detail, "request-information")).toMatchObject({
      group: "Points and questions",
      allowed: true,
    });
    expect(offered(detail, "save-draft").group).toBe("The reply");
    expect(choicesIn(detail, "add-point", "service")).toContain("Housing");
  });

  it("names only those whom the decision would accept, nearest first", async () => {
    const detail = await open(priya, await tomsCase());
    const officers = choicesIn(detail, "assign", "officer");
    expect(officers).toContain("Priya Nair");
    expect(officers).not.toContain("Tom Okafor");
    const colleagues = choicesIn(detail, "request-information", "to");
    expect(colleagues).toEqual(expect.arrayContaining(["Lee Barton", "Helen Marsh"]));
    expect(colleagues).not.toContain("Cllr Amina Shah");
    expect(choicesIn(detail, "add-sponsor", "person")).toEqual(["Cllr Amina Shah"]);
  });

  it("asks nothing while it cannot be done, and says why", async () => {
    const { case: theCase } = await submittedCase(council);
    const returning = offered(await open(tom, theCase.id), "approve");
    expect(returning).toMatchObject({ allowed: false, form: { fields: [] } });
    expect(returning.why).toContain("Helen Marsh");
  });

  it("names the letter that the approver is looking at", async () => {
    const { case: theCase } = await submittedCase(council);
    const detail = await open(helen, theCase.id);
    expect(offered(detail, "return").form.fields[0]).toEqual({
      kind: "fixed",
      name: "text",
      value: detail.submission?.hash,
    });
  });
});

describe("what a case knows", () => {
  it("is told of its points, of what was asked and of what was answered", async () => {
    const caseId = await tomsCase();
    await act(
      tom,
      caseId,
      { type: "add-point", title: "Left three times", service: "waste" },
      { type: "answer-point", point: "1", text: "A van blocked the close." },
      { type: "decide-point", point: "1", finding: "upheld", reason: "Nobody came back." },
      { type: "add-point", title: "The smell", service: "waste" },
      { type: "drop-point", point: "2", reason: "It is part of point 1." },
      ...(["What do the sheets say?", "Who drove?"] as const).map((question) => ({
        ...({ type: "request-information", to: lee.id, question } as const),
        due: "2026-11-16",
      })),
    );
    await act(lee, caseId, { type: "give-information", request: "1", text: "Blocked, all three." });
    const { points, requests } = await open(tom, caseId);
    expect(points).toMatchObject([
      {
        id: "1",
        title: "Left three times",
        answer: { text: "A van blocked the close.", by: "Tom Okafor" },
        finding: expect.stringMatching(/upheld/i) as string,
        findingReason: "Nobody came back.",
      },
      { id: "2", dropped: "It is part of point 1." },
    ]);
    expect(requests).toMatchObject([
      {
        to: "Lee Barton",
        standing: { state: "met", words: "answered on Tue 10 Nov" },
        answer: { text: "Blocked, all three.", by: "Lee Barton" },
      },
      { question: "Who drove?", standing: { state: "on-time", words: "due in 4 working days" } },
    ]);
  });

  it("is told how every promise stands as the days go by", async () => {
    const caseId = await tomsCase();
    const remedy = (kind: "money" | "action", what: string, pounds?: number) =>
      ({
        ...({ type: "promise-remedy", kind, what, owner: tom.id, partner: "" } as const),
        due: "2026-11-16",
        ...(pounds === undefined ? {} : { pounds }),
      }) satisfies CaseAction;
    await act(
      tom,
      caseId,
      remedy("money", "Pay for the collection", 35.5),
      remedy("action", "Collect on Mondays"),
      remedy("action", "Ring her"),
      {
        ...({ type: "give-up-remedy", remedy: "2", reason: "No lorry." } as const),
        alternative: "A second bin.",
      },
      {
        ...({ type: "note-lesson", kind: "training", what: "Report blocked streets" } as const),
        ...{ owner: helen.id, due: "2026-11-12" },
      },
    );
    council.clock.moveTo("2026-11-18T10:00:00Z");
    await act(tom, caseId, {
      ...({ type: "complete-remedy", remedy: "3", on: "2026-11-17" } as const),
      evidence: "She was in.",
    });
    const { remedies, lessons } = await open(tom, caseId);
    expect(remedies.map(({ kind, standing, note }) => [kind, standing.words, note])).toEqual([
      ["£35.50", "2 working days overdue", undefined],
      ["An action", "cannot be given", "No lorry.\nInstead: A second bin."],
      ["An action", "done on Tue 17 Nov, 1 working day late", "She was in."],
    ]);
    expect(lessons).toMatchObject([
      { kind: "Training", owner: "Helen Marsh", standing: { state: "overdue" } },
    ]);
  });

  it("is told when to ask whether the answer met their need, and then what came of it", async () => {
    const { id } = (await answeredWithRemedy(council)).case;
    const title = "Ask whether our stage 1 answer met their need";
    expect((await open(tom, id)).checkIns).toEqual([
      {
        ...{ stage: 1, title, facts: ["Answered on Tue 10 Nov"] },
        standing: { state: "on-time", words: "due in 10 working days" },
      },
    ]);
    await act(tom, id, {
      ...({ type: "record-check-in", how: "phone", on: "2026-11-10", met: "no" } as const),
      said: "The bin is still there.",
    });
    const after = await open(priya, id);
    expect(after.checkIns).toEqual([
      {
        ...{ stage: 1, title: "Our stage 1 answer did not meet their need" },
        ...{ facts: ["Tom Okafor, by phone", "Tue 10 Nov"], said: "The bin is still there." },
        next: expect.stringContaining("can ask for stage 2") as string,
      },
    ]);
    expect(after.actions.find(({ type }) => type === "record-check-in")).toBeUndefined();
    expect(offered(after, "escalate").allowed).toBe(true);
  });

  it("is told what the person needs, whose it is and what belongs together", async () => {
    const caseId = await tomsCase();
    const { case: other } = await storeCase(council);
    await act(
      priya,
      caseId,
      {
        ...({ type: "raise-flag", flag: "adjustment", words: "Large print." } as const),
        reviewOn: "2026-11-11",
      },
      {
        ...({ type: "restrict-conduct", what: "Writing only.", reason: "Threats." } as const),
        ...{ until: "2026-12-01", reviewOn: "2026-11-20" },
      },
      { type: "add-sponsor", person: amina.id, name: "", capacity: "councillor", consent: false },
      { type: "link-case", other: other.id, kind: "same-person", reason: "Her tax too." },
      { type: "join-campaign", campaign: "Save our bins", lead: other.id },
    );
    council.clock.moveTo("2026-11-12T10:00:00Z");
    const { care, related, hands } = await open(priya, caseId);
    expect(care.map(({ words, when }) => [words, when])).toEqual([
      ["Large print.", "Should have been looked at again on Wed 11 Nov"],
      ["Writing only.", "Until Tue 1 Dec. Look at it again on Fri 20 Nov"],
      ["Cllr Amina Shah, who may not read the answer", "Not told yet"],
      [`Save our bins, answered with ${other.id}`, undefined],
    ]);
    expect(related).toEqual([
      { caseId: other.id, words: "From the same person", reason: "Her tax too." },
      { caseId: other.id, words: "Answers the campaign Save our bins" },
    ]);
    expect(hands.at(-1)).toMatchObject({ who: "Tom Okafor (service)", workingDays: 2 });
    expect(hands.at(-1)?.to).toBeUndefined();
  });

  it("is told what the Ombudsman asks, and reads calls where they belong in the conversation", async () => {
    const caseId = await tomsCase();
    await act(
      priya,
      caseId,
      {
        ...({ type: "record-enquiry", ombudsman: "lgsco", reference: "26 001" } as const),
        ...{ on: "2026-11-10", asks: "All letters.", due: "2026-11-12" },
      },
      {
        ...({ type: "record-correspondence", direction: "in", channel: "phone" } as const),
        ...{ on: "2026-11-10", with: "Joan’s daughter", text: "She is in hospital." },
      },
    );
    const { outside, conversation } = await open(priya, caseId);
    expect(outside).toMatchObject([
      {
        title: "Local Government and Social Care Ombudsman, 26 001",
        standing: { state: "due-soon", words: "due in 2 working days" },
        text: "All letters.",
      },
    ]);
    expect(conversation.find(({ label }) => label === "By phone")).toMatchObject({
      from: "Joan’s daughter",
      text: "She is in hospital.",
    });
    const times = conversation.map(({ at }) => Date.parse(at));
    expect(times).toEqual(times.toSorted((a, b) => a - b));
  });
});

describe("a councillor who sponsors a case", () => {
  it("follows it without anything that colleagues write for each other", async () => {
    const { case: theCase } = await draftedCase(council);
    await act(
      priya,
      theCase.id,
      { type: "add-sponsor", person: amina.id, name: "", capacity: "councillor", consent: true },
      { type: "add-note", text: "She shouted at me." },
      { type: "raise-flag", flag: "vulnerability", words: "Lives alone." },
      { type: "add-point", title: "The bins", service: "waste" },
      { type: "answer-point", point: "1", text: "Our fault." },
    );
    const detail = await open(amina, theCase.id);
    const everything = JSON.stringify(detail);
    for (const words of ["shouted", "Lives alone", "Our fault", joan.letter.slice(0, 20)]) {
      expect(everything).not.toContain(words);
    }
    expect(detail.points).toMatchObject([{ title: "The bins" }]);
    expect(detail.care).toMatchObject([{ words: "Cllr Amina Shah" }]);
    expect(detail.history.length).toBeGreaterThan(1);
  });
});

describe("a mail of a case", () => {
  const html = `<p onclick="x()">My <b>bin</b></p><img src="https://t.example/p.gif">`;
  const raw = (body: string, type = "text/html") =>
    Buffer.from(`From: joan@example.com\r\nContent-Type: ${type}\r\n\r\n${body}`);

  it("is shown as it was sent, made safe, to those who may see the case and to nobody else", async () => {
    const { case: theCase } = await storeCase(council, { steps: [classified, assignedTo(tom)] });
    await council.process().evidence.keepMail(theCase.origin, [raw(html)]);
    const desk = createDesk(council.process());
    const shown = await desk.openMail(tom, theCase.id, theCase.origin);
    expect(shown).toEqual({
      ok: true,
      value: { html: "<p>My <b>bin</b></p>\n", remoteImages: 1, unshown: [], cut: false },
    });
    const rhys = personCalled("Rhys Evans");
    expect(await desk.openMail(rhys, theCase.id, theCase.origin)).toMatchObject({
      error: { kind: "not-found" },
    });
    expect(await desk.openMail(tom, theCase.id, "0".repeat(64))).toMatchObject({
      error: { kind: "not-found" },
    });
  });

  it("says so when it was plain text after all", async () => {
    const { case: theCase } = await storeCase(council);
    await council.process().evidence.keepMail(theCase.origin, [raw("My bin", "text/plain")]);
    const shown = await createDesk(council.process()).openMail(priya, theCase.id, theCase.origin);
    expect(shown).toEqual({ ok: true, value: { remoteImages: 0, unshown: [], cut: false } });
  });

  it("is read without what it quotes, of which nothing is lost", async () => {
    const text = `It was missed again.\n\nOn Mon, 16 Nov 2026 at 10:02, Council <c@example.org> wrote:\n> We will answer.`;
    const mail = await arrives(council, { text });
    const { case: theCase } = await storeCase(council, { mail });
    const { conversation } = await open(priya, theCase.id);
    expect(conversation[0]).toMatchObject({ newText: "It was missed again.", rest: "quoted text" });
    expect(conversation[0]?.text).toContain("> We will answer.");
  });
});

describe("whoever gives a case to somebody", () => {
  const loads = async (person: Person, caseId: string, service = "") => {
    const desk = createDesk(council.process());
    const asked = await desk.officersLoad(person, { caseId, service });
    if (!asked.ok) return asked.error.kind;
    return Object.fromEntries(
      asked.value.groups.map(({ title, officers }) => [
        title,
        officers.map(({ name, hint }) => `${name}: ${hint}`),
      ]),
    );
  };

  it("sees how much each officer has, the service's own first and whoever is away last", async () => {
    await tomsCase();
    const restricted = await tomsCase();
    await act(priya, restricted, {
      ...({ type: "restrict-access", members: [lee.id], reason: "A colleague." } as const),
    });
    const { case: theCase } = await storeCase(council, { steps: [classified] });
    const [own] = Object.entries(await loads(priya, theCase.id))[0] ?? [];
    expect(own).toBe("Waste and Street Scene");
    const tomsLoad = async () => {
      const groups = await loads(helen, theCase.id);
      return typeof groups === "string"
        ? groups
        : Object.values(groups).flatMap((lines) => lines.filter((line) => line.includes(tom.name)));
    };
    expect(await tomsLoad()).toEqual(["Tom Okafor: 2 open · Case officer, Waste and Street Scene"]);
    council.clock.moveTo("2026-11-23T10:00:00Z");
    expect(await tomsLoad()).toEqual([
      "Tom Okafor: 2 open, 2 due this week · Case officer, Waste and Street Scene",
    ]);
    council.clock.moveTo("2026-11-26T10:00:00Z");
    expect(await tomsLoad()).toEqual([
      "Tom Okafor: 2 open, 2 overdue · Case officer, Waste and Street Scene",
    ]);
    const ewa = personCalled("Ewa Kowalska");
    const cover = { person: tom.id, deputy: ewa.id, from: "2026-11-26", until: "2026-11-27" };
    expect(await createDesk(council.process()).away.name(priya, cover)).toMatchObject({ ok: true });
    expect(await loads(priya, theCase.id)).toMatchObject({
      "Away now": [
        "Tom Okafor: away until Fri 27 Nov, Ewa Kowalska stands in · Case officer, Waste and Street Scene",
      ],
    });
    const { directory } = council.process();
    const stored = await directory.findCovers(tom.id);
    expect(await directory.saveCovers(tom.id, { ...stored, covers: [] })).toBe("saved");
    // As the case will stand once it is about that service.
    expect(Object.keys(await loads(priya, theCase.id, "revenues"))[0]).toBe(
      "Revenues and Benefits",
    );
  });

  it("is nobody whose work that is not", async () => {
    const caseId = await tomsCase();
    expect(typeof (await loads(tom, caseId))).toBe("object");
    expect(await loads(personCalled("Ewa Kowalska"), caseId)).toBe("not-found");
    await act(tom, caseId, {
      ...({ type: "request-information", to: lee.id, question: "Why?" } as const),
      due: "2026-11-12",
    });
    expect(await loads(lee, caseId)).toBe("not-permitted");
  });
});
