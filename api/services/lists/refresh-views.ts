import type { Case } from "../../domain/case/case.ts";
import { concernedIn, findKeysOf, findWordsOf } from "../../domain/case/find-keys.ts";
import { listedCase } from "../../domain/case/listed-case.ts";
import { policyNow } from "../../domain/case/policy-now.ts";
import { viewKeysOf, type ViewKey } from "../../domain/case/view-keys.ts";
import { sha256 } from "../digest.ts";
import type { Projection, StoredCase } from "../ports/case-store.ts";
import type { ViewLine } from "../ports/case-views.ts";
import type { Ports } from "../ports/ports.ts";

const tries = 3;

/**
 * Brings every list up to the case as it stands. The keys that may exist are noted in the case's own
 * partition before any is written, so that a crash on the way leaves none behind for ever. False when
 * others wrote the case so often meanwhile that it has to be done again later.
 */
export async function refreshViews(ports: Ports, stored: StoredCase): Promise<boolean> {
  let current: StoredCase | undefined = stored;
  // What an overtaken attempt has written may have come after the newer lines: it is written over.
  let overtaken: readonly ViewKey[] = [];
  for (let attempt = 0; attempt < tries && current !== undefined; attempt += 1) {
    const lines = linesOf(ports, current.case);
    const wanted = lines.map(({ key }) => key);
    if (overtaken.length === 0 && isShown(wanted, current)) return true;
    const noted = await note(ports, current, wanted);
    if (noted !== undefined) {
      await ports.views.change(lines, without([...noted.rows, ...overtaken], wanted));
      const shown = { rows: wanted, version: current.case.version, etag: noted.etag };
      if ((await ports.cases.noteProjection(current.case.id, shown)) !== undefined) return true;
      overtaken = [...overtaken, ...wanted];
    }
    current = await ports.cases.find(current.case.id);
  }
  return current === undefined;
}

/** Every list a case belongs in as of now, as keys alone. */
export function listsOf(ports: Pick<Ports, "clock" | "calendar">, theCase: Case): ViewKey[] {
  return linesOf(ports, theCase).map(({ key }) => key);
}

/** What every list shows of a case as of now: those of the screens, and what it is found by. */
export function linesOf(
  { clock, calendar }: Pick<Ports, "clock" | "calendar">,
  theCase: Case,
): ViewLine[] {
  const policy = policyNow(theCase);
  const now = clock.now().toISOString();
  const listed = listedCase(theCase, policy, calendar);
  // As many rows as a person can be found by: what only the screens' lists show is left out.
  const { clock: _clock, alike: _alike, ...slim } = listed;
  const found = { words: findWordsOf(theCase), concerned: concernedIn(theCase) };
  return [
    ...viewKeysOf(theCase, { policy, calendar, now }).map((key) => ({ key, listed })),
    ...findKeysOf(theCase, policy, sha256).map((key) => ({ key, listed: { ...slim, found } })),
  ];
}

// The keys count too: with the days, a notice that is owed moves on although its case stays as it was.
function isShown(wanted: readonly ViewKey[], { case: theCase, projection }: StoredCase): boolean {
  return (
    projection.version === theCase.version &&
    without(wanted, projection.rows).length === 0 &&
    without(projection.rows, wanted).length === 0
  );
}

async function note(
  ports: Ports,
  { case: theCase, projection }: StoredCase,
  wanted: readonly ViewKey[],
): Promise<Projection | undefined> {
  const added = without(wanted, projection.rows);
  if (added.length === 0) return projection;
  const rows = [...projection.rows, ...added];
  return ports.cases.noteProjection(theCase.id, { ...projection, rows });
}

function without(keys: readonly ViewKey[], others: readonly ViewKey[]): ViewKey[] {
  const known = new Set(others.map(nameOf));
  return keys.filter((key) => !known.has(nameOf(key)));
}

function nameOf({ partition, row }: ViewKey): string {
  return `${partition}\n${row}`;
}
