import { makeStyles, tokens, type SelectProps } from "@fluentui/react-components";
import { useState } from "react";
import type { Choice } from "#api/contract/action-form.ts";
import { useOfficersLoad } from "../queries/officers-load.ts";
import { ChoiceSelect } from "./choice-select.tsx";

const useStyles = makeStyles({
  load: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: "anywhere",
  },
});

type OfficerSelectProps = Omit<SelectProps, "onChange" | "children" | "value"> & {
  readonly caseId: string;
  /** The service it is about to be given to, where that is chosen beside. */
  readonly service?: string;
  /** Who may take it, until it is known how much each has. */
  readonly choices: readonly Choice[];
  readonly value: string;
  readonly none?: string;
  readonly onFill: (id: string) => void;
};

/** Who takes a case, with how much each of them has. */
export function OfficerSelect(props: OfficerSelectProps) {
  const styles = useStyles();
  const { caseId, service = "", choices, value, onFill, ...field } = props;
  const { data } = useOfficersLoad(caseId, service);
  const [held, setHeld] = useState<{ readonly load: typeof data }>();
  // What arrives while somebody is choosing must not change the list under their hands.
  const hold = () => setHeld((before) => before ?? { load: data });
  const load = held === undefined ? data : held.load;
  const groups = (load?.groups ?? []).map(({ title, officers }) => ({ title, choices: officers }));
  const known = groups.flatMap((group) => group.choices);
  const chosen = known.find(({ id }) => id === value);
  // Whoever is chosen stays in sight, also where they are no longer offered.
  const others = choices.filter(({ id }) => load === undefined || (id === value && !chosen));
  return (
    <>
      <ChoiceSelect
        {...field}
        choices={others}
        groups={groups}
        value={value}
        onChange={onFill}
        onPointerDown={hold}
        onKeyDown={hold}
        onBlur={() => setHeld(undefined)}
      />
      {chosen?.hint !== undefined && <span className={styles.load}>{chosen.hint}</span>}
    </>
  );
}
