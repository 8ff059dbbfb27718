import { infiniteQueryOptions, queryOptions, useQueryClient } from "@tanstack/react-query";
import type { AssuranceAction } from "#api/contract/assurance.ts";
import type { ApiClient } from "../api-client.ts";
import { useDesk } from "./desk-context.ts";

const assuranceKey = ["assurance"];

export const assuranceQuery = (api: ApiClient) =>
  queryOptions({
    queryKey: assuranceKey,
    queryFn: ({ signal }) => api.assurance(signal),
  });

/** The rows behind a number of the page, page by page. */
export const ledgerQuery = (api: ApiClient, query: string) =>
  infiniteQueryOptions({
    queryKey: [...assuranceKey, "ledger", query],
    queryFn: ({ pageParam, signal }) => api.ledgerPage(query, pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
  });

export const mailTextQuery = (api: ApiClient, mailId: string) =>
  queryOptions({
    queryKey: [...assuranceKey, "text", mailId],
    queryFn: ({ signal }) => api.mailText(mailId, signal),
  });

export const serviceComplaintsQuery = (api: ApiClient, service: string) =>
  queryOptions({
    queryKey: [...assuranceKey, "service", service],
    queryFn: ({ signal }) => api.serviceComplaints(service, signal),
  });

/** Compares mailbox and ledger anew, and shows what that found. */
export function useCheck(): () => Promise<void> {
  const { api } = useDesk();
  const client = useQueryClient();
  return async () => {
    client.setQueryData(assuranceQuery(api).queryKey, await api.checkMailboxes());
  };
}

/** Sees to an entry; the page is fresh afterwards, also when the service refused. */
export function useSettleMail(): (action: AssuranceAction) => Promise<string> {
  const { api } = useDesk();
  const client = useQueryClient();
  return async (action) => {
    try {
      return (await api.settleMail(action)).message;
    } finally {
      void client.invalidateQueries({ queryKey: assuranceKey });
    }
  };
}
