import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { FilledIn } from "#api/contract/case-action.ts";
import { usePaused } from "../ui/use-paused.ts";
import { useDesk } from "./desk-context.ts";

const pauseMs = 400;

/** The letter that a decision would send, asked whenever whoever fills in its form pauses. */
export function usePreparedLetter(caseId: string, decision: FilledIn) {
  const { api } = useDesk();
  const settled = usePaused(JSON.stringify(decision), pauseMs);
  const { data, error } = useQuery({
    queryKey: ["prepared-letter", caseId, settled],
    queryFn: ({ signal }) => api.preparedLetter(caseId, JSON.parse(settled) as FilledIn, signal),
    placeholderData: keepPreviousData,
    gcTime: 30_000,
  });
  return { prepared: data, error };
}
