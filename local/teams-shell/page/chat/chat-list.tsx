import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { Link } from "react-router";
import type { Conversation, ShellPerson } from "../../api.ts";
import { pathOf } from "../routes.ts";

const useStyles = makeStyles({
  list: {
    flexShrink: 0,
    boxSizing: "border-box",
    width: "200px",
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalXXS,
    padding: tokens.spacingHorizontalS,
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
    overflow: "auto",
    "@media (max-width: 899px)": {
      width: "100%",
      flexDirection: "row",
      borderRight: "none",
      borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    },
  },
  chat: {
    flexShrink: 0,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusMedium,
    color: tokens.colorNeutralForeground1,
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    textDecorationLine: "none",
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  current: {
    fontWeight: tokens.fontWeightSemibold,
    backgroundColor: tokens.colorNeutralBackground3,
    boxShadow: `inset 3px 0 0 ${tokens.colorCompoundBrandStroke}`,
    "@media (max-width: 899px)": {
      boxShadow: `inset 0 -3px 0 ${tokens.colorCompoundBrandStroke}`,
    },
  },
});

type ChatListProps = {
  readonly person: ShellPerson;
  readonly conversations: readonly Conversation[];
  /** The conversation that is open; the chat with the bot when there is none. */
  readonly open: Conversation | undefined;
};

/** The chats of a person: the one with the bot first, then those with colleagues. */
export function ChatList({ person, conversations, open }: ChatListProps) {
  const styles = useStyles();
  const link = (conversation?: Conversation) => (
    <Link
      key={conversation?.id ?? "bot"}
      to={pathOf({ personId: person.id, view: "chat", detail: conversation?.id })}
      className={mergeClasses(styles.chat, conversation === open && styles.current)}
      aria-current={conversation === open ? "page" : undefined}
    >
      {conversation === undefined ? "Redress" : titleOf(conversation, person)}
    </Link>
  );
  return (
    <nav aria-label="Chats" className={styles.list}>
      {link()}
      {conversations.map(link)}
    </nav>
  );
}

/** What Teams calls a conversation: its own name, or the others in it. */
export function titleOf({ topic, members }: Conversation, { id }: ShellPerson): string {
  const others = members.filter((member) => member.id !== id);
  return topic ?? others.map(({ name }) => name).join(", ");
}
