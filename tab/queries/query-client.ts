import { QueryClient } from "@tanstack/react-query";
import { problemOf } from "../api-problem.ts";

/** Asks again (twice) only where that may help: a refusal stays a refusal. */
function mayAskAgain(failures: number, error: unknown): boolean {
  return failures < 2 && problemOf(error).mayPass;
}

/** Soon enough that a short break goes unnoticed: after 0.4 and 0.8 seconds. */
const retryDelay = (failures: number): number => 400 * 2 ** failures;

/** Holds what the service answered; lists and cases are asked for again when looked at again. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { retry: mayAskAgain, retryDelay, staleTime: 15_000 },
      // A press while offline is answered at once instead of waiting for the network.
      mutations: { retry: mayAskAgain, retryDelay, networkMode: "always" },
    },
  });
}
