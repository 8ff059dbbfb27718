import type { RelatedLine } from "#api/contract/case-parts.ts";
import { RouteLink } from "../ui/route-link.tsx";
import { Entries, Entry } from "./entries.tsx";

/** The other cases that whoever reads this one should know of. */
export function Related({ lines }: { readonly lines: readonly RelatedLine[] }) {
  return (
    <Entries
      title="Other cases"
      empty="No other case is linked. Link one that belongs together with this, so that both are answered alike."
    >
      {lines.map(({ caseId, words, reason }) => (
        <Entry
          key={`${caseId} ${words}`}
          title={<RouteLink to={`/cases/${caseId}`}>{caseId}</RouteLink>}
          facts={[words, reason]}
        />
      ))}
    </Entries>
  );
}
