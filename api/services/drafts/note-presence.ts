import type { DraftPresence } from "../../contract/drafts.ts";
import { newestWords } from "../../domain/case/response/versions.ts";
import type { Person } from "../../domain/people/actor.ts";
import { ok, refused, type Result } from "../../domain/result.ts";
import { onlyFollows } from "../case-page/opened-case.ts";
import type { Ports } from "../ports/ports.ts";
import type { Refusal } from "../refusal.ts";
import { findSeen, noSuchCase } from "../seen-case.ts";

/** The tab is heard of every twenty seconds while its editor is in sight: two may get lost. */
const goneAfterSeconds = 60;

/** Notes that somebody has a draft open; answers who else has, and which words are the newest. */
export async function notePresence(
  ports: Ports,
  person: Person,
  caseId: string,
): Promise<Result<DraftPresence, Refusal>> {
  const stored = onlyFollows(person) ? undefined : await findSeen(ports, person, caseId);
  if (stored === undefined) return refused(noSuchCase);
  const now = ports.clock.now();
  const { id, name } = person;
  const noted = await ports.presence.note(caseId, { id, name, at: now.toISOString() });
  const isHere = ({ at }: { readonly at: string }) =>
    now.getTime() - Date.parse(at) < goneAfterSeconds * 1000;
  const others = noted.filter((one) => one.id !== id && isHere(one)).map((one) => one.name);
  const newest = newestWords(stored.case)?.text;
  return ok({ others, ...(newest === undefined ? {} : { newest }) });
}
