import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { Away, AwayChanged, EndCover } from "#api/contract/away.ts";
import { useDesk } from "./desk-context.ts";
import { queuesKey } from "./queue.ts";

const awayKey = ["away"];

/** Who is away, and who stands in. */
export function useAway() {
  const { api } = useDesk();
  return useQuery<Away>({ queryKey: awayKey, queryFn: ({ signal }) => api.away(signal) });
}

type AwayChange =
  | { readonly kind: "name"; readonly answers: Readonly<Record<string, unknown>> }
  | { readonly kind: "end"; readonly ended: EndCover };

/** Names somebody who stands in, or ends it. Throws an ApiProblem. */
export function useChangeAway(): (change: AwayChange) => Promise<AwayChanged> {
  const { api } = useDesk();
  const client = useQueryClient();
  const { mutateAsync } = useMutation({
    mutationFn: (change: AwayChange) =>
      change.kind === "name" ? api.nameCover(change.answers) : api.endCover(change.ended),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: awayKey });
      void client.invalidateQueries({ queryKey: queuesKey });
    },
  });
  return mutateAsync;
}
