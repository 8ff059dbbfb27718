import type { ContactPoint } from "../../domain/case/contact-points.ts";
import { foundBy } from "../../domain/case/find-keys.ts";
import type { CaseId } from "../../domain/case/vocabulary.ts";
import type { Person } from "../../domain/people/actor.ts";
import { sha256 } from "../digest.ts";
import type { Ports } from "../ports/ports.ts";
import { mayConcern } from "./find-cases.ts";
import { findPartitions } from "./pages.ts";

/** Of all whose contact begins alike. */
const mostRead = 200;

/** A case with a way to reach its person that another one has too; nobody has said yet who may know of it. */
export type SameContact = {
  readonly caseId: CaseId;
  readonly complainant: string;
  readonly receivedAt: string;
  readonly kinds: readonly ContactPoint["kind"][];
};

/**
 * The cases of each of these contacts, newest first, and what each has in common with them: one query for
 * each contact and each partition that this person's searches read.
 */
export async function sameContacts(
  ports: Ports,
  person: Person,
  points: readonly ContactPoint[],
): Promise<SameContact[]> {
  const partitions = findPartitions(person);
  const pages = await Promise.all(
    points.flatMap((point) =>
      partitions.map(async (partition) => {
        const { stretch, word } = foundBy(point, sha256);
        const { cases } = await ports.views.list(partition, { limit: mostRead, stretch });
        return cases
          .filter((listed) => listed.found?.words.includes(word) && mayConcern(person, listed))
          .map(({ caseId, complainant, receivedAt }) => ({
            ...{ caseId, complainant, receivedAt },
            kind: point.kind,
          }));
      }),
    ),
  );
  const same = new Map<CaseId, SameContact>();
  for (const { kind, ...one } of pages.flat()) {
    const kinds = same.get(one.caseId)?.kinds ?? [];
    same.set(one.caseId, { ...one, kinds: [...kinds, kind] });
  }
  return [...same.values()].toSorted((a, b) => b.receivedAt.localeCompare(a.receivedAt));
}
