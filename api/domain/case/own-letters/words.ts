import type { Case } from "../case.ts";
import type { Describers } from "../chapter.ts";
import { canBeWrittenTo } from "../contact/can-be-written-to.ts";
import { choiceField, wordsField, type Field } from "../form.ts";
import type { OwnLetter, ownLetterEvents } from "./facts.ts";

/** How the person hears of a decision, as it is asked with it. */
export function tellingFields(theCase: Case): Field[] {
  const byMail = canBeWrittenTo(theCase);
  return [
    choiceField("telling", "How the person hears of it", {
      choices: [
        {
          id: "letter",
          name: byMail ? "By this letter, which Redress sends" : "By this letter, which you post",
          hint: byMail
            ? "It goes by e-mail as soon as you record this."
            : "There is no e-mail address. You are asked to post it.",
        },
        { id: "myself", name: "I have told them", hint: "By phone, by post or in person." },
      ],
      value: "letter",
    }),
    wordsField("told", "How and when the person was told", {
      onlyWhen: { field: "telling", is: "myself" },
    }),
    {
      ...{ kind: "letter", name: "text", label: "The letter", required: true },
      onlyWhen: { field: "telling", is: "letter" },
    },
  ];
}

export const ownLetterDescribers: Describers<typeof ownLetterEvents> = {
  "letter-sent": ({ about }, names) => ({
    what: `wrote to the person ${gist(about, names.service)}`,
    kind: "mail",
  }),
  "passed-to-service": ({ service }, names) => ({
    what: `passed it to ${names.service(service)} by e-mail, with what the person wrote`,
    kind: "mail",
  }),
};

function gist(about: OwnLetter, serviceName: (id: string) => string): string {
  switch (about.letter) {
    case "remedy-changed":
      return `that remedy ${about.remedy} cannot be given, and what is offered instead`;
    case "not-a-complaint":
      return `that it was taken as a ${about.caseType.replaceAll("-", " ")} and passed to ${serviceName(about.service)}`;
    case "extension":
      return "that it takes longer: the new date, the reasons and the Ombudsman";
    case "agreed-date":
      return "which date was agreed, and how to reach the Ombudsman";
    case "refusal":
      return "that it was refused: why, and how to reach the Ombudsman";
  }
}
