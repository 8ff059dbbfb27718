import { expect, it } from "vitest";
import { longDate } from "#api/domain/calendar/london-date.ts";
import type { Case } from "#api/domain/case/case.ts";
import { otherGround } from "#api/domain/case/endings/rules.ts";
import type { LetterInHand, PolicyLetter } from "#api/domain/letters/letter-facts.ts";
import { noticeLetter } from "#api/domain/letters/notices.ts";
import { noticeParagraphs, type Notice } from "#api/domain/letters/templates/notices.ts";
import { notAComplaint, remedyChanged } from "#api/domain/letters/templates/own-letters.ts";
import { passingOn } from "#api/domain/letters/templates/passing-on.ts";
import { startingLetter } from "#api/domain/letters/templates/starting-letter.ts";
import { policies } from "#api/domain/policy/catalogue.ts";
import type { Policy } from "#api/domain/policy/policy.ts";
import { hash, lgsco, storyUntil } from "#tests/api/domain/case/story.ts";

// What the council writes before anybody changed a word, in one place: a changed word shows up here for
// whoever reviews it. `npx vitest run --update tests/api/domain/letters/as-written.test.ts` writes it anew.

const plain: Case = storyUntil("investigating").case;
const named: Case = {
  ...plain,
  complainant: {
    ...{ name: "Joan *Whitfield*", email: "joan@example.com", phone: "01632 960001" },
    address: "4 Larkspur Close, Wexcombe",
  },
};

const tom = { id: "tom", name: "Tom Okafor" };
const owner = { name: tom.name };

/** A case with all that a letter can take over from it. */
const worked: Case = {
  ...named,
  points: [
    {
      ...{ id: "1", title: "The bins", service: "waste" },
      ...{ finding: "upheld", findingReason: "the crew missed the street" },
      answer: { text: hash("3"), by: tom, at: "2026-11-12T10:00:00.000Z" },
    },
    { id: "2", title: "Nobody rang", service: "customer-services" },
  ],
  remedies: [
    { ...{ id: "1", kind: "money", what: "A refund", pence: 3550 }, owner, due: "2026-11-27" },
    {
      ...{ id: "2", kind: "apology", what: "A written apology.", owner, due: "2026-11-20" },
      done: { on: "2026-11-19", evidence: "The letter." },
    },
    {
      ...{ id: "3", kind: "action", what: "A new bin", owner, due: "2026-11-20" },
      undeliverable: { reason: "None are made any more.", alternative: "A smaller one" },
    },
  ],
};

const factsOf = (theCase: Case, policy: Policy, letter: PolicyLetter): LetterInHand => ({
  ...{ case: { ...theCase, stage: letter.stage ?? 1 }, policy, letter },
  ...{ council: "Wexcombe Borough Council", serviceName: (id: string) => `the ${id} service` },
  answers: { "1": "The lorry turned back.\n\nA van was in the way." },
  ...{ receivedOn: longDate("2026-11-10"), answerBy: longDate("2026-11-24") },
});

const lines = (title: string, text: string): string => `==== ${title}\n\n${text}\n`;

it("begins every letter in words that somebody has read", async () => {
  const all = policies.flatMap((policy) =>
    policy.letters.map((letter) =>
      lines(`${policy.id}: ${letter.id}`, startingLetter(factsOf(plain, policy, letter))),
    ),
  );
  const [response] = lgsco.letters.filter(({ id }) => id === "stage-1-response");
  if (response === undefined) throw new Error("The procedure has no such letter any more.");
  const filled = startingLetter(factsOf(worked, lgsco, response));
  all.push(lines(`${lgsco.id}: ${response.id}, filled from the case`, filled));
  await expect(all.join("\n")).toMatchFileSnapshot("letters-as-begun.txt");
});

const reason = "Two services have to be asked, and one is *away*.";
const notices: readonly Notice[] = [
  { letter: "extension", until: "2026-12-08", reason },
  { letter: "extension", reason: " " },
  { letter: "agreed-date", until: "2026-12-08", agreedWith: "Joan Whitfield, by phone" },
  { letter: "agreed-date", agreedWith: "" },
  { letter: "refusal", what: "complaint", ground: "It is too old.", reason },
  { letter: "refusal", what: "next-stage", ground: "", reason: "" },
  { letter: "refusal", what: "next-stage", ground: otherGround, reason },
];

it("tells of decisions in words that somebody has read", async () => {
  const receivedOn = longDate("2026-11-10");
  const ofNotices = notices.flatMap((notice) =>
    [1, 2].map((stage) => {
      const about = { caseId: plain.id, stage, receivedOn, policy: lgsco };
      const title = `${noticeLetter(lgsco, notice.letter).id}, stage ${stage}`;
      return lines(title, noticeParagraphs(notice, about).join("\n\n"));
    }),
  );
  const kinds = ["service-request", "compliment", "comment"] as const;
  const ofOthers = kinds.flatMap((caseType) => {
    const told = notAComplaint(plain, lgsco, {
      caseType,
      service: "Waste *and* Street",
      receivedOn,
    });
    const files = kinds.indexOf(caseType);
    const message = { text: "Please look.\r\n\r\n# Now\r\n", receivedOn, files };
    const { subject, text } = passingOn(caseType === "comment" ? anonymous : named, {
      ...{ caseType, service: "Waste *and* Street", council: "Wexcombe Borough Council" },
      ...{ team: "complaints@wexcombe.gov.uk", messages: [message] },
    });
    return [
      lines(`not a complaint: ${caseType}`, told.join("\n\n")),
      lines(`passed on: ${caseType}`, `${subject}\n\n${text}`),
    ];
  });
  const changed = remedyChanged(plain, lgsco, {
    ...{ what: "A new *bin*", due: longDate("2026-11-20") },
    ...{ reason: "None are made any more.", alternative: "A smaller bin" },
  });
  const all = [...ofNotices, ...ofOthers, lines("remedy changed", changed.join("\n\n"))];
  await expect(all.join("\n")).toMatchFileSnapshot("notices-as-written.txt");
});

const anonymous: Case = { ...plain, complainant: { name: "Somebody", phone: "" } };
