import type { CalendarDate } from "../calendar/london-date.ts";
import type { Calendar } from "../calendar/working-days.ts";
import type { Person } from "../people/actor.ts";
import type { Policy } from "../policy/policy.ts";
import type { Case } from "./case.ts";

/** Something to choose from. */
export type Choice = { readonly id: string; readonly name: string; readonly hint?: string };

type Asked = {
  /** The field of the command that it fills. */
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly required: boolean;
  /** Asked only while another field of the form says this. */
  readonly onlyWhen?: { readonly field: string; readonly is: string };
};

/** One thing a form asks. The tab shows it and sends what was filled in; it holds no rules. */
export type Field =
  | (Asked & { readonly kind: "words"; readonly lines: number; readonly value?: string })
  | (Asked & {
      readonly kind: "choice";
      readonly choices: readonly Choice[];
      readonly value?: string;
      /** They are those who may take the case: how much each has is asked for as the form opens. */
      readonly officers?: true;
    })
  | (Asked & { readonly kind: "choices"; readonly choices: readonly Choice[] })
  | (Asked & {
      readonly kind: "day";
      readonly value?: CalendarDate;
      readonly earliest?: CalendarDate;
      readonly latest?: CalendarDate;
    })
  | (Asked & { readonly kind: "number"; readonly unit: string; readonly value?: number })
  | (Asked & { readonly kind: "tick" })
  /** The letter that the rest of the form makes, to be read and changed; empty while nobody changed it. */
  | (Asked & { readonly kind: "letter" })
  /** Sent as it is: what the person was looking at. */
  | { readonly kind: "fixed"; readonly name: string; readonly value: string };

export type Form = {
  /** What to know before answering, sentence by sentence. */
  readonly intro?: readonly string[];
  readonly fields: readonly Field[];
};

/** The words of a case that something can be suggested from. */
export type Written = { readonly told: string; readonly answer?: string };

/** What a form is made from. */
export type FormContext = {
  readonly case: Case;
  /** Who is asked: somebody with a part in the case is offered that part alone. */
  readonly person: Person;
  readonly policy: Policy;
  readonly calendar: Calendar;
  readonly today: CalendarDate;
  readonly services: readonly Choice[];
  /** Who may take this case, nearest first. */
  readonly officers: readonly Choice[];
  /** Everybody of the council and its partners who may be asked or given something to do. */
  readonly colleagues: readonly Choice[];
  readonly councillors: readonly Choice[];
  /** Who else may sign off the letter that waits. */
  readonly approvers: readonly Choice[];
  /** The procedures the council follows. */
  readonly procedures: readonly Choice[];
  /** What was written: the first message, and the answer to the present stage once it has gone. */
  readonly written?: Written;
};

/** A form that asks nothing: the press says it all. */
export const nothingAsked: Form = { fields: [] };

/** A few sentences to write. */
export function wordsField(
  name: string,
  label: string,
  more: Partial<Asked> & { readonly value?: string } = {},
): Field {
  return { kind: "words", name, label, lines: 4, required: true, ...more };
}

/** One line to write. */
export function lineField(name: string, label: string, more: Partial<Asked> = {}): Field {
  return { kind: "words", name, label, lines: 1, required: true, ...more };
}

/** One thing to choose; how it is asked otherwise goes with the choices. */
export function choiceField(
  name: string,
  label: string,
  offered:
    | readonly Choice[]
    | (Partial<Asked> & {
        readonly choices: readonly Choice[];
        readonly value?: string;
        readonly officers?: true;
      }),
): Field {
  const more = "choices" in offered ? offered : { choices: offered };
  return { kind: "choice", name, label, required: true, ...more };
}

/** A day to give. */
export function dayField(
  name: string,
  label: string,
  more: Partial<Asked> & {
    readonly value?: CalendarDate;
    readonly earliest?: CalendarDate;
    readonly latest?: CalendarDate;
  } = {},
): Field {
  return { kind: "day", name, label, required: true, ...more };
}

/** A box to tick. */
export function tickField(name: string, label: string, more: Partial<Asked> = {}): Field {
  return { kind: "tick", name, label, required: false, ...more };
}

/** The words of a closed list as choices: "partly-upheld" reads "Partly upheld". */
export function choicesOf(ids: readonly string[]): Choice[] {
  return ids.map((id) => ({
    id,
    name: id.charAt(0).toUpperCase() + id.slice(1).replaceAll("-", " "),
  }));
}
