import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import type { ActionAccepted, FilledIn } from "#api/contract/case-action.ts";
import type { Press } from "../api-client.ts";
import { problemOf } from "../api-problem.ts";
import { caseQuery } from "./case-detail.ts";
import { useDesk } from "./desk-context.ts";
import { queuesKey } from "./queue.ts";

/**
 * Acts on a case so that a press counts once: each has its own id, and repeating a press whose answer
 * never came repeats the id, so the service returns the first outcome. Throws an ApiProblem.
 */
export function useCaseAction(caseId: string): (action: FilledIn) => Promise<ActionAccepted> {
  const { api } = useDesk();
  const client = useQueryClient();
  const unanswered = useRef<Press>(undefined);

  /** Resolves when the case is fresh; the lists follow in their own time. */
  const refresh = () => {
    void client.invalidateQueries({ queryKey: queuesKey });
    return client.invalidateQueries({ queryKey: caseQuery(api, caseId).queryKey });
  };
  const { mutateAsync } = useMutation({
    mutationFn: (press: Press) => api.act(caseId, press),
    onSuccess: refresh,
    onError: (error) => {
      if (!problemOf(error).mayPass) void refresh();
    },
  });

  return async (action) => {
    const press = pressFor(action, unanswered.current);
    unanswered.current = undefined;
    try {
      return await mutateAsync(press);
    } catch (error) {
      if (problemOf(error).mayPass) unanswered.current = press;
      throw error;
    }
  };
}

function pressFor(action: FilledIn, unanswered: Press | undefined): Press {
  const repeats =
    unanswered !== undefined && JSON.stringify(unanswered.action) === JSON.stringify(action);
  return repeats ? unanswered : { actionId: crypto.randomUUID(), action };
}
