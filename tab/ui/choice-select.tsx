import { makeStyles, Select, type SelectProps } from "@fluentui/react-components";
import type { Choice } from "#api/contract/action-form.ts";

const useStyles = makeStyles({
  // Without this a long name would make the list wider than a phone.
  select: { minWidth: 0, "& select": { minWidth: 0 } },
});

type ChoiceSelectProps = Omit<SelectProps, "onChange" | "children"> & {
  readonly choices: readonly Choice[];
  /** Further choices under headings. */
  readonly groups?: readonly { readonly title: string; readonly choices: readonly Choice[] }[];
  readonly value: string;
  readonly onChange: (id: string) => void;
  /** What the empty choice says. */
  readonly none?: string;
};

/** One of several people or services, as the list every phone and screen reader knows. */
export function ChoiceSelect(props: ChoiceSelectProps) {
  const { choices, groups = [], onChange, none = "Choose…", ...field } = props;
  const styles = useStyles();
  return (
    <Select {...field} className={styles.select} onChange={(_event, { value }) => onChange(value)}>
      <option value="">{none}</option>
      <Options choices={choices} />
      {groups.map(({ title, choices: ofGroup }) => (
        <optgroup key={title} label={title}>
          <Options choices={ofGroup} />
        </optgroup>
      ))}
    </Select>
  );
}

function Options({ choices }: { readonly choices: readonly Choice[] }) {
  return choices.map(({ id, name, hint }) => (
    <option key={id} value={id}>
      {hint === undefined ? name : `${name} (${hint})`}
    </option>
  ));
}
