import {
  Button,
  Field,
  Input,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Select,
  Subtitle2,
  tokens,
} from "@fluentui/react-components";
import { CalendarAddRegular } from "@fluentui/react-icons";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { longDate } from "#api/domain/calendar/london-date.ts";
import { regionNames, regions } from "#api/domain/calendar/regions.ts";
import type { BankHoliday } from "../../api.ts";
import { BarPanel } from "../bar-panel.tsx";
import { proclaimBankHoliday, withdrawBankHoliday } from "../shell-client.ts";
import { bankHolidaysQuery } from "../shell-queries.ts";

const useStyles = makeStyles({
  form: { display: "grid", gap: tokens.spacingVerticalM, marginTop: tokens.spacingVerticalM },
  days: { margin: `${tokens.spacingVerticalL} 0 0`, padding: 0, listStyle: "none" },
  day: {
    display: "flex",
    alignItems: "center",
    justifyContent: "space-between",
    gap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalXS} 0`,
  },
  words: { margin: 0, color: tokens.colorNeutralForeground3 },
});

const name = "Proclaim a bank holiday";

/** Lets a visitor add a day to GOV.UK's list of bank holidays, as happens a week or two before some of them. */
export function BankHolidayControl() {
  const styles = useStyles();
  return (
    <BarPanel name={name} icon={<CalendarAddRegular />}>
      <Subtitle2 as="h2">{name}</Subtitle2>
      <p className={styles.words}>
        GOV.UK lists it at once. Redress reads that list once a day: move the clock on a day.
      </p>
      <Days />
    </BarPanel>
  );
}

function Days() {
  const styles = useStyles();
  const queries = useQueryClient();
  const { data } = useQuery(bankHolidaysQuery);
  const { mutate, error } = useMutation({
    mutationFn: ({ day, withdrawn }: { day: BankHoliday; withdrawn: boolean }) =>
      withdrawn ? withdrawBankHoliday(day) : proclaimBankHoliday(day),
    onSuccess: (answer) => queries.setQueryData(bankHolidaysQuery.queryKey, answer),
  });
  return (
    <>
      <DayForm onProclaim={(day) => mutate({ day, withdrawn: false })} />
      {error !== null && (
        <MessageBar intent="error">
          <MessageBarBody>{error.message}</MessageBarBody>
        </MessageBar>
      )}
      <ul className={styles.days} aria-label="Proclaimed">
        {data?.proclaimed.map((day) => (
          <li key={`${day.region} ${day.date}`} className={styles.day}>
            <span>
              {day.name}, {longDate(day.date)}, {regionNames[day.region]}
            </span>
            <Button
              size="small"
              aria-label={`Withdraw ${day.name}`}
              onClick={() => mutate({ day, withdrawn: true })}
            >
              Withdraw
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}

function DayForm({ onProclaim }: { readonly onProclaim: (day: BankHoliday) => void }) {
  const styles = useStyles();
  const [day, setDay] = useState<BankHoliday>({ region: "england-and-wales", date: "", name: "" });
  const submit = (event: React.SyntheticEvent) => {
    event.preventDefault();
    onProclaim(day);
  };
  return (
    <form onSubmit={submit} className={styles.form}>
      <Field label="Day" required>
        <Input
          type="date"
          value={day.date}
          onChange={(_, { value }) => setDay({ ...day, date: value })}
        />
      </Field>
      <Field label="Name" required>
        <Input value={day.name} onChange={(_, { value }) => setDay({ ...day, name: value })} />
      </Field>
      <Field label="Where">
        <Select
          value={day.region}
          onChange={({ target }) => {
            const region = regions.find((one) => one === target.value);
            if (region !== undefined) setDay({ ...day, region });
          }}
        >
          {regions.map((region) => (
            <option key={region} value={region}>
              {regionNames[region]}
            </option>
          ))}
        </Select>
      </Field>
      <Button type="submit" appearance="primary">
        Proclaim
      </Button>
    </form>
  );
}
