import { shortDate } from "../../calendar/london-date.ts";
import { withText, type Describers, type Forms } from "../chapter.ts";
import { choiceField, choicesOf, dayField, lineField, type Field } from "../form.ts";
import { byChannel, channels } from "../vocabulary.ts";
import type { SentLetter, Undelivered, undeliveredCommands, undeliveredEvents } from "./facts.ts";
import { awaitingCare } from "./rules.ts";

/** Which letter it is, within a sentence: "the stage 1 response". */
export function letterName({ letter, stage }: { letter: SentLetter; stage: number }): string {
  switch (letter) {
    case "notice":
      return "a notice by e-mail";
    case "remedy-changed":
      return "the letter about a remedy that cannot be given";
    case "not-a-complaint":
      return "the letter about what their message was taken for";
    case "extension":
      return "the letter about the new date";
    case "agreed-date":
      return "the letter about the agreed date";
    case "refusal":
      return "the letter about the refusal";
    default:
      return `the stage ${stage} ${letter}`;
  }
}

export const undeliveredForms: Forms<typeof undeliveredCommands> = {
  "post-again": {
    title: "Record that a letter was posted",
    form: ({ case: theCase, today }) => ({
      intro: ["Post exactly that letter: the conversation has it, as a Word and a PDF file too."],
      fields: [
        letterField(awaitingCare(theCase)),
        choiceField("channel", "How", choicesOf(channels)),
        dayField("on", "Day it left", { value: today, latest: today }),
      ],
    }),
  },
  "mend-address": {
    title: "Mend the e-mail address and send again",
    form: ({ case: theCase }) => ({
      intro: [
        "What did not arrive is sent, word for word, and everything from now on goes to this address.",
        "Ask the person for it: their complaint is read by whoever has this address.",
      ],
      fields: [
        lineField("email", "E-mail address", {
          ...(theCase.complainant.email === undefined
            ? {}
            : { hint: `It came back from ${theCase.complainant.email}` }),
        }),
      ],
    }),
  },
};

function letterField(letters: readonly Undelivered[]): Field {
  const choices = letters.map((one) => ({
    id: one.id,
    name: letterName(one),
    hint: `${one.unsent ? "Could not be sent" : "Came back"} on ${shortDate(one.on)}`,
  }));
  const [only, ...others] = choices;
  const chosen = only === undefined || others.length > 0 ? {} : { value: only.id };
  return choiceField("undelivered", "Which letter", { choices, ...chosen });
}

export const undeliveredDescribers: Describers<typeof undeliveredEvents> = {
  "letter-undelivered": (event, names) => {
    const letter = `${letterName(event)}${event.reader === undefined ? "" : ` to ${event.reader.name}`}`;
    const found =
      event.mail === undefined ? `could not send ${letter}` : `found that ${letter} did not arrive`;
    const told = event.to.length === 0 ? "" : `, and told ${event.to.map(names.person).join(", ")}`;
    return withText({ what: `${found}${told}`, kind: "mail" }, event.why);
  },
  "letter-posted": (event) => ({
    what: `sent ${letterName(event)}, which had not arrived, ${byChannel(event.channel)} on ${shortDate(event.on)}`,
    kind: "mail",
  }),
  "address-mended": ({ email }) => ({
    what: `mended the e-mail address to ${email}`,
    kind: "decision",
  }),
  "letter-sent-again": (event) => ({
    what: `sent ${letterName(event)} again`,
    kind: "mail",
  }),
};
