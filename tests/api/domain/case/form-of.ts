import { actionForms } from "#api/domain/case/action-forms.ts";
import type { PersonAction } from "#api/domain/case/commands.ts";
import type { Choice, Field, Form } from "#api/domain/case/form.ts";
import { shippedCalendar } from "#api/domain/calendar/working-days.ts";
import type { Story } from "./story.ts";

/** The day on which a story is looked at. */
export const today = "2026-11-10";

const waste: Choice = { id: "waste", name: "Waste and Street Scene" };
const revenues: Choice = { id: "revenues", name: "Revenues" };

/** The form of an action as the case of a story now has it. */
export function formOf(story: Story, action: PersonAction): Form {
  return actionForms[action].form({
    case: story.case,
    policy: story.policy,
    calendar: shippedCalendar(),
    today,
    services: [waste, revenues],
    officers: [],
    colleagues: [{ id: "ewa", name: "Ewa Kowalska" }],
    councillors: [{ id: "amina", name: "Amina Shah" }],
    procedures: [],
  });
}

/** One field of a form. */
export function fieldOf({ fields }: Form, name: string): Field {
  const found = fields.find((field) => field.name === name);
  if (found === undefined) throw new Error(`The form does not ask for ${name}.`);
  return found;
}

/** What a field of a form offers, by name and hint. */
export function offeredIn(form: Form, name: string): string[] {
  const field = fieldOf(form, name);
  if (!("choices" in field)) throw new Error(`${name} offers no choice.`);
  return field.choices.map((choice) =>
    choice.hint === undefined ? choice.name : `${choice.name} | ${choice.hint}`,
  );
}
