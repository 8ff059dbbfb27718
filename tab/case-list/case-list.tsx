import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { type KeyboardEvent, useRef, useState } from "react";
import type { CaseRow } from "#api/contract/case-list.ts";
import type { ListPlace } from "../queries/desk-context.ts";
import { acrossTheList, CaseLine, oneLine } from "./case-line.tsx";
import { moveByKey, wishOfKey } from "./list-keys.ts";
import { useKeysFromNowhere, useListPlace } from "./list-place.ts";

const useStyles = makeStyles({
  scroller: {
    overflowY: "auto",
    minHeight: 0,
    containerType: "inline-size",
    containerName: "case-list",
  },
  rows: {
    listStyleType: "none",
    margin: 0,
    padding: 0,
    [oneLine]: {
      display: "grid",
      // Clock, reference, subject, stage, service, due, age, progress: as wide as the whole list needs.
      gridTemplateColumns:
        "max-content max-content minmax(220px, 640px) max-content max-content max-content max-content minmax(120px, 1fr)",
      columnGap: tokens.spacingHorizontalM,
    },
  },
  row: { [oneLine]: acrossTheList },
  more: { padding: tokens.spacingHorizontalM, textAlign: "center" },
});

type CaseListProps = {
  readonly label: string;
  readonly rows: readonly CaseRow[];
  readonly linkTo: (caseId: string) => string;
  readonly openCase: string | undefined;
  /** Where the person was in this list before, and where to note where they are now. */
  readonly place: ListPlace | undefined;
  readonly onPlace: (place: ListPlace) => void;
  /** Does what a key asks of a case, such as `assign`. */
  readonly onWish?: (caseId: string, wish: string) => void;
  readonly more?: { readonly loading: boolean; readonly load: () => void };
};

/** Cases one below the other: J and K move, Enter opens, and the list is as it was on return. */
export function CaseList(props: CaseListProps) {
  const { label, rows, linkTo, openCase, place, onPlace, onWish, more } = props;
  const styles = useStyles();
  const scroller = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState(openCase ?? place?.caseId);
  const tabStop = rows.some((row) => row.caseId === current) ? current : rows[0]?.caseId;
  useListPlace(scroller, { openCase, place });
  useKeysFromNowhere(scroller);

  const note = (caseId: string | undefined) => {
    // Beside an open case the rows are taller: that is not where the person was.
    if (openCase !== undefined) return;
    onPlace({
      scrollTop: scroller.current?.scrollTop ?? 0,
      ...(caseId === undefined ? {} : { caseId }),
    });
  };
  const onKey = (event: KeyboardEvent<HTMLElement>) => {
    moveByKey(event);
    const asked = wishOfKey(event);
    if (asked !== undefined) onWish?.(asked.caseId, asked.wish);
  };
  return (
    <div ref={scroller} className={styles.scroller} onScroll={() => note(current)}>
      <ul aria-label={label} className={styles.rows} onKeyDown={onKey}>
        {rows.map((row) => (
          <li key={row.caseId} className={styles.row}>
            <CaseLine
              row={row}
              to={linkTo(row.caseId)}
              open={row.caseId === openCase}
              tabStop={row.caseId === tabStop}
              onFocus={() => {
                setCurrent(row.caseId);
                note(row.caseId);
              }}
            />
          </li>
        ))}
      </ul>
      {more !== undefined && (
        <div className={styles.more}>
          <Button disabledFocusable={more.loading} onClick={more.load}>
            {more.loading ? "Loading…" : "Show more"}
          </Button>
        </div>
      )}
    </div>
  );
}
