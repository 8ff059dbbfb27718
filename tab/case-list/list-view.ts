import { useMemo } from "react";
import { useLocation, useNavigate } from "react-router";
import { ListView } from "#api/contract/case-list.ts";
import { queryOf } from "../api-client.ts";

/** How the list of this address is ordered and narrowed; what the address gets wrong is left out. */
export function useListView(): ListView {
  const { search } = useLocation();
  return useMemo(() => {
    const asked = Object.fromEntries(new URLSearchParams(search));
    return ListView.safeParse(asked).data ?? {};
  }, [search]);
}

/** Shows a list another way, without a step to go back through for each. */
export function useShowView(queue: string): (view: ListView) => void {
  const navigate = useNavigate();
  return (view) => void navigate(`/${queue}${queryOf(view)}`, { replace: true });
}

/** Whether two ways of showing a list are the same. */
export function isSameView(one: ListView, other: ListView): boolean {
  return sorted(one) === sorted(other);
}

/** Whether a list is narrowed to some of its cases. */
export function isNarrowed({ sort: _sort, ...filter }: ListView): boolean {
  return queryOf(filter) !== "";
}

const sorted = (view: ListView): string => {
  const query = new URLSearchParams(queryOf(view));
  query.sort();
  return query.toString();
};
