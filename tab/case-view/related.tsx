import type { CaseDetail, OfferedAction } from "#api/contract/case-detail.ts";
import { RouteLink } from "../ui/route-link.tsx";
import { Entries, Entry } from "./entries.tsx";
import { OtherCases } from "./other-cases.tsx";

type RelatedProps = {
  readonly detail: CaseDetail;
  readonly onPress: (action: OfferedAction) => void;
};

/** The other cases that whoever reads this one should know of. */
export function Related({ detail, onPress }: RelatedProps) {
  return (
    <>
      <Entries
        title="Linked cases"
        empty="No other case is linked. Link one that belongs together with this, so that both are answered alike."
      >
        {detail.related.map(({ caseId, words, reason }) => (
          <Entry
            key={`${caseId} ${words}`}
            title={<RouteLink to={`/cases/${caseId}`}>{caseId}</RouteLink>}
            facts={[words, reason]}
          />
        ))}
      </Entries>
      {detail.asksForOthers && <OtherCases detail={detail} onPress={onPress} />}
    </>
  );
}
