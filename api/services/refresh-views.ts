import { listedCase } from "../domain/case/listed-case.ts";
import { viewKeysOf, type ViewKey } from "../domain/case/view-keys.ts";
import { policyOf } from "../domain/policy/catalogue.ts";
import type { StoredCase } from "./ports/case-store.ts";
import type { Ports } from "./ports/ports.ts";

const tries = 3;

/**
 * Brings every list up to the case as it stands. The keys that may exist were noted in the case's own
 * partition before any was written, so that a crash on the way leaves none behind for ever.
 */
export async function refreshViews(ports: Ports, stored: StoredCase): Promise<void> {
  let current: StoredCase | undefined = stored;
  for (let attempt = 0; attempt < tries && current !== undefined; attempt += 1) {
    if (current.projection.version === current.case.version) return;
    const rows = await write(ports, current);
    const { version } = current.case;
    const done = { rows, version, etag: current.projection.etag };
    if (await ports.cases.projected(current.case.id, done)) return;
    current = await ports.cases.find(current.case.id);
  }
}

async function write(ports: Ports, stored: StoredCase): Promise<readonly ViewKey[]> {
  const theCase = stored.case;
  const policy = policyOf(theCase.policy.id, theCase.policy.version);
  const context = { policy, calendar: ports.calendar, now: ports.clock.now().toISOString() };
  const rows = viewKeysOf(theCase, context);
  const wanted = new Set(rows.map(nameOf));
  const stale = stored.projection.rows.filter((key) => !wanted.has(nameOf(key)));
  await ports.views.put(rows, listedCase(theCase, policy, ports.calendar));
  await ports.views.remove(stale);
  return rows;
}

function nameOf({ partition, row }: ViewKey): string {
  return `${partition}\n${row}`;
}
