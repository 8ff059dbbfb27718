import { londonDate, shortDate } from "../../calendar/london-date.ts";
import type { Case } from "../case.ts";
import { withText, type Describers, type Forms } from "../chapter.ts";
import { choiceField, lineField, tickField, wordsField, type Choice, type Field } from "../form.ts";
import {
  sponsorCapacities,
  type Sponsor,
  type SponsorCapacity,
  type sponsorCommands,
  type sponsorEvents,
} from "./facts.ts";

export const sponsorForms: Forms<typeof sponsorCommands> = {
  "add-sponsor": {
    title: "Add a sponsor",
    form: ({ case: { sponsors }, councillors }) => ({
      intro: [
        "Somebody who speaks for the person: a councillor of the list, who can then follow the case, or anybody else by name.",
      ],
      fields: [
        choiceField("person", "Councillor", {
          choices: councillors.filter(({ id }) => sponsors.every(({ person }) => person !== id)),
          required: false,
        }),
        lineField("name", "Somebody else", { required: false }),
        choiceField(
          "capacity",
          "What they are",
          sponsorCapacities.map((id) => ({ id, name: capacityNames[id] })),
        ),
        tickField("consent", "The person agrees that the sponsor reads our answer"),
        lineField("email", "E-mail of somebody else", {
          required: false,
          hint: "With the person’s agreement, a copy of the answer goes there when it leaves.",
        }),
      ],
    }),
  },
  "remove-sponsor": {
    title: "Remove a sponsor",
    form: ({ case: theCase }) => ({
      fields: [sponsorField(theCase), wordsField("reason", "Why", { required: false })],
    }),
  },
  "update-sponsor": {
    title: "Record what a sponsor was told",
    form: ({ case: theCase }) => ({
      fields: [
        sponsorField(theCase),
        wordsField("text", "What they were told", {
          hint: "Say nothing of the answer itself to a sponsor whom the person does not want to read it.",
        }),
      ],
    }),
  },
};

/** What each kind of sponsor is called. */
export const capacityNames: Readonly<Record<SponsorCapacity, string>> = {
  councillor: "Councillor",
  mp: "MP",
  mayor: "Mayor",
  advocate: "Advocate",
  representative: "Representative",
};

function sponsorField({ sponsors }: Case): Field {
  return choiceField("sponsor", "Sponsor", sponsors.map(choiceFor));
}

function choiceFor({ id, name, capacity, consent, updatedAt }: Sponsor): Choice {
  const hint = [
    capacityNames[capacity],
    consent ? "may read our answer" : "may not read our answer",
    updatedAt === undefined ? "not told yet" : `last told on ${shortDate(londonDate(updatedAt))}`,
  ].join(", ");
  return { id, name, hint };
}

export const sponsorDescribers: Describers<typeof sponsorEvents> = {
  "sponsor-added": ({ name, capacity, consent }) => ({
    what: `added ${name} (${capacityNames[capacity]}) as a sponsor, who ${consent ? "may" : "may not"} read the answer`,
    kind: "decision",
  }),
  "sponsor-removed": ({ name, reason }) =>
    withText({ what: `removed ${name} as a sponsor`, kind: "decision" }, reason),
  "sponsor-copied": ({ name, stage }) => ({
    what: `sent ${name} a copy of the stage ${stage} response, as the person agreed`,
    kind: "mail",
  }),
  "sponsor-updated": ({ name }) => ({ what: `told ${name} how it stands`, kind: "note" }),
};
