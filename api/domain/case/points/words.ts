import type { Policy } from "../../policy/policy.ts";
import type { Case } from "../case.ts";
import { withText, type Describers, type Forms } from "../chapter.ts";
import { choiceField, choicesOf, wordsField, type Choice, type Field } from "../form.ts";
import { findings } from "../vocabulary.ts";
import { isOnlyAsked } from "../requests/only-asked.ts";
import type { Point, pointCommands, pointEvents } from "./facts.ts";
import { openPoints } from "./rules.ts";

export const pointForms: Forms<typeof pointCommands> = {
  "add-point": {
    title: "Add a point",
    form: ({ case: theCase, services }) => ({
      intro: [
        theCase.stage === 1
          ? "Add what is related and does not hold up the reply. Anything else is a new complaint."
          : "Split what has been complained about. What is new since the last reply is a new complaint.",
      ],
      fields: [titleField(), serviceField(services, theCase.service)],
    }),
  },
  "change-point": {
    title: "Change a point",
    form: ({ case: theCase, services }) => {
      const points = openPoints(theCase);
      const only = points.length === 1 ? points[0] : undefined;
      return {
        intro: ["A point that goes to another service waits for a new answer."],
        fields: [
          pointField(points, (point) => ({ hint: serviceName(services, point.service) })),
          titleField(only?.title),
          serviceField(services, only?.service),
        ],
      };
    },
  },
  "drop-point": {
    title: "Drop a point",
    form: ({ case: theCase }) => ({
      fields: [
        pointField(openPoints(theCase)),
        wordsField("reason", "Why it is not part of this complaint"),
      ],
    }),
  },
  "answer-point": {
    title: "Answer a point",
    form: ({ case: theCase, services, person }) => {
      const own = isOnlyAsked(theCase, "answer-point", person);
      const mine = openPoints(theCase).filter(
        ({ service }) => !own || person.services.includes(service),
      );
      return {
        fields: [
          pointField(mine, ({ service, answer }) => ({
            hint: `${serviceName(services, service)}: ${answer === undefined ? "not answered yet" : `answered by ${answer.by.name}`}`,
          })),
          wordsField("text", "What the service says about it", {
            hint: "For whoever writes the reply. It takes the place of an earlier answer.",
          }),
        ],
      };
    },
  },
  "decide-point": {
    title: "Decide a point",
    form: ({ case: theCase, policy }) => ({
      fields: [
        pointField(openPoints(theCase), ({ finding }) => ({
          hint: finding === undefined ? "Not decided yet" : findingName(policy, finding),
        })),
        choiceField("finding", "What was found", findingChoices(policy)),
        wordsField("reason", "Reason"),
      ],
    }),
  },
};

/** The open points of a case as choices, by number and title. */
export function pointChoices(theCase: Case): Choice[] {
  return openPoints(theCase).map(choiceOf);
}

/** What can be found, in the words of the policy. */
export function findingChoices(policy: Policy): Choice[] {
  return choicesOf(findings).map(({ id, name }) => ({
    id,
    name: policy.outcomes.find((outcome) => outcome.id === id)?.words ?? name,
  }));
}

/** One thing that was found, in the words of the policy. */
export function findingName(policy: Policy, finding: string): string {
  return findingChoices(policy).find(({ id }) => id === finding)?.name ?? finding;
}

function choiceOf({ id, title }: Point): Choice {
  return { id, name: `${id}. ${title}` };
}

function pointField(
  points: readonly Point[],
  more: (point: Point) => { readonly hint?: string } = () => ({}),
): Field {
  return choiceField(
    "point",
    "Point",
    points.map((point) => ({ ...choiceOf(point), ...more(point) })),
  );
}

function titleField(value?: string): Field {
  const field = { kind: "words", name: "title", label: "What it is about", lines: 1 } as const;
  return { ...field, required: true, ...(value === undefined ? {} : { value }) };
}

function serviceField(services: readonly Choice[], value?: string): Field {
  const chosen = value === undefined ? {} : { value };
  return choiceField("service", "Service that answers it", { choices: services, ...chosen });
}

function serviceName(services: readonly Choice[], id: string): string {
  return services.find((service) => service.id === id)?.name ?? id;
}

export const pointDescribers: Describers<typeof pointEvents> = {
  "point-added": ({ point, title, service }, names) =>
    withText(
      { what: `added point ${point}, for ${names.service(service)} to answer`, kind: "decision" },
      title,
    ),
  "point-changed": ({ point, title, service }, names) =>
    withText(
      { what: `changed point ${point}, for ${names.service(service)} to answer`, kind: "decision" },
      title,
    ),
  "point-dropped": ({ point, reason }) =>
    withText({ what: `dropped point ${point}`, kind: "decision" }, reason),
  "point-answered": ({ point }) => ({ what: `answered point ${point}`, kind: "note" }),
  "point-decided": ({ point, finding, reason }) =>
    withText(
      { what: `decided point ${point}: ${finding.replaceAll("-", " ")}`, kind: "decision" },
      reason,
    ),
};
