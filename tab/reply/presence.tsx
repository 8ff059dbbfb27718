import { makeStyles, tokens } from "@fluentui/react-components";
import { Person16Regular } from "@fluentui/react-icons/svg/person";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { caseQuery } from "../queries/case-detail.ts";
import { useDesk } from "../queries/desk-context.ts";

const everyMs = 20_000;

const useStyles = makeStyles({
  who: {
    display: "inline-flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalXS,
    color: tokens.colorNeutralForeground2,
  },
});

type PresenceProps = {
  readonly caseId: string;
  /** The hash of the words this editor went on from. */
  readonly from: string | undefined;
  readonly saving: boolean;
};

/** Who else has this draft open, by name; and the case anew as soon as somebody has saved newer words. */
export function Presence({ caseId, from, saving }: PresenceProps) {
  const { api } = useDesk();
  const client = useQueryClient();
  const shown = useRef({ from, saving });
  useEffect(() => {
    shown.current = { from, saving };
  });
  // Nothing is asked while the editor is out of sight.
  const { data } = useQuery({
    queryKey: ["presence", caseId],
    queryFn: async () => {
      const heard = await api.draftPresence(caseId);
      const { newest } = heard;
      const isBehind = newest !== undefined && newest !== shown.current.from;
      if (isBehind && !shown.current.saving) {
        void client.invalidateQueries({ queryKey: caseQuery(api, caseId).queryKey });
      }
      return heard;
    },
    refetchInterval: everyMs,
    staleTime: 0,
    gcTime: 0,
    retry: false,
  });
  const styles = useStyles();
  return (
    <span role="status" className={styles.who}>
      {data !== undefined && data.others.length > 0 && (
        <>
          <Person16Regular aria-hidden />
          {namesOf(data.others)} writing here too
        </>
      )}
    </span>
  );
}

function namesOf(names: readonly string[]): string {
  return names.length === 1
    ? `${names.join("")} is`
    : `${new Intl.ListFormat("en-GB").format(names)} are`;
}
