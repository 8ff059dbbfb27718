import { shortDate } from "../../calendar/london-date.ts";
import { withText, type Describers, type Forms } from "../chapter.ts";
import {
  choiceField,
  choicesOf,
  dayField,
  lineField,
  wordsField,
  type Field,
  type Form,
} from "../form.ts";
import { byChannel, channels, type MailRecord } from "../vocabulary.ts";
import type { contactCommands, contactEvents } from "./facts.ts";

export const contactForms: Forms<typeof contactCommands> = {
  "record-correspondence": {
    title: "Record a call, letter or visit",
    form: ({ case: theCase, today }) => ({
      fields: [
        choiceField("direction", "Direction", [
          { id: "in", name: "We heard it" },
          { id: "out", name: "We said it" },
        ]),
        choiceField("channel", "How", choicesOf(channels)),
        dayField("on", "Day", { value: today, latest: today }),
        {
          kind: "words",
          name: "with",
          label: "Who it was with",
          lines: 1,
          required: true,
          value: theCase.complainant.name,
        },
        wordsField("text", "What was said or written"),
      ],
    }),
  },
  acknowledge: {
    title: "Record an acknowledgement",
    form: ({ today }) => ({ fields: howAndWhen("Day it was acknowledged", today) }),
  },
  "record-posting": {
    title: "Record that the letter was posted",
    form: ({ today }) => ({
      intro: ["Only what was approved may be posted. A changed letter needs a new approval."],
      fields: howAndWhen("Day it left", today),
    }),
  },
  "confirm-details": {
    title: "Change contact details",
    form: ({ case: { complainant } }) => ({
      intro: ["What is left empty stays as it is. Answers go to the address they write from."],
      fields: [
        detailField("name", "Name", complainant.name),
        detailField("phone", "Phone", complainant.phone),
        { ...detailField("address", "Postal address", complainant.address), lines: 3 },
        lineField("reference", "One more reference of the council", {
          required: false,
          hint: "Such as a council tax account or a penalty charge notice.",
        }),
      ],
    }),
  },
};

function detailField(
  name: string,
  label: string,
  known: string | undefined,
): Field & { readonly kind: "words" } {
  const field = { kind: "words", name, label, lines: 1, required: false } as const;
  return known === undefined ? field : { ...field, value: known };
}

function howAndWhen(label: string, today: string): Form["fields"] {
  return [
    choiceField("channel", "How", choicesOf(channels)),
    dayField("on", label, { value: today, latest: today }),
  ];
}

export const contactDescribers: Describers<typeof contactEvents> = {
  "correspondence-received": ({ mail }) =>
    withText({ what: `wrote again${passedOnBy(mail)}`, kind: "mail" }, mail.passedOn?.words ?? ""),
  "correspondence-recorded": ({ direction, channel, with: whom, on }) => ({
    what: `recorded what ${direction === "in" ? `${whom} said` : `${whom} was told`} ${byChannel(channel)} on ${shortDate(on)}`,
    kind: "mail",
  }),
  "acknowledgement-sent": ({ stage, channel }) => ({
    what: `acknowledged stage ${stage}${channel === undefined ? "" : ` ${byChannel(channel)}`}`,
    kind: "mail",
  }),
  "details-confirmed": ({ name, phone, address, reference }) => ({
    what: `confirmed ${detailWords({ name, phone, address, reference })}`,
    kind: "note",
  }),
};

// Which details, not what they say: a history is read by more people than an address is for.
function detailWords(given: Readonly<Record<string, string | undefined>>): string {
  const named = ["name", "phone", "address", "reference"].filter((one) => given[one] !== undefined);
  return `the ${named.join(" and the ")} of the person`;
}

/** Who passed a mail on, as the end of a sentence; nothing when its writer sent it here. */
export function passedOnBy({ passedOn }: MailRecord): string {
  return passedOn === undefined ? "" : `; ${passedOn.by.name} passed it on`;
}
