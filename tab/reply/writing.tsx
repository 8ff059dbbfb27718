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
import { usePress } from "../ui/use-press.ts";
import { Enclosures } from "./enclosures.tsx";
import { Editor } from "./editor.tsx";
import { useDraft } from "./use-draft.ts";

const useStyles = makeStyles({
  foot: {
    position: "sticky",
    bottom: 0,
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
  const submit = useSubmit(detail.row.caseId);
  const [refusal, setRefusal] = useState<string>();
  const title = detail.actions.find((each) => each.type === "submit")?.title;

  const { press, pressing, problem } = usePress(async () => {
    setRefusal(undefined);
    const draft = await keeper.save();
    if (draft === undefined) return;
    const outcome = await submit(draft.hash);
    if (outcome.ok) {
      toast(outcome.words);
      void navigate(casePath);
    } else {
      setRefusal(outcome.words);
    }
  });
  return (
    <>
      <Editor detail={detail} keeper={keeper} state={state} locked={pressing} />
      <Enclosures detail={detail} locked={pressing} />
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
            disabledFocusable={pressing || state.text.trim() === ""}
            onClick={press}
          >
            {pressing ? "Submitting…" : title}
          </Button>
        )}
      </div>
    </>
  );
}

type Submitted = { readonly ok: boolean; readonly words: string };

/** Submits a saved draft, if the service still offers that once it has the draft. */
function useSubmit(caseId: string): (hash: string) => Promise<Submitted> {
  const { api } = useDesk();
  const client = useQueryClient();
  const act = useCaseAction(caseId);
  return async (hash) => {
    const { actions } = await client.query(caseQuery(api, caseId));
    const offered = actions.find((each) => each.type === "submit");
    if (offered?.allowed !== true) {
      return { ok: false, words: offered?.why ?? "This reply cannot be submitted now." };
    }
    const { message } = await act({ type: "submit", text: hash });
    return { ok: true, words: message };
  };
}
