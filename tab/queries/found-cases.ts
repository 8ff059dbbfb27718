import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { fewestToFind } from "#api/contract/find.ts";
import { usePaused } from "../ui/use-paused.ts";
import { useDesk } from "./desk-context.ts";

/** Long enough that typing a name asks once or twice, short enough to be there with its last letter. */
const pauseMilliseconds = 200;

/** The cases that are meant by what is typed, asked for once the typing pauses. */
export function useFoundCases(typed: string) {
  const { api } = useDesk();
  const text = usePaused(typed.trim(), pauseMilliseconds);
  const enough = typed.trim().length >= fewestToFind && text.length >= fewestToFind;
  const { data, isError, isFetching } = useQuery({
    queryKey: ["find", text],
    queryFn: ({ signal }) => api.find(text, signal),
    enabled: enough,
    placeholderData: keepPreviousData,
    gcTime: 60_000,
  });
  return {
    found: enough ? data : undefined,
    isLooking: enough && (isFetching || text !== typed.trim()),
    isError: enough && isError,
  };
}
