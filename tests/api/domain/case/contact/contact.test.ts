import { describe, expect, it } from "vitest";
import type { Case } from "#api/domain/case/case.ts";
import type { CommandOf, PersonCommand } from "#api/domain/case/commands.ts";
import { decide } from "#api/domain/case/decide.ts";
import { effectsOf } from "#api/domain/case/effects.ts";
import type { Complainant } from "#api/domain/case/vocabulary.ts";
import { fieldOf, formOf, inTheWay, lastLine, shownIn } from "../forms.ts";
import { grace, helen, priya, tom } from "../people.ts";
import {
  acknowledged,
  classify,
  draft,
  eventsOf,
  hash,
  letter,
  log,
  otherLetter,
  refusalOf,
  stageTwo,
  Story,
  storyUntil,
  submit,
  writesAgain,
} from "../story.ts";

// The day on which every case here arrives, and on which its story goes on.
const today = "2026-11-10";
const tomorrow = "2026-11-11";
const notYet = "That day has not come yet. Record it when it has.";

const call: CommandOf<"record-correspondence"> = {
  ...{ type: "record-correspondence", direction: "in", channel: "phone", on: today },
  ...{ with: "Mr Ash", text: hash("d") },
};
const told: PersonCommand = { ...call, direction: "out", channel: "letter" };
const byPhone: CommandOf<"acknowledge"> = { type: "acknowledge", channel: "phone", on: today };
const posted: CommandOf<"record-posting"> = {
  type: "record-posting",
  channel: "letter",
  on: today,
};

const unacknowledged = () => new Story().after("citizen", log);

/** The approved letter did not go out, as `why` says. */
const stuck = () =>
  storyUntil("sending").after("system", {
    ...{ type: "record-sending-problem", stage: 1, why: "The address does not exist." },
  });

/** What Priya is answered about that case at another time. */
function askAt({ story, theCase, now }: { story: Story; theCase: Case; now: string }) {
  return (command: PersonCommand) => decide(theCase, command, { ...story.context(priya), now });
}

describe("what was heard or said", () => {
  it("is kept with who, how and when, its words by their hash", () => {
    const { type: _type, ...said } = call;
    expect(eventsOf(storyUntil("investigating").ask(helen, call))).toEqual([
      { type: "correspondence-recorded", ...said },
    ]);
  });

  it.each(["in", "out"] as const)("going %s is not recorded before its day", (direction) => {
    const command = { ...call, direction, on: tomorrow };
    expect(refusalOf(storyUntil("investigating").ask(tom, command))).toEqual({
      kind: "not-possible",
      message: notYet,
    });
  });

  it.each(["answered", "closed"] as const)(
    "by the person makes a case that is %s wait for the complaints team, as a mail does",
    (status) => {
      const story = storyUntil(status).after(tom, call);
      expect(story.case.status).toBe(status);
      expect(story.case.answeredBack).toEqual({ at: `${today}T12:00:00.000Z` });
      story.after(priya, { type: "escalate", reason: "Not satisfied." });
      expect(story.case.stages[1]).toMatchObject({ startedAt: `${today}T12:00:00.000Z` });
    },
  );

  it("first by mail counts from that mail, and first by phone from that day", () => {
    const mailedAt = "2026-11-10T10:30:00.000Z";
    const mailed = storyUntil("answered").after("citizen", writesAgain(mailedAt));
    expect(mailed.after(tom, call).case.answeredBack).toEqual({ at: mailedAt });
    const rang = storyUntil("answered").after(tom, call);
    rang.after("citizen", writesAgain("2026-11-12T09:00:00.000Z"));
    expect(rang.case.answeredBack).toEqual({ at: `${today}T12:00:00.000Z` });
  });

  it.each<[string, Story, PersonCommand]>([
    ["by the council", storyUntil("answered"), told],
    ["while the answer is still to come", storyUntil("investigating"), call],
    ["before the answer, and written down after it", storyUntil("answered"), before(call)],
    ["before a closing, and written down after it", storyUntil("closed"), before(call)],
    [
      "before a withdrawal, and written down after it",
      storyUntil("triage").after(priya, { type: "withdraw", reason: "She rang." }),
      before(call),
    ],
  ])("%s asks for nothing", (_when, story, command) => {
    expect(story.after(priya, command).case.answeredBack).toBeUndefined();
  });

  it("is asked for with the person who complains filled in, and no day to come", () => {
    const form = formOf(storyUntil("investigating"), "record-correspondence");
    expect(shownIn(form, "direction")).toEqual(["We heard it", "We said it"]);
    expect(shownIn(form, "channel")).toContain("Social media");
    expect(fieldOf(form, "with")).toMatchObject({ value: "Joan Whitfield", required: true });
    expect(fieldOf(form, "on")).toMatchObject({ value: today, latest: today });
  });
});

describe("an acknowledgement by hand", () => {
  it("counts from the day that it was given, not from when it is recorded", () => {
    const story = unacknowledged();
    const laterOn = askAt({ story, theCase: story.case, now: "2026-11-16T09:00:00.000Z" });
    const decision = laterOn({ ...byPhone, on: "2026-11-12" });
    expect(eventsOf(decision)).toEqual([
      { type: "acknowledgement-sent", stage: 1, channel: "phone", on: "2026-11-12" },
    ]);
    expect(decision).toHaveProperty(
      "value.after.stages.0.acknowledgedAt",
      "2026-11-12T12:00:00.000Z",
    );
  });

  it.each([
    ["before the complaint arrived", "2026-11-09", "It cannot be acknowledged before it arrived."],
    ["on a day to come", tomorrow, notYet],
  ])("is refused %s", (_when, on, message) => {
    expect(refusalOf(unacknowledged().ask(priya, { ...byPhone, on }))).toEqual({
      kind: "not-possible",
      message,
    });
  });

  it("of stage 2 is not given before the person asked for it", () => {
    const story = storyUntil("answered").after("citizen", writesAgain("2026-11-12T09:00:00.000Z"));
    story.after(priya, { type: "escalate", reason: "Not satisfied." });
    const laterOn = askAt({ story, theCase: story.case, now: "2026-11-16T09:00:00.000Z" });
    expect(refusalOf(laterOn({ ...byPhone, on: "2026-11-11" })).message).toContain(
      "before it arrived",
    );
    expect(eventsOf(laterOn({ ...byPhone, on: "2026-11-12" }))).toMatchObject([{ stage: 2 }]);
  });

  it("is recorded once, whoever or whatever acknowledged it", () => {
    const stories = [unacknowledged().after(priya, byPhone), storyUntil("triage")];
    for (const story of stories) {
      expect(inTheWay(story, "acknowledge")).toBe("This stage has been acknowledged.");
      expect(refusalOf(story.ask(priya, byPhone)).kind).toBe("not-possible");
    }
    expect(inTheWay(stageTwo(grace), "acknowledge")).toBeUndefined();
  });

  it("counts before a mail that goes out after it", () => {
    const story = unacknowledged().after(priya, byPhone).after("system", acknowledged(1));
    expect(story.case.stages[0]?.acknowledgedAt).toBe(`${today}T12:00:00.000Z`);
  });

  it("asks how and on which day, today at the latest", () => {
    const form = formOf(unacknowledged(), "acknowledge");
    expect(shownIn(form, "channel")).toContain("Phone");
    expect(fieldOf(form, "on")).toMatchObject({ value: today, latest: today, required: true });
  });
});

describe("a person without an e-mail address", () => {
  const unwritable: Complainant = { name: "Joan Whitfield" };
  const { mail: _none, ...called } = { ...log, channel: "phone" as const };

  it.each<[string, Complainant, string[]]>([
    ["is owed no acknowledgement by mail", unwritable, []],
    [
      "who left an address is owed one",
      { ...unwritable, email: "joan@example.com" },
      ["acknowledge"],
    ],
  ])("%s, at stage 1 and at stage 2", (_who, complainant, owed) => {
    const kinds = (story: Story) =>
      story.events
        .slice(-1)
        .flatMap((event) => effectsOf(event, story.case))
        .map(({ kind }) => kind);
    const story = new Story().after("system", { ...called, complainant });
    expect(kinds(story)).toEqual(owed);
    story
      .after(priya, byPhone)
      .after(priya, classify)
      .after(priya, { type: "assign", officer: tom.id });
    story.after(tom, draft()).after(tom, submit(), [helen]);
    story.after(helen, { type: "approve", text: letter });
    story.after("system", { type: "record-sending-problem", stage: 1, why: "No address." });
    story.after(tom, posted).after(priya, { type: "escalate", reason: "She rang." });
    expect(kinds(story)).toEqual(owed);
  });
});

describe("posting a letter", () => {
  it("is for a letter that cannot leave by e-mail", () => {
    const story = storyUntil("sending");
    expect(refusalOf(story.ask(tom, posted))).toEqual({
      kind: "not-possible",
      message: "The letter is leaving by e-mail.",
    });
    expect(stuck().ask(tom, posted).ok).toBe(true);
  });

  it("answers the stage with exactly the letter that was approved, not with a later draft", () => {
    const story = storyUntil("investigating")
      .after(tom, draft(otherLetter))
      .after(tom, submit(otherLetter), [helen])
      .after(helen, { type: "return", text: otherLetter, comment: "Shorter." })
      .after(tom, draft(letter))
      .after(tom, submit(letter), [helen])
      .after(helen, { type: "approve", text: letter })
      .after("system", { type: "record-sending-problem", stage: 1, why: "Refused." });
    expect(eventsOf(story.ask(tom, posted))).toEqual([
      { type: "response-sent", stage: 1, text: letter, channel: "letter", on: today },
    ]);
    expect(story.case.status).toBe("answered");
    expect(story.case.sendingProblem).toBeUndefined();
  });

  /** Submitted on the 10th, approved on the 12th, recorded on the 16th. */
  const approvedLater = () => {
    const story = stuck();
    const theCase: Case = { ...story.case, statusSince: "2026-11-12T15:00:00.000Z" };
    return askAt({ story, theCase, now: "2026-11-16T09:00:00.000Z" });
  };

  it("answers it on the day on which the letter left", () => {
    expect(approvedLater()({ ...posted, on: "2026-11-13" })).toHaveProperty(
      "value.after.stages.0.answeredAt",
      "2026-11-13T12:00:00.000Z",
    );
  });

  it.each([
    ["before it was submitted", "2026-11-09", "before it was approved"],
    ["after it was submitted and before it was approved", "2026-11-11", "before it was approved"],
    ["on a day to come", "2026-11-17", notYet],
  ])("is refused %s", (_when, on, message) => {
    const refusal = refusalOf(approvedLater()({ ...posted, on }));
    expect(refusal.kind).toBe("not-possible");
    expect(refusal.message).toContain(message);
  });

  it("is over once it was recorded", () => {
    expect(refusalOf(stuck().after(tom, posted).ask(tom, posted)).kind).toBe(
      "action-not-available",
    );
  });

  it("warns that only what was approved may be posted", () => {
    const form = formOf(stuck(), "record-posting");
    expect(form.intro).toEqual([
      "Only what was approved may be posted. A changed letter needs a new approval.",
    ]);
    expect(fieldOf(form, "on")).toMatchObject({ value: today, latest: today });
    expect(form.fields.map(({ name }) => name)).toEqual(["channel", "on"]);
  });
});

describe("the person's details", () => {
  const confirm = (details: Omit<CommandOf<"confirm-details">, "type">): PersonCommand => ({
    type: "confirm-details",
    ...details,
  });

  it("are what somebody confirms, one by one, and the rest stays", () => {
    const story = storyUntil("triage")
      .after(priya, confirm({ address: "4 Larkspur Close, WX2 4QT" }))
      .after(priya, confirm({ phone: "01632 960 123", reference: "HB-1" }))
      .after(priya, confirm({ reference: "PCN WX77", name: "Joan M. Whitfield" }));
    expect(story.case.complainant).toEqual({
      ...log.complainant,
      ...{ name: "Joan M. Whitfield", phone: "01632 960 123" },
      ...{ address: "4 Larkspur Close, WX2 4QT", references: ["HB-1", "PCN WX77"] },
    });
  });

  it("are not recorded a second time, nor without anything new", () => {
    const story = storyUntil("triage").after(priya, confirm({ phone: "1", reference: "HB-1" }));
    const same = confirm({ phone: "1", reference: "HB-1", name: log.complainant.name });
    expect(eventsOf(story.ask(priya, same))).toEqual([]);
    expect(eventsOf(story.ask(priya, confirm({})))).toEqual([]);
  });

  it("are changed by whoever handles the case, with what is known filled in", () => {
    const story = storyUntil("investigating").after(tom, confirm({ address: "4 Larkspur Close" }));
    expect(fieldOf(formOf(story, "confirm-details"), "address")).toMatchObject({
      value: "4 Larkspur Close",
      required: false,
    });
    expect(refusalOf(story.ask(helen, confirm({ phone: "1" }))).kind).toBe("not-permitted");
  });

  it("are named in the history without being repeated there", () => {
    const { what } = lastLine(
      storyUntil("triage").after(priya, confirm({ address: "4 Larkspur Close", phone: "1" })),
    );
    expect(what).toBe("confirmed the phone and the address of the person");
  });
});

describe("the history of what was said", () => {
  it.each<[string, () => Story]>([
    [
      "recorded what Mr Ash said by phone on Tue 10 Nov",
      () => storyUntil("triage").after(priya, call),
    ],
    [
      "recorded what Mr Ash was told by letter on Tue 10 Nov",
      () => storyUntil("triage").after(priya, told),
    ],
    [
      "wrote again",
      () => storyUntil("triage").after("citizen", writesAgain("2026-11-10T10:30:00.000Z")),
    ],
    ["acknowledged stage 1", () => unacknowledged().after("system", acknowledged(1))],
    ["acknowledged stage 1 by phone", () => unacknowledged().after(priya, byPhone)],
    ["sent the stage 1 response by letter", () => stuck().after(tom, posted)],
  ])("says: %s", (what, tell) => {
    expect(lastLine(tell())).toEqual({ what, kind: "mail" });
  });
});

function before(command: CommandOf<"record-correspondence">): PersonCommand {
  return { ...command, on: "2026-11-09" };
}
