import {
  Button,
  Dialog,
  DialogSurface,
  DialogTitle,
  makeStyles,
  MessageBar,
  MessageBarBody,
  tokens,
} from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons";
import { useMutation } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import type { AdaptiveCard, TaskAnswer } from "../../api.ts";
import type { OpenPlace } from "../open-link.ts";
import { actOnMessage } from "../shell-client.ts";
import { Loading } from "../states.tsx";
import { CardView } from "./card-view.tsx";

const useStyles = makeStyles({
  surface: {
    boxSizing: "border-box",
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
    width: "600px",
    maxWidth: "96vw",
    maxHeight: "92vh",
    padding: tokens.spacingHorizontalL,
    overflow: "auto",
    "@media (max-width: 639px)": { padding: tokens.spacingHorizontalS },
  },
  head: { display: "flex", alignItems: "center", justifyContent: "space-between" },
});

type ActionDialogProps = {
  readonly personId: string;
  readonly on: { readonly conversationId: string; readonly messageId: string };
  readonly action: { readonly id: string; readonly title: string };
  readonly openPlace: OpenPlace;
  readonly onClose: () => void;
};

/** The dialog over a conversation in which the bot asks for more, and says what came of it. */
export function ActionDialog({ personId, on, action, openPlace, onClose }: ActionDialogProps) {
  const styles = useStyles();
  const [shown, setShown] = useState<{ title: string; card: AdaptiveCard }>();
  const { mutate, data, error, isPending } = useMutation({
    mutationFn: (filledIn: Record<string, unknown> | undefined) =>
      actOnMessage(personId, on, { commandId: action.id, ...(filledIn && { data: filledIn }) }),
    onSuccess: (answer: TaskAnswer) => {
      if (answer.type === "dialog") setShown(answer);
      if (answer.type === "message") setShown(undefined);
    },
  });
  const isAsked = useRef(false);
  useEffect(() => {
    if (isAsked.current) return;
    isAsked.current = true;
    mutate(undefined);
  }, [mutate]);

  const failed = data?.type === "error" ? data.text : undefined;
  return (
    <Dialog open onOpenChange={onClose}>
      <DialogSurface className={styles.surface} aria-describedby={undefined}>
        <div className={styles.head}>
          <DialogTitle action={null}>{shown?.title ?? action.title}</DialogTitle>
          <Button
            appearance="subtle"
            aria-label="Close"
            icon={<DismissRegular />}
            onClick={onClose}
          />
        </div>
        {isPending && shown === undefined && <Loading label="Asking Redress" />}
        {data?.type === "message" && <Said text={data.text} />}
        <Failed text={error?.message ?? failed} />
        {shown !== undefined && (
          <CardView
            card={shown.card}
            label={shown.title}
            isBusy={isPending}
            onPress={(press) => press.kind === "submit" && mutate(press.data)}
            openPlace={(place) => {
              const isOpened = openPlace(place);
              if (isOpened) onClose();
              return isOpened;
            }}
          />
        )}
      </DialogSurface>
    </Dialog>
  );
}

function Failed({ text }: { readonly text: string | undefined }) {
  return text === undefined ? null : <Said isError text={text} />;
}

function Said({ text, isError = false }: { readonly text: string; readonly isError?: boolean }) {
  return (
    <MessageBar
      layout="multiline"
      intent={isError ? "error" : "info"}
      role={isError ? "alert" : "status"}
    >
      <MessageBarBody>{text}</MessageBarBody>
    </MessageBar>
  );
}
