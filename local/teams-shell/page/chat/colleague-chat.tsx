import {
  Avatar,
  Button,
  Caption1,
  makeStyles,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  mergeClasses,
  Subtitle2,
  tokens,
} from "@fluentui/react-components";
import { MoreHorizontalRegular } from "@fluentui/react-icons";
import { useState } from "react";
import { londonTime } from "#api/domain/calendar/london-date.ts";
import type { Conversation, EstateAnswer, ShellPerson } from "../../api.ts";
import { dayInWords } from "../clock/london-time.ts";
import type { OpenPlace } from "../open-link.ts";
import { ActionDialog } from "./action-dialog.tsx";
import { titleOf } from "./chat-list.tsx";

const useStyles = makeStyles({
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
  meta: { color: tokens.colorNeutralForeground3 },
  log: {
    flexGrow: 1,
    overflowY: "auto",
    margin: 0,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    listStyleType: "none",
    "@media (max-width: 639px)": { padding: tokens.spacingHorizontalS },
  },
  message: {
    display: "grid",
    gridTemplateColumns: "32px minmax(0, min(640px, 100%)) auto",
    columnGap: tokens.spacingHorizontalS,
    alignItems: "start",
    justifyContent: "start",
    marginBottom: tokens.spacingVerticalM,
  },
  words: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    backgroundColor: tokens.colorNeutralBackground3,
    overflowWrap: "anywhere",
    "& p": { margin: 0 },
    "& p + p, & ul + p": { marginTop: tokens.spacingVerticalS },
    "& ul": { margin: 0, paddingInlineStart: "20px" },
    "& at": { color: tokens.colorBrandForegroundLink },
    "& blockquote": {
      margin: `0 0 ${tokens.spacingVerticalS}`,
      paddingInlineStart: tokens.spacingHorizontalS,
      borderLeft: `3px solid ${tokens.colorNeutralStroke1}`,
      color: tokens.colorNeutralForeground2,
    },
  },
  own: { backgroundColor: tokens.colorBrandBackground2 },
});

type Message = Conversation["messages"][number];

type ColleagueChatProps = {
  readonly conversation: Conversation;
  readonly person: ShellPerson;
  readonly messageActions: EstateAnswer["messageActions"];
  readonly openPlace: OpenPlace;
};

/** A conversation with colleagues; each message has a menu with what the app can do with it. */
export function ColleagueChat(props: ColleagueChatProps) {
  const { conversation, person, openPlace } = props;
  const styles = useStyles();
  const [chosen, setChosen] = useState<{ messageId: string; id: string; title: string }>();
  const title = titleOf(conversation, person);
  return (
    <div className={styles.chat}>
      <div className={styles.heading}>
        <Avatar aria-hidden name={title} color="colorful" />
        <div className={styles.titles}>
          <Subtitle2 as="h1">{title}</Subtitle2>
          <Caption1 className={styles.meta}>
            {conversation.members.map(({ name }) => name).join(", ")}
          </Caption1>
        </div>
      </div>
      <ol aria-label="Messages" className={styles.log}>
        {conversation.messages.map((message) => (
          <ColleagueMessage
            key={message.id}
            {...props}
            message={message}
            onChoose={(action) => setChosen({ messageId: message.id, ...action })}
          />
        ))}
      </ol>
      {chosen !== undefined && (
        <ActionDialog
          personId={person.id}
          on={{ conversationId: conversation.id, messageId: chosen.messageId }}
          action={chosen}
          openPlace={openPlace}
          onClose={() => setChosen(undefined)}
        />
      )}
    </div>
  );
}

type ColleagueMessageProps = ColleagueChatProps & {
  readonly message: Message;
  readonly onChoose: (action: EstateAnswer["messageActions"][number]) => void;
};

function ColleagueMessage({ message, person, messageActions, onChoose }: ColleagueMessageProps) {
  const styles = useStyles();
  const isOwn = message.from.id === person.id;
  const when = `${dayInWords(message.at)}, ${londonTime(message.at)}`;
  return (
    <li className={styles.message}>
      <Avatar aria-hidden name={message.from.name} color="colorful" />
      <div>
        <Caption1 block className={styles.meta}>
          {isOwn ? "You" : message.from.name} · {when}
        </Caption1>
        <div
          className={mergeClasses(styles.words, isOwn && styles.own)}
          dangerouslySetInnerHTML={{ __html: withoutPictures(message.html) }}
        />
      </div>
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <Button
            appearance="subtle"
            icon={<MoreHorizontalRegular />}
            aria-label={`More options for the message of ${message.from.name}, ${when}`}
          />
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            {messageActions.map((action) => (
              <MenuItem key={action.id} subText="Redress" onClick={() => onChoose(action)}>
                {action.title}
              </MenuItem>
            ))}
          </MenuList>
        </MenuPopover>
      </Menu>
    </li>
  );
}

/** The estate's own sample messages; an emoji, a picture from the network in Teams, is a character here. */
const withoutPictures = (html: string): string =>
  html.replaceAll(/<img\b[^>]*?alt="([^"]*)"[^>]*>/g, "$1");
