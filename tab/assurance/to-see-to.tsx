import { Button } from "@fluentui/react-components";
import { useState } from "react";
import type { ToSeeTo } from "#api/contract/assurance.ts";
import { useSettleMail } from "../queries/assurance.ts";
import { ClockShape } from "../ui/clock-mark.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { RouteLink } from "../ui/route-link.tsx";
import { useToast } from "../ui/toasts.tsx";
import { usePress } from "../ui/use-press.ts";
import { useAssuranceStyles } from "./assurance-styles.ts";
import { MailTextDialog } from "./mail-text-dialog.tsx";
import { SetAsideDialog } from "./set-aside-dialog.tsx";

type ToSeeToListProps = {
  readonly title: string;
  readonly advice: string;
  readonly entries: readonly ToSeeTo[];
};

/** What somebody has to see to, with what this person may do about each. */
export function ToSeeToList({ title, advice, entries }: ToSeeToListProps) {
  const styles = useAssuranceStyles();
  if (entries.length === 0) return null;
  return (
    <>
      <h2 className={styles.section}>{title}</h2>
      <p className={styles.advice}>{advice}</p>
      <ul className={styles.entries} aria-label={title}>
        {entries.map((entry) => (
          <Entry key={entry.id} entry={entry} />
        ))}
      </ul>
    </>
  );
}

function Entry({ entry }: { readonly entry: ToSeeTo }) {
  const styles = useAssuranceStyles();
  const { id, title, words, caseId, readable, offers } = entry;
  const [open, setOpen] = useState<"text" | "set-aside">();
  const settle = useSettleMail();
  const say = useToast();
  const { press, pressing, problem } = usePress(async () => {
    say(await settle({ type: "replay", id }));
  });
  return (
    <li className={styles.entry}>
      <span className={styles.entryTitle}>
        <ClockShape state="overdue" /> {title}
      </span>
      {words}
      <div className={styles.buttons}>
        {caseId !== undefined && <RouteLink to={`/cases/${caseId}`}>Open {caseId}</RouteLink>}
        {offers.includes("replay") && (
          <Button size="small" onClick={press} disabledFocusable={pressing}>
            {pressing
              ? "Sending…"
              : offers.includes("set-aside")
                ? "Take it in again"
                : "Try again"}
          </Button>
        )}
        {offers.includes("set-aside") && (
          <Button size="small" onClick={() => setOpen("set-aside")}>
            Set aside
          </Button>
        )}
        {readable && (
          <Button size="small" appearance="subtle" onClick={() => setOpen("text")}>
            Read it
          </Button>
        )}
      </div>
      {problem !== undefined && <ProblemNotice error={problem} />}
      {open === "text" && <MailTextDialog mailId={id} onClose={() => setOpen(undefined)} />}
      {open === "set-aside" && (
        <SetAsideDialog
          id={id}
          title={title}
          onCancel={() => setOpen(undefined)}
          onDone={(message) => {
            setOpen(undefined);
            say(message);
          }}
        />
      )}
    </li>
  );
}
