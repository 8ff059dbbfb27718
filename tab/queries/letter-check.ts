import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { usePaused } from "../ui/use-paused.ts";
import { useDesk } from "./desk-context.ts";

const pauseMs = 700;

/** What the service makes of a letter, asked whenever its author pauses; the last answer stands until then. */
export function useLetterCheck(caseId: string, text: string) {
  const { api } = useDesk();
  const settled = usePaused(text, pauseMs);
  const { data, error } = useQuery({
    queryKey: ["letter-check", caseId, settled],
    queryFn: ({ signal }) => api.checkLetter(caseId, settled, signal),
    placeholderData: keepPreviousData,
    // Each stands for one wording: what was typed over need not be kept.
    gcTime: 30_000,
  });
  return { check: data, error, isOf: settled };
}
