import type { Describers } from "../chapter.ts";
import type { ownLetterEvents } from "./facts.ts";

export const ownLetterDescribers: Describers<typeof ownLetterEvents> = {
  "letter-sent": ({ about }, names) => ({
    what:
      about.letter === "remedy-changed"
        ? `wrote to the person that remedy ${about.remedy} cannot be given, and what is offered instead`
        : `wrote to the person that it was taken as a ${about.caseType.replaceAll("-", " ")} and passed to ${names.service(about.service)}`,
    kind: "mail",
  }),
};
