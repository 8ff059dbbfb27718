import { Buffer } from "node:buffer";
import { buffer } from "node:stream/consumers";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { z } from "zod";
import type { Caller } from "#api/contract/caller.ts";
import type { OtherCases } from "#api/contract/other-cases.ts";
import { LogComplaint, type TakenDown } from "#api/contract/log-complaint.ts";
import { WebForm } from "#api/contract/web-form.ts";
import type { Person } from "#api/domain/people/actor.ts";
import { createDesk } from "#api/services/create-desk.ts";
import { logComplaint } from "#api/services/intake/log-complaint.ts";
import type { Ports } from "#api/services/ports/ports.ts";
import { takeInWebForm } from "#api/services/intake/take-in-web-form.ts";
import { diesBeforeWrite, losesAnswerOfWrite, meetingAt } from "#tests/support/calls.ts";
import { openCouncil, personCalled, type Council } from "#tests/support/council.ts";
import {
  caseIds,
  expectNothingPersonal,
  expectQuiet,
  ledgerRows,
  onlyCase,
} from "#tests/support/expectations.ts";
import { harmEverywhere } from "#tests/support/harm.ts";
import { hashOf } from "#tests/support/joan.ts";
import { press } from "#tests/support/person-at-work.ts";
import { workOff } from "#tests/support/worker.ts";

const priya = personCalled("Priya Nair");
const tom = personCalled("Tom Okafor");

const call: TakenDown = {
  actionId: "call-000001",
  channel: "phone",
  complainant: { name: "Edith Marlow", phone: "01632 960 001", email: "", address: "" },
  subject: "Bin left in the road",
  words: "The bin is always left in the road and I cannot get past it with my frame.",
  adjustment: "Ring, do not write: she cannot read small print.",
};
const personal = ["Edith", "Marlow", "960 001", "Bin left", "small print"];

let council: Council;

beforeAll(async () => {
  council = await openCouncil();
});
afterAll(() => council.close());
beforeEach(() => council.begin());
afterEach(() => expectNothingPersonal(council, personal));

const log = (change: Partial<TakenDown> = {}, person = priya, ports = council.process()) =>
  logComplaint(ports, person, LogComplaint.parse({ ...call, ...change }));

async function logged(change: Partial<TakenDown> = {}, person: Person = priya) {
  const outcome = await log(change, person);
  if (!outcome.ok) throw new Error(outcome.error.message);
  return outcome.value;
}

const triage = async (ports: Ports) => {
  const page = await createDesk(ports).list(priya, "triage");
  return page.ok ? page.value.rows : [];
};

describe("a call that somebody takes down", () => {
  it("is a case at once, in triage, with what was said and who said it", async () => {
    const answer = await logged();
    expect(answer).toMatchObject({ version: 2, mayOpen: true });
    const { case: theCase } = await onlyCase(council);
    expect(theCase).toMatchObject({
      id: answer.caseId,
      status: "triage",
      channel: "phone",
      subject: call.subject,
      complainant: { name: "Edith Marlow", phone: "01632 960 001" },
      receivedAt: "2026-11-10T10:00:00.000Z",
    });
    expect(theCase.complainant).not.toHaveProperty("email");
    expect(await council.process().texts.get(answer.caseId, hashOf(call.words))).toBe(call.words);
    const rows = await triage(council.process());
    expect(rows).toMatchObject([{ caseId: answer.caseId, complainant: "Edith Marlow" }]);
    const history = await council.process().cases.findWithHistory(answer.caseId);
    expect(history?.events.map(({ by }) => by)).toMatchObject([{ id: priya.id }, { id: priya.id }]);
  });

  it("keeps the adjustment they asked for where everybody on the case sees it", async () => {
    await logged({}, tom);
    expect((await onlyCase(council)).case.flags).toMatchObject([
      { flag: "adjustment", words: call.adjustment },
    ]);
  });

  it("owes no mail to somebody without an address, and says by when to acknowledge it", async () => {
    const { message } = await logged();
    expect(message).toContain("by Tuesday 17 November 2026");
    await workOff(council);
    await expectQuiet(council);
    expect((await onlyCase(council)).case.version).toBe(2);
  });

  it("is acknowledged by Redress where there is an e-mail address", async () => {
    const complainant = { name: "Edith Marlow", email: "edith@example.org" };
    expect(await logged({ complainant })).toMatchObject({
      message: expect.stringContaining("acknowledges it by e-mail") as string,
    });
    const { case: theCase } = await onlyCase(council);
    expect(await council.process().cases.pendingEffects(theCase.id)).toMatchObject([
      { effect: { kind: "acknowledge" } },
    ]);
  });

  it("does not open to everybody who takes it", async () => {
    const { mayOpen, caseId } = await logged({}, tom);
    expect(mayOpen).toBe(false);
    expect(await createDesk(council.process()).openCase(tom, caseId)).toMatchObject({ ok: false });
  });
});

describe("the day it was received", () => {
  it("stands apart from the day it was logged, and its dates count from it", async () => {
    await logged({ channel: "letter", receivedAt: "2026-11-03" });
    const { case: theCase } = await onlyCase(council);
    expect(theCase.receivedAt.slice(0, 10)).toBe("2026-11-03");
    expect(theCase.loggedAt).toBe("2026-11-10T10:00:00.000Z");
    expect(theCase.stages[0]?.startedAt).toBe(theCase.receivedAt);
    // Five working days after Tuesday the third.
    expect((await triage(council.process()))[0]?.clock.due).toBe("2026-11-10");
  });

  it("is London's: half past midnight in summer is that day there", async () => {
    council.clock.moveTo("2027-06-30T23:30:00.000Z");
    expect(await log({ receivedAt: "2027-07-01" })).toMatchObject({ ok: true });
    expect((await onlyCase(council)).case.receivedAt).toBe("2027-06-30T23:30:00.000Z");
  });

  it.each(["2026-11-11", "2026-11-10T10:00:00.001Z"])(
    "cannot be %s, in the future",
    async (day) => {
      expect(await log({ receivedAt: day })).toMatchObject({
        ok: false,
        error: { kind: "bad-request" },
      });
      expect(await caseIds(council)).toEqual([]);
    },
  );

  it("may be long ago: the policy's limit is told, and left to whoever decides", async () => {
    const { message } = await logged({ receivedAt: "2025-06-02" });
    expect(message).toContain("the policy says");
    expect((await logged({ actionId: "call-000002" })).message).not.toContain("the policy says");
  });
});

describe("the same press", () => {
  it("repeated finds the case of the first time", async () => {
    const first = await logged();
    expect(await logged()).toEqual(first);
    expect(await caseIds(council)).toEqual([first.caseId]);
  });

  it("of another person is another case", async () => {
    const [mine, theirs] = [await logged(), await logged({}, tom)];
    expect(new Set([mine.caseId, theirs.caseId]).size).toBe(2);
  });

  it("twice at once is one case, and both hear its reference", async () => {
    const gate = meetingAt("cases.transact", 2);
    const both = [1, 2].map(() => log({}, priya, council.process(gate)));
    const [one, two] = await Promise.all(both);
    expect(one).toMatchObject({ ok: true });
    expect(two).toEqual(one);
    await workOff(council);
    await expectQuiet(council);
  });

  it.each([
    ["the process dies", diesBeforeWrite],
    ["an answer is lost", losesAnswerOfWrite],
  ])("repeated after %s anywhere leaves one whole case", async (_what, harm) => {
    const harmed = await harmEverywhere(council, harm, async (gate) => {
      const first = await log({}, priya, council.process(gate)).catch(() => undefined);
      const again = await log();
      if (first !== undefined) expect(again).toEqual(first);
      await workOff(council);
      expect((await onlyCase(council)).case).toMatchObject({ version: 2, flags: [{}] });
      await expectQuiet(council);
    });
    expect(harmed).toBeGreaterThan(3);
  });
});

const pdf = Buffer.from("%PDF-1.7\n1 0 obj\n").toString("base64");

describe("what came with it", () => {
  it("is kept as evidence and opens from the case, as what it is", async () => {
    const { caseId } = await logged({ attachments: [{ name: "letter.jpg", content: pdf }] });
    const desk = createDesk(council.process());
    const detail = await desk.openCase(priya, caseId);
    const [file] = detail.ok ? (detail.value.conversation[0]?.attachments ?? []) : [];
    expect(file).toMatchObject({ name: "letter.jpg", type: "application/pdf", bytes: 17 });
    const opened = await desk.openAttachment(priya, caseId, file?.id ?? "");
    expect(opened).toMatchObject({ ok: true, value: { shownType: "application/pdf" } });
    expect(opened.ok && (await buffer(opened.value.content)).toString("base64")).toBe(pdf);
    expect(await desk.openAttachment(tom, caseId, file?.id ?? "")).toMatchObject({ ok: false });
  });

  it("is refused when it is a program, whatever its name, and nothing is logged", async () => {
    const content = Buffer.from("MZ\u0090\u0000", "latin1").toString("base64");
    expect(await log({ attachments: [{ name: "letter.pdf", content }] })).toMatchObject({
      ok: false,
      error: { kind: "bad-request", fields: { attachments: expect.any(String) as string } },
    });
    expect(await caseIds(council)).toEqual([]);
  });
});

describe("what the caller brought before", () => {
  const earlier = async (caller: Caller, person: Person = priya) => {
    const found = await createDesk(council.process()).callerHistory(person, caller);
    if (!found.ok) throw new Error(found.error.message);
    return found.value;
  };

  it("is found by e-mail, phone and postcode, however they are written", async () => {
    const complainant = {
      name: "Edith Marlow",
      email: "Edith@Example.org",
      phone: "+44 1632 960001",
      address: "4 Quay Street, Wexcombe WX1 2AB",
    };
    const { caseId } = await logged({ complainant, adjustments: ["large-print"], adjustment: "" });
    const by = async (caller: Caller) =>
      (await earlier(caller)).cases.map(({ row, same }) => [row.caseId, ...same]);
    expect(await by({ email: "edith@example.org " })).toEqual([[caseId, "e-mail"]]);
    expect(await by({ phone: "(01632) 960 001" })).toEqual([[caseId, "phone"]]);
    expect(await by({ address: "6 Quay Street\nwx12ab" })).toEqual([[caseId, "postcode"]]);
    expect(await by({ email: "e@example.org", phone: "01632 960002" })).toEqual([]);
    expect(await earlier({ phone: "01632960001", email: "edith@example.org" })).toMatchObject({
      cases: [{ same: ["e-mail", "phone"] }],
      adjustments: ["Large print"],
    });
    // Of what tells who somebody is, no row's name holds a letter.
    const rows = await council.storage.rows("views");
    const people = rows.filter(({ partitionKey }) => partitionKey.endsWith("find"));
    expect(people.length).toBeGreaterThan(10);
    expect(people.every(({ rowKey }) => /^[0-9a-f]{16}_\d{13}_CMP-[\w-]{7}$/.test(rowKey))).toBe(
      true,
    );
  });

  it("shows nobody a case that is not theirs to see", async () => {
    await logged();
    expect(await earlier({ phone: "01632 960 001" }, tom)).toEqual({ cases: [], adjustments: [] });
    const olu = personCalled("Olu Adeyemi");
    expect(
      await createDesk(council.process()).callerHistory(olu, { phone: "01632 960 001" }),
    ).toMatchObject({ ok: false, error: { kind: "not-permitted" } });
  });
});

describe("the other cases of a person", () => {
  const at = (address: string, name = "Edith Marlow"): Partial<TakenDown> => ({
    complainant: { name, phone: "", email: "", address },
    actionId: `call-${name}-${address}`.replaceAll(/[^A-Za-z0-9-]/g, "").slice(0, 40),
  });
  const near = async (caseId: string, person: Person = priya) => {
    const found = await createDesk(council.process()).otherCases(person, caseId);
    if (!found.ok) return found.error.kind;
    const lines = (cases: OtherCases["person"]) =>
      cases.map(({ row, same }) => [row.caseId, ...same].join(" "));
    return { person: lines(found.value.person), address: lines(found.value.address) };
  };

  it("are those with their phone, or their name and postcode; their neighbours' stand apart", async () => {
    const home = "4 Quay Street, Wexcombe WX1 2AB";
    const { caseId } = await logged({
      complainant: { ...call.complainant, address: home },
      actionId: "call-000002",
    });
    const byPhone = await logged();
    const byName = await logged(at("Quay Street 4\nwx12ab", "Marlow, Mrs Edith"));
    const inHouse = await logged(at(home, "Sid Marlow"));
    const nextDoor = await logged(at("6 Quay Street\nWX1 2AB", "Ola Berg"));
    await logged(at("4 Mill Lane, Wexcombe WX1 9ZZ"));
    const found = await near(caseId);
    if (typeof found === "string") throw new Error(found);
    expect(found.person.toSorted()).toEqual(
      [`${byPhone.caseId} phone`, `${byName.caseId} address`].toSorted(),
    );
    expect(found.address.toSorted()).toEqual(
      [`${inHouse.caseId} address`, `${nextDoor.caseId} postcode`].toSorted(),
    );
  });

  it("are hidden from whoever may not know of them, as is the case itself", async () => {
    const [one, other] = [await logged(), await logged({ actionId: "call-000002" })];
    const grace = personCalled("Grace Bello");
    expect(await near(one.caseId, grace)).toMatchObject({ person: [`${other.caseId} phone`] });
    const restricted = await createDesk(council.process()).act(
      priya,
      other.caseId,
      press({ type: "restrict-access", members: [priya.id], reason: "A colleague." }),
    );
    expect(restricted.ok).toBe(true);
    expect(await near(one.caseId, grace)).toEqual({ person: [], address: [] });
    expect(await near(one.caseId)).toMatchObject({ person: [`${other.caseId} phone`] });
    expect(await near(other.caseId, grace)).toBe("not-found");
    expect(await near(one.caseId, personCalled("Cllr Amina Shah"))).toBe("not-found");
  });
});

describe("what a resident sent by the council’s website", () => {
  const form: z.input<typeof WebForm> = {
    submissionId: "form-000001",
    name: "Edith Marlow",
    email: "edith@example.org",
    happened: "My bin is left in the road.\nEvery week.",
    putRight: "Put it back where it stood.",
    service: "Bins",
    adjustments: ["bsl"],
    attachments: [{ name: "bin.pdf", content: pdf }],
  };
  const send = (
    change: Partial<typeof form> = {},
    { website = "site-1", ports = council.process() } = {},
  ) => takeInWebForm(ports, website, WebForm.parse({ ...form, ...change }));

  it("is a case with all they said, acknowledged once, and accounted for", async () => {
    const taken = await send();
    await workOff(council);
    const { case: theCase } = await onlyCase(council);
    expect(taken).toMatchObject({
      ok: true,
      value: { caseId: theCase.id, message: expect.stringContaining(theCase.id) as string },
    });
    expect(theCase).toMatchObject({
      channel: "web-form",
      subject: "My bin is left in the road.",
      complainant: { name: "Edith Marlow", email: "edith@example.org" },
      flags: [{ flag: "adjustment", words: "British Sign Language" }],
    });
    const [mail, ...more] = council.mailbox.mailFor("edith@example.org");
    expect(more).toEqual([]);
    expect(mail?.text).toContain(theCase.id);
    const desk = createDesk(council.process());
    const detail = await desk.openCase(priya, theCase.id);
    expect(detail.ok && detail.value.conversation[0]).toMatchObject({
      text: `${form.happened}\n\nWhat would put it right:\n${form.putRight}\n\nChosen on the form: Bins`,
      attachments: [{ name: "bin.pdf" }],
      label: "By web form",
    });
    const rows = await ledgerRows(council);
    expect(rows).toMatchObject([
      { outcome: "new-case", caseId: theCase.id, channel: "web-form", mailbox: "web-form" },
    ]);
  });

  it("is one case however often it is sent, also after midnight; of another website another", async () => {
    const first = await send();
    council.clock.moveTo("2026-11-11T09:00:00.000Z");
    expect(await send()).toEqual(first);
    expect(await ledgerRows(council)).toHaveLength(1);
    await send({}, { website: "site-2" });
    expect(await caseIds(council)).toHaveLength(2);
  });

  it.each([
    ["the process dies", diesBeforeWrite],
    ["an answer is lost", losesAnswerOfWrite],
  ])("sent again after %s anywhere is one whole case", async (_what, harm) => {
    const harmed = await harmEverywhere(council, harm, async (gate) => {
      await send({}, { ports: council.process(gate) }).catch(() => undefined);
      expect(await send()).toMatchObject({ ok: true });
      await workOff(council);
      await onlyCase(council);
      expect(council.mailbox.mailFor("edith@example.org")).toHaveLength(1);
      expect(await ledgerRows(council)).toHaveLength(1);
      await expectQuiet(council);
    });
    expect(harmed).toBeGreaterThan(5);
  });

  it("counts from the day it was sent, which cannot be ahead", async () => {
    await send({ sentAt: "2026-11-08T22:00:00Z" });
    expect((await onlyCase(council)).case.receivedAt).toBe("2026-11-08T22:00:00.000Z");
    expect(
      await send({ submissionId: "form-000002", sentAt: "2026-11-12T09:00:00Z" }),
    ).toMatchObject({ ok: false, error: { fields: { sentAt: expect.any(String) as string } } });
  });

  it.each([
    [{ name: " " }, "Ask for a name; send “Anonymous” if there is none."],
    [{ happened: "" }, "Ask what happened."],
    [{ email: "edith at home" }, "Check the e-mail address, or leave it out."],
    [{ submissionId: "1" }, "Send a submissionId of 8 to 64 letters, digits and hyphens."],
    [{ attachments: [{ name: "a.exe", content: pdf }] }, /^Send files of these kinds: jpg/],
    [
      { attachments: [{ name: "a.pdf", content: "<p>" }] },
      "Send the content of each file as base64.",
    ],
    [{ adjustments: ["a car"] }, /^Choose adjustments from: large-print/],
    [
      { attachments: Array.from({ length: 11 }, () => ({ name: "a.pdf", content: pdf })) },
      "Send no more than 10 files.",
    ],
  ])("is refused with what to do about it: %j", (change, message) => {
    const issues = WebForm.safeParse({ ...form, ...change }).error?.issues ?? [];
    expect(issues.map((issue) => issue.message)).toEqual([
      typeof message === "string" ? message : (expect.stringMatching(message) as string),
    ]);
  });
});

describe("whose work is not cases", () => {
  it.each(["Cllr Amina Shah", "Cllr Harriet Pembury", "Sam Doyle", "Olu Adeyemi"])(
    "%s logs none",
    async (name) => {
      const person = personCalled(name);
      const desk = createDesk(council.process());
      expect(desk.me(person).logs).toBe(false);
      expect(await desk.logComplaint(person, LogComplaint.parse(call))).toMatchObject({
        ok: false,
        error: { kind: "not-permitted" },
      });
      expect(await caseIds(council)).toEqual([]);
    },
  );

  it.each(["Priya Nair", "Tom Okafor", "Helen Marsh", "Lee Barton", "Kirsty Munro"])(
    "unlike %s, who logs one",
    async (name) => {
      const person = personCalled(name);
      expect(createDesk(council.process()).me(person).logs).toBe(true);
      expect(await log({}, person)).toMatchObject({ ok: true });
    },
  );
});

describe("what is taken down", () => {
  const problem = (change: Record<string, unknown>) =>
    LogComplaint.safeParse({ ...call, ...change }).error?.issues.map(({ message }) => message);

  it.each([
    ["what was said", { words: "  " }, "Write what was said."],
    ["a name", { complainant: { name: "" } }, "Write who complains."],
    ["a subject", { subject: "" }, "Write what it is about."],
    ["a channel there is", { channel: "pigeon" }, "Choose how it reached the council."],
    ["a day that exists", { receivedAt: "2026-02-30" }, "Give the day it reached the council."],
    ["a likely year", { receivedAt: "0206-11-10" }, "Check the year it reached the council."],
    [
      "an address that mail can be sent to",
      { complainant: { name: "Edith", email: "edith at home" } },
      "Check the e-mail address, or leave it out.",
    ],
  ])("needs %s, and says so", (_what, change, message) => {
    expect(problem(change)).toEqual([message]);
  });
});
