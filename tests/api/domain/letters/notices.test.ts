import { describe, expect, it } from "vitest";
import { longDate } from "#api/domain/calendar/london-date.ts";
import { asWords } from "#api/domain/letters/letter-document.ts";
import type { LetterInHand } from "#api/domain/letters/letter-facts.ts";
import { noticeFindings, noticeLetter, preparedNotice } from "#api/domain/letters/notices.ts";
import type { Notice } from "#api/domain/letters/templates/notices.ts";
import { policies, policyOf } from "#api/domain/policy/catalogue.ts";
import { ombudsmanOf } from "#api/domain/policy/ombudsman.ts";
import { everybody } from "#tests/api/domain/case/people.ts";
import { lgsco, storyUntil } from "#tests/api/domain/case/story.ts";

const reason = "Two services have to be asked, and one is *away*.";
const extension: Notice = { letter: "extension", until: "2026-12-08", reason };
const ground = "Legal proceedings about the matter have started.";
const refusal: Notice = { letter: "refusal", what: "complaint", ground, reason };
const agreed: Notice = {
  ...{ letter: "agreed-date", until: "2026-12-08" },
  agreedWith: "Mrs Whitfield, by phone on 12 November",
};
const theCase = storyUntil("investigating").case;

function factsFor({ letter }: Notice, policy = lgsco): LetterInHand {
  return {
    ...{ case: theCase, policy, letter: noticeLetter(policy, letter) },
    ...{ council: "Wexcombe Borough Council", answers: {}, serviceName: (id: string) => id },
    ...{ receivedOn: longDate("2026-11-10"), answerBy: longDate("2026-11-24") },
  };
}

const prepared = (notice: Notice, policy = lgsco) =>
  preparedNotice(notice, factsFor(notice, policy));
const missing = (text: string, notice: Notice, policy = lgsco): string[] =>
  noticeFindings(text, notice, { facts: factsFor(notice, policy), people: everybody }).flatMap(
    ({ standing, words }) => (standing === "missing" ? [words] : []),
  );

describe.each([extension, refusal])("a prepared letter about a $letter", (notice) => {
  it.each(policies)("has all that $id wants in it, and names its Ombudsman", (policy) => {
    const text = prepared(notice, policy);
    expect(missing(text, notice, policy)).toEqual([]);
    expect(text).toContain(ombudsmanOf(policy).name);
    expect(text).toContain(asWords(reason));
    expect(text).toContain(theCase.id);
  });

  it("shows what the form does not say yet as a gap, with which it does not go", () => {
    const open: Notice =
      notice.letter === "extension"
        ? { letter: "extension", reason: "" }
        : { ...notice, reason: "" };
    expect(missing(prepared(open), open)).toContain("Fill this in: the reason");
  });

  it("does not go without the Ombudsman, nor with another one, once it was changed", () => {
    const text = prepared(notice);
    const { name } = ombudsmanOf(lgsco);
    const silent = text.replace(/^.*Ombudsman.*$/m, "");
    expect(missing(silent, notice)).toMatchObject([expect.stringMatching(/Ombudsman/)]);
    const wrong = missing(text.replace(name, "Housing Ombudsman Service"), notice);
    expect(wrong.join()).toContain("names the wrong Ombudsman");
  });
});

it("has its reason, however that is put, as long as the letter says it or gives another", () => {
  const put = "You can ask for the decision on a Blue Badge to be reviewed.";
  const notice = { ...refusal, reason: put };
  const text = prepared(notice);
  expect(missing(text, notice)).toEqual([]);
  expect(missing(text.replace(/^The reason is.*$/m, "We looked at it."), notice)).toEqual([
    "Why we will not take it further.",
  ]);
  const other = text.replace(/^The reason is.*$/m, "We do this because there is an appeal.");
  expect(missing(other, notice)).toEqual([]);
});

describe("the letter about an agreed date", () => {
  it("has what the procedure that wants one wants in it: the day, and how it was agreed", () => {
    const leicester = policyOf("leicester-2016");
    const text = prepared(agreed, leicester);
    expect(missing(text, agreed, leicester)).toEqual([]);
    expect(text).toContain("Mrs Whitfield, by phone on 12 November");
    const later = text.replace("8 December", "9 December");
    expect(missing(later, agreed, leicester)).toEqual(["The new date, Tuesday 8 December 2026."]);
  });
});

describe("the letter about an extension", () => {
  it("must say the day that was granted, in whatever way, and no other day will do", () => {
    const text = prepared(extension);
    const day = "Tuesday 8 December 2026";
    expect(text).toContain(`You will now have our answer by ${day}.`);
    for (const other of ["8 December", "8th of December", "8 December 2026"]) {
      expect(missing(text.replace(day, other), extension), other).toEqual([]);
    }
    for (const other of ["18 December 2026", "8 December 2027", "8 January", "soon"]) {
      expect(missing(text.replace(day, other), extension), other).toEqual([
        `The new date, ${day}.`,
      ]);
    }
  });
});

describe("the letter about a refusal", () => {
  it("says what is refused, and on which ground where the procedure has words for it", () => {
    expect(prepared(refusal)).toContain("not to take it on as a complaint");
    expect(prepared(refusal)).toContain(ground);
    const next = prepared({ ...refusal, what: "next-stage", ground: "Another valid reason." });
    expect(next).toContain("not to take it to the next stage");
    expect(next).not.toContain("Another valid reason");
  });
});
