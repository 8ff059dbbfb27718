import type { Case } from "../domain/case/case.ts";
import { contactKeysOf } from "../domain/case/contact-keys.ts";
import { listedCase } from "../domain/case/listed-case.ts";
import { policyNow } from "../domain/case/policy-now.ts";
import { viewKeysOf, type ViewKey } from "../domain/case/view-keys.ts";
import { sha256 } from "./digest.ts";
import type { Projection, StoredCase } from "./ports/case-store.ts";
import type { Ports } from "./ports/ports.ts";

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
    const wanted = listsOf(ports, current.case);
    if (overtaken.length === 0 && isShown(wanted, current)) return true;
    const noted = await note(ports, current, wanted);
    if (noted !== undefined) {
      await write(ports, current, { wanted, known: [...noted.rows, ...overtaken] });
      const shown = { rows: wanted, version: current.case.version, etag: noted.etag };
      if ((await ports.cases.noteProjection(current.case.id, shown)) !== undefined) return true;
      overtaken = [...overtaken, ...wanted];
    }
    current = await ports.cases.find(current.case.id);
  }
  return current === undefined;
}

/** Every list a case belongs in as of now: those of the screens, and those of whoever complains. */
export function listsOf(
  { clock, calendar }: Pick<Ports, "clock" | "calendar">,
  theCase: Case,
): ViewKey[] {
  const policy = policyNow(theCase);
  const now = clock.now().toISOString();
  return [
    ...viewKeysOf(theCase, { policy, calendar, now }),
    ...contactKeysOf(theCase, policy, sha256),
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

async function write(
  ports: Ports,
  { case: theCase }: StoredCase,
  keys: { readonly wanted: readonly ViewKey[]; readonly known: readonly ViewKey[] },
): Promise<void> {
  const policy = policyNow(theCase);
  await ports.views.put(keys.wanted, listedCase(theCase, policy, ports.calendar));
  await ports.views.remove(without(keys.known, keys.wanted));
}

function without(keys: readonly ViewKey[], others: readonly ViewKey[]): ViewKey[] {
  const known = new Set(others.map(nameOf));
  return keys.filter((key) => !known.has(nameOf(key)));
}

function nameOf({ partition, row }: ViewKey): string {
  return `${partition}\n${row}`;
}
