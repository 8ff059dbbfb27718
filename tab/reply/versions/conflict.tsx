import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from "@fluentui/react-components";
import { lazy, Suspense, useState } from "react";
import { useMe } from "../../queries/me.ts";
import { timeWords } from "../../ui/dates.ts";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import type { DraftKeeper } from "../draft-keeper.ts";
import type { DraftState } from "../draft-state.ts";
import { useChanges } from "./use-versions.ts";

const Differences = lazy(async () => ({
  default: (await import("./differences.tsx")).Differences,
}));

type ConflictProps = {
  readonly caseId: string;
  readonly keeper: DraftKeeper;
  readonly state: DraftState;
};

/** What a colleague saved in the meantime, how it differs, and the choice between the two. */
export function Conflict({ caseId, keeper, state }: ConflictProps) {
  const { theirs, problem, restored } = state;
  const choosing = state.progress === "saving";
  const me = useMe();
  const [shown, setShown] = useState<string>();
  const { data: changes, error } = useChanges(
    caseId,
    theirs === undefined || shown === undefined
      ? undefined
      : { from: { text: shown }, to: { hash: theirs.hash } },
  );
  if (theirs === undefined) return null;
  const who = theirs.savedBy === me.name ? "You" : theirs.savedBy;
  return (
    <>
      <MessageBar intent="warning" layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>
            {who} saved another version at {timeWords(theirs.savedAt)}
            {who === "You" && " in another window"}
          </MessageBarTitle>{" "}
          {restored !== undefined && "Below is what a window had not saved when it was closed. "}
          Your words are kept here and are not saved until you choose. Whichever you choose, both
          stay among the versions.
          <div role="alert">
            {problem !== undefined &&
              `${problem.title}. ${problem.detail} Nothing was dropped: choose again when you can.`}
          </div>
        </MessageBarBody>
        <MessageBarActions>
          <Button
            size="small"
            onClick={() => setShown(shown === undefined ? state.text : undefined)}
          >
            {shown === undefined ? "Show the differences" : "Hide the differences"}
          </Button>
          <Button size="small" disabledFocusable={choosing} onClick={() => keeper.keepMine()}>
            Save mine instead
          </Button>
          <Button
            size="small"
            disabledFocusable={choosing}
            onClick={() => void keeper.takeTheirs()}
          >
            Use their version
          </Button>
        </MessageBarActions>
      </MessageBar>
      {error !== null && <ProblemNotice error={error} kept="Your words are kept here." />}
      {shown !== undefined && changes !== undefined && (
        <section aria-label="From your words to theirs">
          <Suspense fallback={null}>
            <Differences changes={changes} />
          </Suspense>
        </section>
      )}
    </>
  );
}
