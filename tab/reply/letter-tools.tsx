import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { lazy, Suspense, useState } from "react";
import { useToast } from "../ui/toasts.tsx";
import { usePress } from "../ui/use-press.ts";
import type { DraftKeeper } from "./draft-keeper.ts";
import type { DraftState } from "./draft-state.ts";
import { Presence } from "./presence.tsx";

const VersionsDialog = lazy(async () => ({
  default: (await import("./versions/versions-dialog.tsx")).VersionsDialog,
}));

const useStyles = makeStyles({
  tools: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: tokens.spacingHorizontalS,
  },
});

type LetterToolsProps = {
  readonly caseId: string;
  readonly keeper: DraftKeeper;
  readonly state: DraftState;
  readonly locked: boolean;
};

/** Who else is at this letter, and its versions. */
export function LetterTools({ caseId, keeper, state, locked }: LetterToolsProps) {
  const styles = useStyles();
  const toast = useToast();
  const { press, pressing } = usePress(async () => {
    if ((await keeper.keepVersion()) !== undefined) toast("This version is kept.");
  });
  return (
    <div className={styles.tools}>
      <VersionsButton
        caseId={caseId}
        onOpen={() => void keeper.leave()}
        {...(locked ? {} : { onGoBack: (text: string) => void keeper.goBackTo(text) })}
      />
      <Button
        size="small"
        disabledFocusable={pressing || locked || state.text.trim() === ""}
        onClick={press}
      >
        Keep this version
      </Button>
      <Presence
        caseId={caseId}
        from={(state.theirs ?? state.saved)?.hash}
        saving={state.progress === "saving"}
      />
    </div>
  );
}

type VersionsButtonProps = {
  readonly caseId: string;
  readonly onOpen?: () => void;
  readonly onGoBack?: (text: string) => void;
};

/** Opens the versions of a case's letters. */
export function VersionsButton({ caseId, onOpen, onGoBack }: VersionsButtonProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        size="small"
        onClick={() => {
          onOpen?.();
          setOpen(true);
        }}
      >
        Versions
      </Button>
      {isOpen && (
        <Suspense fallback={null}>
          <VersionsDialog caseId={caseId} onClose={() => setOpen(false)} onGoBack={onGoBack} />
        </Suspense>
      )}
    </>
  );
}
