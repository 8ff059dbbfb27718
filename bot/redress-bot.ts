import type { Activity, TurnContext } from "botbuilder";
import { z } from "zod";
import { referencesIn } from "#api/domain/mail/case-reference.ts";
import type { Person } from "#api/domain/people/actor.ts";
import type { Desk } from "#api/services/desk.ts";
import type { ChatBook } from "#api/services/ports/chat-book.ts";
import type { Logger } from "#api/services/ports/logger.ts";
import { foundCaseCard, helpCard } from "./cards/answers.ts";
import type { TabAddress } from "./cards/tab-links.ts";
import { chatAddressOf } from "./chat-address.ts";
import { answerMessageAction, messageActionIn } from "./message-action.ts";
import { answerPress, type Press } from "./press.ts";
import { dialogResponseOf, invokeResponseOf, messageOf, type Reply } from "./reply.ts";
import { senderOf } from "./sender.ts";
import type { Turn } from "./teams-adapter.ts";

/** The part of the desk that can be reached from chat. */
export type ChatDesk = Pick<
  Desk,
  "findPerson" | "me" | "openCase" | "act" | "answeredCard" | "logComplaint"
>;

export type RedressBotParts = {
  readonly tab: TabAddress;
  readonly desk: () => ChatDesk;
  readonly chatBook: ChatBook;
  readonly logger: Logger;
};

const tryAgain = "Something went wrong on my side. Try again in a minute: nothing is done twice.";
const onlyAlone =
  "I talk about cases only in a chat with you alone. Open it from my name, and write to me there.";

/** What Redress does when something happens in Teams: the logic of every turn. */
export function createRedressBot(parts: RedressBotParts): Turn {
  const { tab, chatBook, logger } = parts;

  return async (context) => {
    const { activity } = context;
    try {
      const sender = await senderOf(activity, { tenantId: tab.tenantId, desk: parts.desk() });
      if (!sender.ok) {
        logger.warn("bot.sender-refused", { activityType: activity.type });
        if (awaitsAnswer(activity)) await answer(context, { kind: "message", text: sender.error });
        return;
      }
      await keepChat(activity, sender.value);
      const reply = await replyTo(activity, sender.value);
      if (reply === undefined) return;
      const messageId = await answer(context, reply);
      await keepCard(activity, reply, messageId);
    } catch (fault) {
      if (!awaitsAnswer(activity)) throw fault;
      logger.error("bot.turn-failed", { activityType: activity.type }, fault);
      await answer(context, { kind: "message", text: tryAgain });
    }
  };

  /** Only a chat with one person: a case must never be told in a channel they once wrote in. */
  async function keepChat(activity: Activity, person: Person): Promise<void> {
    // A message action tells of the conversation it was chosen in, which may be that of two people.
    if (!isAlone(activity) || messageActionIn(activity) !== undefined) return;
    if (wasUninstalled(activity)) await chatBook.forgetChat(person.id);
    else await chatBook.rememberChat(person.id, chatAddressOf(activity));
  }

  /** A card that answers a press and asks again stands in the chat like any other. */
  async function keepCard(activity: Activity, reply: Reply, sent: string): Promise<void> {
    if (reply.kind !== "card" || reply.standing === undefined) return;
    const id = activity.type === "invoke" ? (activity.replyToId ?? "") : sent;
    if (id === "") return;
    const at = { conversation: activity.conversation.id, activity: id };
    await chatBook.rememberCard({ ...reply.standing, at });
  }

  async function replyTo(activity: Activity, person: Person): Promise<Reply | undefined> {
    const press = pressIn(activity);
    if (press !== undefined) return answerPress(press, person, { desk: parts.desk(), tab });
    const action = messageActionIn(activity);
    if (action !== undefined) {
      return answerMessageAction(action, person, { desk: parts.desk(), tab, logger });
    }
    if (activity.type === "message") return replyToText(activity, person);
    if (activity.type === "installationUpdate" && activity.action === "add") {
      return isAlone(activity) ? help(person) : { kind: "message", text: onlyAlone };
    }
    return undefined;
  }

  async function replyToText(activity: Activity, person: Person): Promise<Reply> {
    if (!isAlone(activity)) return { kind: "message", text: onlyAlone };
    const [reference] = referencesIn(typed.parse(activity.text));
    if (reference === undefined) return help(person);
    const found = await parts.desk().openCase(person, reference);
    // Whether there is no such case or it is not theirs to see is not for them to learn.
    return found.ok
      ? { kind: "card", card: foundCaseCard(found.value.row, tab) }
      : { kind: "message", text: `I find no case ${reference} that you can open.` };
  }

  function help(person: Person): Reply {
    return { kind: "card", card: helpCard(tab, parts.desk().me(person)) };
  }
}

/** Sends the reply; the id of the message it became, where it did. */
async function answer(context: TurnContext, reply: Reply): Promise<string> {
  const sent = await context.sendActivity(answerIn(context.activity, reply));
  return sent?.id ?? "";
}

function answerIn(activity: Activity, reply: Reply): Partial<Activity> {
  if (activity.type !== "invoke") return messageOf(reply);
  return messageActionIn(activity) === undefined
    ? invokeResponseOf(reply)
    : dialogResponseOf(reply);
}

/** A message of pictures alone has no text. */
const typed = z.string().catch("");
const execute = z.object({
  type: z.literal("invoke"),
  name: z.literal("adaptiveCard/action"),
  value: z
    .object({ action: z.object({ verb: z.unknown(), data: z.unknown() }) })
    .catch({ action: { verb: undefined, data: undefined } }),
});
const submit = z.object({
  type: z.literal("message"),
  value: z.looseObject({ verb: z.unknown() }),
});

/** A card pressed in this activity, by Action.Execute or by its fallback Action.Submit. */
function pressIn(activity: Activity): Press | undefined {
  const messageId = activity.replyToId ?? "";
  const executed = execute.safeParse(activity);
  if (executed.success) return { ...executed.data.value.action, messageId };
  const submitted = submit.safeParse(activity);
  if (!submitted.success) return undefined;
  return { verb: submitted.data.value.verb, data: submitted.data.value, messageId };
}

/** Whether somebody looks at the chat and waits: not so when an administrator installs the app. */
function awaitsAnswer({ type }: Activity): boolean {
  return type === "message" || type === "invoke";
}

function isAlone({ conversation }: Activity): boolean {
  return conversation.conversationType === "personal";
}

/** An upgrade removes and adds at once (`remove-upgrade`) and leaves the chat as it was. */
function wasUninstalled({ type, action }: Activity): boolean {
  return type === "installationUpdate" && action === "remove";
}
