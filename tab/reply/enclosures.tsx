import { Button, Field, makeStyles, tokens } from "@fluentui/react-components";
import { Attach20Regular } from "@fluentui/react-icons/svg/attach";
import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import type { CaseDetail } from "#api/contract/case-detail.ts";
import { fileEndings } from "#api/contract/enclosed-files.ts";
import { EnclosedFiles } from "../case-view/enclosed-files.tsx";
import { enclosed } from "../log-complaint/chosen-files.ts";
import { useCaseAction } from "../queries/case-action.ts";
import { caseQuery } from "../queries/case-detail.ts";
import { useDesk } from "../queries/desk-context.ts";
import { ProblemNotice } from "../ui/problem-notice.tsx";

const useStyles = makeStyles({
  panel: { display: "grid", justifyItems: "start", gap: tokens.spacingVerticalS },
});

type EnclosuresProps = {
  readonly detail: CaseDetail;
  /** While the letter is submitted nothing may be added that would not go with it. */
  readonly locked: boolean;
};

/** The files that go with the reply: part of what is signed off, and sent with it. */
export function Enclosures({ detail, locked }: EnclosuresProps) {
  const styles = useStyles();
  const input = useRef<HTMLInputElement>(null);
  const { busy, problem, enclose, leaveOut } = useEnclosing(detail.row.caseId);
  const offered = detail.actions.some(({ type, allowed }) => type === "enclose-files" && allowed);
  if (!offered) return null;
  const still = locked || busy;
  return (
    <Field
      label="Files that go with the letter"
      hint="Up to 5, of 3 MB each. Whoever signs off sees them too."
    >
      <div className={styles.panel}>
        <EnclosedFiles detail={detail}>
          {({ id, name }) => (
            <Button
              appearance="transparent"
              size="small"
              aria-label={`Leave out ${name}`}
              disabledFocusable={still}
              onClick={() => leaveOut(id)}
            >
              Leave out
            </Button>
          )}
        </EnclosedFiles>
        <input
          ref={input}
          type="file"
          multiple
          hidden
          aria-label="Files to enclose"
          accept={fileEndings.map((ending) => `.${ending}`).join(",")}
          onChange={({ currentTarget }) => {
            const files = [...(currentTarget.files ?? [])];
            // The same file may be chosen again after it was left out.
            currentTarget.value = "";
            if (files.length > 0) enclose(files);
          }}
        />
        <Button
          icon={<Attach20Regular />}
          disabledFocusable={still}
          onClick={() => input.current?.click()}
        >
          {busy ? "One moment…" : "Enclose files…"}
        </Button>
        {problem !== undefined && <ProblemNotice error={problem} kept="Your reply is saved." />}
      </div>
    </Field>
  );
}

function useEnclosing(caseId: string) {
  const { api } = useDesk();
  const client = useQueryClient();
  const act = useCaseAction(caseId);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const doing = (work: () => Promise<unknown>) => {
    if (busy) return;
    setBusy(true);
    setProblem(undefined);
    work()
      .catch(setProblem)
      .finally(() => setBusy(false));
  };
  return {
    busy,
    problem,
    enclose: (files: readonly File[]) =>
      doing(async () => {
        await api.enclose(caseId, { actionId: crypto.randomUUID(), files: await enclosed(files) });
        await client.invalidateQueries({ queryKey: caseQuery(api, caseId).queryKey });
      }),
    leaveOut: (file: string) => doing(() => act({ type: "leave-out-file", file })),
  };
}
