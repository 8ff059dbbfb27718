import { describe, expect, it } from "vitest";
import { offeredActions, type Offer } from "#api/domain/case/allowed-actions.ts";
import type { PersonAction } from "#api/domain/case/commands.ts";
import type { Person } from "#api/domain/people/actor.ts";
import { amina, david, everybody, ewa, grace, helen, priya, sunita, tom } from "./people.ts";
import {
  classify,
  draft,
  letter,
  lgsco,
  log,
  notAComplaint,
  responseSent,
  stageTwo,
  Story,
  storyUntil,
  submit,
  writesAgain,
} from "./story.ts";

const offers = (story: Story, person: Person): Offer[] =>
  offeredActions(story.case, person, story.policy);

const primary = (story: Story, person: Person): string | undefined =>
  offers(story, person).find((offer) => offer.primary)?.type;

function offer(story: Story, person: Person, action: PersonAction): Offer | undefined {
  return offers(story, person).find(({ type }) => type === action);
}

const wroteAgain = (status: "answered" | "closed") =>
  storyUntil(status).after("citizen", writesAgain("2026-11-20T10:00:00.000Z"));

const passedOn = () => new Story().after("citizen", log).after(priya, notAComplaint);

describe("the one primary button", () => {
  it.each<[string, Story, Person, string | undefined]>([
    ["classify for the complaints team in triage", storyUntil("triage"), priya, "classify"],
    ["assign for the complaints team in allocation", storyUntil("allocation"), priya, "assign"],
    ["assign for the head of service in allocation", storyUntil("allocation"), helen, "assign"],
    ["the reply for its officer", storyUntil("investigating"), tom, "save-draft"],
    [
      "nothing for the complaints team while an officer works",
      storyUntil("investigating"),
      priya,
      undefined,
    ],
    [
      "nothing for the head of service while an officer works",
      storyUntil("investigating"),
      helen,
      undefined,
    ],
    ["approve for the approver", storyUntil("awaiting-approval"), helen, "approve"],
    [
      "nothing for the officer while the approver has it",
      storyUntil("awaiting-approval"),
      tom,
      undefined,
    ],
    ["nothing for another head of service", storyUntil("awaiting-approval"), sunita, undefined],
    ["nothing while the letter is on its way", storyUntil("sending"), priya, undefined],
    ["close for the officer once it is answered", storyUntil("answered"), tom, "close"],
    ["the next stage once the person wrote again", wroteAgain("answered"), priya, "escalate"],
    ["close for the officer even then", wroteAgain("answered"), tom, "close"],
    ["nothing on a closed case", storyUntil("closed"), priya, undefined],
    ["the next stage on a closed case whose person wrote", wroteAgain("closed"), priya, "escalate"],
    [
      "classify on what was no complaint until its person wrote",
      passedOn().after("citizen", writesAgain("2026-11-20T10:00:00.000Z")),
      priya,
      "classify",
    ],
    ["nothing on what was passed on", passedOn(), priya, undefined],
    ["nothing ever for a councillor", storyUntil("triage"), amina, undefined],
  ])("is %s", (...[, story, person, action]) => {
    expect(primary(story, person)).toBe(action);
  });

  it("after the last stage is to close, since nothing comes after it", () => {
    const story = stageTwo(grace).after(grace, draft()).after(grace, submit(), [david]);
    story.after(david, { type: "approve", text: letter }).after("system", responseSent(2));
    story.after("citizen", writesAgain("2026-12-01T10:00:00.000Z", "d"));
    expect(primary(story, priya)).toBe("close");
  });
});

describe("the buttons of a case", () => {
  it("are the steps its status knows, allowed or greyed out with the reason, and what else is possible", () => {
    const shown = offers(storyUntil("investigating"), helen);
    expect(shown.filter(({ type, allowed }) => !allowed || type === "assign")).toEqual([
      {
        type: "save-draft",
        title: "Draft reply",
        primary: false,
        allowed: false,
        why: "It is with Tom Okafor.",
      },
      {
        type: "submit",
        title: "Submit for approval",
        primary: false,
        allowed: false,
        why: "It is with Tom Okafor.",
      },
      { type: "assign", title: "Assign to someone else", primary: false, allowed: true },
      {
        type: "classify",
        title: "Classify again",
        primary: false,
        allowed: false,
        why: "Your role does not include this.",
      },
    ]);
    const others = shown.filter(({ allowed }) => allowed).map(({ type }) => type);
    expect(others).toEqual(expect.arrayContaining(["add-note", "note-lesson", "raise-flag"]));
    // Nothing is paused, no remedy was promised and no day can be agreed here: nobody is bothered with it.
    expect(shown.map(({ type }) => type)).not.toContain("resume");
    expect(others).not.toContain("complete-remedy");
  });

  it("say what the action would do to this very case", () => {
    expect(offer(storyUntil("triage"), priya, "classify")?.title).toBe("Classify");
    expect(offer(storyUntil("allocation"), priya, "classify")?.title).toBe("Classify again");
    expect(offer(storyUntil("allocation"), priya, "assign")?.title).toBe("Assign");
    expect(offer(storyUntil("answered"), priya, "escalate")?.title).toBe("Take to stage 2");
  });

  it.each<[string, Story, Person, PersonAction, string]>([
    [
      "somebody else has the letter",
      storyUntil("awaiting-approval"),
      tom,
      "approve",
      "It was submitted to Helen Marsh.",
    ],
    ["somebody else has the case", storyUntil("answered"), ewa, "close", "It is with Tom Okafor."],
    [
      "nothing is written yet",
      storyUntil("allocation").after(priya, { type: "assign", officer: tom.id }),
      tom,
      "submit",
      "Write and save the reply first.",
    ],
    ["it was no complaint", passedOn(), priya, "escalate", "Classify it again"],
  ])("that are greyed out say why: %s", (...[, story, person, action, why]) => {
    const shown = offer(story, person, action);
    expect(shown?.allowed).toBe(false);
    expect(shown?.why).toContain(why);
  });

  it("are at most one primary, always an allowed one, and each greyed one says why", () => {
    const stories = [
      ...(["triage", "allocation", "investigating", "awaiting-approval"] as const).map((status) =>
        storyUntil(status),
      ),
      ...[storyUntil("sending"), wroteAgain("answered"), wroteAgain("closed"), passedOn()],
      ...[stageTwo(grace), passedOn().after(priya, classify)],
    ];
    for (const story of stories) {
      for (const person of everybody) {
        const shown = offeredActions(story.case, person, lgsco);
        expect(shown.filter((one) => one.primary).length).toBeLessThanOrEqual(1);
        expect(shown.filter((one) => one.primary && !one.allowed)).toEqual([]);
        expect(shown.filter((one) => one.allowed === (one.why !== undefined))).toEqual([]);
      }
    }
  });
});
