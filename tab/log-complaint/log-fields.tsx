import {
  Field,
  Input,
  makeStyles,
  Radio,
  RadioGroup,
  Textarea,
  tokens,
} from "@fluentui/react-components";
import { adjustmentIds, adjustmentTitles } from "#api/contract/adjustments.ts";
import { loggedChannels } from "#api/contract/log-complaint.ts";
import { ManyChoices } from "../case-actions/many-choices.tsx";
import { EarlierCases } from "./earlier-cases.tsx";
import { type NoteProblems, type Notes, today } from "./notes.ts";

const useStyles = makeStyles({
  channels: { flexWrap: "wrap" },
  row: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fit, minmax(min(220px, 100%), 1fr))",
    gap: tokens.spacingVerticalM,
  },
  day: { maxWidth: "220px" },
});

export type LogFieldsProps = {
  readonly notes: Notes;
  readonly problems: NoteProblems;
  readonly onChange: (change: Partial<Notes>) => void;
};

const channelWords: Record<Notes["channel"], string> = {
  phone: "Phone",
  counter: "In person",
  letter: "Letter",
  "social-media": "Social media",
  "web-form": "Web form",
  email: "E-mail to another address",
};

/** How and when it reached the council: a call just now, unless somebody says otherwise. */
export function ArrivalFields({ notes, problems, onChange }: LogFieldsProps) {
  const styles = useStyles();
  return (
    <>
      <Field label="How did it reach the council?">
        <RadioGroup
          layout="horizontal"
          className={styles.channels}
          value={notes.channel}
          onChange={(_event, { value }) => onChange({ channel: value as Notes["channel"] })}
        >
          {loggedChannels.map((channel) => (
            <Radio key={channel} value={channel} label={channelWords[channel]} />
          ))}
        </RadioGroup>
      </Field>
      <Field
        label="Day it was received"
        hint="Its dates count from this day, not from today."
        required
        className={styles.day}
        validationMessage={problems.receivedAt ?? null}
      >
        <Input
          type="date"
          name="receivedAt"
          max={today()}
          value={notes.receivedAt}
          onChange={(_event, { value }) => onChange({ receivedAt: value })}
        />
      </Field>
    </>
  );
}

/** Who complains, and how they can be answered. */
export function PersonFields({ notes, problems, onChange }: LogFieldsProps) {
  const styles = useStyles();
  return (
    <>
      <LineField
        {...{ notes, problems, onChange }}
        name="name"
        label="Who complains?"
        hint="Write “Anonymous” if they will not say."
        required
      />
      <div className={styles.row}>
        <LineField {...{ notes, problems, onChange }} name="phone" label="Phone" type="tel" />
        <LineField {...{ notes, problems, onChange }} name="email" label="E-mail" type="email" />
      </div>
      <Field
        label="Postal address"
        hint="Without an e-mail address the answer goes by post, or not at all."
        validationMessage={problems.address ?? null}
      >
        <Textarea
          name="address"
          rows={2}
          value={notes.address}
          onChange={(_event, { value }) => onChange({ address: value })}
        />
      </Field>
      <EarlierCases notes={notes} />
    </>
  );
}

/** What they said, and what they need. */
export function WordsFields({ notes, problems, onChange }: LogFieldsProps) {
  return (
    <>
      <LineField
        {...{ notes, problems, onChange }}
        name="subject"
        label="What is it about?"
        hint="One line, as it will stand in the lists."
        required
      />
      <Field
        label="What was said"
        hint="In the person’s own words, and what they want done."
        required
        validationMessage={problems.words ?? null}
      >
        <Textarea
          name="words"
          rows={6}
          resize="vertical"
          value={notes.words}
          onChange={(_event, { value }) => onChange({ words: value })}
        />
      </Field>
      <Field label="Adjustments asked for" hint="Everybody on the case sees them.">
        {(control) => (
          <ManyChoices
            control={control}
            choices={adjustmentIds.map((id) => ({ id, name: adjustmentTitles[id] }))}
            chosen={notes.adjustments}
            onChoose={(ids) =>
              onChange({ adjustments: adjustmentIds.filter((id) => ids.includes(id)) })
            }
          />
        )}
      </Field>
      {notes.adjustments.length > 0 && (
        <LineField
          {...{ notes, problems, onChange }}
          name="adjustment"
          label="What exactly?"
          hint="Such as which language, or how large the print."
        />
      )}
    </>
  );
}

type LineFieldProps = LogFieldsProps & {
  readonly name: "name" | "phone" | "email" | "subject" | "adjustment";
  readonly label: string;
  readonly hint?: string;
  readonly required?: boolean;
  readonly type?: "text" | "tel" | "email";
};

function LineField(props: LineFieldProps) {
  const { notes, problems, onChange, name, label, hint, required = false, type = "text" } = props;
  return (
    <Field
      label={label}
      required={required}
      validationMessage={problems[name] ?? null}
      {...(hint === undefined ? {} : { hint })}
    >
      <Input
        type={type}
        name={name}
        autoComplete="off"
        value={notes[name]}
        onChange={(_event, { value }) => onChange({ [name]: value })}
      />
    </Field>
  );
}
