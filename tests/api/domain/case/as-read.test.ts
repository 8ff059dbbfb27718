import { expect, it } from "vitest";
import { actionForms } from "#api/domain/case/action-forms.ts";
import type { Case } from "#api/domain/case/case.ts";
import type { PersonAction } from "#api/domain/case/commands.ts";
import { describeEvent } from "#api/domain/case/describe-event.ts";
import { evolve } from "#api/domain/case/evolve.ts";
import type { Field, Form } from "#api/domain/case/form.ts";
import { hindrance } from "#api/domain/case/hindrances.ts";
import { policyNow } from "#api/domain/case/policy-now.ts";
import { formOf } from "./forms.ts";
import { wholeLives } from "./whole-life.ts";

// What people read, in one place each: a changed word shows up here for whoever reviews it.
// `npx vitest run --update tests/api/domain/case/as-read.test.ts` writes both files anew.

it("asks in words that somebody has read", async () => {
  const asked = new Map<PersonAction, string>();
  for (const moment of moments()) {
    for (const action of Object.keys(actionForms) as PersonAction[]) {
      if (hindrance(moment.case, action, moment.policy) !== undefined) continue;
      const form = asRead(action, formOf(moment, action));
      // The moment at which most is there to choose from.
      if (form.length > (asked.get(action) ?? "").length) asked.set(action, form);
    }
  }
  expect([...asked.keys()].toSorted()).toEqual(Object.keys(actionForms).toSorted());
  const all = [...asked.values()].toSorted().join("\n\n");
  await expect(`${all}\n`).toMatchFileSnapshot("forms-as-read.txt");
});

it("tells what happened in words that somebody has read", async () => {
  const names = { service: (id: string) => `service ${id}`, person: (id: string) => id };
  const lives = wholeLives().map(({ events }) =>
    events
      .map((event) => {
        const { what, kind, text } = describeEvent(event, names);
        return [`${kind}: … ${what}`, ...(text === undefined ? [] : [`  “${text}”`])].join("\n");
      })
      .join("\n"),
  );
  await expect(`${lives.join("\n\n")}\n`).toMatchFileSnapshot("history-as-read.txt");
});

/** Every moment of every life, before the next thing happens. */
function* moments() {
  for (const { events } of wholeLives()) {
    let theCase: Case | undefined;
    for (const event of events) {
      theCase = evolve(theCase, event);
      yield { case: theCase, policy: policyNow(theCase), now: event.at };
    }
  }
}

function asRead(action: PersonAction, { intro = [], fields }: Form): string {
  return [
    `${actionForms[action].title} (${action})`,
    ...intro.map((sentence) => `  ${sentence}`),
    ...fields.flatMap(fieldAsRead),
  ].join("\n");
}

function fieldAsRead(field: Field): string[] {
  if (field.kind === "fixed") return [`  ${field.name}: what was looked at`];
  const { kind, name, label, hint, required } = field;
  return [
    `  ${name}: ${label}${required ? "" : " (optional)"}, ${kind}${limitsOf(field)}`,
    ...(hint === undefined ? [] : [`    ${hint}`]),
    ...("choices" in field
      ? field.choices.map((one) => `    - ${[one.name, one.hint].filter(Boolean).join(" | ")}`)
      : []),
  ];
}

function limitsOf(field: Exclude<Field, { kind: "fixed" }>): string {
  switch (field.kind) {
    case "words":
      return ` of ${field.lines} ${field.lines === 1 ? "line" : "lines"}`;
    case "number":
      return ` of ${field.unit}`;
    case "day":
      return [field.earliest && ` from ${field.earliest}`, field.latest && ` to ${field.latest}`]
        .filter(Boolean)
        .join("");
    default:
      return "";
  }
}
