import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import type { HandledTogether, HandleTogether } from "#api/contract/triage.ts";
import { useDesk } from "./desk-context.ts";
import { queuesKey } from "./queue.ts";

/** A decision for several cases, without the id that its press is given. */
export type Together = HandleTogether extends infer Kind
  ? Kind extends unknown
    ? Omit<Kind, "actionId">
    : never
  : never;

/**
 * Sends one decision for several cases. Repeating it, after an answer that never came or that named some
 * cases as not done, repeats its id: what was done stays done. Throws an ApiProblem.
 */
export function useHandleTogether(): (asked: Together) => Promise<HandledTogether> {
  const { api } = useDesk();
  const client = useQueryClient();
  const unfinished = useRef<{ asked: string; actionId: string }>(undefined);
  const { mutateAsync } = useMutation({
    mutationFn: (request: HandleTogether) => api.handleTogether(request),
    onSuccess: ({ cases }) => {
      void client.invalidateQueries({ queryKey: queuesKey });
      void client.invalidateQueries({ queryKey: ["look-alikes"] });
      for (const { caseId } of cases) {
        void client.invalidateQueries({ queryKey: ["case", caseId] });
      }
    },
  });
  return async (together) => {
    const asked = JSON.stringify(together);
    const before = unfinished.current;
    const actionId = before?.asked === asked ? before.actionId : crypto.randomUUID();
    unfinished.current = { asked, actionId };
    const answer = await mutateAsync({ ...together, actionId });
    if (answer.cases.every(({ done }) => done)) unfinished.current = undefined;
    return answer;
  };
}
