import { queryOptions, useSuspenseQuery } from "@tanstack/react-query";
import type { Me } from "#api/contract/me.ts";
import type { ApiClient } from "../api-client.ts";
import { useDesk } from "./desk-context.ts";

export const meQuery = (api: ApiClient) =>
  queryOptions({
    queryKey: ["me"],
    queryFn: ({ signal }) => api.me(signal),
    staleTime: Number.POSITIVE_INFINITY,
  });

/** Who I am; the frame has asked before it shows any page. */
export function useMe(): Me {
  return useSuspenseQuery(meQuery(useDesk().api)).data;
}
