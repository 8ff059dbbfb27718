import { longDate, shortDate, type CalendarDate } from "../../calendar/london-date.ts";
import type { Calendar } from "../../calendar/working-days.ts";
import { escalationWindowOf } from "../../clocks/escalation-window.ts";
import { ombudsmanName } from "../../policy/ombudsman.ts";
import type { Policy } from "../../policy/policy.ts";
import type { Case } from "../case.ts";
import { withText, type Describers, type Forms } from "../chapter.ts";
import { choiceField, dayField, wordsField } from "../form.ts";
import {
  checkInWays,
  needsMet,
  wayWords,
  type checkInCommands,
  type checkInEvents,
  type NeedMet,
} from "./facts.ts";
import { answeredOn } from "./rules.ts";

const needNames: Readonly<Record<NeedMet, string>> = {
  yes: "Yes",
  partly: "In part",
  no: "No",
  "not-reached": "I could not reach them",
};

export const checkInForms: Forms<typeof checkInCommands> = {
  "record-check-in": {
    title: "Record a check-in",
    form: (context) => {
      const { case: theCase, person, today } = context;
      const answered = answeredOn(theCase);
      return {
        intro: [
          `You could say: “Hello, this is ${person.name} from the council. ${answered === undefined ? "We" : `On ${longDate(answered)} we`} answered your complaint ${theCase.id}. Did our answer give you what you needed, or is there something we left open?”`,
          wayOn(theCase, context),
        ],
        fields: [
          choiceField(
            "how",
            "How you spoke with them",
            checkInWays.map((id) => ({ id, name: capital(wayWords[id]) })),
          ),
          dayField("on", "Day", {
            ...{ value: today, latest: today },
            ...(answered === undefined ? {} : { earliest: answered }),
          }),
          choiceField(
            "met",
            "Did the answer meet their need?",
            needsMet.map((id) => ({ id, name: needNames[id] })),
          ),
          wordsField("said", "What they said", {
            ...{ required: false, hint: "Needed where something is still open." },
          }),
        ],
      };
    },
  },
};

/** What somebody can do whose need was not met, as a sentence for whoever spoke with them. */
export function wayOn(
  theCase: Case,
  by: { readonly policy: Policy; readonly calendar: Calendar; readonly today: CalendarDate },
): string {
  const { policy, calendar, today } = by;
  const next = policy.stages.find(({ stage }) => stage === theCase.stage + 1)?.stage;
  if (next === undefined) {
    return `This was the last stage: whoever is not satisfied can go to the ${ombudsmanName(policy)}.`;
  }
  const record = theCase.stages.find(({ stage }) => stage === theCase.stage);
  const until = record && escalationWindowOf(record, policy, calendar)?.acceptedUntil;
  if (until !== undefined && today > until) {
    return `The last day to ask for stage ${next} was ${longDate(until)}; it can still be taken there for a good reason.`;
  }
  const time = until === undefined ? "" : ` until ${longDate(until)}`;
  return `Whoever is not satisfied can ask for stage ${next}${time}. If they do, the complaints team presses “Take to stage ${next}”.`;
}

const history: Readonly<Record<NeedMet, string>> = {
  yes: "it met their need",
  partly: "it met their need in part",
  no: "it did not meet their need",
  "not-reached": "they could not be reached",
};

export const checkInDescribers: Describers<typeof checkInEvents> = {
  "check-in-recorded": ({ stage, how, on, met, said }) =>
    withText(
      {
        what: `asked ${wayWords[how]} on ${shortDate(on)} whether the stage ${stage} answer met their need: ${history[met]}`,
        kind: "mail",
      },
      said,
    ),
};

/** What came of it, as a line of the case's page: "Our stage 1 answer met their need". */
export function checkInTitle({ stage, met }: { readonly stage: number; readonly met: NeedMet }) {
  const answer = `stage ${stage} answer`;
  const titles: Readonly<Record<NeedMet, string>> = {
    yes: `Our ${answer} met their need`,
    partly: `Our ${answer} met their need in part`,
    no: `Our ${answer} did not meet their need`,
    "not-reached": `They could not be reached about our ${answer}`,
  };
  return titles[met];
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
