import type { AddressInfo } from "node:net";
import { SMTPServer, type SMTPServerDataStream } from "smtp-server";
import type { Limits } from "./limits.ts";
import type { PostOffice } from "./post-office.ts";

export type SmtpListener = { readonly port: number; close(): Promise<void> };

/** A refusal in the words and with the code that the sender's mail program shows. */
class SmtpRefusal extends Error {
  readonly responseCode: number;

  constructor(responseCode: number, message: string) {
    super(message);
    this.responseCode = responseCode;
  }
}

/** Takes mail for the shared mailboxes from any mail program, and refuses everything else in words. */
export async function listenForMail(
  { port, host }: { port: number; host: "127.0.0.1" },
  { postOffice, limits, mailboxes }: SmtpParts,
): Promise<SmtpListener> {
  const server = new SMTPServer({
    banner: "The shared mailboxes of the local estate",
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    size: limits.incomingBytes,
    onRcptTo({ address }, _session, done) {
      done(postOffice.isSharedMailbox(address) ? null : unknownRecipient(address, mailboxes));
    },
    onData(stream, { envelope }, done) {
      const recipients = envelope.rcptTo.map(({ address }) => address.toLowerCase());
      const envelopeFrom = envelope.mailFrom === false ? "" : envelope.mailFrom.address;
      takeMail(stream, limits)
        .then(async (mail) => {
          for (const envelopeTo of new Set(recipients))
            await postOffice.deliver(mail, { envelopeTo, envelopeFrom });
          done();
        })
        .catch((error: unknown) => done(error instanceof Error ? error : new Error(String(error))));
    },
  });
  // A sender who hangs up in the middle of a mail is no fault of this server.
  server.on("error", () => undefined);
  const listening = await new Promise<{ port: number }>((resolve, reject) => {
    server.once("error", reject);
    const listener = server.listen(port, host, () => resolve(listener.address() as AddressInfo));
  });
  return {
    port: listening.port,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

type SmtpParts = {
  readonly postOffice: PostOffice;
  readonly limits: Limits;
  readonly mailboxes: readonly string[];
};

const unknownRecipient = (address: string, mailboxes: readonly string[]): SmtpRefusal =>
  new SmtpRefusal(
    550,
    `5.1.1 There is no mailbox ${address} here: this estate takes mail for ${mailboxes.join(", ")} only.`,
  );

async function takeMail(stream: SMTPServerDataStream, { incomingBytes }: Limits): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream as AsyncIterable<Buffer>)
    if (!stream.sizeExceeded) chunks.push(chunk);
  if (stream.sizeExceeded)
    throw new SmtpRefusal(
      552,
      `5.3.4 The mail is larger than the ${Math.floor(incomingBytes / 1024 / 1024)} MB this mailbox takes.`,
    );
  return Buffer.concat(chunks);
}
