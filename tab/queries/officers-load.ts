import { useQuery } from "@tanstack/react-query";
import { useDesk } from "./desk-context.ts";

/** Who may take a case and how much each has: an aid, so that whoever chooses goes on without it. */
export function useOfficersLoad(caseId: string, service: string) {
  const { api } = useDesk();
  return useQuery({
    queryKey: ["officers-load", caseId, service],
    queryFn: ({ signal }) => api.officersLoad(caseId, service, signal),
  });
}
