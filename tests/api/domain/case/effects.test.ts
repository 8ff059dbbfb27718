import { describe, expect, it } from "vitest";
import { Effect, effectsOf } from "#api/domain/case/effects.ts";
import type { CaseCommand, PersonCommand } from "#api/domain/case/commands.ts";
import { otherEnd } from "#api/domain/case/links/facts.ts";
import { policyOf } from "#api/domain/policy/catalogue.ts";
import { david, ewa, grace, helen, priya, rosa, sunita, tom } from "./people.ts";
import {
  acknowledged,
  classify,
  close,
  draft,
  letter,
  log,
  notAComplaint,
  otherLetter,
  responseSent,
  stageTwo,
  Story,
  storyUntil,
  submit,
  writesAgain,
  type Asker,
} from "./story.ts";

/** What Redress owes the world once this has been done. */
function owed(story: Story, who: Asker, command: CaseCommand): Effect[] {
  const decision = story.ask(who, command);
  if (!decision.ok) throw new Error(decision.error.message);
  return decision.value.events.flatMap((event) => effectsOf(event, decision.value.after));
}

const approve: PersonCommand = { type: "approve", text: letter };
const returned: PersonCommand = { type: "return", text: letter, comment: "Shorter." };

describe("a new case", () => {
  it("is acknowledged once", () => {
    expect(owed(new Story(), "citizen", log)).toEqual([
      { kind: "acknowledge", key: "acknowledge:1", stage: 1 },
    ]);
  });

  it("and each further stage of it too", () => {
    const story = storyUntil("answered");
    expect(owed(story, priya, { type: "escalate", reason: "" })).toEqual([
      { kind: "acknowledge", key: "acknowledge:2", stage: 2 },
    ]);
  });

  const typed = (caseType: "service-request" | "compliment" | "complaint") =>
    ({ ...classify, caseType }) satisfies PersonCommand;
  const told = {
    type: "record-letter-sent",
    about: {
      ...{ letter: "not-a-complaint", stage: 1 },
      ...{ caseType: "service-request", service: "waste" },
    },
    text: letter,
    internetMessageId: "<taken@wexcombe.gov.uk>",
  } as const satisfies CaseCommand;

  it("that is no complaint is answered with what it was taken for, once", () => {
    const story = new Story().after("citizen", log);
    expect(owed(story, priya, typed("service-request"))).toEqual([
      { kind: "write-letter", key: "letter:not-a-complaint:2", about: told.about },
      ...[
        {
          kind: "pass-to-service",
          key: "pass:waste:2",
          service: "waste",
          caseType: "service-request",
        },
      ],
    ]);
    story.after("system", told);
    story.after("system", { type: "record-passed-on", service: "waste", text: letter });
    expect(owed(story, priya, typed("compliment"))).toEqual([]);
    expect(owed(story, priya, typed("complaint")), "they had been told otherwise").toEqual([
      { kind: "acknowledge", key: "acknowledge:1:8", stage: 1 },
    ]);
  });

  it("that is no complaint says so to no machine, and to nobody without an address", () => {
    const held = new Story().after("citizen", { ...log, unacknowledged: "It is of a list." });
    expect(owed(held, priya, typed("compliment"))).toEqual([]);
    const { mail: _none, ...call } = log;
    const rang = { ...call, channel: "phone", complainant: { name: "Edith Marlow" } } as const;
    const called = new Story().after("citizen", rang);
    expect(owed(called, priya, typed("service-request")), "but its service has it").toMatchObject([
      { kind: "pass-to-service", service: "waste" },
    ]);
  });

  it("that takes longer, or is refused, owes the person a letter unless they were told otherwise", () => {
    const byLetter = { telling: "letter", text: letter } as const;
    const extend = { type: "extend", workingDays: 5, reason: "Illness.", goodReason: "" } as const;
    const ground = "Another valid reason.";
    const refuse = { type: "refuse", ground, reason: "The court has it." } as const;
    const story = storyUntil("investigating");
    const about = { stage: 1, text: letter };
    expect(owed(story, tom, { ...extend, ...byLetter })).toEqual([
      ...[
        {
          kind: "write-letter",
          key: "letter:extension:6",
          about: { letter: "extension", ...about },
        },
      ],
    ]);
    const agree = { type: "agree-date", date: "2026-12-08", agreedWith: "Joan" } as const;
    const leicester = storyUntil("investigating", policyOf("leicester-2016"));
    expect(owed(leicester, priya, agree), "where nobody asked for one").toEqual([]);
    expect(owed(leicester, priya, { ...agree, ...byLetter })).toMatchObject([
      { kind: "write-letter", about: { letter: "agreed-date", ...about } },
    ]);
    const byPhone = { telling: "myself", told: "By phone." } as const;
    expect(owed(story, tom, { ...extend, goodReason: "Illness.", ...byPhone })).toEqual([]);
    expect(owed(story, priya, { ...refuse, ...byLetter })).toEqual([
      ...[
        { kind: "write-letter", key: "letter:refusal:8", about: { letter: "refusal", ...about } },
      ],
    ]);
  });

  it("and once more when it becomes a complaint only later", () => {
    const story = new Story().after("citizen", log).after(priya, notAComplaint);
    story.after("citizen", writesAgain("2026-11-20T10:00:00.000Z"));
    expect(owed(story, priya, classify)).toEqual([
      { kind: "acknowledge", key: "acknowledge:1:5", stage: 1 },
    ]);
  });
});

describe("an officer", () => {
  it("is told who gave them the case", () => {
    expect(owed(storyUntil("allocation"), priya, { type: "assign", officer: tom.id })).toEqual([
      { kind: "settle-question", key: "settled:4", question: { kind: "assignment" } },
      {
        kind: "tell",
        key: "tell:4:tom",
        person: "tom",
        occasion: { kind: "assigned", by: "Priya Nair" },
      },
    ]);
  });

  it("is told what the approver wants changed, and the standing question is settled", () => {
    expect(owed(storyUntil("awaiting-approval"), helen, returned)).toEqual([
      { kind: "settle-approval", key: "settle:7", stage: 1, text: letter },
      {
        kind: "tell",
        key: "tell:7:tom",
        person: "tom",
        occasion: { kind: "returned", by: "Helen Marsh", comment: "Shorter." },
      },
    ]);
  });

  it("hears nothing of a letter that is passed on, but its new approver does", () => {
    const delegate = { type: "delegate", text: letter, to: sunita.id } as const;
    expect(owed(storyUntil("awaiting-approval"), helen, delegate)).toEqual([
      { kind: "settle-approval", key: "settle:7", stage: 1, text: letter },
      {
        kind: "tell",
        key: "tell:7:sunita",
        person: "sunita",
        occasion: { kind: "approval-wanted", text: letter },
      },
    ]);
    const taken = owed(storyUntil("awaiting-approval"), sunita, {
      type: "take-over",
      text: letter,
    });
    expect(taken.map(({ kind }) => kind)).toEqual(["settle-approval"]);
  });

  it("is told so beside whoever submitted the letter in their place", () => {
    const story = storyUntil("investigating").after(priya, submit(), [helen]);
    const told = owed(story, helen, returned).flatMap((effect) =>
      effect.kind === "tell" ? [effect.person] : [],
    );
    expect(told).toEqual(["tom", "priya"]);
  });

  it("is told that the response has gone, and by whose approval", () => {
    expect(owed(storyUntil("sending"), "system", responseSent(1))).toEqual([
      {
        kind: "tell",
        key: "tell:8:tom",
        person: "tom",
        occasion: { kind: "response-sent", approver: "Helen Marsh" },
      },
      { kind: "share-answer", key: "share:8", stage: 1 },
    ]);
  });

  it("is told that a letter will not go out", () => {
    const problem = { type: "record-sending-problem", stage: 1, why: "Refused." } as const;
    expect(owed(storyUntil("sending"), "system", problem)).toEqual([
      {
        kind: "tell",
        key: "tell:8:tom",
        person: "tom",
        occasion: { kind: "needs-a-person", why: "Refused." },
      },
    ]);
  });

  it("is told that the person wrote after the answer", () => {
    const story = storyUntil("answered");
    expect(owed(story, "citizen", writesAgain("2026-11-20T10:00:00.000Z"))).toEqual([
      { kind: "tell", key: "tell:9:tom", person: "tom", occasion: { kind: "answered-back" } },
    ]);
  });
});

describe("an approval", () => {
  it("is asked of the approver, for exactly this letter", () => {
    expect(owed(storyUntil("investigating"), tom, submit())).toEqual([
      {
        kind: "tell",
        key: "tell:6:helen",
        person: "helen",
        occasion: { kind: "approval-wanted", text: letter },
      },
    ]);
  });

  it("sends exactly this letter, once, and settles the standing question", () => {
    expect(owed(storyUntil("awaiting-approval"), helen, approve)).toEqual([
      { kind: "send-response", key: `send:1:${letter}`, stage: 1, text: letter },
      { kind: "settle-approval", key: "settle:7", stage: 1, text: letter },
    ]);
  });

  it("of the same words at the next stage is another sending", () => {
    const story = stageTwo(grace).after(grace, draft()).after(grace, submit(), [david]);
    expect(owed(story, david, approve)[0]?.key).toBe(`send:2:${letter}`);
  });
});

describe("a nudge", () => {
  const nudge = (to: readonly string[]): CaseCommand => ({
    type: "give-notice",
    notice: "overdue",
    clock: "stage-1",
    due: "2026-11-24",
    to,
  });

  const readers = (effects: readonly Effect[]) =>
    effects.map((effect) =>
      effect.kind === "tell" && effect.occasion.kind === "nudge"
        ? [effect.person, effect.occasion.reader]
        : [],
    );

  it("reaches each reader once, as what they are to the case", () => {
    const story = storyUntil("awaiting-approval");
    expect(readers(owed(story, "system", nudge(["helen", "tom", "sunita"])))).toEqual([
      ["helen", "approver"],
      ["tom", "handler"],
      ["sunita", "head"],
    ]);
  });

  it("of a case that nobody has reaches the complaints desk", () => {
    const story = storyUntil("triage");
    expect(readers(owed(story, "system", nudge(["priya"])))).toEqual([["priya", "desk"]]);
  });
});

describe("a colleague", () => {
  const ask: PersonCommand = {
    type: "request-information",
    to: ewa.id,
    question: "Was the lorry out?",
    due: "2026-11-13",
  };
  const asked = () => storyUntil("investigating").after(tom, ask);
  const answer = (story: Story): PersonCommand => ({
    type: "give-information",
    request: story.case.requests[0]?.id ?? "",
    text: letter,
  });

  it("who is asked something is told what, by whom and by when", () => {
    expect(owed(storyUntil("investigating"), tom, ask)).toEqual([
      {
        kind: "tell",
        key: "tell:6:ewa",
        person: "ewa",
        occasion: {
          kind: "information-wanted",
          by: "Tom Okafor",
          question: "Was the lorry out?",
          due: "2026-11-13",
          request: "1",
        },
      },
    ]);
  });

  it("who asked is told of the answer", () => {
    const story = asked().after(tom, { ...ask, to: rosa.id, question: "And the crew?" });
    expect(owed(story, ewa, answer(story))).toEqual([
      { kind: "settle-question", key: "settled:8", question: { kind: "request", request: "1" } },
      {
        kind: "tell",
        key: "tell:8:tom",
        person: "tom",
        occasion: {
          kind: "information-given",
          by: "Ewa Kowalska",
          question: "Was the lorry out?",
        },
      },
    ]);
  });

  it("who answers their own question for the other is told nothing", () => {
    const story = asked();
    expect(owed(story, tom, answer(story)).map(({ kind }) => kind)).toEqual(["settle-question"]);
  });

  const remedy = {
    type: "promise-remedy",
    kind: "action",
    what: "Collect it on Friday.",
    due: "2026-11-20",
  } as const;
  const lesson = {
    type: "note-lesson",
    kind: "procedure",
    what: "Say which lane it is.",
    due: "2026-12-11",
  } as const;

  it.each<[string, PersonCommand, string, string]>([
    ["a remedy", { ...remedy, owner: helen.id, partner: "" }, remedy.what, remedy.due],
    ["a lesson", { ...lesson, owner: helen.id }, lesson.what, lesson.due],
  ])("who is to see to %s is told so", (...[, command, what, due]) => {
    expect(owed(storyUntil("answered"), tom, command)).toEqual([
      {
        kind: "tell",
        key: "tell:9:helen",
        person: "helen",
        occasion: { kind: "promised", by: "Tom Okafor", what, due },
      },
    ]);
  });

  it.each<[string, PersonCommand]>([
    ["they promised it themself", { ...remedy, owner: tom.id, partner: "" }],
    ["they noted it themself", { ...lesson, owner: tom.id }],
    ["a partner is to see to it", { ...remedy, partner: "Ms Doe of Harbour Homes" }],
  ])("is told nothing when %s", (_why, command) => {
    expect(owed(storyUntil("answered"), tom, command)).toEqual([]);
  });
});

describe("a link", () => {
  const link: PersonCommand = {
    type: "link-case",
    other: "CMP-2M8A-4T",
    kind: "duplicate",
    reason: "The same street.",
  };

  it("is made at the other case too, as that case sees it", () => {
    expect(owed(storyUntil("triage"), priya, link)).toEqual([
      {
        kind: "link-back",
        key: "link:3",
        other: "CMP-2M8A-4T",
        as: otherEnd("duplicate"),
        reason: "The same street.",
      },
    ]);
  });

  it("is undone at the other case too", () => {
    const story = storyUntil("triage").after(priya, link);
    const undo: PersonCommand = { type: "unlink-case", other: "CMP-2M8A-4T", reason: "Not it." };
    expect(owed(story, priya, undo)).toEqual([
      { kind: "link-back", key: "link:4", other: "CMP-2M8A-4T", reason: "Not it." },
    ]);
  });
});

describe("nothing is owed", () => {
  it.each<[string, Story, Asker, CaseCommand]>([
    ["an acknowledgement", storyUntil("triage"), "system", acknowledged(1)],
    ["a classification", storyUntil("triage"), priya, classify],
    ["a note", storyUntil("answered"), helen, { type: "add-note", text: letter }],
    ["a draft", storyUntil("investigating"), tom, draft(otherLetter)],
    ["a closing", storyUntil("answered"), tom, close],
    [
      "a further message",
      storyUntil("investigating"),
      "citizen",
      writesAgain("2026-11-20T10:00:00.000Z"),
    ],
    [
      "a further message that nobody has yet",
      new Story().after("citizen", log),
      "citizen",
      writesAgain("2026-11-20T10:00:00.000Z"),
    ],
  ])("after %s", (...[, story, who, command]) => {
    expect(owed(story, who, command)).toEqual([]);
  });
});

it("is asked to settle the standing approval when the person withdraws", () => {
  expect(
    owed(storyUntil("awaiting-approval"), tom, { type: "withdraw", reason: "They rang." }),
  ).toEqual([{ kind: "settle-approval", key: "settle:7", stage: 1, text: letter }]);
  expect(
    owed(storyUntil("investigating"), tom, { type: "withdraw", reason: "They rang." }),
  ).toEqual([]);
});

it("owes nothing that could not be stored and read again", () => {
  const story = storyUntil("allocation");
  const nudge = { type: "give-notice", notice: "overdue", clock: "stage-1" } as const;
  const effects = [
    ...owed(new Story(), "citizen", log),
    ...owed(story, priya, { type: "assign", officer: tom.id }),
    ...owed(story.after(tom, draft()), tom, submit()),
    ...owed(story, helen, returned),
    ...owed(story, "system", { ...nudge, due: "2026-11-24", to: [tom.id] }),
    ...owed(story.after(tom, submit()), helen, approve),
    ...owed(story, "system", { type: "record-sending-problem", stage: 1, why: "Refused." }),
    ...owed(story, "system", responseSent(1)),
    ...owed(story, "citizen", writesAgain("2026-11-20T10:00:00.000Z")),
  ];
  expect(effects.length).toBeGreaterThan(10);
  expect(effects.map((effect) => Effect.parse(JSON.parse(JSON.stringify(effect))))).toEqual(
    effects,
  );
});
