import { longDate } from "../../calendar/london-date.ts";
import type { Point } from "../../case/points/facts.ts";
import { findingChoices, findingName } from "../../case/points/words.ts";
import type { Remedy } from "../../case/remedies/facts.ts";
import { ombudsmanOf } from "../../policy/ombudsman.ts";
import { asWords } from "../letter-document.ts";
import { nextStep, stageName, type LetterInHand } from "../letter-facts.ts";

/** The sections of a letter, in the order that a person reads them. */
export const headings = {
  opening: "",
  complaint: "Your complaint",
  considered: "How we looked into it",
  found: "What we found",
  points: "",
  decision: "Our decision",
  remedy: "What we will do",
  next: "What happens next",
  further: "What you can do next",
} as const;
export type SectionName = keyof typeof headings;

/** A part of a letter: where it stands, and its paragraphs, with gaps in square brackets. */
export type Part = { readonly section: SectionName; readonly text: string };

type MakesPart = (facts: LetterInHand) => Part;

const part =
  (section: SectionName, text: string): MakesPart =>
  () => ({ section, text });

/** What a letter says of each thing that policies want in it, by the name that the policies call it. */
export const parts: Readonly<Record<string, MakesPart>> = {
  stage: (facts) => ({ section: "opening", text: opening(facts) }),
  reference: (facts) => ({ section: "opening", text: `Our reference: ${facts.case.id}.` }),
  "received-on": ({ receivedOn }) => ({
    section: "opening",
    text: `We received it on ${receivedOn}.`,
  }),
  understanding: part("complaint", "You told us that [what the person told us]."),
  "outcomes-sought": part("complaint", "You would like [what the person wants to happen]."),
  considered: part("considered", "We looked at [what was considered, and who was asked]."),
  reports: part(
    "considered",
    "We have read the report of the investigating officer and the report of the independent person. [What they found.]",
  ),
  recommendations: part("considered", "The panel recommended [what the panel recommended]."),
  handling: part("considered", "We will [how it will be handled]."),
  handler: part("considered", "The officer who handles it is [who handles it]."),
  owner: part("considered", "The officer who answers for it is [who owns it]."),
  "responsible-for": part(
    "considered",
    "We are responsible for [which parts]. We are not responsible for [which parts].",
  ),
  offer: part(
    "considered",
    "We would like to discuss with you how we handle it. [How to reach us.]",
  ),
  answers: part("found", "You asked [the question]. Our answer is [the answer]."),
  reasons: (facts) => ({
    section: facts.letter.mustContain.some(({ id }) => id === "decision") ? "found" : "decision",
    text: facts.letter.mustContain.some(({ id }) => id === "decision")
      ? "[What happened, and which rules or records you looked at.]"
      : "The reason is [the reason].",
  }),
  decision: (facts) => ({ section: "decision", text: decision("your complaint", facts) }),
  conclusions: part("decision", "We conclude that [the conclusions, with any action needed]."),
  agreed: part("decision", "We agreed that [what was agreed]."),
  "agreed-how": part("decision", "We agreed this with you on [when and how]."),
  remedy: (facts) => ({
    section: "remedy",
    text: promised(facts) ?? "[The remedy: what, who and by when.]",
  }),
  actions: (facts) => ({
    section: "remedy",
    text: promised(facts) ?? "[The actions: what, who and by when.]",
  }),
  alternative: part("remedy", "Instead we offer [what we offer instead]."),
  "outstanding-actions": part("remedy", "[What is still to be done, or that nothing is.]"),
  documents: part("remedy", "We enclose [the documents asked for]."),
  resident: part("remedy", "We told the resident [what the resident was told, and when]."),
  restriction: part("remedy", "From now on we will [what will be done]."),
  until: part("remedy", "This lasts until [the day]."),
  review: part("remedy", "We will review it [when and how]."),
  "new-date": part("next", "You will have our answer by [the new date]."),
  "reply-by": ({ answerBy }) => ({
    section: "next",
    text: `You will have our answer by ${answerBy}.`,
  }),
  period: part("next", "We expect to finish by [the day]."),
  progress: part("next", "Since we last wrote we have [what has happened]."),
  "next-update": part("next", "We will write again by [the day]."),
  destination: part("next", "We passed it to [who it was passed to]."),
  "passed-on": part("next", "We have passed it on to [who it was passed to]."),
  "said-so": (facts) => ({
    section: "further",
    text: `We told you on [the day] how to ask for ${nextStep(facts.letter).ask}.`,
  }),
  "how-to-escalate": (facts) => ({ section: "further", text: howToGoOn(facts) }),
  "final-response": part("further", "This is our final response."),
  ombudsman: (facts) => ({ section: "further", text: toTheOmbudsman(facts) }),
  advocacy: part("further", "An advocate can help you. [How to get one.]"),
};

/** What a letter says of something that no part is written for yet. */
export function partFor(id: string, words: string, facts: LetterInHand): Part {
  return parts[id]?.(facts) ?? { section: "decision", text: `[${words}.]` };
}

/** Which letter this is, of which case, and since when. */
export function opening({ case: theCase, letter, receivedOn }: LetterInHand): string {
  const stage = stageName(letter);
  const name = stage === undefined ? "answer" : `${stage} answer`;
  const since = theCase.stage === 1 ? "which we received" : "which you asked us to look at again";
  return letter.stage === undefined
    ? `We are writing about your complaint ${theCase.id}, which we received on ${receivedOn}.`
    : `This is our ${name} to your complaint ${theCase.id}, ${since} on ${receivedOn}.`;
}

/** A point under a heading of its own, with what its service says and what was decided. */
export function pointText(point: Point, facts: LetterInHand): string {
  const answer = facts.answers[point.id];
  const said =
    (answer && paragraphs(answer)) ??
    (point.answer === undefined
      ? `[${asWords(facts.serviceName(point.service))} has not answered this point yet. What happened, and which rules or records you looked at.]`
      : "[What happened, and which rules or records you looked at.]");
  return `${said}\n\n${decision("this point", facts, point)}`;
}

/** The heading over a point. */
export function pointHeading({ id, title }: Point): string {
  return `Point ${id}: ${asWords(title)}`;
}

function decision(what: string, { policy, case: theCase }: LetterInHand, point?: Point): string {
  const finding =
    point?.finding ?? theCase.stages.find(({ stage }) => stage === theCase.stage)?.finding;
  const recorded = point === undefined || point.finding !== undefined ? finding : undefined;
  const outcome =
    recorded === undefined
      ? `[${findingChoices(policy)
          .map(({ name }) => name.toLowerCase())
          .join(" / ")}]`
      : findingName(policy, recorded).toLowerCase();
  const reason = point?.findingReason;
  return reason === undefined
    ? `Our decision is that ${what} is ${outcome}, because [reason].`
    : `Our decision is that ${what} is ${outcome}. Our reason: ${asWords(asSentence(reason))}`;
}

function promised({ case: theCase }: LetterInHand): string | undefined {
  const live = theCase.remedies.filter(({ undeliverable }) => undeliverable === undefined);
  return live.length === 0 ? undefined : live.map(remedyText).join("\n\n");
}

function remedyText({ kind, what, pence, due, done }: Remedy): string {
  const amount = pence === undefined ? "" : ` of £${(pence / 100).toFixed(2)}`;
  const named = `${asWords(what.replace(/[.\s]+$/, ""))}${kind === "money" ? amount : ""}`;
  return done === undefined
    ? `We will do this by ${longDate(due)}: ${named}.`
    : `We have done this on ${longDate(done.on)}: ${named}.`;
}

function howToGoOn(facts: LetterInHand): string {
  const { ask, within } = nextStep(facts.letter);
  const time = within === undefined ? "" : ` within ${within}`;
  return `If you are not satisfied with this answer, reply to this message${time} and ask for ${ask}. Somebody who had no part in this answer will look at it again.`;
}

function toTheOmbudsman({ policy, letter }: LetterInHand): string {
  const { name, web, phone } = ombudsmanOf(policy);
  const reach = `${web}, telephone ${phone}`;
  return letter.stage === undefined
    ? `If you disagree with this, you can ask the ${name} about it, free of charge: ${reach}.`
    : `If you remain dissatisfied, you may now complain to the ${name}, free of charge: ${reach}.`;
}

/** What somebody typed elsewhere, with its paragraphs. */
function paragraphs(typed: string): string {
  return typed
    .split(/\n\s*\n/)
    .map((each) => asWords(each.trim()))
    .join("\n\n");
}

function asSentence(words: string): string {
  const trimmed = words.trim();
  return /[.!?]$/.test(trimmed) ? trimmed : `${trimmed}.`;
}
