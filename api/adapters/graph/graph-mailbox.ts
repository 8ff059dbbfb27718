import { ResponseType } from "@microsoft/microsoft-graph-client";
import { z } from "zod";
import type { AttachmentRecord } from "../../domain/case/vocabulary.ts";
import type { IncomingMail } from "../../domain/mail/incoming-mail.ts";
import {
  MailboxBusy,
  type DeltaPage,
  type DraftFile,
  type ListedMail,
  type Mailbox,
  type MailboxAccess,
  type MailFound,
  type MailHandle,
  type MarkedMail,
  type OutgoingFile,
  type OutgoingMail,
  type SendOutcome,
  type Subscription,
  type SubscriptionRequest,
  type TakeBytes,
} from "../../services/ports/mailbox.ts";
import { graphCode, graphStatus, type GraphCall } from "./graph-client.ts";
import {
  attachmentsExpand,
  deltaPage,
  draftFiles,
  folderIdOf,
  incomingMail,
  listedMail,
  listedSelect,
  markedMail,
  markedMails,
  readSelect,
} from "./graph-mail.ts";
import { folder, message, user } from "./graph-paths.ts";
import { MailFolders } from "./mail-folders.ts";
import { findMail, listMail } from "./mail-listing.ts";

/** Our marker on drafts and sent copies, in a property set of our own. */
const markerProperty = "String {5a7e2b0c-1f3d-4d6a-9c84-7b1de50c0a11} Name RedressSendKey";
const textBodies = 'IdType="ImmutableId", outlook.body-content-type="text"';
const pageSize = 50;
const waitWhenBroken = 30;
const lostState = new Set(["syncstatenotfound", "syncstateinvalid", "resyncrequired"]);
/** What Exchange says of a letter itself, such as recipients that do not exist; anything from 500 on may have been sent. */
const refusedForGood = new Set([400, 409, 413, 422]);

/** The shared mailbox behind Microsoft Graph v1.0 (design/platform: Graph mail). */
export class GraphMailbox implements Mailbox {
  readonly #call: GraphCall;
  readonly #source: { readonly call: GraphCall; readonly folders: MailFolders };

  constructor(call: GraphCall) {
    this.#call = call;
    this.#source = { call, folders: new MailFolders(call) };
  }

  async read({ mailbox, graphId }: MailHandle): Promise<IncomingMail | undefined> {
    const answer: unknown = await this.#call(message(mailbox, graphId), (request) =>
      request.header("Prefer", textBodies).select(readSelect).expand(attachmentsExpand).get(),
    );
    if (answer === undefined) return undefined;
    const foundIn = await this.#source.folders.thrownAway(mailbox, folderIdOf(answer));
    return { ...incomingMail(mailbox, answer), ...(foundIn === undefined ? {} : { foundIn }) };
  }

  readRaw<T>({ mailbox, graphId }: MailHandle, take: TakeBytes<T>): Promise<T | undefined> {
    return this.#bytes(`${message(mailbox, graphId)}/$value`, take);
  }

  readAttachment<T>(
    { mailbox, graphId }: MailHandle,
    attachment: AttachmentRecord,
    take: TakeBytes<T>,
  ): Promise<T | undefined> {
    const id = encodeURIComponent(attachment.id);
    return this.#bytes(`${message(mailbox, graphId)}/attachments/${id}/$value`, take);
  }

  async #bytes<T>(path: string, take: TakeBytes<T>): Promise<T | undefined> {
    const taking = await this.#call(path, async (request) => {
      const answer: unknown = await request.responseType(ResponseType.STREAM).get();
      const body = z.instanceof(ReadableStream<Uint8Array>).parse(answer);
      const bytes = untilBroken(body);
      // What goes wrong in taking them is no answer of Graph's.
      const [outcome] = await Promise.allSettled([take(bytes)]);
      await bytes.return();
      return outcome;
    });
    if (taking?.status === "rejected") throw taking.reason;
    return taking?.value;
  }

  async changes(
    mailbox: string,
    at: { link: string } | { from: string },
  ): Promise<DeltaPage | "expired"> {
    const prefer = `IdType="ImmutableId", odata.maxpagesize=${pageSize}`;
    try {
      const answer: unknown = await this.#call(
        "link" in at ? at.link : `${inbox(mailbox)}/messages/delta`,
        (request) => {
          const asked = request.header("Prefer", prefer);
          if ("link" in at) return asked.get();
          return asked.select("id,isDraft").filter(`receivedDateTime ge ${at.from}`).get();
        },
      );
      return answer === undefined ? "expired" : deltaPage(mailbox, answer);
    } catch (error) {
      if (isLostState(error)) return "expired";
      throw error;
    }
  }

  listSince(mailbox: string, since: string, before?: string): AsyncIterable<MailFound> {
    return listMail(this.#source, mailbox, { since, before });
  }

  findMail(mailbox: string, internetMessageId: string): Promise<MailHandle | undefined> {
    return findMail(this.#source, mailbox, internetMessageId);
  }

  async identify({ mailbox, graphId }: MailHandle): Promise<ListedMail | undefined> {
    const answer: unknown = await this.#call(message(mailbox, graphId), (request) =>
      request.select(listedSelect).get(),
    );
    return answer === undefined ? undefined : listedMail(mailbox, answer);
  }

  async draftReply(to: MailHandle, mail: OutgoingMail): Promise<MarkedMail | undefined> {
    const answer: unknown = await this.#call(
      `${message(to.mailbox, to.graphId)}/createReply`,
      (request) => request.post({ message: contentOf(mail) }),
    );
    return answer === undefined ? undefined : markedMail(answer);
  }

  async draftNew(mailbox: string, to: string, mail: OutgoingMail): Promise<MarkedMail> {
    const toRecipients = [{ emailAddress: { address: to } }];
    const answer: unknown = await this.#call(`${user(mailbox)}/messages`, (request) =>
      request.post({ ...contentOf(mail), toRecipients }),
    );
    return markedMail(answer);
  }

  async draftText(mailbox: string, draftId: string): Promise<string | undefined> {
    const answer: unknown = await this.#call(message(mailbox, draftId), (request) =>
      request.header("Prefer", textBodies).select("body").get(),
    );
    if (answer === undefined) return undefined;
    return z.object({ body: z.object({ content: z.string() }) }).parse(answer).body.content;
  }

  async attach(
    mailbox: string,
    draftId: string,
    { name, type, content }: OutgoingFile,
  ): Promise<void> {
    await this.#call(`${message(mailbox, draftId)}/attachments`, (request) =>
      request.post({
        "@odata.type": "#microsoft.graph.fileAttachment",
        name,
        contentType: type,
        contentBytes: Buffer.from(content).toString("base64"),
      }),
    );
  }

  async draftFiles(mailbox: string, draftId: string): Promise<readonly DraftFile[] | undefined> {
    const answer: unknown = await this.#call(
      `${message(mailbox, draftId)}/attachments`,
      (request) => request.get(),
    );
    return answer === undefined ? undefined : draftFiles(answer);
  }

  async findMarked(mailbox: string, marker: string): Promise<readonly MarkedMail[]> {
    const value = marker.replaceAll("'", "''");
    const answer: unknown = await this.#call(`${user(mailbox)}/messages`, (request) =>
      request
        .filter(
          `singleValueExtendedProperties/Any(ep: ep/id eq '${markerProperty}' and ep/value eq '${value}')`,
        )
        .select("id,internetMessageId,isDraft")
        .get(),
    );
    return markedMails(answer);
  }

  async send(mailbox: string, draftId: string): Promise<SendOutcome> {
    try {
      const answered = await this.#call(`${message(mailbox, draftId)}/send`, async (request) => {
        await request.post("");
        return "accepted" as const;
      });
      return answered ?? "gone";
    } catch (error) {
      const status = graphStatus(error);
      if (status === undefined || status >= 500) return "unknown";
      if (refusedForGood.has(status)) return "refused";
      // Throttled or not allowed: nothing left, and the same draft may be tried again.
      throw error;
    }
  }

  async access(mailbox: string): Promise<MailboxAccess> {
    try {
      const answer: unknown = await this.#call(inbox(mailbox), (call) => call.select("id").get());
      return answer === undefined ? "missing" : "granted";
    } catch (error) {
      if (graphStatus(error) === 403) return "refused";
      throw error;
    }
  }

  async subscribe(request: SubscriptionRequest): Promise<Subscription> {
    const answer: unknown = await this.#call("/subscriptions", (call) =>
      call.post({
        changeType: "created",
        resource: `${inbox(request.mailbox)}/messages`,
        notificationUrl: request.notificationUrl,
        lifecycleNotificationUrl: request.lifecycleUrl,
        clientState: request.clientState,
        expirationDateTime: request.expiresAt,
      }),
    );
    return subscription(answer);
  }

  async renew(id: string, expiresAt: string): Promise<Subscription | undefined> {
    try {
      const answer: unknown = await this.#call(`/subscriptions/${encodeURIComponent(id)}`, (call) =>
        call.patch({ expirationDateTime: expiresAt }),
      );
      return answer === undefined ? undefined : subscription(answer);
    } catch (error) {
      if (graphStatus(error) === 410 || graphCode(error) === "resourcenotfound") return undefined;
      throw error;
    }
  }
}

async function* untilBroken(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array, void> {
  try {
    yield* body;
  } catch (cause) {
    throw new MailboxBusy(waitWhenBroken, { cause });
  }
}

// Seen as 410 and as other 40x with one of these codes (platform: delta).
function isLostState(error: unknown): boolean {
  return graphStatus(error) === 410 || lostState.has(graphCode(error) ?? "");
}

function contentOf({ subject, html, marker, answersTo }: OutgoingMail): object {
  return {
    subject,
    body: { contentType: "html", content: html },
    singleValueExtendedProperties: [{ id: markerProperty, value: marker }],
    ...(answersTo === undefined ? {} : { replyTo: [{ emailAddress: { address: answersTo } }] }),
  };
}

function subscription(answer: unknown): Subscription {
  const { id, expirationDateTime } = z
    .object({ id: z.string(), expirationDateTime: z.string() })
    .parse(answer);
  return { id, expiresAt: expirationDateTime };
}

function inbox(mailbox: string): string {
  return folder(mailbox, "inbox");
}
