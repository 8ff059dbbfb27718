import { Button, makeStyles, tokens, useRestoreFocusTarget } from "@fluentui/react-components";
import type { CaseInCommon } from "#api/contract/caller.ts";
import type { CaseDetail, OfferedAction } from "#api/contract/case-detail.ts";
import { useOtherCases } from "../queries/other-cases.ts";
import { dayWords } from "../ui/dates.ts";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { RouteLink } from "../ui/route-link.tsx";
import { SkeletonLines } from "../ui/skeleton-lines.tsx";
import { Entries, Entry } from "./entries.tsx";

const useStyles = makeStyles({
  link: { marginTop: tokens.spacingVerticalXS },
  more: { marginTop: 0, maxWidth: "75ch" },
});

type OtherCasesProps = {
  readonly detail: CaseDetail;
  readonly onPress: (action: OfferedAction) => void;
};

/** What else the same person brought, and their neighbours. */
export function OtherCases({ detail, onPress }: OtherCasesProps) {
  const styles = useStyles();
  const { data, error, refetch } = useOtherCases(detail.row.caseId);
  if (error !== null) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (data === undefined) {
    return <SkeletonLines label="Looking for other cases" widths={[30, 70, 55, 70]} />;
  }
  const linking = detail.actions.find(({ type, allowed }) => type === "link-case" && allowed);
  const entriesOf = (cases: readonly CaseInCommon[]) =>
    cases.map((found) => {
      const isLinked = detail.related.some(({ caseId }) => caseId === found.row.caseId);
      const offer = isLinked ? undefined : linking;
      return <OtherCase key={found.row.caseId} found={found} linking={offer} onPress={onPress} />;
    });
  return (
    <>
      <Entries
        title="From the same person"
        empty="No other case has their e-mail address, their phone number, or their name and postcode."
      >
        {entriesOf(data.person)}
      </Entries>
      {data.more && (
        <p className={styles.more}>These are the newest. Find the others by name with Ctrl+K.</p>
      )}
      {data.address.length > 0 && (
        <Entries title="From the same address" empty="">
          {entriesOf(data.address)}
        </Entries>
      )}
    </>
  );
}

type OtherCaseProps = {
  readonly found: CaseInCommon;
  readonly linking: OfferedAction | undefined;
  readonly onPress: (action: OfferedAction) => void;
};

function OtherCase({ found: { row, same }, linking, onPress }: OtherCaseProps) {
  const styles = useStyles();
  const restoreFocus = useRestoreFocusTarget();
  const { caseId, subject, clock, complainant, stageWords, progress, receivedOn } = row;
  const standing = clock.words === "" ? {} : { standing: clock };
  return (
    <Entry
      title={<RouteLink to={`/cases/${caseId}`}>{subject}</RouteLink>}
      {...standing}
      facts={[
        caseId,
        complainant,
        stageWords,
        progress,
        `Received ${dayWords(receivedOn)}`,
        `Same ${same.join(", ")}`,
      ]}
    >
      {linking !== undefined && (
        <Button
          size="small"
          className={styles.link}
          aria-label={`Link ${caseId}`}
          {...restoreFocus}
          onClick={() => onPress(filledIn(linking, caseId))}
        >
          Link
        </Button>
      )}
    </Entry>
  );
}

/** The dialog's form with the other case's reference written already. */
function filledIn(linking: OfferedAction, caseId: string): OfferedAction {
  const fields = linking.form.fields.map((field) =>
    field.kind === "words" && field.name === "other" ? { ...field, value: caseId } : field,
  );
  return { ...linking, form: { ...linking.form, fields } };
}
