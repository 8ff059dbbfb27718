import { createRequire } from "node:module";
import type * as AdaptiveCards from "adaptivecards";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CaseCard } from "#api/domain/case/case-card.ts";
import { meOf } from "#api/services/lists/pages.ts";
import type { AdaptiveCard } from "#bot/cards/adaptive-card.ts";
import { foundCaseCard, helpCard, loggedCard } from "#bot/cards/answers.ts";
import { cardFor } from "#bot/cards/card-for.ts";
import { withNotice } from "#bot/cards/case-card.ts";
import { logComplaintForm, longestWords } from "#bot/cards/log-complaint-form.ts";
import { cardVerbs } from "#bot/cards/press-action.ts";
import {
  caseId,
  hashOf,
  head,
  officer,
  publicUrl,
  registration,
  sheet,
  teamsAppId,
} from "./council.ts";

// The package's ES modules import each other without extensions, which Node cannot resolve.
const renderer = createRequire(import.meta.url)(
  "adaptivecards/dist/adaptivecards.js",
) as typeof AdaptiveCards;

const tab = { teamsAppId, publicUrl, tenantId: registration.tenantId };
const hash = hashOf("the letter");

type Wanted = Extract<CaseCard, { kind: "approval-wanted" }>;
const wanted: Wanted = {
  ...head,
  kind: "approval-wanted",
  sheet,
  letter: "Dear Ms Lark,\n\nWe are sorry.\n\nYours sincerely\nOla Berg",
  letterIsCut: false,
  text: hash,
  delegates: [{ id: "sunita", name: "Sunita Rao, Head of Housing" }],
};

const cards: Readonly<Record<string, CaseCard>> = {
  "approval wanted": wanted,
  approved: {
    ...head,
    kind: "approval-receipt",
    decision: "approved",
    by: "Dee",
    atWords: "14:02",
  },
  returned: {
    ...head,
    kind: "approval-receipt",
    decision: "returned",
    by: "Dee",
    atWords: "14:02",
    comment: "Name the date.",
  },
  withdrawn: {
    ...head,
    kind: "approval-receipt",
    decision: "withdrawn",
    by: "Ola",
    atWords: "14:02",
  },
  "passed on": {
    ...{ ...head, kind: "approval-receipt", decision: "passed-on" },
    ...{ by: "Dee", atWords: "14:02", to: "Sunita Rao", comment: "I am at a hearing." },
  },
  assigned: {
    ...{ ...head, kind: "assigned", by: "Priya Nair", asks: true },
    briefing: {
      about: "It takes too long",
      points: [{ id: "1", title: "Missed collections", service: "Waste services" }],
      answer: "Stage 1, in writing, by e-mail. Signed off by: the head of service.",
    },
  },
  "assigned to somebody who is away": {
    ...{ ...head, kind: "assigned", by: "Priya Nair", asks: false, inPlaceOf: "Tom Okafor" },
    briefing: { points: [], answer: "Stage 1, in writing, by e-mail." },
  },
  "a point for a service": {
    ...{ ...head, kind: "point-wanted", point: "1", title: "Missed collections" },
    care: ["Vulnerability"],
  },
  "a question": {
    ...{ ...head, kind: "information-wanted", by: "Ola Berg", request: "1" },
    ...{ question: "When did the crew come?", dueOn: "Fri 8 Jan" },
  },
  "a question answered": {
    ...{ ...head, kind: "settled", question: "request", words: "answered" },
    ...{ by: "Lee Barton", atWords: "14:02", asked: "When did the crew come?" },
  },
  "an assignment taken on": {
    ...{ ...head, kind: "settled", question: "assignment", words: "taken on", by: "Ola Berg" },
  },
  "response returned": { ...head, kind: "returned", by: "Dee Ross", comment: "Name the date." },
  "response sent": { ...head, kind: "response-sent", approver: "Dee Ross" },
  "answer shared": { ...head, kind: "answer-shared", promised: ["Collect it (Lee, by Tue 1 Dec)"] },
  "answered back": { ...head, kind: "answered-back" },
  "due soon": { ...head, kind: "nudge", notice: "due-soon", handler: "Ola", reader: "handler" },
  overdue: { ...head, kind: "nudge", notice: "overdue", handler: "Ola", reader: "handler" },
  "overdue, to the head": {
    ...head,
    kind: "nudge",
    notice: "overdue",
    handler: "Ola",
    reader: "head",
  },
  "due soon, to the approver": {
    ...head,
    kind: "nudge",
    notice: "due-soon",
    handler: "Ola",
    reader: "approver",
  },
  "overdue with an approver, to somebody who may take over": {
    ...{ ...head, kind: "nudge", notice: "overdue", handler: "Dee Ross", reader: "head" },
    takeOver: hash,
  },
  "overdue, to the desk": {
    ...head,
    kind: "nudge",
    notice: "overdue",
    handler: "nobody yet",
    reader: "desk",
  },
  "a question of somebody's is due soon": {
    ...{ ...head, kind: "reminder", about: "question", step: "soon" },
    ...{ what: "When was it?", dueOn: "Mon 7 Dec" },
  },
  "a remedy is still overdue": {
    ...{ ...head, kind: "reminder", about: "remedy", step: "escalated" },
    ...{ what: "Apologise.", dueOn: "Mon 7 Dec", owner: "Ann Lowe, Wexcombe Homes" },
  },
  "needs a person": { ...head, kind: "needs-a-person", why: "The address does not exist." },
  "letter undelivered": {
    ...{ ...head, kind: "letter-undelivered", letter: "response" },
    why: "550 5.1.1 <lark@example.com>: User unknown",
  },
  "notice undelivered": {
    ...{ ...head, kind: "letter-undelivered", letter: "notice" },
    why: "550 5.1.1 User unknown",
  },
};
const named = Object.entries(cards);

const asking = (card: CaseCard): boolean =>
  ["approval-wanted", "point-wanted", "information-wanted"].includes(card.kind) ||
  (card.kind === "assigned" && card.asks) ||
  (card.kind === "nudge" && card.takeOver !== undefined);

/** A sheet in which everything that somebody can type is that text, as often as there is room in a case. */
const fullOf = (text: string): typeof sheet => ({
  ...sheet,
  ...{ complainant: text, inPlaceOf: "Helen Marsh, who is away", note: { by: "Dee", text } },
  care: Array.from({ length: 20 }, () => ({ title: "Vulnerability", words: text })),
  points: Array.from({ length: 50 }, (_, n) => ({ id: `${n}`, title: text, answered: true })),
  ...{
    remedies: Array.from({ length: 20 }, () => text),
    changes: [text, text],
    gist: text.slice(0, 400),
  },
  returned: { by: "Dee", at: "2027-01-04T09:00:00.000Z", comment: text },
});

/** Every object in the card, however deep. */
function partsOf(card: unknown): Record<string, unknown>[] {
  if (Array.isArray(card)) return card.flatMap(partsOf);
  if (typeof card !== "object" || card === null) return [];
  return [card as Record<string, unknown>, ...Object.values(card).flatMap(partsOf)];
}

const ofType = (card: AdaptiveCard, type: string) =>
  partsOf(card).filter((part) => part.type === type);

/** What Microsoft's own renderer has against the card. */
function objectionsTo(card: AdaptiveCard): string[] {
  const context = new renderer.SerializationContext(renderer.Versions.v1_5);
  const parsed = new renderer.AdaptiveCard();
  parsed.parse(card, context);
  return [
    ...Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index).message),
    ...parsed.validateProperties().validationEvents.map(({ message }) => message),
  ];
}

function expectTeamsToTake(card: AdaptiveCard): void {
  expect(objectionsTo(card)).toEqual([]);
  expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThan(24 * 1024);
  expect(ofType(card, "Image")).toEqual([]);
  for (const execute of ofType(card, "Action.Execute")) {
    expect(cardVerbs).toContain(execute.verb);
    expect(execute.fallback).toMatchObject({
      type: "Action.Submit",
      data: { verb: execute.verb },
    });
  }
}

describe("every card", () => {
  test.each(named)("%s: Microsoft's renderer takes it as it is", (_, card) => {
    expectTeamsToTake(cardFor(card, tab));
  });

  test("whatever people have typed, Microsoft's renderer takes it and it stays below 24 KB", () => {
    const text = fc.oneof(
      fc.string({ unit: "binary", maxLength: 200 }),
      fc.string({ unit: "grapheme", minLength: 3000, maxLength: 30_000, size: "max" }),
      fc.lorem({ mode: "sentences", maxCount: 400, size: "max" }),
    );
    fc.assert(
      fc.property(text, text, text, (subject, letter, comment) => {
        expectTeamsToTake(
          withNotice(
            cardFor({ ...wanted, subject, letter, sheet: fullOf(comment) }, tab),
            "The letter changed after this card was sent.",
          ),
        );
        expectTeamsToTake(cardFor({ ...head, kind: "returned", by: "Dee", subject, comment }, tab));
      }),
      { numRuns: 20 },
    );
  });

  test.each(named)("%s: links to the case in Teams, and outside of it", (_, card) => {
    const [link] = ofType(cardFor(card, tab), "Action.OpenUrl").map(({ url }) => url as string);
    const url = new URL(link ?? "");
    expect(url.href.length).toBeLessThan(1900);
    expect(url.origin + url.pathname).toBe(
      `https://teams.microsoft.com/l/entity/${teamsAppId}/cases`,
    );
    expect(Object.fromEntries(url.searchParams)).toEqual({
      webUrl: `${publicUrl}/tab/?case=${caseId}`,
      label: caseId,
      context: JSON.stringify({ subEntityId: caseId }),
      tenantId: registration.tenantId,
    });
  });

  test.each(named)("%s: announces itself without what a citizen wrote", (_, card) => {
    const { fallbackText } = cardFor(card, tab);
    expect(fallbackText).toContain(caseId);
    expect(fallbackText).not.toContain("Missed bin");
  });

  test.each(named.filter(([, card]) => !asking(card)))(
    "%s: has nothing to press but the way to the case",
    (_, card) => {
      expect(cardFor(card, tab).actions).toMatchObject([
        { type: "Action.OpenUrl", title: "Open the case" },
      ]);
      expect(ofType(cardFor(card, tab), "Action.Execute")).toEqual([]);
    },
  );

  test("leaves out the addresses that citizens put into subjects", () => {
    const subject = "Reply to jo.lark@example.com (or <lark@example.org>) please";
    for (const card of Object.values(cards)) {
      expect(JSON.stringify(cardFor({ ...card, subject }, tab))).not.toMatch(/@example/);
    }
  });

  test("shows a citizen's Markdown as characters, so that no link of theirs comes to life", () => {
    const subject = "[Your payslip](https://evil.example)";
    for (const card of Object.values(cards)) {
      const holders = partsOf(cardFor({ ...card, subject }, tab)).filter(
        ({ text }) => text === subject,
      );
      expect(holders.map(({ type }) => type)).toEqual(["TextRun"]);
    }
  });
});

describe("the question to an approver", () => {
  const question = cardFor(wanted, tab);

  test("says in words who asks what, by when, and why they may decide", () => {
    const shown = JSON.stringify(question);
    for (const said of [
      "CMP-7K3Q-9D needs your approval",
      wanted.subject,
      wanted.stageWords,
      wanted.serviceName,
      wanted.dueWords,
      sheet.author,
      sheet.independence,
      "Name the date.",
      "Large print letters",
      "Partly upheld",
      "Point 1, Upheld",
      "Missed collections",
      "Point 2, no answer yet",
      "1 of 2 points answered",
      "Passed all 12 checks.",
      "We come on Monday.",
      "An apology by Mon 18 Jan",
      "Route map.pdf",
    ]) {
      expect(shown).toContain(said);
    }
  });

  test("sends back the case and the letter it shows, and no more", () => {
    const presses = ofType(question, "Action.Execute");
    expect(presses.map(({ verb, data }) => [verb, data])).toEqual([
      ["approve", { caseId, text: hash }],
      ["return", { caseId, text: hash }],
      ["delegate", { caseId, text: hash }],
    ]);
  });

  test("lets nobody return a letter without a comment, and approves without one", () => {
    expect(ofType(question, "Input.Text")[0]).toMatchObject({ id: "comment", isRequired: true });
    const [approve, back] = ofType(question, "Action.Execute");
    expect(approve).toMatchObject({ associatedInputs: "none" });
    expect(back).not.toHaveProperty("associatedInputs");
  });

  test("keeps the letter folded away until it is asked for, line by line as it was written", () => {
    const [toggle] = ofType(question, "Action.ToggleVisibility");
    expect(toggle).toMatchObject({ targetElements: ["letter"] });
    const [folded] = partsOf(question).filter(({ id }) => id === "letter");
    expect(folded).toMatchObject({ isVisible: false });
    expect(partsOf(folded).flatMap(({ text }) => text ?? [])).toEqual([
      "Dear Ms Lark,",
      "We are sorry.",
      "Yours sincerely",
      "Ola Berg",
    ]);
  });

  const goesOn = "The letter goes on. Open it to read all of it before you decide.";

  test("shows the beginning of a letter that is too long, and says that it goes on", () => {
    const letter = Array.from({ length: 900 }, (_, n) => `Point ${n} of your complaint.`).join(
      "\n",
    );
    const shown = partsOf(cardFor({ ...wanted, letter }, tab)).flatMap(({ text }) => text ?? []);
    expect(shown).toContain("Point 100 of your complaint.");
    expect(shown).not.toContain("Point 899 of your complaint.");
    expect(shown).toContain(goesOn);
  });

  test("shows the beginning of a letter that is one endless line", () => {
    const card = JSON.stringify(cardFor({ ...wanted, letter: "We are sorry. ".repeat(3000) }, tab));
    expect(card).toContain("We are sorry. We are sorry.");
    expect(card).toContain(goesOn);
  });

  test("says that the letter goes on when it was cut before it came here", () => {
    expect(JSON.stringify(cardFor({ ...wanted, letterIsCut: true }, tab))).toContain(goesOn);
    expect(JSON.stringify(question)).not.toContain(goesOn);
  });
});

describe("answers to what people type", () => {
  test("Microsoft's renderer takes help and a found case", () => {
    expectTeamsToTake(helpCard(tab, meOf(officer, "A council")));
    expectTeamsToTake(
      foundCaseCard(
        {
          caseId,
          subject: head.subject,
          complainant: "Ms Lark",
          stage: 0,
          status: "triage",
          stageWords: "Not yet classified",
          receivedOn: "2026-12-21",
          clock: { state: "none", words: "" },
          progress: "Waiting for triage",
          sponsored: false,
        },
        tab,
      ),
    );
  });
});

describe("logging a complaint from a message", () => {
  const long = (text: string) => text.repeat(longestWords);
  const notes = {
    ...{ words: "", name: "", email: "", phone: "", subject: "", channel: "", receivedAt: "" },
  };
  const form = { actionId: "a1b2c3d4", source: "Lee Barton", notes, remarks: [] };

  test.each(["", "“", "\n", "🗑"])("the form is taken when every field is full of “%s”", (sign) => {
    const filled = Object.fromEntries(Object.keys(notes).map((name) => [name, long(sign)]));
    const remarks = ["Write who complains.", "Choose how it reached the council."];
    const card = logComplaintForm({
      ...{ ...form, source: long(sign), remarks },
      notes: { ...notes, ...filled, channel: "phone", receivedAt: "2026-11-20" },
    });
    expectTeamsToTake(card);
  });

  test("every field that must be filled in says what is missing", () => {
    const inputs = partsOf(logComplaintForm(form)).filter(({ type }) =>
      String(type).startsWith("Input"),
    );
    expect(inputs.filter(({ isRequired }) => isRequired).map(({ id }) => id)).toEqual([
      ...["words", "name", "subject", "channel", "receivedAt"],
    ]);
    for (const { isRequired, errorMessage } of inputs) {
      expect(typeof errorMessage).toBe(isRequired ? "string" : "undefined");
    }
  });

  test("what somebody wrote is shown as they wrote it", () => {
    const card = logComplaintForm({ ...form, source: "[Lee](https://evil.example)" });
    expect(ofType(card, "TextRun")).toMatchObject([{ text: "[Lee](https://evil.example)" }]);
  });

  test("the receipt links to the case, for those who may open it", () => {
    const logged = { caseId, version: 1, message: `Logged as ${caseId}.`, mayOpen: true };
    expectTeamsToTake(loggedCard(logged, tab));
    expect(ofType(loggedCard(logged, tab), "Action.OpenUrl")).toHaveLength(1);
    expect(loggedCard({ ...logged, mayOpen: false }, tab).actions).toEqual([]);
  });
});

test("the desk's daily card counts what waits and opens the list, naming no case", () => {
  const waiting = { kind: "triage-waiting", waiting: 12, atLeast: false, dueSoon: 3, overdue: 1 };
  const card = cardFor({ ...waiting, kind: "triage-waiting" }, tab);
  expectTeamsToTake(card);
  expect(card.fallbackText).toBe("12 messages wait in triage");
  expect(ofType(card, "FactSet")[0]?.facts).toEqual([
    { title: "Overdue", value: "1" },
    { title: "Due soon", value: "3" },
  ]);
  expect(JSON.stringify(card)).not.toContain("CMP-");
});

test("one card says which of an officer's cases a new bank holiday moved, and to when", () => {
  const words = "Stage 1 response: Wed 25 Nov instead of Tue 24 Nov";
  const moved = {
    kind: "dates-moved",
    holidays: "[Day](https://example.org) of Thanksgiving on Monday 16 November 2026",
    cases: [{ caseId: "CMP-7K3Q-9D", words }],
  } as const;
  const card = cardFor({ ...moved, more: 0 }, tab);
  expectTeamsToTake(card);
  expect(card.fallbackText).toBe("A new bank holiday moved dates of 1 of your cases");
  expect(JSON.stringify(card)).toContain(words);
  expect(JSON.stringify(ofType(card, "TextBlock"))).not.toContain("example.org");
  const longer = cardFor({ ...moved, more: 12 }, tab);
  expect(longer.fallbackText).toBe("A new bank holiday moved dates of 13 of your cases");
  expect(JSON.stringify(longer)).toContain("And 12 more");
});

test("the card about lost mail says how much since when and opens the proof, naming no case", () => {
  const found = { mails: 2, otherWork: 1, oldestWords: "Mon 7 Dec" };
  const card = cardFor({ ...found, kind: "mail-unaccounted" }, tab);
  expectTeamsToTake(card);
  expect(card.fallbackText).toBe("2 messages are unaccounted for");
  expect(JSON.stringify(card)).toContain("1 piece of work failed so often");
  expect(JSON.stringify(card.actions)).toContain("page%3Dassurance");
  expect(JSON.stringify(card)).not.toContain("CMP-");
});
