import {
  type QueryClient,
  queryOptions,
  useQueries,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { EstateAnswer, ShellPerson } from "../api.ts";
import {
  fetchBankHolidays,
  fetchChat,
  fetchCitizenMail,
  fetchConversations,
  fetchEstate,
  fetchFaults,
} from "./shell-client.ts";
import { listenForNews, type ShellNews } from "./shell-events.ts";

/** The estate, as last heard; `dataUpdatedAt` is when its `now` was true. */
export const estateQuery = queryOptions({ queryKey: ["estate"], queryFn: fetchEstate });

/** A person's chat. */
export const chatQuery = (personId: string) =>
  queryOptions({ queryKey: ["chat", personId], queryFn: () => fetchChat(personId) });

/** A person's conversations with colleagues. */
export const conversationsQuery = (personId: string) =>
  queryOptions({
    queryKey: ["conversations", personId],
    queryFn: () => fetchConversations(personId),
  });

/** What is made to go wrong in the estate. */
export const faultsQuery = queryOptions({ queryKey: ["faults"], queryFn: fetchFaults });

/** The bank holidays proclaimed at this machine. */
export const bankHolidaysQuery = queryOptions({
  queryKey: ["bank-holidays"],
  queryFn: fetchBankHolidays,
});

/** A citizen's mailbox. */
export const mailQuery = (address: string) =>
  queryOptions({ queryKey: ["mail", address], queryFn: () => fetchCitizenMail(address) });

/** How many messages each person has not read. */
export function useUnreadCounts(people: readonly ShellPerson[]): ReadonlyMap<string, number> {
  const chats = useQueries({ queries: people.map(({ id }) => chatQuery(id)) });
  return new Map(people.map(({ id }, index) => [id, chats[index]?.data?.unread ?? 0]));
}

/** Keeps what is shown in step with the server; false while the server cannot be heard. */
export function useShellNews(): boolean {
  const queries = useQueryClient();
  const [isHeard, setHeard] = useState(true);
  useEffect(() => {
    const listening = new AbortController();
    listenForNews((news) => {
      if (news.type === "connected" || news.type === "disconnected") {
        setHeard(news.type === "connected");
      }
      takeIn(news, queries);
    }, listening.signal);
    return () => listening.abort();
  }, [queries]);
  return isHeard;
}

function takeIn(news: ShellNews, queries: QueryClient): void {
  switch (news.type) {
    case "chat":
      void queries.invalidateQueries(chatQuery(news.personId));
      break;
    case "mail":
      void queries.invalidateQueries(mailQuery(news.address));
      break;
    case "faults":
      void queries.invalidateQueries(faultsQuery);
      break;
    case "clock":
      setClock(queries, news);
      break;
    case "connected":
      // Whatever happened while nobody listened was not announced.
      void queries.invalidateQueries();
      break;
    case "disconnected":
      break;
  }
}

/** Shows a time of the estate's clock that arrived by itself rather than with the whole estate. */
export function setClock(
  queries: QueryClient,
  { now, offsetMs }: Pick<EstateAnswer, "now" | "offsetMs">,
): void {
  queries.setQueryData(estateQuery.queryKey, (estate) => estate && { ...estate, now, offsetMs });
}

/** Tells what time it is on the estate's clock at any moment, from when it was last heard. */
export function useEstateClock(): () => Date {
  const { data, dataUpdatedAt } = useQuery(estateQuery);
  const aheadMs = data === undefined ? 0 : Date.parse(data.now) - dataUpdatedAt;
  return () => new Date(Date.now() + aheadMs);
}
