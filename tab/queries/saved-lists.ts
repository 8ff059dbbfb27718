import { queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { SavedListChange } from "#api/contract/saved-lists.ts";
import type { ApiClient } from "../api-client.ts";
import { useDesk } from "./desk-context.ts";

const savedListsQuery = (api: ApiClient) =>
  queryOptions({
    queryKey: ["saved-lists"],
    queryFn: ({ signal }) => api.savedLists(signal),
  });

/** The lists I saved under names of my own. */
export function useSavedLists() {
  return useQuery(savedListsQuery(useDesk().api)).data?.saved ?? [];
}

/** Saves or forgets one; throws an ApiProblem. */
export function useChangeSavedLists(): (change: SavedListChange) => Promise<void> {
  const { api } = useDesk();
  const client = useQueryClient();
  const { mutateAsync } = useMutation({
    mutationFn: (change: SavedListChange) => api.changeSavedLists(change),
    onSuccess: (now) => client.setQueryData(savedListsQuery(api).queryKey, now),
  });
  return async (change) => {
    await mutateAsync(change);
  };
}
