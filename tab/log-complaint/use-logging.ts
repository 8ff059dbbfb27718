import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import type { ComplaintLogged, TakenDown } from "#api/contract/log-complaint.ts";
import { problemOf } from "../api-problem.ts";
import { useDesk } from "../queries/desk-context.ts";
import { queuesKey } from "../queries/queue.ts";

/** What the form says, before it has the id that makes it count once. */
export type Filled = Omit<TakenDown, "actionId">;

/**
 * Logs a complaint once: repeating what never had an answer repeats its id, so that the service finds
 * the case of the first time. Throws an ApiProblem.
 */
export function useLogging(): (filled: Filled) => Promise<ComplaintLogged> {
  const { api } = useDesk();
  const client = useQueryClient();
  const unanswered = useRef<TakenDown>(undefined);
  const { mutateAsync } = useMutation({
    mutationFn: (complaint: TakenDown) => api.logComplaint(complaint),
    onSuccess: () => void client.invalidateQueries({ queryKey: queuesKey }),
  });

  return async (filled) => {
    const complaint = { ...filled, actionId: idFor(filled, unanswered.current) };
    unanswered.current = undefined;
    try {
      return await mutateAsync(complaint);
    } catch (error) {
      if (problemOf(error).mayPass) unanswered.current = complaint;
      throw error;
    }
  };
}

function idFor(filled: Filled, unanswered: TakenDown | undefined): string {
  if (unanswered === undefined) return crypto.randomUUID();
  const { actionId, ...before } = unanswered;
  return JSON.stringify(before) === JSON.stringify(filled) ? actionId : crypto.randomUUID();
}
