import {
  Button,
  Caption1,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Select,
  Subtitle2,
  tokens,
  useId,
} from "@fluentui/react-components";
import { PlugConnectedRegular, PlugDisconnectedFilled } from "@fluentui/react-icons";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { FaultRequest, FaultsAnswer } from "../../api.ts";
import { BarPanel } from "../bar-panel.tsx";
import { endFaults, setFault } from "../shell-client.ts";
import { faultsQuery } from "../shell-queries.ts";

type Fault = FaultsAnswer["faults"][number];
type Times = FaultRequest["times"];

const useStyles = makeStyles({
  head: {
    display: "flex",
    alignItems: "center",
    justifyContent: "space-between",
    gap: tokens.spacingHorizontalM,
  },
  group: { border: "none", margin: 0, padding: 0 },
  legend: {
    padding: `${tokens.spacingVerticalM} 0 ${tokens.spacingVerticalXS}`,
    fontWeight: tokens.fontWeightSemibold,
  },
  fault: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) 184px",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalXS} 0`,
  },
  words: { display: "block", color: tokens.colorNeutralForeground3 },
});

const name = "Make Microsoft 365 misbehave";

/** Lets a visitor make the council's Microsoft 365 misbehave as the real one does, and says how it is. */
export function FaultPanel() {
  const { data } = useQuery(faultsQuery);
  const isWell = data?.faults.every(({ left }) => left === 0) ?? true;
  return (
    <BarPanel
      name={name}
      label={`${name}. ${data?.words ?? ""}`.trim()}
      icon={isWell ? <PlugConnectedRegular /> : <PlugDisconnectedFilled />}
    >
      {data !== undefined && <Faults {...data} />}
    </BarPanel>
  );
}

function Faults({ words, faults }: FaultsAnswer) {
  const styles = useStyles();
  const queries = useQueryClient();
  const { mutate, error } = useMutation({
    mutationFn: (change: { id: string; times: Times } | "all well") =>
      change === "all well" ? endFaults() : setFault(change.id, { times: change.times }),
    onSuccess: (answer) => queries.setQueryData(faultsQuery.queryKey, answer),
  });
  const groups = [...new Set(faults.map(({ group }) => group))];
  return (
    <>
      <div className={styles.head}>
        <div role="status">
          <Subtitle2 as="h2">{words}</Subtitle2>
        </div>
        <Button onClick={() => mutate("all well")}>All well</Button>
      </div>
      {error !== null && (
        <MessageBar intent="error">
          <MessageBarBody>{error.message}</MessageBarBody>
        </MessageBar>
      )}
      {groups.map((group) => (
        <fieldset key={group} className={styles.group}>
          <legend className={styles.legend}>{group}</legend>
          {faults
            .filter((fault) => fault.group === group)
            .map((fault) => (
              <FaultRow
                key={fault.id}
                fault={fault}
                onChange={(times) => mutate({ id: fault.id, times })}
              />
            ))}
        </fieldset>
      ))}
    </>
  );
}

type FaultRowProps = { readonly fault: Fault; readonly onChange: (times: Times) => void };

function FaultRow({ fault, onChange }: FaultRowProps) {
  const styles = useStyles();
  const id = useId("fault");
  const { title, words, left, state, unit } = fault;
  return (
    <div className={styles.fault}>
      <label htmlFor={id}>
        {title}
        <Caption1 className={styles.words}>{words}</Caption1>
      </label>
      <Select
        id={id}
        value={String(left)}
        onChange={(_, { value }) => onChange(value === "always" ? value : Number(value))}
      >
        {choicesOf(unit).map(([value, choice]) => (
          <option key={value} value={value}>
            {choice}
          </option>
        ))}
        {!["0", "1", "5", "always"].includes(String(left)) && (
          <option value={String(left)}>{state}</option>
        )}
      </Select>
    </div>
  );
}

const choicesOf = ([one, several]: Fault["unit"]) =>
  [
    ["0", "Off"],
    ["1", `The next ${one}`],
    ["5", `The next 5 ${several}`],
    ["always", `Every ${one}`],
  ] as const;
