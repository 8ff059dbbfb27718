import { Button, makeStyles, MessageBar, MessageBarBody, tokens } from "@fluentui/react-components";
import { useQueryClient } from "@tanstack/react-query";
import { useId, useState } from "react";
import type { CaseDetail, OfferedAction } from "#api/contract/case-detail.ts";
import { ActionDialog } from "../case-actions/action-dialog.tsx";
import { useCaseAction } from "../queries/case-action.ts";
import { caseQuery } from "../queries/case-detail.ts";
import { useDesk } from "../queries/desk-context.ts";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { usePress } from "../ui/use-press.ts";
import { openCommentsOf } from "./comments/open-comments.ts";
import type { DraftKeeper } from "./draft-keeper.ts";

const useStyles = makeStyles({
  foot: {
    position: "sticky",
    // The pane has a padding of its own, in which the letter would show beneath the bar.
    bottom: `calc(-1 * ${tokens.spacingVerticalM})`,
    display: "grid",
    gap: tokens.spacingVerticalS,
    justifyItems: "start",
    paddingBlock: tokens.spacingVerticalM,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  // All of it stands in the letter check; here it must leave the letter its room.
  why: {
    margin: 0,
    overflowY: "hidden",
    maxHeight: `calc(3 * ${tokens.lineHeightBase300})`,
    "@media (max-width: 639px)": { maxHeight: tokens.lineHeightBase300 },
  },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

/** The step that follows writing: under way, refused, or being taken in spite of the check. */
export type Submitting = {
  readonly press: () => void;
  readonly pressing: boolean;
  readonly problem: unknown;
  /** Why the service did not take it. */
  readonly refusal: string | undefined;
  readonly override: () => void;
  readonly savingFirst: boolean;
  readonly overriding: boolean;
  readonly stopOverriding: () => void;
};

/** Submits what is written once all of it is saved. */
export function useSubmitting(
  caseId: string,
  keeper: DraftKeeper,
  onDone: (message: string) => void,
): Submitting {
  const submit = useSubmit(caseId);
  const [refusal, setRefusal] = useState<string>();
  const [overriding, setOverriding] = useState(false);
  const { press, pressing, problem } = usePress(async () => {
    setRefusal(undefined);
    const draft = await keeper.save();
    if (draft === undefined) return;
    const outcome = await submit(draft.hash);
    if (outcome.ok) onDone(outcome.words);
    else setRefusal(outcome.words);
  });
  const { press: override, pressing: savingFirst } = usePress(async () => {
    if ((await keeper.save()) !== undefined) setOverriding(true);
  });
  const stopOverriding = () => setOverriding(false);
  return { press, pressing, problem, refusal, override, savingFirst, overriding, stopOverriding };
}

type SubmitBarProps = {
  readonly detail: CaseDetail;
  readonly submitting: Submitting;
  readonly isEmpty: boolean;
  /** What the letter lacks, when that is known of the words on the screen. */
  readonly incomplete: string | undefined;
  /** Submitting it all the same, for those who may. */
  readonly allTheSame: OfferedAction | undefined;
  readonly onDone: (message: string) => void;
};

/** Below the letter: what holds it back, and the buttons that send it on its way. */
export function SubmitBar({ detail, submitting, onDone, ...letter }: SubmitBarProps) {
  const styles = useStyles();
  const whyNot = useId();
  const { incomplete, allTheSame } = letter;
  const { problem, refusal } = submitting;
  return (
    <div className={styles.foot}>
      {refusal !== undefined && (
        <MessageBar intent="warning" layout="multiline" role="alert">
          <MessageBarBody>{refusal}</MessageBarBody>
        </MessageBar>
      )}
      {problem !== undefined && <ProblemNotice error={problem} kept="Your reply is saved." />}
      <OpenComments detail={detail} />
      {incomplete !== undefined && (
        <p id={whyNot} className={styles.why}>
          {incomplete}
        </p>
      )}
      <SubmitButtons {...letter} detail={detail} submitting={submitting} whyNot={whyNot} />
      {submitting.overriding && allTheSame !== undefined && (
        <ActionDialog
          caseId={detail.row.caseId}
          action={allTheSame}
          onDone={onDone}
          onCancel={submitting.stopOverriding}
        />
      )}
    </div>
  );
}

type SubmitButtonsProps = Omit<SubmitBarProps, "onDone"> & {
  /** The element that says what the letter lacks. */
  readonly whyNot: string;
};

function SubmitButtons({ detail, submitting, whyNot, ...letter }: SubmitButtonsProps) {
  const styles = useStyles();
  const { incomplete, isEmpty, allTheSame } = letter;
  const { press, pressing, override, savingFirst } = submitting;
  const title = detail.actions.find((each) => each.type === "submit")?.title;
  return (
    <div className={styles.buttons}>
      {title !== undefined && (
        <Button
          appearance="primary"
          aria-describedby={incomplete === undefined ? undefined : whyNot}
          disabledFocusable={pressing || isEmpty || incomplete !== undefined}
          onClick={press}
        >
          {pressing ? "Submitting…" : title}
        </Button>
      )}
      {incomplete !== undefined && allTheSame !== undefined && (
        <Button disabledFocusable={savingFirst} onClick={override}>
          {allTheSame.title}…
        </Button>
      )}
    </div>
  );
}

// They hold nobody back: what is still said between colleagues may be about something else.
function OpenComments({ detail }: Pick<SubmitBarProps, "detail">) {
  const { length } = openCommentsOf(detail);
  if (length === 0) return null;
  return <span>{length === 1 ? "1 comment is open." : `${length} comments are open.`}</span>;
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
