import { Checkbox, Field as Labelled, makeStyles, tokens } from "@fluentui/react-components";
import type { ActionForm, Field } from "#api/contract/action-form.ts";
import type { ReactNode } from "react";
import { isAsked, type Answer, type Answers } from "./answers.ts";
import { OfficerSelect } from "../ui/officer-select.tsx";
import { ManyChoices } from "./many-choices.tsx";
import { OneChoice } from "./one-choice.tsx";
import { DayInput, NumberInput, WordsInput } from "./typed-inputs.tsx";

const useStyles = makeStyles({
  intro: { margin: 0, maxWidth: "75ch", color: tokens.colorNeutralForeground2 },
});

type FormFieldsProps = {
  /** The case it is about, if it is about one. */
  readonly caseId?: string;
  readonly form: ActionForm;
  readonly answers: Answers;
  /** What the service found wrong with an answer, by the name of the field. */
  readonly problems: Readonly<Record<string, string>>;
  readonly onAnswer: (name: string, answer: Answer) => void;
  /** Shows the letter that the form makes, where an action sends one. */
  readonly renderLetter?: (letter: LetterField, problem: string | undefined) => ReactNode;
};

type LetterField = Field & { readonly kind: "letter" };

/** Any form the service describes: what to know first, then one thing to fill in after the other. */
export function FormFields(props: FormFieldsProps) {
  const { caseId, form, answers, problems, onAnswer, renderLetter } = props;
  const styles = useStyles();
  return (
    <>
      {form.intro?.map((sentence) => (
        <p key={sentence} className={styles.intro}>
          {sentence}
        </p>
      ))}
      {form.fields.map((field) =>
        field.kind === "fixed" || !isAsked(field, answers) ? null : field.kind === "letter" ? (
          <div key={field.name} data-field={field.name}>
            {renderLetter?.(field, problems[field.name])}
          </div>
        ) : (
          <div key={field.name} data-field={field.name}>
            <Asked
              caseId={caseId}
              field={field}
              answer={answers[field.name] ?? ""}
              problem={problems[field.name]}
              onAnswer={(answer) => onAnswer(field.name, answer)}
            />
          </div>
        ),
      )}
    </>
  );
}

type AskedField = Exclude<Field, { readonly kind: "fixed" | "letter" }>;

type AskedProps = {
  readonly caseId: string | undefined;
  readonly field: AskedField;
  readonly answer: Answer;
  readonly problem: string | undefined;
  readonly onAnswer: (answer: Answer) => void;
};

/** One thing that is asked, with its label, its hint and what is wrong with the answer. */
function Asked({ caseId, field, answer, problem, onAnswer }: AskedProps) {
  const about = {
    hint: field.hint ?? null,
    required: field.required,
    validationMessage: problem ?? null,
  };
  if (field.kind === "tick") {
    return (
      <Labelled {...about}>
        <Checkbox
          label={field.label}
          checked={answer === true}
          onChange={(_event, { checked }) => onAnswer(checked === true)}
        />
      </Labelled>
    );
  }
  const label = field.kind === "number" ? `${field.label} (${field.unit})` : field.label;
  if (field.kind === "choices") {
    return (
      <Labelled {...about} label={label}>
        {(control) => (
          <ManyChoices
            control={control}
            choices={field.choices}
            chosen={Array.isArray(answer) ? answer : []}
            onChoose={onAnswer}
          />
        )}
      </Labelled>
    );
  }
  const filledIn = { value: typeof answer === "string" ? answer : "", onFill: onAnswer };
  return (
    <Labelled {...about} label={label}>
      {field.kind === "words" && <WordsInput {...filledIn} lines={field.lines} />}
      {field.kind === "number" && <NumberInput {...filledIn} />}
      {field.kind === "day" && (
        <DayInput {...filledIn} earliest={field.earliest} latest={field.latest} />
      )}
      {field.kind === "choice" && <Chosen {...filledIn} caseId={caseId} field={field} />}
    </Labelled>
  );
}

type ChosenProps = Pick<AskedProps, "caseId"> & {
  readonly field: Extract<Field, { readonly kind: "choice" }>;
  readonly value: string;
  readonly onFill: (id: string) => void;
};

function Chosen({ caseId, field, ...filledIn }: ChosenProps) {
  const { choices, required, officers } = field;
  return officers === true && caseId !== undefined ? (
    <OfficerSelect {...filledIn} caseId={caseId} choices={choices} />
  ) : (
    <OneChoice {...filledIn} choices={choices} optional={!required} />
  );
}
