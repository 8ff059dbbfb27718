import type { IncomingMail } from "#api/domain/mail/incoming-mail.ts";

type Given = Partial<Omit<IncomingMail, "headers" | "from" | "attachments">> & {
  readonly from?: string;
  readonly name?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly attached?: readonly string[];
};

/** A resident's mail; `from` is an address, `attached` the types of what comes with it. */
export function mailOf({
  from,
  name,
  headers = {},
  attached = [],
  ...given
}: Given = {}): IncomingMail {
  return {
    key: "0".repeat(64),
    mailbox: "complaints@wexcombe.gov.uk",
    graphId: "graph-1",
    internetMessageId: "<mail-1@example.com>",
    conversationId: "conversation-1",
    from: { name: name ?? "Joan Whitfield", email: from ?? "joan.whitfield@example.com" },
    replyTo: [],
    to: ["complaints@wexcombe.gov.uk"],
    cc: [],
    subject: "Bins not collected",
    receivedAt: "2026-11-10T09:58:00.000Z",
    text: "Our bins were missed again. Please do something about it.",
    ...given,
    headers: Object.entries(headers).map(([header, value]) => ({ name: header, value })),
    attachments: attached.map((type, index) => ({
      id: String(index),
      name: `part ${index}`,
      type,
      bytes: 1,
    })),
  };
}
