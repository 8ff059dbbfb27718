import { actionForms } from "#api/domain/case/action-forms.ts";
import type { Described } from "#api/domain/case/chapter.ts";
import type { PersonAction } from "#api/domain/case/commands.ts";
import { describeEvent } from "#api/domain/case/describe-event.ts";
import type { Choice, Field, Form, FormContext, Written } from "#api/domain/case/form.ts";
import { hindrance } from "#api/domain/case/hindrances.ts";
import { londonDate } from "#api/domain/calendar/london-date.ts";
import { shippedCalendar } from "#api/domain/calendar/working-days.ts";
import type { Person } from "#api/domain/people/actor.ts";
import { amina, everybody, priya } from "./people.ts";
import type { Story } from "./story.ts";

const choiceFor = ({ id, name }: Person): Choice => ({ id, name });

/** What a form needs to know of a story. */
type Moment = Pick<Story, "case" | "policy" | "now">;

/** What a person is asked who does that to the case of a story now. */
export function formOf(story: Moment, action: PersonAction, person = priya): Form {
  return actionForms[action].form(contextOf(story, person));
}

/** What Priya is asked once the words of the case have been read. */
export function formAfterReading(story: Story, action: PersonAction, written: Written): Form {
  return actionForms[action].form({ ...contextOf(story, priya), written });
}

function contextOf({ case: theCase, policy, now }: Moment, person: Person): FormContext {
  return {
    ...{ case: theCase, person, policy, today: londonDate(now), calendar: shippedCalendar() },
    services: [{ id: "waste", name: "Waste and recycling" }],
    officers: everybody.filter(({ roles }) => roles.includes("case-officer")).map(choiceFor),
    colleagues: everybody.map(choiceFor),
    councillors: [choiceFor(amina)],
    approvers: everybody.map(choiceFor),
    procedures: [{ id: policy.id, name: policy.title }],
  };
}

/** The field of a form that fills that part of the command. */
export function fieldOf(form: Form, name: string): Field {
  const field = form.fields.find((one) => one.name === name);
  if (field === undefined) throw new Error(`The form does not ask for ${name}.`);
  return field;
}

/** What a field offers to choose from, as people read it: "Apology | Helen Marsh". */
export function shownIn(form: Form, name: string): string[] {
  return choicesIn(form, name).map((choice) =>
    choice.hint === undefined ? choice.name : `${choice.name} | ${choice.hint}`,
  );
}

function choicesIn(form: Form, name: string): readonly Choice[] {
  const field = fieldOf(form, name);
  if (!("choices" in field)) throw new Error(`${name} offers no choice.`);
  return field.choices;
}

/** Why nobody can do that in a story now. */
export function inTheWay(
  { case: theCase, policy }: Story,
  action: PersonAction,
): string | undefined {
  return hindrance(theCase, action, policy);
}

/** The last line of a story's history. */
export function lastLine({ events }: Story): Described {
  const last = events.at(-1);
  if (last === undefined) throw new Error("Nothing has happened yet.");
  return describeEvent(last, { service: (id) => `service ${id}`, person: (id) => `person ${id}` });
}
