import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { LogComplaint } from "#api/contract/log-complaint.ts";
import { HandleTogether } from "#api/contract/triage.ts";
import { actOnCase } from "#api/services/acting/act-on-case.ts";
import { handleTogether } from "#api/services/acting/handle-together.ts";
import { letterForPost } from "#api/services/letters/letter-for-post.ts";
import { logComplaint } from "#api/services/intake/log-complaint.ts";
import { openCase } from "#api/services/case-page/open-case.ts";
import { lookAlikes } from "#api/services/lists/look-alikes.ts";
import { MailboxBusy } from "#api/services/ports/mailbox.ts";
import { estate } from "#local/estate.ts";
import { type CallGate, diesBeforeWrite, losesAnswerOfWrite } from "#tests/support/calls.ts";
import { openCouncil, personCalled, type Council } from "#tests/support/council.ts";
import { expectQuiet } from "#tests/support/expectations.ts";
import { harmEverywhere } from "#tests/support/harm.ts";
import { arrives, hashOf, joan, received } from "#tests/support/joan.ts";
import { insists, press } from "#tests/support/person-at-work.ts";
import { perform, workOff } from "#tests/support/worker.ts";

const priya = personCalled("Priya Nair");
const [tom, helen] = [personCalled("Tom Okafor"), personCalled("Helen Marsh")];

let council: Council;

beforeAll(async () => {
  council = await openCouncil();
});
afterAll(() => council.close());
beforeEach(() => council.begin());

/** A complaint taken down by phone, from somebody who cannot be written to by mail. */
async function takenDown(actionId: string, words = "It is in my way every week."): Promise<string> {
  const outcome = await logComplaint(
    council.process(),
    priya,
    LogComplaint.parse({
      ...{ actionId, channel: "phone", complainant: { name: "Edith Marlow" } },
      ...{ subject: "Bin left in the road", words },
    }),
  );
  if (!outcome.ok) throw new Error(outcome.error.message);
  return outcome.value.caseId;
}

/** A mail's case is logged, and then the mailbox is away, so that nothing is acknowledged yet. */
async function loggedUnacknowledged(from: string): Promise<string> {
  await arrives(council, { from, text: "We need the library in Quay Street." });
  await perform(council.process(), { queue: "sync", mailbox: estate.mailbox });
  const message = council.queue.receive();
  if (message === undefined) throw new Error("The mail was not queued.");
  const away: CallGate = (call, run) => {
    if (call.name === "mailbox.draftReply") throw new MailboxBusy(30);
    return run();
  };
  await perform(council.process(away), message.work);
  council.queue.done(message);
  const { cases } = await council.process().views.list("queue:triage", { limit: 5 });
  return cases[0]?.caseId ?? "";
}

const stored = async (caseId: string) => (await council.process().cases.find(caseId))?.case;

describe("two cases that are linked", () => {
  it.each([
    ["is killed before any of its writes", diesBeforeWrite],
    ["loses the answer to any one write", losesAnswerOfWrite],
  ])("name each other once, whoever %s", { timeout: 300_000 }, async (_words, harm) => {
    const harmed = await harmEverywhere(council, harm, async (gate) => {
      const [caseId, other] = [await takenDown("call-000001"), await takenDown("call-000002")];
      const ports = council.process(gate);
      const link = { type: "link-case", other, kind: "follows", reason: "" } as const;
      const request = press(link);
      expect(await insists(council, ports, { person: priya, caseId, request })).toMatchObject({
        ok: true,
      });
      await workOff(council, ports);

      expect((await stored(caseId))?.links).toEqual([{ other, kind: "follows", reason: "" }]);
      expect((await stored(other))?.links).toEqual([
        { other: caseId, kind: "followed-by", reason: "" },
      ]);
      await expectQuiet(council);
    });
    expect(harmed).toBeGreaterThan(4);
  });

  it("cannot be linked to a case that does not exist", async () => {
    const caseId = await takenDown("call-000001");
    const link = { type: "link-case", other: "CMP-0000-00", kind: "related", reason: "" } as const;
    const refusal = await actOnCase(council.process(), priya, { caseId, request: press(link) });
    expect(refusal).toMatchObject({
      ok: false,
      error: { message: "There is no case CMP-0000-00. Check the reference." },
    });
  });
});

/** Mails that came one after the other, and the cases they began, by who wrote them. */
async function written(...writers: readonly string[]): Promise<string[]> {
  for (const writer of writers) {
    const [name] = writer.split("@");
    const text = `${libraryLetter}\n\nYours faithfully\n${name ?? ""}`;
    await arrives(council, {
      from: `${name ?? ""} <${writer}>`,
      subject: "Northgate Library",
      text,
    });
    council.clock.moveTo(new Date(council.clock.now().getTime() + 60_000).toISOString());
    await perform(council.process(), { queue: "sync", mailbox: estate.mailbox });
    await workOff(council);
  }
  const { cases } = await council.process().views.list("queue:triage", { limit: 50 });
  return cases.map(({ caseId }) => caseId);
}

const libraryLetter =
  "I am writing to complain about the decision to close Northgate Library on Saturdays from January. Saturday is the only day on which working people and schoolchildren can use the library. I ask the Council to pause the decision and to carry out a full public consultation.";

describe("mails of nearly the same words", () => {
  const together = (lead: string, cases: readonly string[], more = {}): HandleTogether =>
    HandleTogether.parse({
      ...{ kind: "campaign", actionId: "press-together-1", cases, lead },
      ...{ campaign: "Library", caseType: "complaint", service: "waste", officer: tom.id },
      ...more,
    });
  const found = async (caseId: string, person = priya) => {
    const outcome = await lookAlikes(council.process(), person, caseId);
    if (!outcome.ok) throw new Error(outcome.error.message);
    return outcome.value;
  };
  const decided = async (asked: HandleTogether) => {
    const outcome = await handleTogether(council.process(), priya, asked);
    if (!outcome.ok) throw new Error(outcome.error.message);
    await workOff(council);
    return outcome.value.cases;
  };

  it("are seen together, decided at once, and each exactly once however often that is sent", async () => {
    const [first = "", second = "", third = ""] = await written(
      ...["beth@example.org", "martin@example.com", "cleo@example.net"],
    );
    await arrives(council);
    await perform(council.process(), { queue: "sync", mailbox: estate.mailbox });
    await workOff(council);
    expect(await found(second)).toMatchObject({
      ...{ others: [{ caseId: first, waiting: true }, { caseId: third }], moreWaiting: 0 },
      ...{ copies: [], campaign: { name: "Northgate Library", lead: first } },
    });

    // Somebody has made one of them part of something else meanwhile.
    const elsewhere = { type: "join-campaign", campaign: "Trees", lead: third } as const;
    await actOnCase(council.process(), priya, { caseId: third, request: press(elsewhere) });
    const asked = together(first, [first, second, third]);
    expect((await decided(asked)).map(({ done }) => done)).toEqual([true, true, false]);
    const leave = { type: "leave-campaign", reason: "By mistake." } as const;
    await actOnCase(council.process(), priya, { caseId: third, request: press(leave) });
    expect((await decided(asked)).every(({ done }) => done)).toBe(true);
    const versions = await Promise.all([first, second, third].map((one) => stored(one)));
    for (const theCase of versions) {
      expect(theCase).toMatchObject({
        ...{ status: "investigating", campaign: { name: "Library", lead: first } },
        officer: { id: tom.id },
      });
    }
    await decided(asked);
    expect(await Promise.all([first, second, third].map((one) => stored(one)))).toEqual(versions);
    await expectQuiet(council);
  });

  it("are one person's duplicates: set aside and linked both ways, with no mail to anybody", async () => {
    const [first = "", second = ""] = await written("beth@example.org", "BETH@example.org");
    expect(await found(second)).toMatchObject({ others: [], copies: [{ caseId: first }], first });
    const before = received(council, "beth@example.org").length;
    const actionId = "press-duplicates-1";
    await decided({ kind: "duplicates", actionId, cases: [second], lead: first });
    expect(await stored(second)).toMatchObject({
      ...{ status: "closed", links: [{ other: first, kind: "duplicate" }] },
    });
    expect(await stored(first)).toMatchObject({ status: "triage", links: [{ other: second }] });
    expect(await found(first)).toMatchObject({ others: [], copies: [] });
    expect(received(council, "beth@example.org")).toHaveLength(before);
  });

  it("are seen together by whatever door they came", async () => {
    const [mailed = ""] = await written("beth@example.org");
    const posted = await takenDown("letter-000001", `${libraryLetter}\n\nEdith Marlow`);
    expect(await found(posted)).toMatchObject({ others: [{ caseId: mailed, waiting: true }] });
    expect(await found(mailed)).toMatchObject({ others: [{ caseId: posted, waiting: true }] });
  });

  it("are not acknowledged any more once they are set aside as spam", async () => {
    const caseId = await loggedUnacknowledged("watches@example.org");
    const spam = press({ type: "set-aside", as: "spam", reason: "It sells watches." });
    expect(await actOnCase(council.process(), priya, { caseId, request: spam })).toMatchObject({
      ok: true,
    });
    await workOff(council);
    expect(await stored(caseId)).toMatchObject({ status: "closed" });
    expect(received(council, "watches@example.org")).toEqual([]);
    await expectQuiet(council);
  });

  it("are shown and decided only as far as somebody may see them", async () => {
    const [first = "", second = ""] = await written("beth@example.org", "martin@example.com");
    const grace = personCalled("Grace Bello");
    await actOnCase(council.process(), grace, {
      caseId: first,
      request: press({ type: "restrict-access", members: [grace.id], reason: "Family." }),
    });
    await workOff(council);
    expect((await found(second)).others).toEqual([]);
    expect(await handleTogether(council.process(), priya, together(first, [second]))).toMatchObject(
      {
        ok: false,
        error: { kind: "bad-request" },
      },
    );
    const cases = await decided(together(second, [first, second]));
    expect(cases.map(({ done }) => done)).toEqual([false, true]);
    expect(await lookAlikes(council.process(), priya, first)).toMatchObject({ ok: false });
    expect(await handleTogether(council.process(), tom, together(second, [second]))).toMatchObject({
      ok: false,
      error: { kind: "not-permitted" },
    });
  });
});

describe("the answer to somebody without an e-mail address", () => {
  it("waits for a person to post it, and is answered the day it left, with no mail sent", async () => {
    const caseId = await takenDown("call-000001");
    const acts = async (
      person: typeof priya,
      action: Parameters<typeof press>[0],
    ): Promise<void> => {
      const request = press(action);
      const answer = await actOnCase(council.process(), person, { caseId, request });
      expect(answer, action.type).toMatchObject({ ok: true });
      await workOff(council);
    };
    const today = council.clock.now().toISOString().slice(0, 10);
    const letter = joan.letter.replace(joan.name, "Edith Marlow");
    const text = hashOf(letter);
    const file = (person: typeof priya, hash = text) =>
      letterForPost(council.process(), person, { caseId, text: hash, form: "docx" });
    await acts(priya, { type: "acknowledge", channel: "phone", on: today });
    await acts(priya, { type: "classify", caseType: "complaint", service: "waste", reason: "" });
    await acts(priya, { type: "assign", officer: tom.id });
    const reason = "The lorry broke down.";
    await acts(tom, {
      ...{ type: "extend", workingDays: 2, reason, goodReason: "", telling: "letter" },
    });
    const [extension] = (await stored(caseId))?.undelivered ?? [];
    expect(extension).toMatchObject({ letter: "extension", unsent: true });
    expect(await file(tom, extension?.text)).toMatchObject({
      value: { name: `${caseId} letter.docx` },
    });
    await acts(tom, { type: "post-again", undelivered: "1", channel: "letter", on: today });
    await acts(tom, { type: "save-draft", text: letter });
    await acts(tom, { type: "submit", text });
    expect(await file(tom)).toMatchObject({ value: { name: `${caseId} letter DRAFT.docx` } });
    await acts(helen, { type: "approve", text });
    expect(await file(tom)).toMatchObject({ value: { name: `${caseId} letter.docx` } });
    expect(await file(tom, hashOf("Another letter"))).toMatchObject({ ok: false });
    expect(await file({ ...tom, id: "x", roles: ["councillor"] })).toMatchObject({
      error: { kind: "not-found" },
    });
    expect(await stored(caseId)).toMatchObject({
      status: "sending",
      sendingProblem: expect.stringContaining("Post the approved letter") as string,
    });
    await acts(tom, { type: "record-posting", channel: "letter", on: today });
    expect(await stored(caseId)).toMatchObject({
      status: "answered",
      stages: [{ acknowledgedAt: `${today}T12:00:00.000Z`, answeredAt: `${today}T12:00:00.000Z` }],
    });
    await acts(tom, {
      ...{ type: "promise-remedy", kind: "action", what: "Move the bin.", owner: tom.id },
      ...{ partner: "", due: today },
    });
    await acts(tom, { type: "give-up-remedy", remedy: "1", reason, alternative: "A new bin." });
    expect(council.chat.seenBy(tom.id).at(-1)).toMatchObject({ letter: "remedy-changed" });
    const opened = await openCase(council.process(), tom, caseId);
    expect(opened).toMatchObject({
      value: { attention: [expect.stringContaining("Post the letter") as string] },
    });
    const shown = opened.ok ? opened.value.conversation.at(-1) : undefined;
    expect(shown?.label).toBe("Letter about a remedy that cannot be given, to be posted");
    expect(shown?.text).toContain("A new bin.");
    expect(await file(tom, shown?.letter)).toMatchObject({ ok: true });
    await acts(tom, { type: "post-again", undelivered: "2", channel: "letter", on: today });
    expect(received(council)).toEqual([]);
    await expectQuiet(council);
  });
});

describe("a mail that is no complaint", () => {
  it("is answered once with what it was taken for, and promised no answer to a complaint", async () => {
    const caseId = await loggedUnacknowledged(joan.address);
    for (const caseType of ["service-request", "comment"] as const) {
      const request = press({ type: "classify", caseType, service: "waste", reason: "" });
      const outcome = await actOnCase(council.process(), priya, { caseId, request });
      expect(outcome).toMatchObject({ ok: true });
      await workOff(council);
    }
    const letters = received(council);
    expect(letters).toHaveLength(1);
    expect(letters[0]?.text).toContain("We have read it as a request");
    expect(letters[0]?.text).toContain("passed it to Waste and Street Scene");
    expect(letters[0]?.text).not.toContain("full answer by");
    expect(letters[0]?.inReplyTo).toBeDefined();
    const [passed, ...again] = received(council, "waste@wexcombe.gov.uk");
    expect(again).toEqual([]);
    expect(passed?.text).toContain("It is a request for something to be done");
    expect(passed?.text).toContain("> We need the library in Quay Street.");
    expect(passed?.text).toContain(joan.address);
    const opened = await openCase(council.process(), priya, caseId);
    expect(opened.ok && opened.value.conversation.map(({ label }) => label)).toContain(
      "Passed to Waste and Street Scene",
    );
    await expectQuiet(council);
  });

  it("is left to the team to pass on where only some may know of it", async () => {
    const caseId = await loggedUnacknowledged(joan.address);
    const acts = (action: Parameters<typeof press>[0]) =>
      actOnCase(council.process(), priya, { caseId, request: press(action) });
    await acts({
      type: "restrict-access",
      members: [priya.id],
      reason: "Her neighbour works here.",
    });
    await acts({ type: "classify", caseType: "comment", service: "waste", reason: "" });
    await workOff(council);
    expect(received(council, "waste@wexcombe.gov.uk")).toEqual([]);
    expect(council.chat.seenBy(priya.id).at(-1)).toMatchObject({
      ...{ kind: "letter-undelivered", why: expect.stringContaining("Pass it on") as string },
    });
    await expectQuiet(council);
  });
});
