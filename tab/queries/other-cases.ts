import { useQuery } from "@tanstack/react-query";
import { useDesk } from "./desk-context.ts";

/** What else the person of a case brought; asked for only where it is shown. */
export function useOtherCases(caseId: string) {
  const { api } = useDesk();
  return useQuery({
    queryKey: ["other-cases", caseId],
    queryFn: ({ signal }) => api.otherCases(caseId, signal),
  });
}
