import {
  Checkbox,
  type FieldControlProps,
  FieldContextProvider,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import type { Choice } from "#api/contract/action-form.ts";
import { ChoiceLabel } from "../ui/choice-label.tsx";

const useStyles = makeStyles({
  group: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    justifyItems: "start",
    maxHeight: "40vh",
    overflowY: "auto",
    padding: tokens.spacingVerticalXXS,
  },
});

type ManyChoicesProps = {
  /** What ties the group to its label, hint and message. */
  readonly control: FieldControlProps;
  readonly choices: readonly Choice[];
  readonly chosen: readonly string[];
  readonly onChoose: (ids: readonly string[]) => void;
};

/** Any number of several, in the order in which they are offered. */
export function ManyChoices({ control, choices, chosen, onChoose }: ManyChoicesProps) {
  const choose = (id: string, ticked: boolean) =>
    onChoose(
      choices.flatMap((choice) =>
        (choice.id === id ? ticked : chosen.includes(choice.id)) ? [choice.id] : [],
      ),
    );
  const { id, "aria-labelledby": label, "aria-describedby": description } = control;
  return (
    <div
      role="group"
      id={id}
      aria-labelledby={label}
      aria-describedby={description}
      className={useStyles().group}
    >
      {/* Each box has a label of its own: the field's is the group's. */}
      <FieldContextProvider value={undefined}>
        {choices.map((choice) => (
          <Checkbox
            key={choice.id}
            label={<ChoiceLabel choice={choice} />}
            checked={chosen.includes(choice.id)}
            onChange={(_event, { checked }) => choose(choice.id, checked === true)}
          />
        ))}
      </FieldContextProvider>
    </div>
  );
}
