import { describe, expect, it } from "vitest";
import { shippedCalendar } from "#api/domain/calendar/working-days.ts";
import type { Case, CaseStatus } from "#api/domain/case/case.ts";
import { ownOrder } from "#api/domain/case/list-orders.ts";
import { viewKeysOf, type ViewKey } from "#api/domain/case/view-keys.ts";
import { policyOf } from "#api/domain/policy/catalogue.ts";
import { amina, ewa, grace, helen, priya, rosa, tom } from "./people.ts";
import {
  caseId,
  classify,
  close,
  draft,
  hash,
  letter,
  log,
  mail,
  notAComplaint,
  stageTwo,
  Story,
  storyUntil,
  submit,
  writesAgain,
} from "./story.ts";

const calendar = shippedCalendar();

/** The lists a case appears in, each with its row, as of the commit of its last event. */
function lists(story: Story, now = story.now): Record<string, string> {
  const keys = viewKeysOf(story.case, { policy: story.policy, calendar, now }).filter(isOwnOrder);
  const rows = Object.fromEntries(keys.map(({ partition, row }) => [partition, row]));
  expect(Object.keys(rows), "a case stands once in each list").toHaveLength(keys.length);
  return rows;
}

const isOwnOrder = ({ row }: ViewKey) => row < ownOrder.before;

const names = (story: Story) =>
  Object.keys(lists(story))
    .filter((name) => !name.startsWith("due:"))
    .toSorted();

const dueDays = (story: Story, now?: string) =>
  Object.keys(lists(story, now)).filter((name) => name.startsWith("due:"));

describe("the lists a case stands in", () => {
  it.each([
    ["triage", ["council", "queue:triage"]],
    ["allocation", ["council", "queue:triage", "service:waste"]],
    ["investigating", ["council", "officer:tom", "service:waste"]],
    ["awaiting-approval", ["approver:helen", "council", "officer:tom", "service:waste"]],
    ["sending", ["council", "officer:tom", "service:waste"]],
    ["answered", ["council", "officer:tom", "service:waste"]],
    ["closed", ["council"]],
  ] as const)("in %s are %j", (status, wanted) => {
    expect(names(storyUntil(status))).toEqual(wanted);
  });

  it.each([
    ["answered", ["council", "officer:tom", "queue:triage", "service:waste"]],
    ["closed", ["council", "queue:triage"]],
  ] as const)("include triage when the person writes after it was %s", (status, wanted) => {
    const story = storyUntil(status).after("citizen", writesAgain("2026-11-20T10:00:00.000Z"));
    expect(names(story)).toEqual(wanted);
  });

  it("include triage when the person writes about what was no complaint, until it is decided", () => {
    const story = new Story().after("citizen", log).after(priya, notAComplaint);
    expect(names(story)).toEqual(["council"]);
    story.after("citizen", writesAgain("2026-11-20T10:00:00.000Z"));
    expect(names(story)).toContain("queue:triage");
    story.after(priya, notAComplaint);
    expect(names(story)).toEqual(["council"]);
  });

  it("no longer include triage once what they wrote was settled", () => {
    const wrote = () =>
      storyUntil("closed").after("citizen", writesAgain("2026-11-20T10:00:00.000Z"));
    expect(names(wrote().after(priya, close))).toEqual(["council"]);
    const assigned = wrote()
      .after(priya, { type: "escalate", reason: "" })
      .after(priya, { type: "assign", officer: grace.id });
    expect(names(assigned)).toEqual(["council", "officer:grace", "service:waste"]);
  });

  it("follow the case from one officer, service and approver to the next", () => {
    const story = storyUntil("awaiting-approval");
    story.after(helen, { type: "return", text: letter, comment: "Shorter." });
    expect(names(story)).not.toContain("approver:helen");
    story.after(priya, { ...classify, service: "revenues" });
    expect(names(story)).toEqual(["council", "queue:triage", "service:revenues"]);
  });

  it("include its sponsor's for good", () => {
    const story = new Story().after("citizen", {
      ...log,
      sponsor: amina.id,
      sponsorName: amina.name,
    });
    expect(names(story)).toContain("sponsor:amina");
    story.after(priya, notAComplaint);
    expect(names(story)).toContain("sponsor:amina");
  });
});

describe("the lists of those a case concerns", () => {
  const within = (change: Partial<Case>, status: CaseStatus = "investigating") => {
    const { case: theCase, policy, now } = storyUntil(status);
    return viewKeysOf({ ...theCase, ...change }, { policy, calendar, now }).filter(isOwnOrder);
  };
  const partitions = (keys: readonly ViewKey[]) =>
    keys.map(({ partition }) => partition).filter((name) => !name.startsWith("due:"));
  const usual = ["officer:tom", "council", "service:waste"];
  const rosaIsAsked = {
    id: "1",
    to: rosa,
    question: "When?",
    due: "2026-11-12",
    askedBy: tom,
    askedAt: "2026-11-10T10:00:00.000Z",
  };
  const answered = { text: hash("5"), by: rosa, at: "2026-11-11T10:00:00.000Z" };
  const remedy = {
    id: "1",
    kind: "action",
    what: "Empty the bin",
    owner: { name: "Rosa Diaz", person: "rosa" },
    due: "2026-11-20",
  } as const;
  const lesson = {
    id: "1",
    kind: "training",
    what: "Train the crew",
    owner: rosa,
    due: "2026-12-20",
  } as const;
  const point = { id: "1", title: "The refund", service: "revenues" };

  it.each<[string, Partial<Case>, string[]]>([
    ["a question, until it is answered", { requests: [rosaIsAsked] }, ["asked:rosa"]],
    ["an answered one", { requests: [{ ...rosaIsAsked, answer: answered }] }, []],
    ["one that was taken back", { requests: [{ ...rosaIsAsked, withdrawn: "Not needed." }] }, []],
    ["a remedy that is owed", { remedies: [remedy] }, ["asked:rosa"]],
    [
      "one that was given",
      { remedies: [{ ...remedy, done: { on: "2026-11-12", evidence: "Seen." } }] },
      [],
    ],
    ["a partner's remedy", { remedies: [{ ...remedy, owner: { name: "The contractor" } }] }, []],
    [
      "a lesson, and a question of theirs too",
      { lessons: [lesson], requests: [rosaIsAsked] },
      ["asked:rosa"],
    ],
    ["a point of another service", { points: [point] }, ["service:revenues", "points:revenues"]],
    ["an answered point", { points: [{ ...point, answer: answered }] }, ["service:revenues"]],
    ["a dropped point", { points: [{ ...point, dropped: "Paid." }] }, []],
  ])("for %s", (_what, change, wanted) => {
    expect(partitions(within(change)).toSorted()).toEqual([...usual, ...wanted].toSorted());
  });

  it("keep a remedy that is owed after the case is closed", () => {
    expect(partitions(within({ remedies: [remedy] }, "closed"))).toContain("asked:rosa");
  });

  const enquiry = (due: string) => ({
    id: due,
    ombudsman: "lgsco" as const,
    reference: "26 001 234",
    on: "2026-11-10",
    asks: "The file",
    due,
  });
  const ombudsmanRow = (change: Partial<Case>, status: CaseStatus = "closed") =>
    within(change, status).find(({ partition }) => partition === "ombudsman")?.row;

  it("show the link officer first what the Ombudsman waits for longest, and last what is answered", () => {
    const both = { ombudsman: [enquiry("2026-12-24"), enquiry("2026-12-01")] };
    expect(ombudsmanRow(both)).toBe(`2026-12-01_${caseId}`);
    const first = { ...enquiry("2026-12-01"), answeredOn: "2026-11-30" };
    expect(ombudsmanRow({ ombudsman: [enquiry("2026-12-24"), first] })).toBe(
      `2026-12-24_${caseId}`,
    );
    expect(ombudsmanRow({ ombudsman: [first] })).toBe(`9999-12-31_${caseId}`);
    expect(ombudsmanRow({})).toBeUndefined();
  });

  it("show the link officer an enquiry that is a case of its own, by its date", () => {
    const policy = policyOf("ombudsman-enquiry");
    const story = new Story(policy).after("citizen", log);
    const row = viewKeysOf(story.case, { policy, calendar, now: story.now }).find(
      ({ partition }) => partition === "ombudsman",
    )?.row;
    expect(row).toMatch(/^2026-1[12]-\d\d_CMP/);
  });

  describe("when access is restricted", () => {
    const access = { members: [grace, rosa], reason: "It is about a colleague." };
    const everything: Partial<Case> = {
      access,
      requests: [rosaIsAsked, { ...rosaIsAsked, id: "2", to: ewa }],
      sponsors: [{ id: "1", name: "", capacity: "councillor", consent: true, person: "amina" }],
      points: [point],
      ombudsman: [enquiry("2026-12-01")],
    };

    it("are only of those it lets in, and none that anybody else reads", () => {
      expect(partitions(within(everything)).toSorted()).toEqual([
        "asked:rosa",
        "member-open:grace",
        "member-open:rosa",
        "member-open:tom",
        "member:grace",
        "member:rosa",
        "member:tom",
        "officer:grace",
        "officer:rosa",
        "officer:tom",
      ]);
    });

    it("name the approver too while the letter is theirs, and hold no closed case as open", () => {
      expect(partitions(within({ access }, "awaiting-approval"))).toContain("member:helen");
      expect(partitions(within({ access }, "closed")).toSorted()).toEqual([
        "member:grace",
        "member:rosa",
        "member:tom",
      ]);
    });

    it("stand in the order of the lists they are read with", () => {
      const shared = Object.fromEntries(within({}).map(({ partition, row }) => [partition, row]));
      const own = Object.fromEntries(
        within({ access }).map(({ partition, row }) => [partition, row]),
      );
      expect(own["member:grace"]).toBe(shared.council);
      expect(own["member-open:grace"]).toBe(shared["service:waste"]);
    });
  });

  it("are all of its own for a restricted procedure, with its days among everybody's", () => {
    const policy = policyOf("children-act-1989");
    const { case: theCase, now } = storyUntil("investigating");
    const context = { policy, calendar, now };
    const keys = viewKeysOf({ ...theCase, requests: [rosaIsAsked] }, context).filter(isOwnOrder);
    expect(partitions(keys).toSorted()).toEqual(
      [...usual, "asked:rosa"].map((name) => `restricted:children:${name}`).toSorted(),
    );
    expect(keys.some(({ partition }) => partition.startsWith("due:"))).toBe(true);
  });
});

describe("the order of a list", () => {
  it("is by what is due first, where somebody works from it", () => {
    const story = storyUntil("awaiting-approval");
    const rows = lists(story);
    // Acknowledged on Tuesday 10 November: ten working days later.
    for (const name of ["officer:tom", "service:waste", "approver:helen"]) {
      expect(rows[name]).toBe(`2026-11-24_${caseId}`);
    }
  });

  it("is by what has waited longest in triage", () => {
    expect(lists(storyUntil("triage"))["queue:triage"]).toBe(`2026-11-10T09:58:00.000Z_${caseId}`);
  });

  it("is the newest first where everything is listed", () => {
    const row = (receivedAt: string) => {
      const story = new Story().after("citizen", { ...log, mail: mail(receivedAt) });
      return lists(story).council ?? "";
    };
    const old = row("1999-12-31T23:59:59.000Z");
    const older = row("2026-11-10T09:58:00.000Z");
    const newer = row("2026-11-10T09:58:00.001Z");
    expect([old, older, newer].toSorted()).toEqual([newer, older, old]);
  });
});

describe("the day on which a case asks to be looked at", () => {
  it("is that of the next notice of each clock that runs", () => {
    // Ten working days after Tuesday 10 November, less two.
    expect(dueDays(storyUntil("investigating"))).toEqual(["due:2026-11-20"]);
    expect(lists(storyUntil("investigating"))["due:2026-11-20"]).toBe(`${caseId}_stage-1`);
  });

  it("covers an acknowledgement that has not gone out", () => {
    const story = new Story().after("citizen", log).after(priya, classify);
    // Due on Tuesday 17 November; the response would then fall due on 1 December.
    expect(dueDays(story)).toEqual(["due:2026-11-13", "due:2026-11-27"]);
  });

  it("is none while nobody has classified it: the desk is told of its mail once a day", () => {
    expect(dueDays(storyUntil("triage"))).toEqual([]);
  });

  it("moves on once a notice was given, and ends with the last", () => {
    const story = storyUntil("investigating");
    const clock = {
      type: "give-notice",
      clock: "stage-1",
      due: "2026-11-24",
      to: ["tom"],
    } as const;
    story.after("system", { ...clock, notice: "due-soon" });
    expect(dueDays(story)).toEqual(["due:2026-11-25"]);
    story.after("system", { ...clock, notice: "overdue" });
    expect(dueDays(story)).toEqual([]);
  });

  it("is never one that was swept before", () => {
    const story = storyUntil("investigating");
    expect(dueDays(story, "2026-11-23T09:00:00.000Z")).toEqual(["due:2026-11-23"]);
    expect(dueDays(story, "2026-12-15T09:00:00.000Z")).toEqual(["due:2026-12-15"]);
  });

  it("goes by London's day, not by the machine's", () => {
    const story = storyUntil("investigating");
    expect(dueDays(story, "2026-11-22T23:59:00.000Z")).toEqual(["due:2026-11-22"]);
  });

  it("is only that of asking how the answer was once it is answered or closed", () => {
    expect(dueDays(storyUntil("answered"))).toEqual(["due:2026-11-24"]);
    expect(dueDays(storyUntil("closed"))).toEqual(["due:2026-11-24"]);
    const passedOn = new Story().after("citizen", log).after(priya, notAComplaint);
    expect(dueDays(passedOn)).toEqual([]);
  });

  it("begins again with the next stage", () => {
    const story = stageTwo(grace).after(grace, draft());
    expect(dueDays(story).length).toBeGreaterThan(0);
    expect(Object.values(lists(story)).join()).toContain(`${caseId}_stage-2`);
  });
});

it("files a case whose officer submitted under the approver by what is due", () => {
  const story = storyUntil("investigating").after(tom, submit(), [helen]);
  expect(lists(story)["approver:helen"]).toBe(lists(story)["officer:tom"]);
});
