import { allocationForms } from "./allocation/words.ts";
import { careForms } from "./care/words.ts";
import type { ActionForm } from "./chapter.ts";
import type { PersonAction } from "./commands.ts";
import { checkInForms } from "./check-ins/words.ts";
import { commentForms } from "./comments/words.ts";
import { contactForms } from "./contact/words.ts";
import { dateForms } from "./dates/words.ts";
import { enclosureForms } from "./enclosures/words.ts";
import { endingForms } from "./endings/words.ts";
import { linkForms } from "./links/words.ts";
import { ombudsmanForms } from "./ombudsman/words.ts";
import { panelForms } from "./panel/words.ts";
import { passageForms } from "./passage/words.ts";
import { pointForms } from "./points/words.ts";
import { remedyForms } from "./remedies/words.ts";
import { requestForms } from "./requests/words.ts";
import { responseForms } from "./response/words.ts";
import { signOffForms } from "./sign-off/words.ts";
import { sponsorForms } from "./sponsors/words.ts";
import { undeliveredForms } from "./undelivered/words.ts";

/** What every action is called and asks for. */
export const actionForms: Readonly<Record<PersonAction, ActionForm>> = {
  ...passageForms,
  ...allocationForms,
  ...pointForms,
  ...requestForms,
  ...dateForms,
  ...contactForms,
  ...responseForms,
  ...commentForms,
  ...enclosureForms,
  ...signOffForms,
  ...undeliveredForms,
  ...endingForms,
  ...remedyForms,
  ...checkInForms,
  ...careForms,
  ...sponsorForms,
  ...linkForms,
  ...panelForms,
  ...ombudsmanForms,
};

/** The parts of a case's life as the menu of its page groups them. */
export const actionGroups: readonly {
  readonly title: string;
  readonly actions: readonly PersonAction[];
}[] = [
  {
    title: "The complaint",
    actions: [
      "classify",
      "route",
      "set-aside",
      "refuse",
      "withdraw",
      "decide-outcome",
      "escalate",
      "close",
      "reopen",
    ],
  },
  { title: "Who has it", actions: ["assign", "accept", "decline", "hand-over"] },
  {
    title: "Contact",
    actions: [
      ...(["add-note", "record-correspondence", "record-call"] as const),
      ...([
        "acknowledge",
        "record-posting",
        "settle-sending",
        "post-again",
        "mend-address",
        "confirm-details",
      ] as const),
    ],
  },
  {
    title: "Points and questions",
    actions: [
      ...(["add-point", "change-point", "drop-point", "answer-point", "decide-point"] as const),
      ...(["request-information", "give-information", "withdraw-request"] as const),
    ],
  },
  {
    title: "Dates",
    actions: [
      ...(["extend", "pause", "resume", "agree-date"] as const),
      ...(["take-route", "leave-route", "record-milestone"] as const),
    ],
  },
  {
    title: "Putting it right",
    actions: [
      ...(["promise-remedy", "accept-remedy", "complete-remedy", "give-up-remedy"] as const),
      ...(["note-lesson", "complete-lesson", "record-check-in"] as const),
    ],
  },
  {
    title: "People and care",
    actions: [
      ...(["raise-flag", "lower-flag", "restrict-access", "open-access"] as const),
      ...(["restrict-conduct", "review-conduct"] as const),
      ...(["add-sponsor", "update-sponsor", "remove-sponsor"] as const),
    ],
  },
  {
    title: "Other cases",
    actions: ["link-case", "unlink-case", "join-campaign", "leave-campaign"],
  },
  {
    title: "Panel and Ombudsman",
    actions: [
      ...(["arrange-hearing", "record-hearing", "record-findings"] as const),
      ...(["record-enquiry", "answer-enquiry", "record-decision"] as const),
    ],
  },
];
