import { longDate, shortDate } from "../../calendar/london-date.ts";
import { plainText, readLetter } from "../../letters/letter-document.ts";
import { remedyChanged } from "../../letters/templates/own-letters.ts";
import type { Policy } from "../../policy/policy.ts";
import type { Case } from "../case.ts";
import { withText, type Describers, type Forms } from "../chapter.ts";
import {
  choiceField,
  choicesOf,
  dayField,
  lineField,
  wordsField,
  type Choice,
  type Field,
} from "../form.ts";
import { canBeWrittenTo } from "../contact/can-be-written-to.ts";
import { wasTold } from "../own-letters/rules.ts";
import { pointChoices } from "../points/words.ts";
import {
  lessonKinds,
  remedyKinds,
  type Lesson,
  type Remedy,
  type remedyCommands,
  type remedyEvents,
} from "./facts.ts";
import { isOpenLesson, isOpenRemedy, isToAccept } from "./rules.ts";

export const remedyForms: Forms<typeof remedyCommands> = {
  "promise-remedy": {
    title: "Promise a remedy",
    form: ({ case: theCase, colleagues, today }) => ({
      intro: ["Name one who sees to it: a colleague, or somebody at a partner."],
      fields: [
        choiceField("kind", "Kind", choicesOf(remedyKinds)),
        wordsField("what", "What will be done", {
          hint: "As the person is told. It should make up for what the fault did to them.",
        }),
        choiceField("owner", "Who sees to it", { choices: colleagues, required: false }),
        lineField("partner", "Who at a partner sees to it", {
          required: false,
          hint: "The organisation, and whoever it is there.",
        }),
        dayField("due", "To be done by", { earliest: today }),
        {
          ...{ kind: "number", name: "pounds", label: "Amount", unit: "£", required: false },
          hint: "Only for money.",
        },
        ...pointField(theCase),
      ],
    }),
  },
  "accept-remedy": {
    title: "Accept a remedy",
    form: ({ case: theCase }) => ({
      intro: ["Whoever accepts it sees to it that it is done in time."],
      fields: [remedyField(theCase.remedies.filter(isToAccept))],
    }),
  },
  "complete-remedy": {
    title: "Record that a remedy was done",
    form: ({ case: theCase, today }) => ({
      fields: [
        remedyField(theCase.remedies.filter(isOpenRemedy)),
        dayField("on", "Day it was done", { value: today, latest: today }),
        wordsField("evidence", "How you know that it was done", {
          hint: "Such as the payment's number, or what the person said.",
        }),
      ],
    }),
  },
  "give-up-remedy": {
    title: "Give up a remedy",
    form: ({ case: theCase, policy }) => ({
      intro: toldOfGivingUp(theCase, policy),
      fields: [
        remedyField(theCase.remedies.filter(isOpenRemedy)),
        wordsField("reason", "Why it cannot be given", { hint: "As the person reads it." }),
        wordsField("alternative", "What is offered instead", {
          hint: "As the person reads it. Promise it as a remedy too, so that it is followed.",
        }),
      ],
    }),
  },
  "note-lesson": {
    title: "Note a lesson",
    form: ({ colleagues, today }) => ({
      fields: [
        choiceField("kind", "What changes", choicesOf(lessonKinds)),
        wordsField("what", "What will change, so that it does not happen again"),
        choiceField("owner", "Who sees to it", colleagues),
        dayField("due", "To be done by", { earliest: today }),
      ],
    }),
  },
  "complete-lesson": {
    title: "Record that a lesson was carried out",
    form: ({ case: theCase, today }) => ({
      fields: [
        choiceField("lesson", "Lesson", theCase.lessons.filter(isOpenLesson).map(owed)),
        dayField("on", "Day it was done", { value: today, latest: today }),
        wordsField("whatChanged", "What has changed"),
      ],
    }),
  },
};

/** What is said to the person, and how it reaches them. */
function toldOfGivingUp(theCase: Case, policy: Policy): string[] {
  const open = theCase.remedies.filter(isOpenRemedy);
  if (!open.some((remedy) => wasTold(theCase, remedy))) {
    return ["Nobody has told the person of it yet, so no letter goes. Take it out of the answer."];
  }
  const [only, ...others] = open;
  const letter =
    only === undefined || others.length > 0
      ? { what: "[the remedy]", due: "[its day]" }
      : { what: only.what, due: longDate(only.due) };
  return [
    canBeWrittenTo(theCase)
      ? "As soon as you record this, the person is written to by e-mail. The letter says:"
      : "There is no e-mail address, so you are asked to post a letter. It says:",
    ...remedyChanged(theCase, policy, {
      ...letter,
      reason: "[why it cannot be given]",
      alternative: "[what is offered instead]",
    }).map((paragraph) => plainText(readLetter(paragraph))),
  ];
}

function remedyField(remedies: readonly Remedy[]): Field {
  return choiceField("remedy", "Remedy", remedies.map(owed));
}

function owed({ id, what, owner, due }: Remedy | Lesson): Choice {
  return { id, name: what, hint: `${owner.name}, by ${longDate(due)}` };
}

function pointField(theCase: Case): Field[] {
  const choices = pointChoices(theCase);
  if (choices.length === 0) return [];
  return [choiceField("point", "The point it is for", { choices: choices, required: false })];
}

export const remedyDescribers: Describers<typeof remedyEvents> = {
  "remedy-promised": ({ remedy, kind, what, owner, due, pence }) =>
    withText(
      {
        what: `promised remedy ${remedy}, ${kindWords[kind](pence)}, for ${owner.name} to see to by ${shortDate(due)}`,
        kind: "decision",
      },
      what,
    ),
  "remedy-accepted": ({ remedy }) => ({ what: `accepted remedy ${remedy}`, kind: "decision" }),
  "remedy-done": ({ remedy, on, evidence }) =>
    withText(
      { what: `recorded that remedy ${remedy} was done on ${shortDate(on)}`, kind: "decision" },
      evidence,
    ),
  "remedy-undeliverable": ({ remedy, reason, alternative }) =>
    withText(
      { what: `recorded that remedy ${remedy} cannot be given`, kind: "decision" },
      `${reason}\nInstead: ${alternative}`,
    ),
  "lesson-noted": ({ lesson, kind, what, owner, due }) =>
    withText(
      {
        what: `noted lesson ${lesson} (${kind}), for ${owner.name} to see to by ${shortDate(due)}`,
        kind: "decision",
      },
      what,
    ),
  "lesson-done": ({ lesson, on, whatChanged }) =>
    withText(
      {
        what: `recorded that lesson ${lesson} was carried out on ${shortDate(on)}`,
        kind: "decision",
      },
      whatChanged,
    ),
};

/** What sort of remedy it is, in words: "an apology", "£250.00". */
export function remedyWords({ kind, pence }: Pick<Remedy, "kind" | "pence">): string {
  return kindWords[kind](pence);
}

const kindWords: Readonly<Record<Remedy["kind"], (pence: number | undefined) => string>> = {
  apology: () => "an apology",
  action: () => "an action",
  money: (pence = 0) => inPounds.format(pence / 100),
};

const inPounds = new Intl.NumberFormat("en-GB", { style: "currency", currency: "GBP" });
