import { describe, expect, it } from "vitest";
import type { Case } from "#api/domain/case/case.ts";
import { checkLetter } from "#api/domain/letters/check/check-letter.ts";
import { contents } from "#api/domain/letters/check/contents.ts";
import { startingLetter } from "#api/domain/letters/templates/starting-letter.ts";
import { policies, policyOf } from "#api/domain/policy/catalogue.ts";
import { fillLetter } from "#local/check/fill-letter.ts";
import { everybody } from "#tests/api/domain/case/people.ts";
import { lgsco } from "#tests/api/domain/case/story.ts";
import { check, ids, inHand, inside, joans, twoPoints } from "./checked.ts";
import { goodLetters } from "./good-letters.ts";
import { lettersWithPoints } from "./letters-with-points.ts";
import { evasive, good, plain } from "./letters.ts";

describe("a whole letter", () => {
  it.each([
    ["under the usual headings", good],
    ["in other words, without headings, its lines broken", plain],
  ])("that says all it must lacks nothing: %s", (_how, text) => {
    expect(ids(text, "missing")).toEqual([]);
    expect(ids(text, "look")).toEqual([]);
    expect(ids(text, "met")).toContain("how-to-escalate");
  });

  it.each(goodLetters)("of another service is left in peace: %s", (...[, policy, stage, text]) => {
    const stages = [{ stage, openedAt: "2026-11-10", writers: [] }] as unknown as Case["stages"];
    const facts = inHand({ ...joans, stage, stages }, policyOf(policy));
    expect(check(text, facts).filter(({ standing }) => standing !== "met")).toEqual([]);
  });

  it.each(lettersWithPoints)("with several points %s is left in peace", (_how, said, text) => {
    const points = said.map(([title, finding], index) => ({
      ...{ id: String(index + 1), title, service: "waste" },
      ...(finding === undefined ? {} : { finding }),
    }));
    const facts = inHand({ ...joans, points });
    expect(check(text, facts).filter(({ standing }) => standing !== "met")).toEqual([]);
    expect(checkLetter(text, facts, everybody).points).toEqual({
      decided: said.length,
      total: said.length,
    });
  });

  it("that says little lacks what it does not say, and is told what reads badly", () => {
    expect(ids(evasive, "missing")).toEqual([
      ...["stage", "understanding", "decision", "reasons", "remedy", "outstanding-actions"],
      "how-to-escalate",
    ]);
    const looks = check(evasive).flatMap(({ standing, where }) =>
      standing === "look" ? [where] : [],
    );
    expect(looks).toEqual(
      expect.arrayContaining([
        "sorry that you feel let down and apologise for any inconvenience caused",
        "As previously stated",
        "With regard to",
        "prior to",
        "HWRC",
        "PLEASE DO NOT",
      ]),
    );
  });
});

describe("the letter to begin from", () => {
  const letters = policies.flatMap((policy) =>
    policy.letters.map((letter) => ({ policy, letter, name: `${policy.id}: ${letter.title}` })),
  );

  it.each(letters)("passes its own check once it is filled in: $name", ({ policy, letter }) => {
    const stage = letter.stage ?? 1;
    const facts = inHand({ ...joans, stage }, policy, { letter });
    expect(letter.mustContain.filter(({ id }) => id !== "reference" && !(id in contents))).toEqual(
      [],
    );
    const begun = startingLetter(facts);
    const outcome = policy.outcomes[0]?.words.toLowerCase() ?? "";
    const filled = fillLetter(begun.replace(/\[[^\][]* \/ [^\]]*\]/, outcome))
      .replace(/\[The actions[^\]]*\]/, "We will train the team by Monday 4 January 2027.")
      .replaceAll(/\[(the (new date|day)|when and how)\]/g, "Monday 4 January 2027")
      .replaceAll(/\[[^\]]*\]/g, "the crew forgot");
    expect(ids(begun, "missing", facts).every((id) => id.startsWith("gap-"))).toBe(
      begun.includes("["),
    );
    expect(ids(filled, "missing", facts)).toEqual([]);
  });

  it("has a heading for each point, with what its service says and what was decided", () => {
    const answers = { "1": "The lorry *turned* back." };
    const letter = startingLetter(inHand(twoPoints, lgsco, { answers }));
    expect(letter).toContain("## Point 1: Missed collections\n\nThe lorry \\*turned\\* back.");
    expect(letter).toContain("[contact has not answered this point yet.");
    expect(letter).toContain("Our decision is that this point is not upheld, because [reason].");
  });

  it("names the remedies that were promised, by their day", () => {
    const remedy = {
      kind: "money",
      what: "Refund",
      owner: { name: "Tom" },
      due: "2027-01-04",
    } as const;
    const promised = { ...joans, remedies: [{ ...remedy, id: "1", pence: 2500 }] };
    expect(startingLetter(inHand(promised))).toContain(
      "We will do this by Monday 4 January 2027: Refund of £25.00.",
    );
  });
});

describe("each point", () => {
  const facts = inHand(twoPoints);

  it("needs its decision, wherever it stands", () => {
    const one = good.replace(
      "We uphold your complaint",
      "We uphold the point about missed collections",
    );
    const { findings, points } = checkLetter(one, facts, everybody);
    expect(points).toEqual({ decided: 1, total: 2 });
    const found = findings.find(({ id }) => id === "decision-2");
    expect(found?.words).toContain("Rude phone call. contact has not answered it yet.");
    expect(found?.insert).toMatchObject({ before: "## Our decision" });
  });

  it.each([
    "We also uphold point 2, because the call was recorded.",
    "We do not uphold what you say of a rude call, since the recording shows otherwise.",
    "Our second finding: the phone call. We cannot uphold it, as there is no record.",
    "We uphold both points in full, for the reasons above.",
  ])("is found by number, by its words or together with the others: %s", (words) => {
    const text = inside(`We uphold point 1, because nobody came. ${words}`);
    expect(ids(text, "missing", facts)).toEqual([]);
  });

  it("that the case decided otherwise is worth a look", () => {
    const text = inside(
      "We uphold point 1, because nobody came. We uphold point 2, because it was rude.",
    );
    expect(ids(text, "look", facts)).toContain("finding-2");
  });
});

describe("what is wrong for this person", () => {
  it.each([
    ["another greeting", "Dear Mrs Whitfield", "Dear Mr Hughes", "greeting"],
    ["another case’s reference", "CMP-7K3Q-9D", "CMP-2M8A-4T", "reference"],
    ["a gap", "on Thursday 3 December 2026", "on [the day]", "gap-1"],
    ["a promise without its day", "on Thursday 3 December 2026", "soon", "remedy-by-when"],
  ])("keeps it from going on: %s", (...[, from, to, id]) => {
    expect(ids(good.replace(from, to), "missing")).toContain(id);
  });

  it.each(["Dear Joan", "Dear Ms Joan Whitfield", "Dear Joan and Peter Whitfield"])(
    "is not how somebody is called: %s",
    (greeting) => {
      expect(ids(good.replace("Dear Mrs Whitfield", greeting), "missing")).toEqual([]);
    },
  );

  it("is the wrong Ombudsman; the right one beside another is worth a look", () => {
    const wrong = inside("You can ask the Housing Ombudsman.");
    expect(ids(wrong, "missing")).toContain("other-ombudsman");
    const both = inside(
      "You can ask the Housing Ombudsman or the Local Government & Social Care Ombudsman.",
    );
    expect(ids(both, "look")).toContain("other-ombudsman");
    const housing = policyOf("housing-ombudsman-2024");
    expect(ids(wrong, "missing", inHand(joans, housing))).not.toContain("other-ombudsman");
  });

  it.each([
    ["Write to peter.jones@example.com.", "peter.jones@example.com"],
    ["Ring your neighbour on 07700 900123.", "07700 900123"],
    ["His number is AB 12 34 56 C.", "AB 12 34 56 C"],
    ["The child, born on 3 May 2019, was there.", "born on 3 May 2019"],
  ])("may be somebody else’s data: %s", (words, where) => {
    expect(check(inside(words)).find(({ id }) => id === "personal-data-1")?.where).toBe(where);
  });

  it.each([
    "Write to complaints@wexcombe.gov.uk.",
    "We wrote to joan@example.com.",
    "Ring 0300 061 0614.",
    "Your account is 12345678.",
  ])("is not what belongs there: %s", (words) => {
    expect(ids(inside(words), "look")).toEqual([]);
  });

  it("is an officer’s name in what the council says, not at its foot or of who handles it", () => {
    expect(ids(inside("Rosa Diaz did not ring back."), "look")).toEqual(["staff-1"]);
    expect(ids(inside("Mr Lindqvist decided it."), "look")).toEqual(["staff-1"]);
    expect(ids(inside("Tom Okafor is looking after it."), "look")).toEqual([]);
    expect(ids(`${good}\nHelen Marsh`, "look")).toEqual([]);
  });
});

describe("how it reads", () => {
  it.each([
    ["apology-1", "We are sorry if you were upset."],
    ["apology-1", "We apologise for any inconvenience this may have caused."],
    ["tone-1", "You failed to put it out."],
    ["tone-1", "You claim that it was missed."],
    ["jargon-1", "We will endeavour to help."],
    ["abbreviation-1", "The HHSRS is clear."],
    ["long-sentence-1", `We ${"looked at it and ".repeat(12)}found it.`],
  ])("is worth a look as %s: %s", (id, words) => {
    expect(ids(inside(words), "look")).toContain(id);
  });

  it.each([
    "You told us: “You failed to put it out!”",
    "We are sorry that we missed your road.",
    "Anti-social behaviour (ASB) is for another team. ASB has its own page.",
    "We asked whether you should have a bigger bin.",
    "Your MP wrote to us, and the NHS did too.",
  ])("is left alone: %s", (words) => {
    expect(ids(inside(words), "look")).toEqual([]);
  });

  it("in the passive voice throughout, or for readers of a higher age, is worth a look", () => {
    const passive =
      "The bin was missed. It was reported. The road was blocked. Nothing was done. It was not seen. No note was kept. ";
    expect(ids(inside(passive), "look")).toContain("passive");
    const heavy =
      "Notification of unavailability necessitates immediate administrative consideration of operational circumstances. ".repeat(
        9,
      );
    expect(ids(inside(heavy), "look")).toContain("reading-age");
    expect(ids(good, "met")).toContain("reading-age");
  });
});
