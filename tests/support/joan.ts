import { createHash } from "node:crypto";
import type { IncomingMail } from "#api/domain/mail/incoming-mail.ts";
import type { CitizenMessage } from "#local/teams-shell/api.ts";
import { estate } from "#local/estate.ts";
import { plainMail } from "#tests/local/mailbox/estate-mail.ts";
import type { Council } from "./council.ts";

/** The citizen of these scenarios, and what she wrote. */
export const joan = {
  name: "Joan Whitfield",
  address: "joan.whitfield@example.com",
  subject: "Recycling missed for the third time",
  text: "My recycling bin has been missed again. I live at 4 Quay Street.",
  /** Says all that the Code wants of a stage 1 answer. */
  letter: `Dear Joan Whitfield

This is our stage 1 answer. You told us that your recycling bin was missed again.

We uphold your complaint, because our records show that the crew missed Quay Street & nobody came back. We are sorry for that. The crew will come tomorrow. After that nothing is left to do.

If you are not satisfied with this answer, reply to this message and ask for stage 2.

Yours sincerely
Wexcombe`,
};

/** Words that must never leave the case: of her, of the mails, and of the people who work on them. */
export const personalWords: readonly string[] = [
  joan.name,
  "Whitfield",
  joan.address,
  "joan.whitfield",
  joan.subject,
  "Quay Street",
  "recycling",
  ...estate.people.flatMap(({ name, mail }) => [name, mail]),
];

type Mail = {
  readonly id?: string;
  readonly from?: string;
  readonly subject?: string;
  readonly text?: string;
  readonly headers?: Readonly<Record<string, string>>;
};

/** A mail arrives in the shared mailbox; from Joan unless told otherwise. */
export function arrives(
  council: Council,
  { id, from, subject, text, headers }: Mail = {},
): Promise<{ id: string; internetMessageId: string }> {
  return council.mailbox.deliver(
    plainMail({
      from: from ?? `${joan.name} <${joan.address}>`,
      subject: subject ?? joan.subject,
      body: text ?? joan.text,
      headers: { ...(id === undefined ? {} : { "Message-ID": id }), ...headers },
    }),
  );
}

/** Joan answers a mail of hers or of the council. */
export function answers(council: Council, mail: CitizenMessage | { internetMessageId: string }) {
  return arrives(council, {
    subject: `Re: ${joan.subject}`,
    text: "It has been missed again today.",
    headers: { "In-Reply-To": mail.internetMessageId, References: mail.internetMessageId },
  });
}

/** What somebody has received from the council, oldest first. */
export function received(council: Council, address = joan.address): CitizenMessage[] {
  return council.mailbox.mailFor(address).filter(({ direction }) => direction === "received");
}

/** The letters among it that answer a stage, spacing aside. */
export function lettersSaying(council: Council, letter: string): CitizenMessage[] {
  const squeeze = (text: string): string => text.replaceAll(/\s+/g, "");
  return received(council).filter(({ text }) => squeeze(text).includes(squeeze(letter)));
}

export const hashOf = (text: string): string => createHash("sha256").update(text).digest("hex");

export async function readMail(council: Council, mail: { id: string }): Promise<IncomingMail> {
  const found = await council.process().mailbox.read({ mailbox: estate.mailbox, graphId: mail.id });
  if (found === undefined) throw new Error("The mail is not in the mailbox.");
  return found;
}
