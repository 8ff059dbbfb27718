import {
  Button,
  Caption1,
  makeStyles,
  mergeClasses,
  Subtitle2,
  tokens,
} from "@fluentui/react-components";
import { EditRegular } from "@fluentui/react-icons";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { CitizenMessage, EstateAnswer } from "../../api.ts";
import { mailQuery } from "../shell-queries.ts";
import { Empty, Loading, Problem } from "../states.tsx";
import { CitizenPicker } from "./citizen-picker.tsx";
import { MailForm } from "./mail-form.tsx";
import { threadsOf } from "./mail-threads.ts";
import { ThreadList } from "./thread-list.tsx";
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

/** What is open beside the list: a thread, a new mail, or nothing. */
type Opened = { readonly kind: "thread"; readonly id: string } | { readonly kind: "new" };

function Mailbox({ estate, personId, address }: CitizenViewProps & { readonly address: string }) {
  const styles = useStyles();
  const [opened, setOpened] = useState<Opened>();
  const { smtp } = estate;
  return (
    <div className={styles.mailbox}>
      <div className={mergeClasses(styles.side, opened && styles.hiddenWhenNarrow)}>
        <div className={styles.head}>
          <Subtitle2 as="h1">A citizen’s mail</Subtitle2>
          <CitizenPicker citizens={estate.citizens} personId={personId} address={address} />
          <Button
            appearance="primary"
            icon={<EditRegular />}
            onClick={() => setOpened({ kind: "new" })}
          >
            Write to the council
          </Button>
        </div>
        <Threads address={address} opened={opened} onOpen={setOpened} />
        <Caption1 className={styles.smtp}>
          Any mail program can write too: SMTP at {smtp.host}, port {smtp.port}, to {estate.mailbox}
          .
        </Caption1>
      </div>
      <div className={mergeClasses(styles.mail, !opened && styles.hiddenWhenNarrow)}>
        <OpenedMail estate={estate} address={address} opened={opened} onOpen={setOpened} />
      </div>
    </div>
  );
}

type OpenedProps = {
  readonly address: string;
  readonly opened: Opened | undefined;
  readonly onOpen: (opened: Opened | undefined) => void;
};

function Threads({ address, opened, onOpen }: OpenedProps) {
  const { data, error, isPending, refetch } = useQuery(mailQuery(address));
  if (isPending) return <Loading label="Opening the mailbox" />;
  if (data === undefined) {
    return (
      <Problem
        title="The mailbox could not be opened"
        message={error.message}
        onRetry={() => void refetch()}
      />
    );
  }
  if (data.messages.length === 0) {
    return (
      <Empty title="No mail yet">
        Write to the council; its acknowledgement and its answers will arrive here.
      </Empty>
    );
  }
  return (
    <ThreadList
      threads={threadsOf(data.messages)}
      openId={opened?.kind === "thread" ? opened.id : undefined}
      onOpen={(id) => onOpen({ kind: "thread", id })}
    />
  );
}

function OpenedMail({
  estate,
  address,
  opened,
  onOpen,
}: OpenedProps & { readonly estate: EstateAnswer }) {
  const { data } = useQuery(mailQuery(address));
  const close = () => onOpen(undefined);
  if (opened?.kind === "new") {
    return (
      <MailForm
        title="New mail to the council"
        address={address}
        to={estate.mailbox}
        onSent={(id) => onOpen({ kind: "thread", id })}
        onCancel={close}
      />
    );
  }
  const thread = findThread(data?.messages ?? [], opened?.id);
  if (thread === undefined) {
    return (
      <Empty title="No mail open">Choose a mail from the list, or write to the council.</Empty>
    );
  }
  return (
    <ThreadView
      key={thread.id}
      thread={thread}
      address={address}
      mailbox={estate.mailbox}
      onBack={close}
    />
  );
}

const findThread = (messages: readonly CitizenMessage[], id: string | undefined) =>
  threadsOf(messages).find((thread) => thread.id === id);
