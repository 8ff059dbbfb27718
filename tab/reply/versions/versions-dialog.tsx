import { Button, Field, makeStyles, Select, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { CompareDrafts, DraftVersion, DraftVersions } from "#api/contract/drafts.ts";
import { momentWords } from "../../ui/dates.ts";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { ReadingDialog } from "../../ui/reading-dialog.tsx";
import { SkeletonLines } from "../../ui/skeleton-lines.tsx";
import { Differences } from "./differences.tsx";
import { useChanges, useVersions } from "./use-versions.ts";

const useStyles = makeStyles({
  choices: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fit, minmax(min(100%, 240px), 1fr))",
    gap: tokens.spacingHorizontalM,
  },
  select: { minWidth: 0, "& select": { minWidth: 0 } },
  marks: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL },
});

type VersionsDialogProps = {
  readonly caseId: string;
  readonly onClose: () => void;
  /** Puts a version in the editor as a new draft; absent where nothing can be written. */
  readonly onGoBack?: ((text: string) => void) | undefined;
};

/** The versions of a letter, and what changed between any two of them. */
export function VersionsDialog({ caseId, onClose, onGoBack }: VersionsDialogProps) {
  const { data, error, refetch } = useVersions(caseId);
  return (
    <ReadingDialog title="Versions of this letter" isWide onClose={onClose}>
      {error !== null && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && (
        <SkeletonLines label="Loading the versions" widths={[60, 90, 80]} />
      )}
      {data !== undefined &&
        (data.versions.length === 0 ? (
          <p>Nothing has been saved yet. The first words you write make the first version.</p>
        ) : (
          <Comparison {...{ caseId, onGoBack, onClose }} listed={data} />
        ))}
    </ReadingDialog>
  );
}

type ComparisonProps = VersionsDialogProps & { readonly listed: DraftVersions };

function Comparison({ caseId, listed, onGoBack, onClose }: ComparisonProps) {
  const styles = useStyles();
  const { versions, lastSeen } = listed;
  const [toId, setTo] = useState(versions[0]?.id ?? "");
  const [fromId, setFrom] = useState("");
  const to = versions.find(({ id }) => id === toId);
  const { data: changes, error } = useChanges(caseId, to && comparing(fromId, listed, to));
  return (
    <>
      <div className={styles.choices}>
        <Field label="Version">
          <Select
            className={styles.select}
            value={toId}
            onChange={(_event, { value }) => setTo(value)}
          >
            {versions.map((version) => (
              <option key={version.id} value={version.id}>
                {nameOf(version)}
              </option>
            ))}
          </Select>
        </Field>
        <Field label="Compared with">
          <Select
            className={styles.select}
            value={fromId}
            onChange={(_event, { value }) => setFrom(value)}
          >
            <option value="">The version before</option>
            {lastSeen !== undefined && (
              <option value="last-seen">The approver’s last look: {lastSeen.words}</option>
            )}
            {versions.map((version) => (
              <option key={version.id} value={version.id}>
                {nameOf(version)}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      <Marks marks={to?.marks ?? []} />
      {error !== null && <ProblemNotice error={error} />}
      <div aria-live="polite">{changes !== undefined && <Differences changes={changes} />}</div>
      {onGoBack !== undefined && to !== versions[0] && changes !== undefined && (
        <div>
          <Button
            onClick={() => {
              onGoBack(changes.text);
              onClose();
            }}
          >
            Go back to this version
          </Button>
        </div>
      )}
    </>
  );
}

function Marks({ marks }: Pick<DraftVersion, "marks">) {
  const styles = useStyles();
  if (marks.length === 0) return null;
  return (
    <ul className={styles.marks}>
      {marks.map((mark) => (
        <li key={mark}>{mark}</li>
      ))}
    </ul>
  );
}

// The first version is compared with nothing, so that all of it came.
function comparing(
  id: string,
  { versions, lastSeen }: DraftVersions,
  version: DraftVersion,
): CompareDrafts {
  const to = { hash: version.hash };
  if (id === "last-seen" && lastSeen !== undefined) return { from: { hash: lastSeen.hash }, to };
  const from = versions.find((one) => one.id === id) ?? versions[versions.indexOf(version) + 1];
  return { from: from === undefined ? { text: "" } : { hash: from.hash }, to };
}

function nameOf({ title, by, at }: DraftVersion): string {
  return `${title}, ${by}, ${momentWords(at)}`;
}
