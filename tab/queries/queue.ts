import {
  infiniteQueryOptions,
  queryOptions,
  useInfiniteQuery,
  useQuery,
} from "@tanstack/react-query";
import type { ListView, QueueName } from "#api/contract/case-list.ts";
import type { ApiClient } from "../api-client.ts";
import { useDesk } from "./desk-context.ts";

const aMinute = 60_000;

export const queuesKey = ["queue"];

const asItIs: ListView = {};

/** A list, page by page; asked for again each minute while somebody looks at it. */
const queueQuery = (api: ApiClient, queue: QueueName, view: ListView) =>
  infiniteQueryOptions({
    queryKey: [...queuesKey, queue, view],
    queryFn: ({ pageParam, signal }) =>
      api.casePage(queue, { ...view, ...(pageParam && { after: pageParam }) }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
    refetchInterval: aMinute,
  });

/** A list as far as it was asked for, its pages joined. */
export function useQueue(queue: QueueName, view = asItIs) {
  const query = useInfiniteQuery(queueQuery(useDesk().api, queue, view));
  const rows = query.data?.pages.flatMap((page) => page.rows) ?? [];
  return { query, rows };
}

const summaryQuery = (api: ApiClient, queue: QueueName) =>
  queryOptions({
    queryKey: [...queuesKey, queue, "summary"],
    queryFn: ({ signal }) => api.listSummary(queue, signal),
    refetchInterval: aMinute,
  });

/** A list in numbers, and what it can be narrowed by: the list can be worked without it. */
export function useListSummary(queue: QueueName) {
  return useQuery(summaryQuery(useDesk().api, queue));
}
