import { describe, expect, it } from "vitest";
import type { Case } from "#api/domain/case/case.ts";
import { PersonCommand, type CommandOf } from "#api/domain/case/commands.ts";
import type { EventOf } from "#api/domain/case/events.ts";
import type { OwnLetter } from "#api/domain/case/own-letters/facts.ts";
import {
  isStillToSay,
  owedForRemedy,
  owedForType,
  owedNotice,
  ownLetterEvolvers,
  tellingOf,
  wasTold,
} from "#api/domain/case/own-letters/rules.ts";
import { ownLetterDescribers, tellingFields } from "#api/domain/case/own-letters/words.ts";
import type { Remedy } from "#api/domain/case/remedies/facts.ts";
import { priya, tom } from "../people.ts";
import { complete, hash, letter, notAComplaint, storyUntil } from "../story.ts";

const envelope = {
  ...{ sequence: 7, at: "2026-11-12T10:00:00.000Z" },
  by: { kind: "system" },
} as const;

const answeredAt = storyUntil("answered").case.stages[0]?.answeredAt ?? "";
const earlier = "2026-11-10T09:00:00.000Z";
const later = "2026-11-20T09:00:00.000Z";
const remedy = (promisedAt?: string): Remedy => ({
  ...{ id: "1", kind: "action", what: "Ring.", owner: { name: "Rosa Diaz" }, due: "2026-11-20" },
  ...(promisedAt === undefined ? {} : { promisedAt }),
});

describe("what the person was told of a remedy", () => {
  it.each([
    ["before any answer", "investigating", earlier, false],
    ["in the answer that is leaving", "sending", earlier, true],
    ["in the answer that went", "answered", earlier, true],
    ["after the answer, while nothing else is under way", "answered", later, true],
    ["after the answer, on a case that is closed since", "closed", later, true],
  ] as const)("%s (%s)", (...[, status, promisedAt, told]) => {
    expect(wasTold(storyUntil(status).case, remedy(promisedAt))).toBe(told);
  });

  it("at a later stage is what was promised before the earlier answer, not since", () => {
    const again: Case = { ...storyUntil("answered").case, status: "investigating" };
    expect(wasTold(again, remedy(earlier))).toBe(true);
    expect(wasTold(again, remedy(answeredAt))).toBe(true);
    expect(wasTold(again, remedy(later))).toBe(false);
    expect(wasTold(again, remedy())).toBe(true);
  });
});

describe("the letter about a remedy that cannot be given", () => {
  const undeliverable: EventOf<"remedy-undeliverable"> = {
    ...{ ...envelope, type: "remedy-undeliverable", remedy: "1" },
    ...{ reason: "Nobody is there.", alternative: "We write." },
  };

  it("is owed once, by the number of its event, to whoever knows of the remedy", () => {
    const after: Case = { ...storyUntil("answered").case, remedies: [remedy(earlier)] };
    expect(owedForRemedy(undeliverable, after)).toEqual([
      {
        ...{ kind: "write-letter", key: "letter:remedy-changed:7" },
        about: { letter: "remedy-changed", stage: 1, remedy: "1" },
      },
    ]);
  });

  it("is owed to nobody who never heard of it", () => {
    const { case: inHand } = storyUntil("investigating");
    expect(owedForRemedy(undeliverable, { ...inHand, remedies: [remedy(earlier)] })).toEqual([]);
    const { case: answered } = storyUntil("answered");
    const other = { ...answered, remedies: [{ ...remedy(earlier), id: "2" }] };
    expect(owedForRemedy(undeliverable, other)).toEqual([]);
  });
});

describe("the letter about what is no complaint", () => {
  const classified: EventOf<"case-classified"> = {
    ...{ ...envelope, type: "case-classified", caseType: "service-request" },
    ...{ service: "waste", reason: "" },
  };
  const taken = storyUntil("triage").after(priya, notAComplaint).case;

  it("is owed once to whoever wrote, and says where it went", () => {
    expect(owedForType(classified, taken)).toEqual([
      {
        ...{ kind: "write-letter", key: "letter:not-a-complaint:7" },
        about: {
          ...{ letter: "not-a-complaint", stage: 1, caseType: "service-request" },
          service: "waste",
        },
      },
    ]);
  });

  it.each<[string, Case]>([
    [
      "whose acknowledgement was held back as it may be a machine",
      { ...taken, unacknowledged: "x" },
    ],
    ["who was told before", { ...taken, toldNotTaken: true }],
  ])("is owed to nobody %s", (_who, after) => {
    expect(owedForType(classified, after)).toEqual([]);
  });

  it("is owed to nobody without an address, nor about a complaint", () => {
    const { replyTo: _none, ...unreachable } = taken;
    const called: Case = { ...unreachable, complainant: { name: "Edith Marlowe" } };
    expect(owedForType(classified, called)).toEqual([]);
    expect(owedForType({ ...classified, caseType: "complaint" }, taken)).toEqual([]);
  });

  it("is remembered once it has gone, which no other letter is", () => {
    const { "letter-sent": sent } = ownLetterEvolvers;
    const gone = { ...envelope, type: "letter-sent", stage: 1, internetMessageId: "<a>" } as const;
    const about: OwnLetter = {
      ...{ letter: "not-a-complaint", stage: 1, caseType: "comment", service: "waste" },
    };
    const event = { ...gone, letter: about.letter, about, text: hash("3") };
    expect(sent(taken, event).toldNotTaken).toBe(true);
    const refusal = { letter: "refusal", stage: 1, text: hash("3") } as const;
    const other = { ...gone, letter: refusal.letter, about: refusal, text: hash("3") };
    expect(sent(taken, other)).not.toHaveProperty("toldNotTaken");
  });
});

describe("a letter that has not left yet", () => {
  const { case: taken } = storyUntil("triage").after(priya, notAComplaint);
  const { case: inHand } = storyUntil("investigating");
  const service: OwnLetter = {
    ...{ letter: "not-a-complaint", stage: 1, caseType: "service-request", service: "waste" },
  };
  const extension: OwnLetter = { letter: "extension", stage: 1, text: hash("3") };
  const refusal: OwnLetter = { letter: "refusal", stage: 1, text: hash("3") };
  const remedyChanged: OwnLetter = { letter: "remedy-changed", stage: 1, remedy: "1" };

  it.each<[string, Case, OwnLetter, boolean]>([
    ["about a remedy", inHand, remedyChanged, true],
    ["about what is still taken for that", taken, service, true],
    ["about what is a complaint after all", inHand, service, false],
    ["about what is taken for something else", taken, { ...service, caseType: "comment" }, false],
    ["about what went elsewhere", taken, { ...service, service: "housing" }, false],
    ["that was told otherwise", { ...taken, toldNotTaken: true }, service, false],
    ["about a new date", inHand, extension, true],
    [
      "about a new date while the answer waits",
      storyUntil("awaiting-approval").case,
      extension,
      true,
    ],
    ["about a new date once the answer leaves", storyUntil("sending").case, extension, false],
    ["about a new date of a stage that is over", { ...inHand, stage: 2 }, extension, false],
    ["about a refusal", { ...inHand, status: "closed", outcome: "refused" }, refusal, true],
    ["about a refusal that was taken back", inHand, refusal, false],
  ])("%s goes only while it is so", (...[, theCase, about, goes]) => {
    expect(isStillToSay(theCase, about)).toBe(goes);
  });
});

describe("telling the person of a decision", () => {
  const story = storyUntil("investigating");
  const theCase = story.case;
  const told = (how: Partial<CommandOf<"extend">>, checked = complete) => {
    const extend: CommandOf<"extend"> = {
      ...{ type: "extend", workingDays: 5, reason: "A witness is away.", goodReason: "" },
      ...{ telling: "letter", told: undefined, text: letter, ...how },
    };
    return tellingOf(theCase, extend, { ...story.context(tom), person: tom, checked });
  };

  it("is by the letter that was checked, or as whoever decides it says they told them", () => {
    expect(told({})).toEqual({ ok: true, value: { text: letter } });
    expect(told({ telling: "myself", told: "By phone today." })).toEqual({
      ...{ ok: true, value: { told: "By phone today." } },
    });
    expect(told({ telling: "myself" })).toEqual({ ok: true, value: {} });
  });

  it("is refused by a letter that lacks what it must say, with what that is", () => {
    const refused = told({}, { ...complete, missing: ["The new date."] });
    expect(!refused.ok && refused.error).toEqual({
      ...{ kind: "not-possible", message: "The letter is not complete. Missing: The new date." },
    });
  });

  it("says how and when, where no letter does", () => {
    const asked = {
      type: "extend",
      workingDays: 5,
      reason: "A witness is away.",
      telling: "myself",
    };
    const read = PersonCommand.safeParse(asked);
    expect(read.error?.issues).toMatchObject([
      { path: ["told"], message: "Write how and when the person was told first." },
    ]);
    expect(PersonCommand.safeParse({ ...asked, told: "By phone." }).success).toBe(true);
    const how = PersonCommand.safeParse({ ...asked, telling: "pigeon" });
    expect(how.error?.issues).toMatchObject([{ message: "Choose how the person hears of it." }]);
  });

  it("owes a letter where one was written, and none where they were told otherwise", () => {
    const extended = { ...envelope, type: "date-extended" } as const;
    type Extended = Parameters<typeof owedNotice>[1];
    expect(owedNotice("extension", { ...extended, text: letter } as Extended, theCase)).toEqual([
      {
        ...{ kind: "write-letter", key: "letter:extension:7" },
        about: { letter: "extension", stage: 1, text: letter },
      },
    ]);
    expect(owedNotice("refusal", extended as Extended, theCase)).toEqual([]);
  });

  it("asks whoever decides to post the letter where there is no address", () => {
    const names = (asked: Case) => {
      const [telling] = tellingFields(asked);
      return telling?.kind === "choice"
        ? telling.choices.map(({ name, hint }) => [name, hint])
        : [];
    };
    expect(names(theCase)[0]).toEqual([
      "By this letter, which Redress sends",
      "It goes by e-mail as soon as you record this.",
    ]);
    const { replyTo: _none, ...unreachable } = theCase;
    expect(names({ ...unreachable, complainant: { name: "Edith Marlowe" } })[0]).toEqual([
      "By this letter, which you post",
      "There is no e-mail address. You are asked to post it.",
    ]);
  });
});

describe("the history of Redress's own letters", () => {
  const names = { service: () => "Waste and Street Scene", person: (id: string) => id };
  it.each<[OwnLetter, string]>([
    [
      { letter: "remedy-changed", stage: 1, remedy: "2" },
      "wrote to the person that remedy 2 cannot be given, and what is offered instead",
    ],
    [
      { letter: "not-a-complaint", stage: 1, caseType: "service-request", service: "waste" },
      "wrote to the person that it was taken as a service request and passed to Waste and Street Scene",
    ],
    [
      { letter: "extension", stage: 1, text: hash("3") },
      "wrote to the person that it takes longer: the new date, the reasons and the Ombudsman",
    ],
    [
      { letter: "refusal", stage: 1, text: hash("3") },
      "wrote to the person that it was refused: why, and how to reach the Ombudsman",
    ],
  ])("%j", (about, what) => {
    const sent = { ...envelope, type: "letter-sent", stage: 1, internetMessageId: "<a>" } as const;
    const event = { ...sent, letter: about.letter, about, text: hash("3") };
    expect(ownLetterDescribers["letter-sent"](event, names)).toEqual({ what, kind: "mail" });
  });
});
