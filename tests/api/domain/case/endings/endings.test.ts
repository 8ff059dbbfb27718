import { describe, expect, it } from "vitest";
import type { CaseStatus } from "#api/domain/case/case.ts";
import { PersonCommand, type CommandOf } from "#api/domain/case/commands.ts";
import { effectsOf } from "#api/domain/case/effects.ts";
import type { RootCause } from "#api/domain/case/endings/facts.ts";
import type { Written } from "#api/domain/case/form.ts";
import type { findings, Reason } from "#api/domain/case/vocabulary.ts";
import { policyOf } from "#api/domain/policy/catalogue.ts";
import { fieldOf, formAfterReading, formOf, inTheWay, lastLine, shownIn } from "../forms.ts";
import { david, grace, helen, priya, tom } from "../people.ts";
import {
  classify,
  close,
  draft,
  eventsOf,
  letter,
  lgsco,
  log,
  notAComplaint,
  refusalOf,
  responseSent,
  stageTwo,
  Story,
  storyUntil,
  submit,
  writesAgain,
} from "../story.ts";

type Finding = (typeof findings)[number];

const court = "Legal proceedings about the matter have started.";
const refuse: CommandOf<"refuse"> = {
  ...{ type: "refuse", ground: court, reason: "The court has it." },
  ...{ telling: "myself", told: "By phone today." },
};
const withdraw: PersonCommand = { type: "withdraw", reason: "She rang: it is settled." };
const reopen: PersonCommand = { type: "reopen", reason: "The wrong one was closed." };
const approve: PersonCommand = { type: "approve", text: letter };
const refusedText = `${court}\nThe court has it.\nTold: By phone today.`;
const found: CommandOf<"decide-outcome"> = {
  ...{ type: "decide-outcome", finding: "partly-upheld" },
  reason: "Missed once, not twice.",
};
const wroteAgain = writesAgain("2026-11-10T10:30:00.000Z");

/** Answered at stage 1, where something was found before the letter was written. */
function answeredWithFinding(policy = lgsco): Story {
  return answered(storyUntil("investigating", policy).after(priya, found));
}

const closeFor = (rootCause: RootCause): PersonCommand => ({
  ...{ type: "close", outcome: "upheld", reason: "Answered.", rootCause },
});

/** Answered at stage 1, where each of two points was decided. */
function answeredWithPoints(first: Finding, second: Finding, reason = "It was missed."): Story {
  const story = storyUntil("investigating")
    .after(tom, { type: "add-point", title: "Missed bins", service: "waste" })
    .after(tom, { type: "add-point", title: "Noise", service: "waste" })
    .after(tom, { type: "decide-point", point: "1", finding: first, reason })
    .after(tom, { type: "decide-point", point: "2", finding: second, reason });
  return answered(story);
}

function answeredAbout(about: Reason): Story {
  const story = new Story()
    .after("citizen", log)
    .after(priya, { ...classify, about })
    .after(priya, { type: "assign", officer: tom.id })
    .after(tom, draft());
  return answered(story);
}

/** What somebody investigates, answered at stage 1. */
function answered(story: Story): Story {
  return story.after(tom, submit(), [helen]).after(helen, approve).after("system", responseSent(1));
}

/** Answered at stage 2. */
function answeredTwice(story = storyUntil("answered")): Story {
  return stageTwo(grace, story)
    .after(grace, draft())
    .after(grace, submit(), [david])
    .after(david, approve)
    .after("system", responseSent(2));
}

describe("refusing a complaint", () => {
  it.each<CaseStatus>(["triage", "allocation", "investigating"])(
    "ends it in %s, on a ground of the policy and with what the person is told",
    (status) => {
      const story = storyUntil(status);
      expect(eventsOf(story.ask(priya, refuse))).toEqual([
        {
          ...{ type: "complaint-refused", what: "complaint" },
          ...{ ground: court, reason: "The court has it.", told: "By phone today." },
        },
      ]);
      expect([story.case.status, story.case.outcome]).toEqual(["closed", "refused"]);
    },
  );

  it("rests on an exclusion of its own procedure, or on another valid reason, and on nothing else", () => {
    const offered = [...lgsco.exclusions, "Another valid reason."];
    expect(shownIn(formOf(storyUntil("triage"), "refuse"), "ground")).toEqual(offered);
    for (const ground of offered) {
      expect(storyUntil("triage").ask(priya, { ...refuse, ground }).ok, ground).toBe(true);
    }
    const elsewhere = storyUntil("triage", policyOf("leicester-2016"));
    expect(refusalOf(elsewhere.ask(priya, refuse))).toEqual({
      kind: "not-possible",
      message: "That is no ground of this procedure. Choose one from the list.",
    });
  });

  it("is over once its letter is with the approver, and once it was taken to stage 2", () => {
    expect(refusalOf(storyUntil("awaiting-approval").ask(priya, refuse)).kind).toBe(
      "action-not-available",
    );
    expect(refusalOf(stageTwo(grace).ask(priya, refuse)).message).toBe(
      "It was taken to this stage. Answer it.",
    );
  });

  it("tells whoever refuses that the Ombudsman may look at it", () => {
    expect(formOf(storyUntil("triage"), "refuse").intro).toEqual([
      "The complaint is not taken. The person can take that decision to the Ombudsman.",
    ]);
    expect(formOf(storyUntil("answered"), "refuse").intro).toEqual([
      "The next stage is refused. The person can take that decision to the Ombudsman.",
    ]);
  });
});

describe("refusing the next stage", () => {
  it("waits until somebody has asked for it", () => {
    const story = storyUntil("answered");
    expect(inTheWay(story, "refuse")).toBe("Nobody has asked for the next stage.");
    expect(eventsOf(story.after("citizen", wroteAgain).ask(priya, refuse))).toMatchObject([
      { type: "complaint-refused", what: "next-stage" },
    ]);
    expect(story.case).toMatchObject({ status: "closed", outcome: "refused", stage: 1 });
    expect(story.case.answeredBack).toBeUndefined();
  });

  it("is possible after stage 2 where there is a stage 3, and not where there is none", () => {
    const three = answeredTwice(storyUntil("answered", policyOf("borough-2021-03")));
    const ground = "Another valid reason.";
    three.after("citizen", writesAgain("2026-11-20T10:00:00.000Z", "d"));
    expect(eventsOf(three.ask(priya, { ...refuse, ground }))).toMatchObject([
      { what: "next-stage" },
    ]);
    const two = answeredTwice().after("citizen", writesAgain("2026-11-20T10:00:00.000Z", "d"));
    expect(refusalOf(two.ask(priya, refuse)).message).toBe(
      "This was the last stage, so there is no next one to refuse. Close it.",
    );
  });
});

describe("a withdrawal", () => {
  it.each<CaseStatus>(["triage", "allocation", "investigating", "answered"])(
    "in %s ends the case as the person wishes, and no letter is concerned",
    (status) => {
      const story = storyUntil(status);
      const decision = story.ask(priya, withdraw);
      expect(eventsOf(decision)).toEqual([
        { type: "complaint-withdrawn", reason: "She rang: it is settled." },
      ]);
      expect([story.case.status, story.case.outcome]).toEqual(["closed", "withdrawn"]);
      expect(story.events.slice(-1).flatMap((event) => effectsOf(event, story.case))).toEqual([]);
    },
  );

  it("while a letter waits stops it, and settles the card that asks to approve it", () => {
    const story = storyUntil("awaiting-approval");
    expect(eventsOf(story.ask(tom, withdraw))).toEqual([
      { type: "complaint-withdrawn", reason: "She rang: it is settled.", letter },
    ]);
    expect(story.case.submission).toBeUndefined();
    expect(story.events.slice(-1).flatMap((event) => effectsOf(event, story.case))).toEqual([
      { kind: "settle-approval", key: "settle:7", stage: 1, text: letter },
    ]);
    expect(refusalOf(story.ask(helen, approve)).kind).toBe("action-not-available");
  });
});

describe("the outcome over all points", () => {
  const point = (title: string): PersonCommand => ({ type: "add-point", title, service: "waste" });
  const decided = (id: string): PersonCommand => ({
    ...{ type: "decide-point", point: id, finding: "upheld", reason: "It was missed." },
  });

  it("is decided once every point is, and names those that are still open", () => {
    const story = storyUntil("investigating")
      .after(tom, point("Missed bins"))
      .after(tom, point("Noise"))
      .after(tom, point("Rude reply"))
      .after(tom, { type: "drop-point", point: "2", reason: "Another complaint." });
    expect(refusalOf(story.ask(tom, found))).toEqual({
      kind: "not-possible",
      message: "Decide every point first: 1 (Missed bins), 3 (Rude reply).",
    });
    story.after(tom, decided("1"));
    expect(refusalOf(story.ask(tom, found)).message).toBe(
      "Decide every point first: 3 (Rude reply).",
    );
    expect(eventsOf(story.after(tom, decided("3")).ask(tom, found))).toEqual([
      { ...found, type: "outcome-decided", stage: 1 },
    ]);
  });

  it("is kept with its stage, and leaves the case where it is", () => {
    const story = storyUntil("investigating").after(tom, found);
    expect(story.case.stages[0]?.finding).toBe("partly-upheld");
    expect([story.case.status, story.case.outcome]).toEqual(["investigating", undefined]);
  });

  it("is asked for in the words of the policy", () => {
    const story = storyUntil("investigating", policyOf("leicester-2016"));
    expect(shownIn(formOf(story, "decide-outcome"), "finding")).toEqual([
      "Justified",
      "Partly justified",
      "Unjustified",
    ]);
  });
});

describe("closing", () => {
  it.each([
    ["with the root cause", "contractor", { rootCause: "contractor" }],
    ["without one that the form left empty", "", {}],
    ["without one that an older page did not ask for", undefined, {}],
  ])("ends the case %s", (_how, rootCause, kept) => {
    const story = storyUntil("answered");
    const command = PersonCommand.parse({ ...close, rootCause });
    expect(eventsOf(story.ask(tom, command))).toEqual([
      { type: "case-closed", outcome: "upheld", reason: "Answered.", ...kept },
    ]);
    expect(story.case).toMatchObject({ status: "closed", outcome: "upheld", ...kept });
    expect("rootCause" in story.case).toBe("rootCause" in kept);
  });

  it("takes a root cause of the list only, and forgets it once the case is open again", () => {
    expect(PersonCommand.safeParse({ ...close, rootCause: "The moon." }).success).toBe(false);
    const story = storyUntil("answered").after(tom, closeFor("delay"));
    expect(story.after(priya, reopen).case).not.toHaveProperty("rootCause");
    story.after(tom, closeFor("resources")).after("citizen", wroteAgain);
    story.after(priya, { type: "escalate", reason: "" });
    expect(story.case).not.toHaveProperty("rootCause");
  });

  it("offers the outcomes in the words of the policy, and may leave the root cause open", () => {
    const form = formOf(answeredWithFinding(), "close");
    expect(shownIn(form, "outcome")).toEqual(lgsco.outcomes.map(({ words }) => words));
    expect(fieldOf(form, "rootCause")).toMatchObject({ required: false });
    expect(shownIn(form, "rootCause")).toContain("Delay or backlog");
  });

  it.each<[string, Story, Partial<Written>, object]>([
    [
      "what was found over all points",
      answeredWithFinding(),
      {},
      { value: "partly-upheld", hint: "Decided over all points of stage 1." },
    ],
    [
      "what follows from points that were decided alike",
      answeredWithPoints("upheld", "upheld"),
      {},
      { value: "upheld", hint: "Point 1 upheld, point 2 upheld." },
    ],
    [
      "that it is partly upheld where the points differ",
      answeredWithPoints("upheld", "not-upheld"),
      { answer: "Your complaint is upheld." },
      { value: "partly-upheld", hint: "Point 1 upheld, point 2 not upheld." },
    ],
    [
      "what our answer decides",
      storyUntil("answered"),
      { answer: "Our decision is that your complaint is Not upheld, because it was collected." },
      { value: "not-upheld", hint: "Our answer says “not upheld”." },
    ],
    [
      "that an answer which decides both is partly upheld",
      storyUntil("answered"),
      { answer: "The first point is upheld. The second point is not upheld." },
      { value: "partly-upheld", hint: "Our answer says “not upheld”, “upheld”." },
    ],
  ])("suggests %s", (...[, story, written, suggested]) => {
    const form = formAfterReading(story, "close", { told: "", ...written });
    expect(fieldOf(form, "outcome")).toMatchObject(suggested);
  });

  it.each<[string, Story, Written, object]>([
    [
      "the words a finding rests on, before all others",
      answeredWithPoints("upheld", "upheld", "The contractor missed the street."),
      { told: "The driver was rude.", answer: "There was a delay." },
      { value: "contractor", hint: "The reason for a finding says “contractor”." },
    ],
    [
      "our answer, before what the person wrote",
      storyUntil("answered"),
      { told: "The driver was rude.", answer: "A backlog and a delay were the cause." },
      { value: "delay", hint: "Our answer says “delay”, “backlog”." },
    ],
    [
      "the person’s own words",
      storyUntil("answered"),
      { told: "The driver was rude." },
      { value: "staff-behaviour", hint: "They wrote “rude”." },
    ],
    [
      "that nothing was upheld",
      answeredWithPoints("not-upheld", "not-upheld"),
      { told: "The driver was rude." },
      { value: "nothing-went-wrong", hint: "Nothing was upheld." },
    ],
    [
      "what they are unhappy about",
      answeredAbout("no-reply"),
      { told: "Hello." },
      {
        value: "communication",
        hint: "It is what they are unhappy about, as it was classified.",
      },
    ],
  ])("takes the root cause from %s", (...[, story, written, suggested]) => {
    expect(fieldOf(formAfterReading(story, "close", written), "rootCause")).toMatchObject(
      suggested,
    );
  });

  it("writes the reason from what was found and when it was answered, to be changed at will", () => {
    expect(fieldOf(formOf(answeredWithPoints("upheld", "not-upheld"), "close"), "reason")).toEqual({
      ...{ kind: "words", name: "reason", label: "Reason", lines: 4, required: true },
      value:
        "Missed bins: upheld. It was missed.\nNoise: not upheld. It was missed.\nAnswered at stage 1 on Tuesday 10 November 2026; nobody has asked to take it further.",
      hint: "Taken from the case. Change what you would say otherwise.",
    });
  });

  it("suggests nothing where nothing was found, nor what an earlier stage found", () => {
    for (const story of [storyUntil("answered"), answeredTwice(answeredWithFinding())]) {
      expect(fieldOf(formOf(story, "close"), "outcome")).not.toHaveProperty("value");
      expect(fieldOf(formOf(story, "close"), "rootCause")).not.toHaveProperty("value");
    }
  });

  it("again is for what the person wrote since, and not for what was no complaint", () => {
    const story = storyUntil("closed");
    expect(inTheWay(story, "close")).toContain("the person has not written since");
    expect(inTheWay(story.after("citizen", wroteAgain), "close")).toBeUndefined();
    const passedOn = new Story().after("citizen", log).after(priya, notAComplaint);
    expect(inTheWay(passedOn, "close")).toContain("not taken as a complaint");
  });
});

describe("opening a case again", () => {
  it("that was answered leaves it answered, since its answer has gone out", () => {
    const story = storyUntil("closed");
    const { stages } = story.case;
    story.after(priya, reopen);
    expect(story.case).toMatchObject({ status: "answered", officer: { id: "tom" } });
    expect(story.case.stages).toEqual(stages);
    expect(story.case.outcome).toBeUndefined();
  });

  it.each<[CaseStatus, PersonCommand, CaseStatus]>([
    ["triage", refuse, "triage"],
    ["triage", withdraw, "triage"],
    ["allocation", refuse, "allocation"],
    ["investigating", withdraw, "allocation"],
    ["awaiting-approval", withdraw, "allocation"],
  ])("that ended in %s unanswered by $type brings it to %s", (status, ending, back) => {
    const story = storyUntil(status).after(priya, ending).after(priya, reopen);
    expect([story.case.status, story.case.outcome]).toEqual([back, undefined]);
    expect([story.case.officer, story.case.submission]).toEqual([undefined, undefined]);
  });

  it("at a stage that was not answered brings that stage back, not the one before", () => {
    const story = stageTwo(grace).after(grace, withdraw).after(priya, reopen);
    expect(story.case).toMatchObject({ status: "allocation", stage: 2 });
  });

  it("keeps a wish for the next stage only where this one was answered", () => {
    const again = storyUntil("closed").after("citizen", wroteAgain).after(priya, reopen);
    expect(again.case.answeredBack).toEqual({ at: "2026-11-10T10:30:00.000Z" });
    const unanswered = storyUntil("triage").after(priya, refuse).after("citizen", wroteAgain);
    expect(unanswered.after(priya, reopen).case.answeredBack).toBeUndefined();
  });

  it("is not the way for what was no complaint", () => {
    const story = new Story().after("citizen", log).after(priya, notAComplaint);
    expect(refusalOf(story.ask(priya, reopen))).toEqual({
      kind: "not-possible",
      message: "It was not taken as a complaint. Classify it again if it is one.",
    });
  });
});

describe("setting aside what nobody has classified", () => {
  const spam: PersonCommand = { type: "set-aside", as: "spam", reason: "It sells watches." };
  const repeated: PersonCommand = { type: "set-aside", as: "duplicate", reason: "" };
  const first = "CMP-2M8A-4T";
  const linked = (kind: "duplicate" | "related") =>
    storyUntil("triage").after(priya, { type: "link-case", other: first, kind, reason: "" });

  it("closes spam without a word to its sender", () => {
    const { case: theCase, events } = storyUntil("triage").after(priya, spam);
    expect(theCase).toMatchObject({ status: "closed", outcome: "not-a-complaint" });
    expect(events.slice(-1).flatMap((event) => effectsOf(event, theCase))).toEqual([]);
  });

  it("can be undone by saying what it is, also when they write again", () => {
    const story = storyUntil("triage").after(priya, spam).after("citizen", wroteAgain);
    expect(story.case.answeredBack).toBeDefined();
    const { case: theCase } = story.after(priya, classify);
    expect(theCase).toMatchObject({ status: "allocation", type: "complaint" });
    expect(theCase).not.toHaveProperty("outcome");
  });

  it("takes the same complaint twice only with the case it repeats", () => {
    for (const story of [storyUntil("triage"), linked("related")]) {
      expect(refusalOf(story.ask(priya, repeated)).message).toContain("Link the case first");
    }
    expect(linked("duplicate").after(priya, repeated).case.status).toBe("closed");
  });

  it("is for the complaints team, and over once it is classified", () => {
    expect(refusalOf(storyUntil("triage").ask(tom, spam)).kind).toBe("not-permitted");
    expect(refusalOf(storyUntil("allocation").ask(priya, spam)).kind).toBe("action-not-available");
  });

  it("says in the history what it was set aside as", () => {
    expect(lastLine(storyUntil("triage").after(priya, spam))).toEqual({
      ...{ what: "set it aside as spam", kind: "decision" },
      text: "It sells watches.",
    });
    expect(lastLine(linked("duplicate").after(priya, repeated)).what).toBe(
      "set it aside as a duplicate",
    );
    expect(shownIn(formOf(storyUntil("triage"), "set-aside"), "as")[0]).toBe("Spam");
  });
});

describe("the history of an ending", () => {
  it.each<[string, Story, PersonCommand, string]>([
    ["refused the complaint", storyUntil("triage"), refuse, refusedText],
    [
      "refused the next stage",
      storyUntil("answered").after("citizen", wroteAgain),
      refuse,
      refusedText,
    ],
    [
      "recorded that the person withdrew the complaint",
      storyUntil("allocation"),
      withdraw,
      "She rang: it is settled.",
    ],
    [
      "decided stage 1: partly upheld",
      storyUntil("investigating"),
      found,
      "Missed once, not twice.",
    ],
    ["closed it: upheld", storyUntil("answered"), close, "Answered."],
    [
      "closed it: upheld, root cause: delay or backlog",
      storyUntil("answered"),
      closeFor("delay"),
      "Answered.",
    ],
    ["opened it again", storyUntil("closed"), reopen, "The wrong one was closed."],
  ])("says: %s", (...[what, story, command, text]) => {
    expect(lastLine(story.after(priya, command))).toEqual({ what, kind: "decision", text });
  });
});
