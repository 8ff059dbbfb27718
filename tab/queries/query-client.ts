import { QueryClient } from "@tanstack/react-query";
import { problemOf } from "../api-problem.ts";

/** Asks again (twice) only where that may help: a refusal stays a refusal. */
export function mayAskAgain(failures: number, error: unknown): boolean {
  return failures < 2 && problemOf(error).mayPass;
}

/** Holds what the service answered; lists and cases are asked for again when looked at again. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { retry: mayAskAgain, staleTime: 15_000, refetchOnWindowFocus: true },
      // A press while offline is answered at once instead of waiting for the network.
      mutations: { retry: mayAskAgain, networkMode: "always" },
    },
  });
}
