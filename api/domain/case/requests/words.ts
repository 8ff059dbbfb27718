import { shortDate } from "../../calendar/london-date.ts";
import { withText, type Describers, type Forms } from "../chapter.ts";
import { choiceField, dayField, wordsField, type Field } from "../form.ts";
import { pointChoices } from "../points/words.ts";
import type { InformationRequest, requestCommands, requestEvents } from "./facts.ts";
import { isOnlyAsked } from "./only-asked.ts";
import { openRequests } from "./rules.ts";

export const requestForms: Forms<typeof requestCommands> = {
  "request-information": {
    title: "Ask for information",
    form: ({ case: theCase, colleagues, today }) => {
      const points = pointChoices(theCase);
      const about = choiceField("point", "Point it is about", { choices: points, required: false });
      return {
        fields: [
          choiceField("to", "Whom to ask", colleagues),
          wordsField("question", "Question"),
          dayField("due", "Needed by", { earliest: today }),
          ...(points.length === 0 ? [] : [about]),
        ],
      };
    },
  },
  "give-information": {
    title: "Answer a question",
    form: ({ case: theCase, person }) => {
      const own = isOnlyAsked(theCase, "give-information", person);
      const mine = openRequests(theCase).filter(({ to }) => !own || to.id === person.id);
      return { fields: [requestField(mine), wordsField("text", "Answer")] };
    },
  },
  "withdraw-request": {
    title: "Withdraw a question",
    form: ({ case: theCase }) => ({
      fields: [
        requestField(openRequests(theCase)),
        wordsField("reason", "Why it is no longer needed"),
      ],
    }),
  },
};

function requestField(requests: readonly InformationRequest[]): Field {
  const choices = requests.map(({ id, question, to, due }) => ({
    id,
    name: question,
    hint: `To ${to.name}, by ${shortDate(due)}`,
  }));
  const [only, ...others] = choices;
  const chosen = only !== undefined && others.length === 0 ? { value: only.id } : {};
  return choiceField("request", "Question", { choices, ...chosen });
}

export const requestDescribers: Describers<typeof requestEvents> = {
  "information-requested": ({ request, to, question, due, point }) =>
    withText(
      {
        what: `asked ${to.name} question ${request}${point === undefined ? "" : `, about point ${point}`}, to be answered by ${shortDate(due)}`,
        kind: "note",
      },
      question,
    ),
  "information-given": ({ request }) => ({ what: `answered question ${request}`, kind: "note" }),
  "information-request-withdrawn": ({ request, reason }) =>
    withText({ what: `withdrew question ${request}`, kind: "note" }, reason),
};
