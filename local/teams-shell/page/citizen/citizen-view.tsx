import {
  Button,
  Caption1,
  makeStyles,
  mergeClasses,
  tokens,
  typographyStyles,
} from "@fluentui/react-components";
import { EditRegular } from "@fluentui/react-icons";
import { useQuery } from "@tanstack/react-query";
import { useRef, useState } from "react";
import type { EstateAnswer } from "../../api.ts";
import { mailQuery } from "../shell-queries.ts";
import { Empty, Loading, Problem } from "../states.tsx";
import { CitizenPicker } from "./citizen-picker.tsx";
import { MailForm } from "./mail-form.tsx";
import { threadsOf } from "./mail-threads.ts";
import { ThreadList, type ThreadListProps } from "./thread-list.tsx";
import { ThreadView } from "./thread-view.tsx";

const useStyles = makeStyles({
  mailbox: { flexGrow: 1, minHeight: 0, display: "flex" },
  side: {
    boxSizing: "border-box",
    width: "320px",
    flexShrink: 0,
    display: "flex",
    flexDirection: "column",
    minHeight: 0,
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
    "@media (max-width: 899px)": { width: "100%", borderRight: "none" },
  },
  head: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
  },
  heading: { ...typographyStyles.subtitle2, outlineStyle: "none" },
  mail: { flexGrow: 1, minWidth: 0, overflowY: "auto", display: "flex", flexDirection: "column" },
  hiddenWhenNarrow: { "@media (max-width: 899px)": { display: "none" } },
  smtp: {
    marginTop: "auto",
    padding: tokens.spacingHorizontalM,
    color: tokens.colorNeutralForeground3,
  },
});

type CitizenViewProps = {
  readonly estate: EstateAnswer;
  readonly personId: string;
  readonly address: string | undefined;
};

/** The mailbox of somebody who writes to the council, from which complaints begin. */
export function CitizenView({ estate, personId, address }: CitizenViewProps) {
  const own = address ?? estate.citizens[0]?.address ?? "someone@example.org";
  return <Mailbox key={own} estate={estate} personId={personId} address={own} />;
}

/** What is open beside the list: a thread by its id, or a new mail. */
type Opened = { readonly kind: "thread"; readonly id: string } | { readonly kind: "new" };

function Mailbox({ estate, personId, address }: CitizenViewProps & { readonly address: string }) {
  const styles = useStyles();
  const heading = useRef<HTMLHeadingElement>(null);
  const [opened, setOpened] = useState<Opened>();
  const mail = useQuery(mailQuery(address));
  const threads = threadsOf(mail.data?.messages ?? []);
  const isWriting = opened?.kind === "new";
  const thread = threads.find(({ id }) => opened?.kind === "thread" && id === opened.id);
  const isOpen = isWriting || thread !== undefined;

  const open = (id: string) => setOpened({ kind: "thread", id });
  const close = () => {
    setOpened(undefined);
    // On a narrow screen what had the keyboard has given way to the list, once that is drawn.
    requestAnimationFrame(() => heading.current?.focus());
  };

  return (
    <div className={styles.mailbox}>
      <div className={mergeClasses(styles.side, isOpen && styles.hiddenWhenNarrow)}>
        <div className={styles.head}>
          <h1 ref={heading} tabIndex={-1} className={styles.heading}>
            A citizen’s mail
          </h1>
          <CitizenPicker citizens={estate.citizens} personId={personId} address={address} />
          <Button
            appearance="primary"
            icon={<EditRegular />}
            onClick={() => setOpened({ kind: "new" })}
          >
            Write to the council
          </Button>
        </div>
        <Threads address={address} threads={threads} openId={thread?.id} onOpen={open} />
        <OwnMailProgram estate={estate} />
      </div>
      <div className={mergeClasses(styles.mail, !isOpen && styles.hiddenWhenNarrow)}>
        {isWriting && (
          <MailForm
            title="New mail to the council"
            address={address}
            to={estate.mailboxes}
            onSent={open}
            onCancel={close}
          />
        )}
        {thread !== undefined && (
          <ThreadView
            key={thread.id}
            thread={thread}
            address={address}
            mailboxes={estate.mailboxes}
            onBack={close}
          />
        )}
        {!isOpen && (
          <Empty title="No mail open">Choose a mail from the list, or write to the council.</Empty>
        )}
      </div>
    </div>
  );
}

type ThreadsProps = ThreadListProps & { readonly address: string };

function Threads({ address, ...list }: ThreadsProps) {
  const { error, isPending, isError, refetch } = useQuery(mailQuery(address));
  if (isPending) return <Loading label="Opening the mailbox" />;
  if (isError) {
    return (
      <Problem
        title="The mailbox could not be opened"
        message={error.message}
        onRetry={() => void refetch()}
      />
    );
  }
  if (list.threads.length === 0) {
    return (
      <Empty title="No mail yet">
        Write to the council; its acknowledgement and its answers will arrive here.
      </Empty>
    );
  }
  return <ThreadList {...list} />;
}

function OwnMailProgram({ estate }: { readonly estate: EstateAnswer }) {
  const styles = useStyles();
  const { smtp, mailboxes } = estate;
  return (
    <Caption1 className={styles.smtp}>
      Any mail program can write too: SMTP at {smtp.host}, port {smtp.port}, to{" "}
      {mailboxes.join(" or ")}.
    </Caption1>
  );
}
