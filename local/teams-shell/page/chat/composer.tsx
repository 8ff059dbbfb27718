import { Button, Field, makeStyles, Textarea, tokens } from "@fluentui/react-components";
import { SendRegular } from "@fluentui/react-icons";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type KeyboardEvent, type SyntheticEvent, useState } from "react";
import { sendChatText } from "../shell-client.ts";
import { chatQuery } from "../shell-queries.ts";

const useStyles = makeStyles({
  composer: {
    flexShrink: 0,
    display: "flex",
    alignItems: "flex-start",
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL} ${tokens.spacingVerticalM}`,
    "@media (max-width: 639px)": { padding: tokens.spacingHorizontalS },
  },
  field: { flexGrow: 1 },
  text: { minHeight: "32px" },
});

/** Where the person writes to the bot: Enter sends, Shift and Enter begin a new line. */
export function Composer({ personId }: { readonly personId: string }) {
  const styles = useStyles();
  const queries = useQueryClient();
  const [text, setText] = useState("");
  const { mutate, error, isPending } = useMutation({
    mutationFn: () => sendChatText(personId, text.trim()),
    onSuccess() {
      setText("");
      return queries.invalidateQueries(chatQuery(personId));
    },
  });
  const send = (event: SyntheticEvent) => {
    event.preventDefault();
    if (text.trim() !== "" && !isPending) mutate();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter" && !event.shiftKey && !event.nativeEvent.isComposing) send(event);
  };
  return (
    <form className={styles.composer} onSubmit={send}>
      <Field className={styles.field} validationMessage={error?.message ?? null}>
        <Textarea
          aria-label="Message to Redress"
          placeholder="Type a message"
          textarea={{ rows: 1, className: styles.text }}
          value={text}
          onChange={(_, data) => setText(data.value)}
          onKeyDown={onKeyDown}
        />
      </Field>
      <Button
        type="submit"
        appearance="subtle"
        icon={<SendRegular />}
        aria-label="Send"
        disabledFocusable={isPending}
      />
    </form>
  );
}
