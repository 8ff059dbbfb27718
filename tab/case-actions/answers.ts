import type { ActionForm, Field } from "#api/contract/action-form.ts";

/** What stands in a field; nothing chosen and nothing written are both the empty word. */
export type Answer = string | boolean | readonly string[];

/** What a form says so far, by the name of the field. */
export type Answers = Readonly<Record<string, Answer>>;

/** The answers to begin with: what the service filled in, and nothing elsewhere. */
export function firstAnswers({ fields }: ActionForm): Answers {
  return Object.fromEntries(fields.map((field) => [field.name, firstAnswer(field)]));
}

function firstAnswer(field: Field): Answer {
  switch (field.kind) {
    case "tick":
      return false;
    case "choices":
      return [];
    case "letter":
      return "";
    case "number":
      return field.value === undefined ? "" : String(field.value);
    default:
      return field.value ?? "";
  }
}

/** Whether a field is asked as the form stands. */
export function isAsked(field: Field, answers: Answers): boolean {
  if (field.kind === "fixed") return false;
  const { onlyWhen } = field;
  return onlyWhen === undefined || answers[onlyWhen.field] === onlyWhen.is;
}

/** Whether the press already says everything. */
export function asksNothing({ intro = [], fields }: ActionForm): boolean {
  return intro.length === 0 && fields.every(({ kind }) => kind === "fixed");
}
