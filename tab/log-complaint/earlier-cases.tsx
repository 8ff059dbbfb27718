import { makeStyles, tokens, typographyStyles } from "@fluentui/react-components";
import { useQuery } from "@tanstack/react-query";
import type { CallerHistory } from "#api/contract/caller.ts";
import { useDesk } from "../queries/desk-context.ts";
import { RouteLink } from "../ui/route-link.tsx";
import { dayWords } from "../ui/dates.ts";
import { usePaused } from "../ui/use-paused.ts";
import type { Notes } from "./notes.ts";

const useStyles = makeStyles({
  earlier: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    gap: tokens.spacingVerticalXS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderLeft: `3px solid ${tokens.colorBrandStroke1}`,
    backgroundColor: tokens.colorNeutralBackground2,
    ":empty": { display: "none" },
  },
  title: { ...typographyStyles.body1Strong, margin: 0 },
  list: { listStyleType: "none", margin: 0, padding: 0, display: "grid", gap: "2px" },
  line: {
    display: "flex",
    flexWrap: "wrap",
    gap: `0 ${tokens.spacingHorizontalM}`,
    overflowWrap: "anywhere",
  },
  quiet: { color: tokens.colorNeutralForeground2 },
  words: { margin: 0 },
});

type CallerNotes = Pick<Notes, "email" | "phone" | "address">;

/** Long enough that typing a number asks once, short enough to be there before the caller's next sentence. */
const pauseMilliseconds = 400;

/** What the caller brought before, found while somebody still types how they can be reached. */
export function EarlierCases({ notes }: { readonly notes: CallerNotes }) {
  const styles = useStyles();
  const { api } = useDesk();
  const caller = usePaused(askable(notes), pauseMilliseconds);
  const { data } = useQuery({
    queryKey: ["caller", caller],
    queryFn: ({ signal }) => api.callerHistory(JSON.parse(caller) as CallerNotes, signal),
    enabled: caller !== "",
    placeholderData: (before) => (caller === "" ? undefined : before),
  });
  const found = caller === "" ? undefined : data;
  return (
    <div role="status" className={styles.earlier}>
      {found !== undefined && isWorthSaying(found) && <Found history={found} />}
    </div>
  );
}

function Found({ history: { cases, adjustments } }: { readonly history: CallerHistory }) {
  const styles = useStyles();
  return (
    <>
      <p className={styles.title}>
        {cases.length === 1 ? "1 earlier case" : `${cases.length} earlier cases`} from the same
        person or household
      </p>
      {adjustments.map((words) => (
        <p key={words} className={styles.words}>
          They asked for: {words}
        </p>
      ))}
      <ul className={styles.list}>
        {cases.map(({ row, same }) => (
          <li key={row.caseId} className={styles.line}>
            <RouteLink to={`/cases/${row.caseId}`}>{row.caseId}</RouteLink>
            <span>{row.subject}</span>
            <span className={styles.quiet}>
              {[
                row.complainant,
                dayWords(row.receivedOn),
                row.stageWords,
                `same ${same.join(", ")}`,
              ].join(" · ")}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

const isWorthSaying = ({ cases }: CallerHistory): boolean => cases.length > 0;

/** What is complete enough to be looked for, as JSON; "" when nothing is. */
function askable({ email, phone, address }: CallerNotes): string {
  const caller = {
    email: /\S@\S+\.\S/.test(email) ? email.trim() : "",
    phone: phone.replaceAll(/\D/g, "").length >= 10 ? phone.trim() : "",
    address: /\d\s?[A-Za-z]{2}\b/.test(address) ? address.trim() : "",
  };
  return Object.values(caller).every((value) => value === "") ? "" : JSON.stringify(caller);
}
