import { referencesIn } from "../../mail/case-reference.ts";
import { nextStep, stageName, type LetterInHand } from "../letter-facts.ts";
import { saysDecision } from "./decisions.ts";
import { namesRightOmbudsman } from "./ombudsmen.ts";
import { saysOutstanding, saysRemedy } from "./remedies.ts";
import { aDay, allSay, oneSays, stated, type Says } from "./says.ts";
import { wordsPattern } from "../../words-pattern.ts";

const because =
  /\b(because|since|due to|owing to|as a result|reasons?|why|therefore|so (we|this|that|the)|shows?|showed|evidence|records?|we (found|saw|checked|know)|found that|according to|by law|no (evidence|note|record|reply|trace)|the (law|rules?|guidance|contract) (says?|requires?|does|do|allows?)|under (section|the|our)|as (the|our|you|we|it|there|this|they))\b/i;

/** Whether a sentence says why something was decided. */
export const saysReason: Says = (sentences, facts) => oneSays(because)(stated(sentences), facts);

const dated: Says = oneSays(aDay);

/**
 * How each thing that policies want in letters is recognised, several ways of saying it each; by the name
 * that the policies call it. A policy that wants something else gets a reminder instead of a rule.
 */
export const contents: Readonly<Record<string, Says>> = {
  stage: (sentences, facts) => {
    const {
      letter,
      case: { stage },
    } = facts;
    const name = stageName(letter) ?? `stage ${stage}`;
    return oneSays(naming(name))(
      sentences.filter(({ words }) => !/\b(ask for|take (it|this) to)\b/i.test(words)),
      facts,
    );
  },
  understanding: (sentences) =>
    stated(sentences).some(
      ({ said }) =>
        said.split(/\s+/).length >= 5 &&
        !/\b(sorry|apologi[sz]e)\b/i.test(said) &&
        /\b(you (have |had |also |then |first )*((?!need)\w{2,}ed|told|said|say|wrote|feel|felt|were|are|been|had|rang|paid|sent|bought|lost|found|spoke|want|would like)\b|(your|the|this) (complaint|concerns?|letter|e-?mail|enquiry|representation)( \S+)? (is|are|was|were|about|that|concerns)\b|we understand|our understanding|(complain|complained|complaint) (about|that)|(unhappy|dissatisfied|not happy|concerned|upset) (about|with|that|at|by))/i.test(
          said,
        ),
    ),
  decision: saysDecision,
  reasons: saysReason,
  conclusions: (sentences, facts) =>
    saysDecision(sentences, facts) ||
    oneSays(/\b(we (found|find)|conclusions?|findings?)\b/i)(stated(sentences), facts),
  remedy: saysRemedy,
  actions: saysRemedy,
  alternative: oneSays(/\b(instead|alternative|offer|in place of)\b/i),
  "outstanding-actions": saysOutstanding,
  "how-to-escalate": (sentences, facts) => {
    const {
      letter,
      case: { stage },
    } = facts;
    const { ask, within } = nextStep(letter);
    const step = oneSays(naming(ask), naming(`stage ${stage + 1}`), /\bnext stage\b/i);
    const inTime = within === undefined || oneSays(naming(within))(sentences, facts);
    return inTime && step(sentences, facts) && asks(sentences, facts);
  },
  "said-so": oneSays(
    /\b(told|explained|said|mentioned|let you know)\b[^.]*\b(stage|next|further|escalat)/i,
  ),
  "final-response": oneSays(
    /\bfinal (response|answer|reply|decision|position)\b|\b(end of|completes|completed|conclusion of) (our|the council.s) (complaints? )?(procedure|process)\b/i,
  ),
  ombudsman: (sentences, { policy }) =>
    sentences.some(({ words }) => namesRightOmbudsman(words, policy)),
  considered: oneSays(
    /\b(we|i|officer|manager|team) (have |has )?(looked|considered|investigated|spoke|spoken|reviewed|examined|checked|read|visited|interviewed|asked|met)\b|\b(was|were|been) (considered|investigated|looked)\b|\binvestigation\b/i,
  ),
  reports: allSay(
    oneSays(/\breports?\b/i),
    oneSays(/\binvestigating officer\b/i),
    oneSays(/\bindependent person\b/i),
  ),
  recommendations: oneSays(/\brecommend(ed|s|ations?)?\b/i),
  resident: (sentences, facts) =>
    oneSays(
      /\b(told|wrote|written|replied|informed|explained|answered|rang|spoke|spoken|said)\b[^.]*\b(resident|constituent|tenant|(mr|mrs|ms|miss|mx|dr)\.? \p{Lu}|to (them|him|her))/iu,
      /\b(resident|constituent|tenant|(mr|mrs|ms|miss|mx|dr)\.? \p{Lu}[\p{L}’'-]+|they|he|she) (was|were|has been|have been|had been) (told|informed)\b/iu,
      new RegExp(
        `\\b(told|wrote to|written to|replied to|informed) (the )?${wordsPattern(facts.case.complainant.name)}`,
        "i",
      ),
    )(sentences, facts),
  answers: oneSays(/\b(answers?|questions?|you asked|in reply to)\b/i),
  documents: oneSays(/\b(enclos(e|ed|ing|ures?)|attach(ed|ing|ments?)?|documents?|copies)\b/i),
  agreed: oneSays(/\bagree(d|ment)?\b/i),
  "agreed-how": oneSays(/\bagree(d|ment)?\b/i),
  handling: oneSays(
    /\b(we|officer|investigator|team) (will|are going to)\b|\bwill be (handled|investigated|looked)\b/i,
  ),
  offer: oneSays(/\b(discuss|talk|meet|speak|call|ring)\b/i),
  destination: oneSays(
    /\b(passed|sent|forwarded|given|handed)\b[^.]{0,60}\bto\b|\bwith (our|the) \w+/i,
  ),
  "passed-on": oneSays(/\b(passed|sent|forwarded|given|shared)\b[^.]{0,60}\b(to|with)\b/i),
  restriction: oneSays(
    /\b(we (will|have decided to)|you (may|can|must|should)|only|restrict|limit)/i,
  ),
  until: oneSays(
    /\b(until|for (the next )?(\d+|a|one|two|three|four|six|twelve) (day|week|month|year)s?)\b/i,
  ),
  review: oneSays(/\breview/i),
  progress: oneSays(/\b(since|so far|has|have|now)\b/i),
  "new-date": dated,
  "next-update": dated,
  "reply-by": dated,
  period: dated,
  "received-on": allSay(dated, oneSays(/\b(receiv|reach|wrote|got|sent|dated)/i)),
  "outcomes-sought": oneSays(
    /\byou (want|would like|asked|hope|are asking|wish)|\b(outcome|put(ting)? (it|this|that|things) right)\b/i,
  ),
  "responsible-for": oneSays(/\bresponsib(le|ility)\b/i),
  handler: oneSays(
    /\b(officer|team|handl|deal(s|ing|t)? with|look(s|ed|ing)? (at|after|into)|investigat)/i,
  ),
  owner: oneSays(
    /\b(own(s|er)|officer|handl|deal(s|ing|t)? with|look(s|ed|ing)? (at|after|into)|will answer|responsib)/i,
  ),
  advocacy: oneSays(/\badvoca/i),
};

const asks = oneSays(
  /\b(if|should) you\b|\byou (can|may|could|have the right|are entitled)\b|\b(ask|tell|write|contact|reply|right to)\b/i,
);

/** The reference a letter must carry: the case's own, or the Ombudsman's where they ask. */
export function carriesReference(text: string, { case: theCase }: LetterInHand): boolean {
  const theirs = theCase.ombudsman.map(({ reference }) => reference.toLowerCase());
  return (
    referencesIn(text).includes(theCase.id) ||
    theirs.some((reference) => text.toLowerCase().includes(reference))
  );
}

const inWords: Readonly<Record<string, readonly [number: string, nth: string]>> = {
  1: ["one", "first"],
  2: ["two", "second"],
  3: ["three", "third"],
};

/** A name as people write it: "stage 2" is also "stage two" and "second stage", and quotes may be straight. */
function naming(name: string): RegExp {
  const [, kind, digit = ""] = /^(\w+) (\d)$/.exec(name) ?? [];
  if (kind === undefined) return new RegExp(wordsPattern(name.replace(/^(a|the) /, "")), "i");
  const [number, nth] = inWords[digit] ?? [digit, digit];
  const kinds = `(${kind}|stage|level)`;
  return new RegExp(`\\b${kinds} (${digit}|${number})\\b|\\b${nth} ${kinds}\\b`, "i");
}
