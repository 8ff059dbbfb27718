import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import type { ActionAccepted, ActionRequest, CaseAction } from "#api/contract/case-action.ts";
import { problemOf, type ApiProblem } from "../api-problem.ts";
import { caseQuery } from "./case-detail.ts";
import { useDesk } from "./desk-context.ts";
import { queuesKey } from "./queue.ts";

/** One way to act on a case, for one button or dialog. */
export type CaseActing = {
  /** Throws an ApiProblem. Pressing the same again while it is under way is the same press. */
  readonly act: (action: CaseAction) => Promise<ActionAccepted>;
  readonly acting: boolean;
  readonly problem: ApiProblem | undefined;
};

/**
 * Sends actions so that a press counts once: each has its own id, and repeating a press whose answer
 * never came repeats the id, so the service returns the first outcome.
 */
export function useCaseAction(caseId: string): CaseActing {
  const { api } = useDesk();
  const client = useQueryClient();
  const underWay = useRef<Press>(undefined);
  const unanswered = useRef<ActionRequest>(undefined);

  /** Resolves when the case is fresh; the lists follow in their own time. */
  const refresh = () => {
    void client.invalidateQueries({ queryKey: queuesKey });
    return client.invalidateQueries({ queryKey: caseQuery(api, caseId).queryKey });
  };
  const mutation = useMutation({
    mutationFn: (request: ActionRequest) => api.act(caseId, request),
    onSuccess: () => refresh(),
    onError: (error) => {
      if (!problemOf(error).mayPass) void refresh();
    },
  });

  const send = async (action: CaseAction): Promise<ActionAccepted> => {
    const request = requestFor(action, unanswered.current);
    unanswered.current = undefined;
    try {
      return await mutation.mutateAsync(request);
    } catch (error) {
      if (problemOf(error).mayPass) unanswered.current = request;
      throw error;
    }
  };

  const act = (action: CaseAction): Promise<ActionAccepted> => {
    if (underWay.current !== undefined && sameAction(underWay.current.action, action)) {
      return underWay.current.outcome;
    }
    const press: Press = { action, outcome: send(action) };
    underWay.current = press;
    const over = () => {
      if (underWay.current === press) underWay.current = undefined;
    };
    press.outcome.then(over, over);
    return press.outcome;
  };

  return {
    act,
    acting: mutation.isPending,
    problem: mutation.error === null ? undefined : problemOf(mutation.error),
  };
}

type Press = { readonly action: CaseAction; readonly outcome: Promise<ActionAccepted> };

function requestFor(action: CaseAction, unanswered: ActionRequest | undefined): ActionRequest {
  const repeats = unanswered !== undefined && sameAction(unanswered.action, action);
  return repeats ? unanswered : { actionId: crypto.randomUUID(), action };
}

const sameAction = (one: CaseAction, other: CaseAction): boolean =>
  JSON.stringify(one) === JSON.stringify(other);
