import { infiniteQueryOptions, useInfiniteQuery } from "@tanstack/react-query";
import type { QueueName } from "#api/contract/case-list.ts";
import type { ApiClient } from "../api-client.ts";
import { useDesk } from "./desk-context.ts";

const aMinute = 60_000;

export const queuesKey = ["queue"];

/** A list, page by page; asked for again each minute while somebody looks at it. */
const queueQuery = (api: ApiClient, queue: QueueName) =>
  infiniteQueryOptions({
    queryKey: [...queuesKey, queue],
    queryFn: ({ pageParam, signal }) => api.casePage(queue, pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
    refetchInterval: aMinute,
  });

/** A list as far as it was asked for, its pages joined. */
export function useQueue(queue: QueueName) {
  const query = useInfiniteQuery(queueQuery(useDesk().api, queue));
  const rows = query.data?.pages.flatMap((page) => page.rows) ?? [];
  return { query, rows };
}
