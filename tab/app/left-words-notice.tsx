import { MessageBar, MessageBarBody } from "@fluentui/react-components";
import { useQuery } from "@tanstack/react-query";
import { Fragment, useState } from "react";
import { useLocation } from "react-router";
import { useMe } from "../queries/me.ts";
import { casesWithLeftWords } from "../reply/unsaved/left-words.ts";
import { ClosingAction } from "../ui/closing-action.tsx";
import { RouteLink } from "../ui/route-link.tsx";

const everyMs = 20_000;

/** Says which letters a closed window left with words that may not have been saved, so that they are not forgotten. */
export function LeftWordsNotice() {
  const { id } = useMe();
  const { pathname } = useLocation();
  const [closed, setClosed] = useState<readonly string[]>([]);
  // It is the browser that is asked, also while there is no connection.
  const { data = [] } = useQuery({
    queryKey: ["left-words", id, pathname],
    queryFn: () => casesWithLeftWords(id),
    networkMode: "always",
    refetchInterval: everyMs,
    staleTime: 0,
    gcTime: 0,
  });
  // The letter itself offers its words.
  const shown = data.filter(
    (caseId) => !closed.includes(caseId) && !pathname.endsWith(`/${caseId}/reply`),
  );
  return (
    <div role="status">
      {shown.length > 0 && (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>
            {shown.map((caseId) => (
              <Fragment key={caseId}>
                Words for {caseId} may not have been saved:{" "}
                <RouteLink to={`/cases/${caseId}/reply`}>open the letter of {caseId}</RouteLink>
                .{" "}
              </Fragment>
            ))}
          </MessageBarBody>
          <ClosingAction onClose={() => setClosed([...closed, ...shown])} />
        </MessageBar>
      )}
    </div>
  );
}
