import { describe, expect, it } from "vitest";
import type { CommandOf, PersonCommand } from "#api/domain/case/commands.ts";
import type { OmbudsmanDecision } from "#api/domain/case/ombudsman/facts.ts";
import { policyOf } from "#api/domain/policy/catalogue.ts";
import { fieldOf, formOf, inTheWay, lastLine, shownIn } from "../forms.ts";
import { lena, priya } from "../people.ts";
import { eventsOf, refusalOf, storyUntil, type Story } from "../story.ts";

// The day of every story here.
const today = "2026-11-10";

const enquiry: CommandOf<"record-enquiry"> = {
  ...{ type: "record-enquiry", ombudsman: "lgsco", reference: "26 004 111", on: "2026-11-09" },
  ...{ asks: "The whole file.", due: "2026-12-07" },
};
const second: CommandOf<"record-enquiry"> = { ...enquiry, reference: "26 004 222" };
const answered: CommandOf<"answer-enquiry"> = {
  ...{ type: "answer-enquiry", enquiry: "1", on: today, words: "The file, with a summary." },
};
const decided: CommandOf<"record-decision"> = {
  ...{ type: "record-decision", enquiry: "1", on: today, decision: "fault-and-injustice" },
  ...{ remedy: "Pay £200 by Christmas.", publicReport: true },
};

function asked(...commands: readonly PersonCommand[]): Story {
  const story = storyUntil("answered");
  for (const command of commands) story.after(lena, command);
  return story;
}

describe("An enquiry of the Ombudsman", () => {
  it("has the Ombudsman's reference and day of its own", () => {
    const story = asked(enquiry);
    expect(story.case.ombudsman).toEqual([
      {
        ...{ id: "1", ombudsman: "lgsco", reference: "26 004 111", on: "2026-11-09" },
        ...{ asks: "The whole file.", due: "2026-12-07" },
      },
    ]);
    expect(lastLine(story)).toEqual({
      what: "recorded enquiry 1 of the Local Government and Social Care Ombudsman (26 004 111) of Mon 9 Nov, to be answered by Mon 7 Dec",
      kind: "mail",
      text: "The whole file.",
    });
  });

  it("may be due the day it arrived, and arrive today", () => {
    const decision = asked().ask(priya, { ...enquiry, on: today, due: today });
    expect(eventsOf(decision)).toHaveLength(1);
  });

  it.each<[string, Partial<CommandOf<"record-enquiry">>, string]>([
    ["that is due before it arrived", { due: "2026-11-08" }, "It cannot be due before"],
    ["that arrives tomorrow", { on: "2026-11-11" }, "has not come yet"],
    [
      "whose reference is open, however it is typed",
      { reference: "26004111 " },
      "26 004 111 is open on this case since Monday 9 November 2026.",
    ],
  ])("is refused of one %s", (_how, change, message) => {
    const story = asked(enquiry);
    const command = { ...second, ...change };
    expect(refusalOf(story.ask(lena, command)).message).toContain(message);
  });

  it("may come back under its reference once it was decided, with a number of its own", () => {
    const story = asked(enquiry, decided, enquiry);
    expect(story.case.ombudsman.map(({ id }) => id)).toEqual(["1", "2"]);
  });

  it.each([
    ["lgsco-2024", "lgsco"],
    ["housing-ombudsman-2024", "housing-ombudsman"],
    ["salford-2009", undefined],
  ])("is expected from the Ombudsman of the procedure %s", (policy, ombudsman) => {
    const form = formOf(storyUntil("triage", policyOf(policy)), "record-enquiry");
    expect(fieldOf(form, "ombudsman")).toMatchObject(
      ombudsman === undefined ? { required: true } : { value: ombudsman },
    );
    expect(shownIn(form, "ombudsman")).toEqual([
      "Local Government and Social Care Ombudsman",
      "Housing Ombudsman Service",
    ]);
  });
});

describe("The council's answer to the Ombudsman", () => {
  it("is recorded on its day", () => {
    const story = asked(enquiry, second, answered);
    expect(story.case.ombudsman.map(({ answeredOn }) => answeredOn)).toEqual([today, undefined]);
    expect(lastLine(story)).toEqual({
      what: "answered the Ombudsman’s enquiry 1 on Tue 10 Nov",
      kind: "mail",
      text: "The file, with a summary.",
    });
  });

  it.each<[string, Partial<CommandOf<"answer-enquiry">>, string]>([
    ["before the enquiry arrived", { on: "2026-11-08" }, "arrived on Monday 9 November 2026"],
    ["tomorrow", { on: "2026-11-11" }, "has not come yet"],
    ["to an enquiry that there is not", { enquiry: "9" }, "Open are: 26 004 111, 26 004 222."],
    ["twice", { enquiry: "2" }, "It was answered on Tuesday 10 November 2026."],
    ["after the decision", { enquiry: "3" }, "decided it on Tuesday 10 November 2026"],
  ])("is refused %s", (_how, change, message) => {
    const story = asked(enquiry, second, { ...enquiry, reference: "26 004 333" });
    story.after(lena, { ...answered, enquiry: "2" }).after(lena, { ...decided, enquiry: "3" });
    expect(refusalOf(story.ask(lena, { ...answered, ...change })).message).toContain(message);
  });

  it("is asked for where an enquiry waits for it", () => {
    const story = asked(enquiry, second, answered);
    expect(shownIn(formOf(story, "answer-enquiry"), "enquiry")).toEqual([
      "26 004 222 | Local Government and Social Care Ombudsman, by Monday 7 December 2026",
    ]);
    story.after(lena, { ...decided, enquiry: "2" });
    expect(inTheWay(story, "answer-enquiry")).toContain("No enquiry");
  });
});

describe("The Ombudsman's decision", () => {
  it("is kept with what the council has to do, and may come without an answer of ours", () => {
    const story = asked(enquiry, second, decided);
    expect(story.case.ombudsman.map(({ decision }) => decision)).toEqual([
      {
        ...{ on: today, decision: "fault-and-injustice", remedy: "Pay £200 by Christmas." },
        publicReport: true,
      },
      undefined,
    ]);
    expect(lastLine(story)).toEqual({
      what: "recorded the Ombudsman’s decision of Tue 10 Nov on enquiry 1, with a public report: Investigated and upheld: fault and injustice",
      kind: "decision",
      text: "Pay £200 by Christmas.",
    });
  });

  it.each<[OmbudsmanDecision, string]>([
    ["not-for-us", "Not for us"],
    ["premature", "Not ready for us (premature)"],
    ["closed-after-assessment", "Assessed and closed"],
    ["no-fault", "Investigated and not upheld: no fault"],
    ["fault-no-injustice", "Investigated and upheld: fault, no injustice"],
    [
      "fault-remedied-by-council",
      "Investigated and upheld: fault, and a satisfactory remedy by the council",
    ],
    ["fault-and-injustice", "Investigated and upheld: fault and injustice"],
  ])("reads in the Ombudsman's own terms when it is %s", (decision, words) => {
    const story = asked(enquiry);
    expect(shownIn(formOf(story, "record-decision"), "decision")).toContain(words);
    story.after(priya, { ...decided, decision, remedy: "", publicReport: false });
    expect(lastLine(story)).toEqual({
      what: `recorded the Ombudsman’s decision of Tue 10 Nov on enquiry 1: ${words}`,
      kind: "decision",
    });
  });

  it.each<[string, Partial<CommandOf<"record-decision">>, string]>([
    ["before the enquiry arrived", { on: "2026-11-08" }, "arrived on Monday 9 November 2026"],
    ["tomorrow", { on: "2026-11-11" }, "has not come yet"],
    ["on an enquiry that there is not", { enquiry: "9" }, "Open are: 26 004 111."],
    ["twice", { enquiry: "2" }, "The Ombudsman decided it on Tuesday 10 November 2026."],
  ])("is refused %s", (_how, change, message) => {
    const story = asked(enquiry, second, { ...decided, enquiry: "2" });
    expect(refusalOf(story.ask(lena, { ...decided, ...change })).message).toContain(message);
  });

  it("is asked for where an enquiry waits for it, answered or not", () => {
    const story = asked(enquiry, second, answered);
    expect(shownIn(formOf(story, "record-decision"), "enquiry")).toHaveLength(2);
    story.after(lena, decided).after(lena, { ...decided, enquiry: "2" });
    expect(inTheWay(story, "record-decision")).toContain("No enquiry");
  });
});
