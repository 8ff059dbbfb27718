import { describe, expect, it } from "vitest";
import { shippedCalendar } from "#api/domain/calendar/working-days.ts";
import type { PersonCommand } from "#api/domain/case/commands.ts";
import { lookAlikesAmong } from "#api/domain/case/links/look-alikes.ts";
import { commandsTogether, type DecidedTogether } from "#api/domain/case/links/together.ts";
import { listedCase, type ListedCase } from "#api/domain/case/listed-case.ts";
import { shortFingerprint } from "#api/domain/mail/campaign.ts";
import { priya, tom } from "../people.ts";
import { classify, lgsco, log, Story, storyUntil } from "../story.ts";

const letter =
  "I am writing to complain about the decision to close Northgate Library on Saturdays from January. Saturday is the only day on which working people and schoolchildren can use the library. I ask the Council to pause the decision and to carry out a full public consultation.";

type Told = { readonly id: string; readonly writer: string; readonly day: number; text?: string };

/** A case that somebody wrote, after what was done with it. */
function told({ id, writer, day, text = letter }: Told, ...steps: PersonCommand[]): ListedCase {
  const fingerprint = shortFingerprint(text);
  const story = new Story().after("citizen", {
    ...log,
    ...{ caseId: id, receivedAt: `2026-11-0${day}T09:00:00.000Z`, subject: `Library ${id}` },
    complainant: { name: writer, email: `${writer}@example.org` },
    ...(fingerprint === undefined ? {} : { fingerprint }),
  });
  for (const step of steps) story.after(priya, step);
  return listedCase(story.case, lgsco, shippedCalendar());
}

const [a, b, c] = ["CMP-AAAA-01", "CMP-BBBB-02", "CMP-CCCC-03"] as const;
const beth = told({ id: a, writer: "beth", day: 3, text: `${letter} Beth` });
const ids = (cases: readonly ListedCase[]) => cases.map(({ caseId }) => caseId);

describe("cases of nearly the same words", () => {
  it("are a campaign when others write, led by the first of them", () => {
    const tomsLetter = told({
      id: b,
      writer: "tom",
      day: 2,
      text: `Hello. ${letter} My two sons.`,
    });
    const found = lookAlikesAmong(beth, [beth, tomsLetter]);
    expect(ids(found.others)).toEqual([b]);
    expect(found).toMatchObject({
      copies: [],
      campaign: { name: `Library ${a}`, lead: b },
      first: a,
    });
  });

  it("are copies when the same person writes again, whatever the case of their address", () => {
    const again = told({ id: b, writer: "BETH", day: 2 });
    const found = lookAlikesAmong(beth, [again, beth, again]);
    expect(ids(found.copies)).toEqual([b]);
    expect(found).toMatchObject({ others: [], first: b });
  });

  it("go on with the campaign that somebody began, whichever of them is older", () => {
    const join: PersonCommand = { type: "join-campaign", campaign: "Save our library", lead: c };
    const member = told({ id: b, writer: "tom", day: 4 }, join, classify);
    const found = lookAlikesAmong(beth, [beth, member]);
    expect(found.campaign).toEqual({ name: "Save our library", lead: c });
  });

  it("come with those first that wait longest", () => {
    const handled = told({ id: "CMP-DDDD-04", writer: "dina", day: 1 }, classify);
    const later = told({ id: b, writer: "tom", day: 5 });
    const sooner = told({ id: c, writer: "cleo", day: 4 });
    expect(ids(lookAlikesAmong(beth, [handled, later, sooner]).others)).toEqual([
      ...[c, b, "CMP-DDDD-04"],
    ]);
  });

  it("leave out what was set aside, what says something else, and what says too little", () => {
    const spam = told(
      { id: b, writer: "tom", day: 2 },
      { type: "set-aside", as: "spam", reason: "" },
    );
    const other = told({
      ...{ id: c, writer: "cleo", day: 2 },
      text: "My recycling bin was missed for the third time this month and nobody answers the phone when I ring to ask why that is and when it will be emptied.",
    });
    const short = told({ id: c, writer: "cleo", day: 2, text: "Keep the library." });
    expect(lookAlikesAmong(beth, [spam, other, short])).toMatchObject({ others: [], copies: [] });
    expect(lookAlikesAmong(short, [beth, short])).toMatchObject({ others: [], copies: [] });
  });
});

const campaign: DecidedTogether = {
  ...{ kind: "campaign", lead: a, campaign: "Save our library", caseType: "complaint" },
  ...{ service: "waste", reason: "They wrote “complain”.", about: "decision", officer: tom.id },
};
const duplicates: DecidedTogether = { kind: "duplicates", lead: a };
const types = (story: Story, decided: DecidedTogether) =>
  commandsTogether(story.case, decided).map(({ type }) => type);

describe("one decision for several cases", () => {
  it("makes each part of the campaign, classifies it and gives it to somebody", () => {
    const waiting = storyUntil("triage");
    expect(types(waiting, campaign)).toEqual(["join-campaign", "classify", "assign"]);
    for (const command of commandsTogether(waiting.case, campaign)) {
      waiting.after(priya, command, [tom]);
    }
    expect(waiting.case).toMatchObject({
      ...{ status: "investigating", type: "complaint", about: "decision" },
      ...{ campaign: { name: "Save our library", lead: a }, officer: { id: tom.id } },
    });
    expect(types(waiting, campaign)).toEqual([]);
  });

  it("goes on where it stopped, and does nothing twice", () => {
    const story = storyUntil("triage");
    const [join, sort, give] = commandsTogether(story.case, campaign);
    if (join === undefined || sort === undefined || give === undefined) throw new Error("Gone.");
    expect(types(story.after(priya, join), campaign)).toEqual(["classify", "assign"]);
    expect(types(story.after(priya, sort), campaign)).toEqual(["assign"]);
    expect(types(story, { ...campaign, service: "housing" })).toEqual(["classify", "assign"]);
  });

  it("leaves what somebody works on with them, and only makes it part of the campaign", () => {
    for (const status of ["investigating", "awaiting-approval", "answered", "closed"] as const) {
      expect(types(storyUntil(status), campaign)).toEqual(["join-campaign"]);
    }
  });

  it("gives only complaints to somebody", () => {
    expect(types(storyUntil("triage"), { ...campaign, caseType: "comment" })).toEqual([
      ...["join-campaign", "classify"],
    ]);
  });

  it("sets spam aside, and nothing else of it", () => {
    expect(commandsTogether(storyUntil("triage").case, { ...campaign, caseType: "spam" })).toEqual([
      { type: "set-aside", as: "spam", reason: "" },
    ]);
    expect(types(storyUntil("allocation"), { ...campaign, caseType: "spam" })).toEqual([]);
  });

  it("links one person's copies to the first and sets them aside, but not the first", () => {
    const copy = storyUntil("triage");
    const commands = commandsTogether(copy.case, duplicates);
    expect(commands.map(({ type }) => type)).toEqual(["link-case", "set-aside"]);
    for (const command of commands) copy.after(priya, command);
    expect(copy.case).toMatchObject({
      ...{ status: "closed", links: [{ other: a, kind: "duplicate" }] },
    });
    expect(types(copy, duplicates)).toEqual([]);
    expect(types(copy, { kind: "duplicates", lead: copy.case.id })).toEqual([]);
  });

  it("keeps a copy that somebody works on, but names the other", () => {
    expect(types(storyUntil("investigating"), duplicates)).toEqual(["link-case"]);
  });
});
