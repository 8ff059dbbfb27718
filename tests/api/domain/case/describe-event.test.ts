import { describe, expect, it } from "vitest";
import { describeEvent } from "#api/domain/case/describe-event.ts";
import type { CaseEventData } from "#api/domain/case/events.ts";
import { hash, letter, mail } from "./story.ts";
import { wholeLives } from "./whole-life.ts";

const names = {
  service: (id: string) => ({ waste: "Waste and Street Scene" })[id] ?? id,
  person: (id: string) =>
    ({ tom: "Tom Okafor", helen: "Helen Marsh" })[id] ?? "someone who has left",
};

const envelope = { sequence: 1, at: "2026-11-10T10:00:00.000Z", by: { kind: "system" } } as const;

const told = (event: CaseEventData) => describeEvent({ ...envelope, ...event }, names);

const classified = {
  type: "case-classified",
  caseType: "service-request",
  service: "waste",
  reason: "First report.",
} as const;

const notice = {
  type: "notice-given",
  notice: "overdue",
  clock: "stage-1",
  due: "2026-11-24",
} as const;

const submittedFor = (approver: string, approverName: string) =>
  ({ type: "response-submitted", stage: 1, text: letter, approver, approverName }) as const;

const why = "550 5.1.1 User unknown";
const couldNotSend = { type: "letter-undelivered", stage: 1, why } as const;
const cameBack = <Letter extends string>(which: Letter) =>
  ({ ...couldNotSend, letter: which, mail: mail("2026-11-10T11:00:00.000Z", "d") }) as const;

const sentences: [CaseEventData, ReturnType<typeof told>][] = [
  [
    {
      type: "case-logged",
      caseId: "CMP-7K3Q-9D",
      channel: "email",
      subject: "Bins",
      receivedAt: "2026-11-10T09:58:00.000Z",
      policy: { id: "lgsco-2024", version: "1" },
      complainant: { name: "Joan Whitfield", email: "joan@example.com" },
      mail: mail(),
    },
    { what: "wrote to the council; logged as CMP-7K3Q-9D", kind: "mail" },
  ],
  [
    { type: "correspondence-received", mail: mail() },
    { what: "wrote again", kind: "mail" },
  ],
  [
    { type: "acknowledgement-sent", stage: 2, internetMessageId: "<a>", text: hash("c") },
    { what: "acknowledged stage 2", kind: "mail" },
  ],
  [
    classified,
    {
      what: "classified it as a service request for Waste and Street Scene",
      kind: "decision",
      text: "First report.",
    },
  ],
  [
    { type: "case-assigned", officer: "tom", officerName: "Tom Okafor", team: "service" },
    { what: "assigned it to Tom Okafor", kind: "decision" },
  ],
  [
    { type: "note-added", text: letter },
    { what: "added a note", kind: "note" },
  ],
  [
    { type: "draft-saved", stage: 1, draft: 3, text: letter },
    { what: "saved draft 3 of the stage 1 response", kind: "draft" },
  ],
  [
    {
      type: "response-submitted",
      stage: 1,
      text: letter,
      approver: "helen",
      approverName: "Helen Marsh",
    },
    { what: "submitted the stage 1 response to Helen Marsh", kind: "sign-off" },
  ],
  [
    { type: "response-returned", stage: 1, text: letter, comment: "Shorter." },
    { what: "returned the stage 1 response", kind: "sign-off", text: "Shorter." },
  ],
  [
    { type: "response-approved", stage: 1, text: letter },
    { what: "approved the stage 1 response", kind: "sign-off" },
  ],
  [
    { type: "response-sent", stage: 1, text: letter, internetMessageId: "<r>" },
    { what: "sent the stage 1 response", kind: "mail" },
  ],
  [
    { type: "response-sent", stage: 1, text: letter, channel: "counter", on: "2026-11-10" },
    { what: "sent the stage 1 response at the counter", kind: "mail" },
  ],
  [
    { ...submittedFor("sunita", "Sunita Rao"), standsInFor: { id: "helen", name: "Helen Marsh" } },
    {
      what: "submitted the stage 1 response to Sunita Rao, who stands in for Helen Marsh",
      kind: "sign-off",
    },
  ],
  [
    {
      ...submittedFor("helen", "Helen Marsh"),
      overridden: { reason: "It is urgent.", missing: ["The remedy (by 1.30).", "The reasons."] },
    },
    {
      what: "submitted the stage 1 response to Helen Marsh although the check found it incomplete",
      kind: "sign-off",
      text: "Submitted although this is missing: The remedy (by 1.30); The reasons. The reason: It is urgent.",
    },
  ],
  [
    {
      ...{ type: "draft-saved", stage: 1, draft: 2, text: letter },
      writer: { id: "tom", name: "Tom Okafor" },
    },
    { what: "kept what Tom Okafor wrote as draft 2 of the stage 1 response", kind: "draft" },
  ],
  [
    { type: "answer-shared", stage: 1, to: ["tom", "helen"] },
    { what: "shared the stage 1 response with Tom Okafor, Helen Marsh", kind: "nudge" },
  ],
  [
    { ...cameBack("notice"), reader: { id: "helen", name: "Helen Marsh" }, to: [] },
    {
      what: "found that a notice by e-mail to Helen Marsh did not arrive",
      kind: "mail",
      text: why,
    },
  ],
  [
    { ...couldNotSend, letter: "extension", to: ["tom"] },
    {
      what: "could not send the letter about the new date, and told Tom Okafor",
      kind: "mail",
      text: why,
    },
  ],
  [
    { ...cameBack("remedy-changed"), to: ["tom", "helen"] },
    {
      what: "found that the letter about a remedy that cannot be given did not arrive, and told Tom Okafor, Helen Marsh",
      kind: "mail",
      text: why,
    },
  ],
  [
    { ...cameBack("not-a-complaint"), to: [] },
    {
      what: "found that the letter about what their message was taken for did not arrive",
      kind: "mail",
      text: why,
    },
  ],
  [
    { type: "sending-needs-a-person", stage: 1, why: "The address does not exist." },
    { what: "could not send a letter", kind: "mail", text: "The address does not exist." },
  ],
  [
    {
      type: "case-escalated",
      stage: 2,
      reason: "Not satisfied.",
      requestedAt: "2026-11-20T10:00:00.000Z",
    },
    { what: "took it to stage 2", kind: "decision", text: "Not satisfied." },
  ],
  [
    { ...notice, to: ["tom", "helen"] },
    { what: "told Tom Okafor, Helen Marsh that it is overdue (Tue 24 Nov)", kind: "nudge" },
  ],
  [
    { type: "case-closed", outcome: "partly-upheld", reason: "Answered." },
    { what: "closed it: partly upheld", kind: "decision", text: "Answered." },
  ],
];

describe("the history", () => {
  it.each(sentences.map(([event, said]) => [said.what, event, said] as const))(
    "says that somebody %s",
    (...[, event, said]) => {
      expect(told(event)).toEqual(said);
    },
  );

  it("has a sentence for everything that can happen, to put behind somebody's name", () => {
    for (const event of wholeLives().flatMap(({ events }) => events)) {
      const { what } = describeEvent(event, names);
      expect(what, event.type).toMatch(/^[a-z][^\n]*[^.\s]$/);
      expect(what, event.type).not.toMatch(/undefined|\[object|\d{4}-\d{2}-\d{2}/);
    }
  });

  it("says nothing where no reason was given", () => {
    expect(told({ ...classified, reason: "" })).not.toHaveProperty("text");
  });

  it("names somebody who left, and says when nobody could be told", () => {
    expect(told({ ...notice, notice: "due-soon", to: ["gone"] }).what).toBe(
      "told someone who has left that it is due soon (Tue 24 Nov)",
    );
    expect(told({ ...notice, to: [] }).what).toBe(
      "told nobody, having found nobody to tell, that it is overdue (Tue 24 Nov)",
    );
  });
});
