import { createTransport } from "nodemailer";
import { z } from "zod";
import type { CitizenMessage, sendMailRequestSchema } from "../api.ts";
import { citizens } from "../../mailbox/citizens.ts";

/** Where the estate takes mail in. */
export type SmtpAddress = { readonly host: string; readonly port: number };

/** What became of a citizen's mail. */
export type Sending =
  | { readonly kind: "sent"; readonly internetMessageId: string }
  | { readonly kind: "refused"; readonly why: string }
  | { readonly kind: "unreachable"; readonly why: string };

type OutgoingMail = {
  readonly from: string;
  readonly date: Date;
  readonly mail: z.output<typeof sendMailRequestSchema>;
  /** The citizen's mailbox, in which the mail that is answered is found. */
  readonly mailbox: readonly CitizenMessage[];
};

/** Sends a citizen's mail by SMTP, as their own mail client would. */
export const sendMail = async (smtp: SmtpAddress, outgoing: OutgoingMail): Promise<Sending> => {
  const { from, date, mail, mailbox } = outgoing;
  const { to, subject, text, inReplyTo, attachments } = mail;
  const transport = createTransport({ ...smtp, secure: false, ignoreTLS: true });
  try {
    const { messageId } = await transport.sendMail({
      from: { name: nameOf(from), address: from },
      to,
      date,
      subject,
      text,
      ...(inReplyTo !== undefined && { inReplyTo, references: thread(inReplyTo, mailbox) }),
      attachments: attachments.map(({ name, type, contentBase64 }) => ({
        filename: name,
        contentType: type,
        content: Buffer.from(contentBase64, "base64"),
      })),
    });
    return { kind: "sent", internetMessageId: messageId };
  } catch (error) {
    return whyNotSent(error, smtp);
  } finally {
    transport.close();
  }
};

/** The ids a mail client puts into References: the answered mail, after all that led to it. */
const thread = (answered: string, mailbox: readonly CitizenMessage[]): string[] => {
  const ids = [answered];
  for (;;) {
    const earlier = mailbox.find((message) => message.internetMessageId === ids[0])?.inReplyTo;
    if (earlier === undefined || ids.includes(earlier)) return ids;
    ids.unshift(earlier);
  }
};

const smtpRefusalSchema = z.object({ responseCode: z.number(), response: z.string() });

const whyNotSent = (error: unknown, { host, port }: SmtpAddress): Sending => {
  const refusal = smtpRefusalSchema.safeParse(error);
  if (refusal.success) {
    return { kind: "refused", why: `The mail server refused it: ${refusal.data.response}` };
  }
  if (error instanceof Error && "syscall" in error) {
    return { kind: "unreachable", why: `No mail server answers at ${host}:${port}.` };
  }
  throw error;
};

/** The name a citizen's mail carries; somebody unknown has only an address. */
function nameOf(address: string): string {
  return citizens.find((citizen) => citizen.address === address.toLowerCase())?.name ?? "";
}
