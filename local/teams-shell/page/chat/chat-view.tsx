import {
  Avatar,
  Caption1,
  Divider,
  makeStyles,
  Subtitle2,
  tokens,
} from "@fluentui/react-components";
import { BotRegular } from "@fluentui/react-icons";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Fragment, useEffect, useLayoutEffect, useRef, useSyncExternalStore } from "react";
import type { ChatMessage, EstateAnswer, ShellPerson } from "../../api.ts";
import { dayInWords } from "../clock/london-time.ts";
import type { OpenPlace } from "../open-link.ts";
import { markChatRead } from "../shell-client.ts";
import { chatQuery, conversationsQuery } from "../shell-queries.ts";
import { Empty, Loading, Problem } from "../states.tsx";
import { ChatList } from "./chat-list.tsx";
import { Message } from "./chat-message.tsx";
import { ColleagueChat } from "./colleague-chat.tsx";
import { Composer } from "./composer.tsx";

const useStyles = makeStyles({
  chats: {
    flexGrow: 1,
    minHeight: 0,
    display: "flex",
    "@media (max-width: 899px)": { flexDirection: "column" },
  },
  chat: { flexGrow: 1, minWidth: 0, minHeight: 0, display: "flex", flexDirection: "column" },
  heading: {
    flexShrink: 0,
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  titles: { display: "flex", flexDirection: "column", minWidth: 0 },
  subtitle: { color: tokens.colorNeutralForeground3 },
  log: {
    flexGrow: 1,
    minHeight: "120px",
    overflowY: "auto",
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    "@media (max-width: 639px)": { padding: tokens.spacingHorizontalS },
  },
  list: { listStyleType: "none", margin: 0, padding: 0 },
  day: { margin: `${tokens.spacingVerticalS} 0 ${tokens.spacingVerticalM}` },
});

type BotChatProps = { readonly person: ShellPerson; readonly openPlace: OpenPlace };

type ChatViewProps = BotChatProps & {
  readonly messageActions: EstateAnswer["messageActions"];
  /** The conversation that the address names; the chat with the bot when it names none. */
  readonly conversationId: string | undefined;
};

/** A person's chats: with the bot, and with colleagues where there are any. */
export function ChatView({ conversationId, messageActions, ...props }: ChatViewProps) {
  const styles = useStyles();
  const { data } = useQuery(conversationsQuery(props.person.id));
  const conversations = data?.conversations ?? [];
  const open = conversations.find(({ id }) => id === conversationId);
  return (
    <div className={styles.chats}>
      {conversations.length > 0 && (
        <ChatList person={props.person} conversations={conversations} open={open} />
      )}
      {open === undefined ? (
        <BotChat {...props} />
      ) : (
        <ColleagueChat
          key={open.id}
          {...props}
          conversation={open}
          messageActions={messageActions}
        />
      )}
    </div>
  );
}

function BotChat({ person, openPlace }: BotChatProps) {
  const styles = useStyles();
  const { data, error, isPending, refetch } = useQuery(chatQuery(person.id));
  useReadReceipt(person.id, data?.unread ?? 0);
  if (isPending) return <Loading label="Opening the chat" />;
  if (data === undefined) {
    return (
      <Problem
        title="The chat could not be opened"
        message={error.message}
        onRetry={() => void refetch()}
      />
    );
  }
  return (
    <div className={styles.chat}>
      <div className={styles.heading}>
        <Avatar aria-hidden icon={<BotRegular />} shape="square" color="brand" />
        <div className={styles.titles}>
          <Subtitle2 as="h1">Redress</Subtitle2>
          <Caption1 className={styles.subtitle}>Bot · chat with {person.name}</Caption1>
        </div>
      </div>
      <MessageLog messages={data.messages} person={person} openPlace={openPlace} />
      <Composer personId={person.id} />
    </div>
  );
}

type MessageLogProps = BotChatProps & { readonly messages: readonly ChatMessage[] };

function MessageLog({ messages, person, openPlace }: MessageLogProps) {
  const styles = useStyles();
  const log = useRef<HTMLDivElement>(null);
  const newest = messages.at(-1)?.id;
  useLayoutEffect(() => {
    log.current?.scrollTo({ top: log.current.scrollHeight });
  }, [newest]);
  return (
    <div ref={log} role="log" aria-label="Messages" tabIndex={0} className={styles.log}>
      {messages.length === 0 && (
        <Empty title="Nothing here yet">
          Redress writes here when something needs {person.name}. You can also write first: try
          “help”.
        </Empty>
      )}
      <ol className={styles.list}>
        {messages.map((message, index) => (
          <Fragment key={message.id}>
            {dayOf(message) !== dayOf(messages[index - 1]) && (
              <li>
                <Divider className={styles.day}>{dayOf(message)}</Divider>
              </li>
            )}
            <Message message={message} person={person} openPlace={openPlace} />
          </Fragment>
        ))}
      </ol>
    </div>
  );
}

const dayOf = (message: ChatMessage | undefined): string | undefined =>
  message && dayInWords(message.at);

/** Tells the server that the chat was seen, whenever there is something new and the window is in sight. */
function useReadReceipt(personId: string, unread: number): void {
  const queries = useQueryClient();
  const isInSight = useSyncExternalStore(
    (onChange) => {
      document.addEventListener("visibilitychange", onChange);
      return () => document.removeEventListener("visibilitychange", onChange);
    },
    () => document.visibilityState === "visible",
  );
  useEffect(() => {
    if (unread === 0 || !isInSight) return;
    void markChatRead(personId).then(
      () => queries.invalidateQueries(chatQuery(personId)),
      // The badge stays until the chat is next opened, which says the same.
      () => undefined,
    );
  }, [queries, personId, unread, isInSight]);
}
