import { Radio, RadioGroup, type RadioGroupProps } from "@fluentui/react-components";
import type { Choice } from "#api/contract/action-form.ts";
import { ChoiceLabel } from "../ui/choice-label.tsx";
import { ChoiceSelect } from "../ui/choice-select.tsx";

/** As many as can be taken in at a glance. */
const mostRadios = 5;
/** What a list on a phone would cut off. */
const longName = 60;

type OneChoiceProps = Pick<RadioGroupProps, "aria-labelledby"> & {
  readonly choices: readonly Choice[];
  readonly value: string;
  /** Whether it may be left open. */
  readonly optional: boolean;
  readonly onFill: (id: string) => void;
};

/** One of several: all in sight when they are few or long, in a list when they are many. */
export function OneChoice({ choices, optional, onFill, ...field }: OneChoiceProps) {
  if (choices.length === 0) return <p>There is nothing to choose from yet.</p>;
  const inSight =
    !optional &&
    (choices.length <= mostRadios || choices.some(({ name }) => name.length > longName));
  if (!inSight) {
    const none = optional ? "None" : "Choose…";
    return <ChoiceSelect {...field} choices={choices} none={none} onChange={onFill} />;
  }
  return (
    <RadioGroup {...field} onChange={(_event, { value }) => onFill(value)}>
      {choices.map((choice) => (
        <Radio key={choice.id} value={choice.id} label={<ChoiceLabel choice={choice} />} />
      ))}
    </RadioGroup>
  );
}
