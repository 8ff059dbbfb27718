import { Button, makeStyles, MessageBar, MessageBarBody, tokens } from "@fluentui/react-components";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useNavigate } from "react-router";
import type { CaseDetail } from "#api/contract/case-detail.ts";
import { useCaseAction } from "../queries/case-action.ts";
import { caseQuery } from "../queries/case-detail.ts";
import { useDesk } from "../queries/desk-context.ts";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { useToast } from "../ui/toasts.tsx";
import { Editor } from "./editor.tsx";
import { useDraft } from "./use-draft.ts";

const useStyles = makeStyles({
  foot: {
    position: "sticky",
    bottom: `calc(-1 * ${tokens.spacingVerticalM})`,
    display: "grid",
    gap: tokens.spacingVerticalS,
    justifyItems: "start",
    paddingBlock: tokens.spacingVerticalM,
    backgroundColor: tokens.colorNeutralBackground1,
  },
});

type WritingProps = {
  readonly detail: CaseDetail;
  /** Where to go once the reply is submitted. */
  readonly casePath: string;
};

/** The editor and, below it, the one step that follows writing. */
export function Writing({ detail, casePath }: WritingProps) {
  const styles = useStyles();
  const navigate = useNavigate();
  const toast = useToast();
  const { keeper, state } = useDraft(detail);
  const { submit, submitting, refusal, problem } = useSubmit(detail.row.caseId);
  const title = detail.actions.find((each) => each.type === "submit")?.title;

  const press = async () => {
    const draft = await keeper.save();
    if (draft === undefined) return;
    const message = await submit(draft.hash);
    if (message === undefined) return;
    toast(message);
    void navigate(casePath);
  };
  return (
    <>
      <Editor detail={detail} keeper={keeper} state={state} />
      <div className={styles.foot}>
        {refusal !== undefined && (
          <MessageBar intent="warning" layout="multiline" role="alert">
            <MessageBarBody>{refusal}</MessageBarBody>
          </MessageBar>
        )}
        {problem !== undefined && <ProblemNotice error={problem} kept="Your reply is saved." />}
        {title !== undefined && (
          <Button
            appearance="primary"
            disabledFocusable={submitting || state.text.trim() === ""}
            onClick={() => void press()}
          >
            {submitting ? "Submitting…" : title}
          </Button>
        )}
      </div>
    </>
  );
}

/** Submits a saved draft, if the service still offers that once it has the draft. */
function useSubmit(caseId: string) {
  const { api } = useDesk();
  const client = useQueryClient();
  const { act, acting, problem } = useCaseAction(caseId);
  const [refusal, setRefusal] = useState<string>();

  const submit = async (hash: string): Promise<string | undefined> => {
    setRefusal(undefined);
    try {
      const { actions } = await client.query(caseQuery(api, caseId));
      const offered = actions.find((each) => each.type === "submit");
      if (offered?.allowed !== true) {
        setRefusal(offered?.why ?? "This reply cannot be submitted now.");
        return undefined;
      }
      return (await act({ type: "submit", text: hash })).message;
    } catch {
      // Shown from `problem`.
      return undefined;
    }
  };
  return { submit, submitting: acting, refusal, problem };
}
