import { Button, Card, makeStyles, tokens, typographyStyles } from "@fluentui/react-components";
import { useState } from "react";
import type { Away, AwayLine } from "#api/contract/away.ts";
import { type Answers, firstAnswers } from "../case-actions/answers.ts";
import { FormFields } from "../case-actions/form-fields.tsx";
import { useAway, useChangeAway } from "../queries/away.ts";
import { PageColumn } from "../ui/page-column.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { SkeletonLines } from "../ui/skeleton-lines.tsx";
import { useToast } from "../ui/toasts.tsx";
import { usePress } from "../ui/use-press.ts";

const useStyles = makeStyles({
  part: { ...typographyStyles.subtitle2, margin: 0 },
  list: {
    display: "grid",
    gap: tokens.spacingVerticalS,
    margin: 0,
    padding: 0,
    listStyleType: "none",
    maxWidth: "640px",
  },
  line: {
    display: "flex",
    flexDirection: "row",
    flexWrap: "wrap",
    alignItems: "center",
    justifyContent: "space-between",
    gap: tokens.spacingHorizontalM,
  },
  names: { fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground2 },
  form: {
    display: "grid",
    gap: tokens.spacingVerticalM,
    maxWidth: "480px",
    justifyItems: "stretch",
  },
  send: { justifySelf: "start" },
});

/** Who is away and who stands in: for oneself, and for others where the service lets one. */
export function AwayPage() {
  const { data, error, refetch } = useAway();
  return (
    <PageColumn title="Away">
      {error !== null && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && (
        <SkeletonLines label="Loading who is away" widths={[60, 50, 70]} />
      )}
      {data !== undefined && <Covers away={data} />}
    </PageColumn>
  );
}

function Covers({ away }: { readonly away: Away }) {
  const styles = useStyles();
  return (
    <>
      {away.lines.length === 0 ? (
        <p className={styles.quiet}>
          Nobody stands in for anybody. Name who stands in before you go away.
        </p>
      ) : (
        <ul className={styles.list} aria-label="Who is away">
          {away.lines.map((line) => (
            <li key={line.id}>
              <Cover line={line} />
            </li>
          ))}
        </ul>
      )}
      <h2 className={styles.part}>Name who stands in</h2>
      <Naming form={away.form} />
    </>
  );
}

function Cover({ line }: { readonly line: AwayLine }) {
  const styles = useStyles();
  const toast = useToast();
  const change = useChangeAway();
  const { id, person, who, deputy, days, standing, mayEnd } = line;
  const { press, pressing, problem } = usePress(async () => {
    toast((await change({ kind: "end", ended: { person, cover: id } })).message);
  });
  return (
    <Card className={styles.line}>
      <div>
        <div className={styles.names}>
          {deputy} stands in for {who}
        </div>
        <div className={styles.quiet}>
          {days} · {standing}
        </div>
      </div>
      {mayEnd && (
        <Button
          disabledFocusable={pressing}
          aria-label={`End: ${deputy} stands in for ${who}`}
          onClick={press}
        >
          End
        </Button>
      )}
      {problem !== undefined && <ProblemNotice error={problem} kept="Nothing was changed." />}
    </Card>
  );
}

function Naming({ form }: Pick<Away, "form">) {
  const styles = useStyles();
  const toast = useToast();
  const change = useChangeAway();
  const [answers, setAnswers] = useState<Answers>(() => firstAnswers(form));
  const { press, pressing, problem } = usePress(async () => {
    toast((await change({ kind: "name", answers })).message);
    setAnswers(firstAnswers(form));
  });
  return (
    <form
      className={styles.form}
      aria-label="Name who stands in"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        press();
      }}
    >
      <FormFields
        form={form}
        answers={answers}
        problems={problem?.fields ?? {}}
        onAnswer={(name, answer) => setAnswers({ ...answers, [name]: answer })}
      />
      {problem !== undefined && Object.keys(problem.fields).length === 0 && (
        <ProblemNotice error={problem} kept="What you filled in is still here." />
      )}
      <Button
        type="submit"
        appearance="primary"
        className={styles.send}
        disabledFocusable={pressing}
      >
        {pressing ? "Saving…" : "Save"}
      </Button>
    </form>
  );
}
