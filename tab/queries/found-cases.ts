import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { fewestToFind } from "#api/contract/find.ts";
import { usePaused } from "../ui/use-paused.ts";
import { useDesk } from "./desk-context.ts";

/** Long enough that typing a name asks once or twice, short enough to be there with its last letter. */
const pauseMilliseconds = 200;

/** The cases that are meant by what is typed, asked for once the typing pauses; what was found stands while words are added to it. */
export function useFoundCases(typed: string) {
  const { api } = useDesk();
  const words = typed.trim();
  const text = usePaused(words, pauseMilliseconds);
  const enough = words.length >= fewestToFind;
  const { data, isError } = useQuery({
    queryKey: ["find", text],
    queryFn: async ({ signal }) => ({ asked: text, found: await api.find(text, signal) }),
    enabled: enough && text.length >= fewestToFind,
    placeholderData: keepPreviousData,
    gcTime: 60_000,
  });
  const isOfOtherWords = data === undefined || !words.startsWith(data.asked);
  return {
    found: enough && !isOfOtherWords ? data.found : undefined,
    isLooking: enough && data?.asked !== words && !(isError && text === words),
    isError: enough && isError,
  };
}
