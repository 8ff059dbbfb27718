import { queryOptions } from "@tanstack/react-query";
import type { ApiClient } from "../api-client.ts";

export const assuranceQuery = (api: ApiClient) =>
  queryOptions({
    queryKey: ["assurance"],
    queryFn: ({ signal }) => api.assurance(signal),
  });
