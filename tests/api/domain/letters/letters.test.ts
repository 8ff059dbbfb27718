import { describe, expect, it } from "vitest";
import type { Case } from "#api/domain/case/case.ts";
import { acknowledgementLetter, letterSubject, sponsorCopy } from "#api/domain/letters/letters.ts";
import { plainText, readLetter } from "#api/domain/letters/letter-document.ts";
import type { LetterFacts } from "#api/domain/letters/letter-facts.ts";
import { ewa } from "#tests/api/domain/case/people.ts";
import { stageTwo, storyUntil } from "#tests/api/domain/case/story.ts";

const first = storyUntil("investigating").case;
const second = stageTwo(ewa).case;
const facts: LetterFacts = {
  council: "Wexcombe Borough Council",
  receivedOn: "Tuesday 10 November 2026",
  answerBy: "Tuesday 24 November 2026",
};

describe("the acknowledgement", () => {
  it("gives the reference, the day received, what happens next and the day of the answer", () => {
    expect(acknowledgementLetter(first, facts)).toBe(`Dear Joan Whitfield

Thank you for writing to Wexcombe Borough Council. We received your message on Tuesday 10 November 2026 and have recorded it as CMP-7K3Q-9D.

An officer will read it and find out what happened. If it is a complaint, you will have our full answer by Tuesday 24 November 2026. If we need longer, we will tell you why and give you a new date.

These are the details we have for you: Joan Whitfield; joan@example.com. Please tell us if any of them is wrong.

If we have misunderstood anything, or you need this in another format or help to take part, please reply to this message.

Yours sincerely
Wexcombe Borough Council
Your reference: CMP-7K3Q-9D`);
  });

  it("of a later stage promises somebody who had no part in the earlier answer", () => {
    expect(acknowledgementLetter(second, facts)).toBe(`Dear Joan Whitfield

On Tuesday 10 November 2026 you told us that you are not satisfied with our answer to your complaint CMP-7K3Q-9D. We have taken it to stage 2 of our complaints procedure.

Someone who had no part in our earlier answer will look at it again. You will have our stage 2 answer by Tuesday 24 November 2026. If we need longer, we will tell you why and give you a new date.

These are the details we have for you: Joan Whitfield; joan@example.com. Please tell us if any of them is wrong.

If we have misunderstood anything, or you need this in another format or help to take part, please reply to this message.

Yours sincerely
Wexcombe Borough Council
Your reference: CMP-7K3Q-9D`);
  });

  it("does not call somebody by their mail address", () => {
    const nameless: Case = {
      ...first,
      complainant: { name: "joan@example.com", email: "joan@example.com" },
    };
    const letter = acknowledgementLetter(nameless, facts);
    expect(letter).toMatch(/^Dear resident\n/);
    expect(letter).toContain("the details we have for you: joan@example.com. Please");
  });

  it("asks whether everything that was written down is right, and nothing where nothing was", () => {
    const called: Case = {
      ...first,
      complainant: {
        name: "Edith Marlowe",
        phone: "01632 960144",
        address: "4 Mill Lane\nWX1 1AA",
      },
    };
    expect(plainText(readLetter(acknowledgementLetter(called, facts)))).toContain(
      "the details we have for you: Edith Marlowe; 01632 960144; 4 Mill Lane, WX1 1AA. Please",
    );
    const unknown: Case = { ...first, complainant: { name: "" } };
    expect(acknowledgementLetter(unknown, facts)).not.toContain("the details we have");
  });

  it("makes no link of what somebody calls themselves", () => {
    const named = { ...first, complainant: { name: "[Joan](https://evil.example) *W*" } };
    expect(plainText(readLetter(acknowledgementLetter(named, facts)))).toContain(
      "Dear [Joan](https://evil.example) *W*\n",
    );
  });
});

describe("the copy for somebody who speaks for the person", () => {
  it("says whose answer it is, that they agreed, and brings it word for word", () => {
    const copy = {
      council: "Wexcombe Borough Council",
      name: "Ann *Lowe* MP",
      answer: "**All** of it.",
    };
    const { subject, text } = sponsorCopy(first, copy);
    expect(subject).toBe("A copy of our answer [CMP-7K3Q-9D]");
    expect(text).toBe(
      "Dear Ann \\*Lowe\\* MP\n\nYou spoke for Joan Whitfield about CMP-7K3Q-9D. As they agreed, this is a copy of the answer that Wexcombe Borough Council sent them. Please treat it as confidential.\n\n**All** of it.",
    );
  });
});

describe("the subject of a mail to the citizen", () => {
  const about = (subject: string) => letterSubject({ ...first, subject });

  it("is their own with the reference behind it", () => {
    expect(about("Recycling missed")).toBe("RE: Recycling missed [CMP-7K3Q-9D]");
    expect(about("Recycling  missed  ")).toBe("RE: Recycling  missed [CMP-7K3Q-9D]");
  });

  it("has one RE, however often it was answered and forwarded", () => {
    for (const subject of [
      "RE: Recycling missed",
      "Re: FW: re : Fwd: Recycling missed",
      " fw:Recycling missed",
    ]) {
      expect(about(subject), subject).toBe("RE: Recycling missed [CMP-7K3Q-9D]");
    }
  });

  it("keeps a word that only looks like one", () => {
    expect(about("Reply: where is it?")).toBe("RE: Reply: where is it? [CMP-7K3Q-9D]");
    expect(about("Bins re: missed")).toBe("RE: Bins re: missed [CMP-7K3Q-9D]");
  });

  it("has the reference once, though their own already quotes it, and in any spelling", () => {
    expect(about("RE: Recycling missed [CMP-7K3Q-9D]")).toBe("RE: Recycling missed [CMP-7K3Q-9D]");
    expect(about("cmp 7k3q 9d, still missed")).toBe("RE: cmp 7k3q 9d, still missed");
    expect(about("Like CMP-0000-00")).toBe("RE: Like CMP-0000-00 [CMP-7K3Q-9D]");
  });

  it("is “Your message” when they gave none", () => {
    for (const subject of ["", "  ", "RE: "]) {
      expect(about(subject)).toBe("RE: Your message [CMP-7K3Q-9D]");
    }
  });
});
