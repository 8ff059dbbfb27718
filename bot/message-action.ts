import { randomUUID } from "node:crypto";
import type { Activity } from "botbuilder";
import { z } from "zod";
import { LogComplaint } from "#api/contract/log-complaint.ts";
import { factsIn } from "#api/domain/mail/facts-in-text.ts";
import type { Person } from "#api/domain/people/actor.ts";
import type { Desk } from "#api/services/desk.ts";
import type { Logger } from "#api/services/ports/logger.ts";
import { loggedCard } from "./cards/answers.ts";
import { logComplaintForm, longestWords, type ComplaintForm } from "./cards/log-complaint-form.ts";
import type { TabAddress } from "./cards/tab-links.ts";
import type { Reply } from "./reply.ts";
import { readTeamsMessage } from "./teams-message.ts";

/** The command of the Teams manifest that this answers. */
export const logComplaintCommand = "logComplaint";

/** A command chosen in the menu of a message, or the form submitted that it opened. */
export type MessageAction = {
  readonly step: "open" | "submit";
  readonly commandId?: unknown;
  readonly messagePayload?: unknown;
  readonly data?: unknown;
};

const steps = {
  "composeExtension/fetchTask": "open",
  "composeExtension/submitAction": "submit",
} as const;
const invoke = z.object({
  type: z.literal("invoke"),
  name: z.enum(["composeExtension/fetchTask", "composeExtension/submitAction"]),
  value: z
    .object({ commandId: z.unknown(), messagePayload: z.unknown(), data: z.unknown() })
    .partial()
    .catch({}),
});

/** The message action in this activity, if it is one. */
export function messageActionIn(activity: Activity): MessageAction | undefined {
  const invoked = invoke.safeParse(activity);
  return invoked.success ? { step: steps[invoked.data.name], ...invoked.data.value } : undefined;
}

type Parts = {
  readonly desk: Pick<Desk, "me" | "logComplaint">;
  readonly tab: TabAddress;
  readonly logger: Logger;
};

const notLogging =
  "Your role does not log complaints. Send the message to the complaints team instead.";
const unreadable =
  "I cannot read this form, so nothing was logged. Choose Log a complaint on the message again.";
const goneWrong =
  "Something went wrong on my side. Submit it again in a minute: it is not logged twice.";

/** Opens the form for a message, or logs what was filled in: the answer is what the dialog shows next. */
export async function answerMessageAction(
  action: MessageAction,
  person: Person,
  parts: Parts,
): Promise<Reply> {
  if (action.commandId !== logComplaintCommand) return { kind: "message", text: unreadable };
  if (!parts.desk.me(person).logs) return { kind: "message", text: notLogging };
  if (action.step === "open") {
    return { kind: "card", card: logComplaintForm(formFor(action.messagePayload)) };
  }
  const form = readForm(action.data);
  return form === undefined ? { kind: "message", text: unreadable } : logged(form, person, parts);
}

async function logged(form: ComplaintForm, person: Person, parts: Parts): Promise<Reply> {
  const complaint = complaintOf(form);
  if (!complaint.success) {
    return again(form, [...new Set(complaint.error.issues.map(({ message }) => message))]);
  }
  try {
    const outcome = await parts.desk.logComplaint(person, complaint.data);
    return outcome.ok
      ? { kind: "card", card: loggedCard(outcome.value, parts.tab) }
      : again(form, [outcome.error.message]);
  } catch (fault) {
    // Answered here and not for every turn alike: what was typed must not be lost with the dialog.
    parts.logger.error("bot.turn-failed", { activityType: "invoke" }, fault);
    return again(form, [goneWrong]);
  }
}

function again(form: ComplaintForm, remarks: readonly string[]): Reply {
  return { kind: "card", card: logComplaintForm({ ...form, remarks }) };
}

/** The form as a message fills it in; what the text gives away is for the person to confirm. */
function formFor(messagePayload: unknown): ComplaintForm {
  const { source, writtenOn, subject, words, hasFiles } = readTeamsMessage(messagePayload);
  return {
    actionId: randomUUID(),
    source,
    notes: {
      words,
      name: "",
      email: emailIn(words),
      phone: factsIn(words).phone ?? "",
      subject,
      channel: "",
      receivedAt: writtenOn ?? "",
    },
    remarks: [
      ...(words.length > longestWords
        ? ["The message is longer than this form: add the rest of it on the case."]
        : []),
      ...(hasFiles ? ["Pictures and files do not come along: add them on the case."] : []),
    ],
  };
}

function emailIn(words: string): string {
  const found = words.match(/[^\s<>()[\],;:"]+@[^\s<>()[\],;:"@]+/g) ?? [];
  const addresses = found.map((each) => each.replace(/[.!?'’]+$/, ""));
  return addresses.find((each) => z.email().safeParse(each).success) ?? "";
}

const field = z.string().catch("");
const submitted = z.object({
  actionId: LogComplaint.shape.actionId,
  source: field,
  ...{ words: field, name: field, email: field, phone: field, subject: field },
  ...{ channel: field, receivedAt: field },
});

function readForm(data: unknown): ComplaintForm | undefined {
  const read = submitted.safeParse(data);
  if (!read.success) return undefined;
  const { actionId, source, ...notes } = read.data;
  return { actionId, source, notes, remarks: [] };
}

/** What `POST /api/complaints` takes; the words say where they come from. */
function complaintOf({ actionId, source, notes }: ComplaintForm) {
  const { name, email, phone, words, ...rest } = notes;
  return LogComplaint.safeParse({
    ...rest,
    actionId,
    complainant: { name, email, phone },
    words: words.trim() === "" ? "" : `${words.trim()}\n\n[From a message in Teams: ${source}]`,
  });
}
