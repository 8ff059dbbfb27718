import {
  Button,
  Caption1,
  Field,
  Input,
  makeStyles,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  Select,
  Subtitle2,
  Textarea,
  tokens,
} from "@fluentui/react-components";
import { SendRegular } from "@fluentui/react-icons";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type SyntheticEvent, useState } from "react";
import { sendCitizenMail } from "../shell-client.ts";
import { mailQuery } from "../shell-queries.ts";
import { AttachmentPicker } from "./attachment-picker.tsx";
import { ExampleMenu } from "./example-menu.tsx";
import { contentOf } from "./file-content.ts";

const useStyles = makeStyles({
  form: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalL,
    "@media (max-width: 639px)": { padding: tokens.spacingHorizontalS },
  },
  head: { display: "flex", alignItems: "center", justifyContent: "space-between" },
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  to: { color: tokens.colorNeutralForeground3, overflowWrap: "anywhere" },
});

type MailFormProps = {
  readonly title: string;
  /** The citizen who writes. */
  readonly address: string;
  /** Where it goes; of several the citizen chooses one. */
  readonly to: readonly string[];
  /** Given for a reply, which then keeps it. */
  readonly subject?: string;
  readonly inReplyTo?: string | undefined;
  readonly onSent: (internetMessageId: string) => void;
  readonly onCancel: () => void;
};

/** Writes a mail to the council, new or in reply; what the mail server refuses is said in its words. */
export function MailForm({
  title,
  address,
  to,
  inReplyTo,
  onSent,
  onCancel,
  ...given
}: MailFormProps) {
  const styles = useStyles();
  const queries = useQueryClient();
  const [mailbox = "", setMailbox] = useState(to[0]);
  const [subject, setSubject] = useState(given.subject ?? "");
  const [text, setText] = useState("");
  const [files, setFiles] = useState<readonly File[]>([]);
  const isReply = given.subject !== undefined;

  const { mutate, error, isPending } = useMutation({
    mutationFn: async () => {
      const attachments = await Promise.all(files.map(contentOf));
      return sendCitizenMail(address, { to: mailbox, subject, text, inReplyTo, attachments });
    },
    async onSuccess({ internetMessageId }) {
      await queries.invalidateQueries(mailQuery(address));
      onSent(internetMessageId);
    },
  });
  const send = (event: SyntheticEvent) => {
    event.preventDefault();
    if (!isPending) mutate();
  };

  return (
    <form className={styles.form} onSubmit={send} aria-label={title}>
      <div className={styles.head}>
        <Subtitle2 as="h2">{title}</Subtitle2>
        {!isReply && (
          <ExampleMenu
            onChosen={(example) => {
              setSubject(example.subject);
              setText(example.text);
            }}
          />
        )}
      </div>
      {to.length === 1 ? (
        <Caption1 className={styles.to}>
          To {mailbox}, from {address}
        </Caption1>
      ) : (
        <Field label="To" hint={`From ${address}`}>
          <Select value={mailbox} onChange={(_, data) => setMailbox(data.value)}>
            {to.map((one) => (
              <option key={one}>{one}</option>
            ))}
          </Select>
        </Field>
      )}
      {!isReply && (
        <Field label="Subject">
          <Input autoFocus value={subject} onChange={(_, data) => setSubject(data.value)} />
        </Field>
      )}
      <Field label="Message">
        <Textarea
          autoFocus={isReply}
          rows={isReply ? 6 : 12}
          resize="vertical"
          value={text}
          onChange={(_, data) => setText(data.value)}
        />
      </Field>
      <AttachmentPicker files={files} onFiles={setFiles} />
      {error !== null && (
        <MessageBar intent="error" layout="multiline" role="alert">
          <MessageBarBody>
            <MessageBarTitle>The mail was not sent.</MessageBarTitle>
            {error.message}
          </MessageBarBody>
        </MessageBar>
      )}
      <div className={styles.actions}>
        <Button
          type="submit"
          appearance="primary"
          icon={<SendRegular />}
          disabledFocusable={isPending}
        >
          {isPending ? "Sending…" : "Send mail"}
        </Button>
        <Button onClick={onCancel}>Cancel</Button>
      </div>
    </form>
  );
}
