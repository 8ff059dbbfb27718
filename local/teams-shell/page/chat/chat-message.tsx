import {
  Avatar,
  Caption1,
  makeStyles,
  MessageBar,
  MessageBarBody,
  mergeClasses,
  tokens,
} from "@fluentui/react-components";
import { BotRegular } from "@fluentui/react-icons";
import { type QueryClient, useMutation, useQueryClient } from "@tanstack/react-query";
import { londonTime } from "#api/domain/calendar/london-date.ts";
import type { AdaptiveCard, ChatMessage, InvokeAnswer, ShellPerson } from "../../api.ts";
import { htmlOfMarkdown } from "../markdown.ts";
import { linkFollower, type OpenPlace } from "../open-link.ts";
import { invokeCardAction, sendChatText } from "../shell-client.ts";
import { chatQuery } from "../shell-queries.ts";
import { type CardPress, CardView } from "./card-view.tsx";

const useStyles = makeStyles({
  message: {
    display: "grid",
    gridTemplateColumns: "32px minmax(0, 1fr)",
    columnGap: tokens.spacingHorizontalS,
    marginBottom: tokens.spacingVerticalM,
    "@media (max-width: 639px)": { gridTemplateColumns: "minmax(0, 1fr)" },
  },
  face: { "@media (max-width: 639px)": { display: "none" } },
  own: { gridTemplateColumns: "minmax(0, 1fr)", justifyItems: "end" },
  body: { maxWidth: "min(100%, 640px)", minWidth: 0 },
  withCard: { width: "min(100%, 640px)" },
  meta: { display: "block", color: tokens.colorNeutralForeground3, marginBottom: "2px" },
  ownMeta: { textAlign: "end" },
  bubble: {
    width: "fit-content",
    maxWidth: "100%",
    boxSizing: "border-box",
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground3,
    overflowWrap: "anywhere",
    border: `1px solid ${tokens.colorTransparentStroke}`,
    "& p": { margin: 0 },
    "& p + p": { marginTop: tokens.spacingVerticalS },
    "& ul, & ol": { margin: 0, paddingInlineStart: "20px" },
    "& a": { color: tokens.colorBrandForegroundLink },
  },
  ownBubble: { backgroundColor: tokens.colorBrandBackground2, marginInlineStart: "auto" },
  card: { marginTop: tokens.spacingVerticalXS },
  answer: { marginTop: tokens.spacingVerticalXS },
});

type MessageProps = {
  readonly message: ChatMessage;
  readonly person: ShellPerson;
  readonly openPlace: OpenPlace;
};

/** One message of the chat: words, a card, or both. */
export function Message({ message, person, openPlace }: MessageProps) {
  const styles = useStyles();
  const isOwn = message.from === "person";
  const time = londonTime(message.at);
  return (
    <li className={mergeClasses(styles.message, isOwn && styles.own)}>
      {!isOwn && (
        <Avatar
          aria-hidden
          className={styles.face}
          icon={<BotRegular />}
          shape="square"
          color="brand"
        />
      )}
      <div className={mergeClasses(styles.body, message.card && styles.withCard)}>
        <Caption1 className={mergeClasses(styles.meta, isOwn && styles.ownMeta)}>
          {isOwn ? "You" : "Redress"} {time}
          {message.updatedAt !== undefined && <> · updated {londonTime(message.updatedAt)}</>}
        </Caption1>
        {message.text !== undefined && message.text !== "" && (
          // Links are anchors and take the keyboard; the bubble only routes their clicks.
          <div
            className={mergeClasses(styles.bubble, isOwn && styles.ownBubble)}
            onClick={linkFollower(openPlace)}
            dangerouslySetInnerHTML={{ __html: htmlOfMarkdown(message.text) }}
          />
        )}
        {message.card !== undefined && (
          <CardMessage
            person={person}
            activityId={message.id}
            card={message.card}
            label={`Card from Redress, ${time}`}
            openPlace={openPlace}
          />
        )}
      </div>
    </li>
  );
}

type CardMessageProps = {
  readonly person: ShellPerson;
  readonly activityId: string;
  readonly card: AdaptiveCard;
  readonly label: string;
  readonly openPlace: OpenPlace;
};

function CardMessage({ person, activityId, card, label, openPlace }: CardMessageProps) {
  const styles = useStyles();
  const queries = useQueryClient();
  const { mutate, data, error, isPending } = useMutation({
    mutationFn: (press: CardPress) => answerPress(person.id, activityId, press),
    onSuccess(answer) {
      if (answer?.type === "card") replaceCard(queries, { person, activityId, card: answer.card });
    },
  });
  return (
    <div className={styles.card}>
      <CardView
        card={card}
        label={label}
        isBusy={isPending}
        onPress={mutate}
        openPlace={openPlace}
      />
      {data?.type === "message" && <CardAnswer text={data.text} />}
      {data?.type === "error" && <CardAnswer isError text={data.text} />}
      {error !== null && <CardAnswer isError text={error.message} />}
    </div>
  );
}

function CardAnswer({
  text,
  isError = false,
}: {
  readonly text: string;
  readonly isError?: boolean;
}) {
  const styles = useStyles();
  return (
    <MessageBar
      className={styles.answer}
      layout="multiline"
      intent={isError ? "error" : "info"}
      role={isError ? "alert" : "status"}
    >
      <MessageBarBody>{text}</MessageBarBody>
    </MessageBar>
  );
}

/** Shows the bot's new card at once, without waiting to hear from the server that it changed. */
function replaceCard(
  queries: QueryClient,
  { person, activityId, card }: Pick<CardMessageProps, "person" | "activityId" | "card">,
): void {
  queries.setQueryData(
    chatQuery(person.id).queryKey,
    (chat) =>
      chat && {
        ...chat,
        messages: chat.messages.map((message) =>
          message.id === activityId ? { ...message, card } : message,
        ),
      },
  );
}

async function answerPress(
  personId: string,
  activityId: string,
  press: CardPress,
): Promise<InvokeAnswer | undefined> {
  switch (press.kind) {
    case "execute":
      return invokeCardAction(personId, activityId, { verb: press.verb, data: press.data });
    case "say":
      await sendChatText(personId, press.text);
      return undefined;
    case "submit":
      return {
        type: "error",
        status: 400,
        text: "Outside of a dialog this Teams shell does not carry Action.Submit with data; use Action.Execute.",
      };
  }
}
