import { Router, type Request, type Response } from "express";
import { randomUUID } from "node:crypto";
import { z } from "zod";
import { cannotTake, keepFile, type NewFile } from "./attachments.ts";
import type { ByteStore } from "./byte-store.ts";
import { answered, type GraphAnswer } from "./graph-call.ts";
import { errorBody, refused, type GraphRefusal } from "./graph-errors.ts";
import type { Limits } from "./limits.ts";
import { unreadableBody } from "./message-input.ts";
import type { MessageStore } from "./message-store.ts";
import { readBody } from "./request-body.ts";
import { rewritten, type StoredMessage } from "./stored-message.ts";

const sessionRequest = z.strictObject({
  AttachmentItem: z.strictObject({
    "@odata.type": z.string().optional(),
    attachmentType: z.literal("file"),
    name: z.string().min(1),
    size: z.int().positive(),
    contentType: z.string().nullish(),
    isInline: z.boolean().optional(),
    contentId: z.string().nullish(),
  }),
});

type UploadSession = {
  readonly path: string;
  readonly authToken: string;
  readonly mailbox: string;
  readonly messageId: string;
  readonly file: Omit<NewFile, "content">;
  readonly size: number;
  readonly expiresAt: Date;
  received: Buffer;
};

type UploadParts = {
  readonly store: MessageStore;
  readonly bytes: ByteStore;
  readonly clock: { now(): Date };
  readonly limits: Limits;
};

const lifetimeMs = 60 * 60_000;

/** Attachments that come in ranges, over addresses that need no token; unfinished ones do not survive a restart. */
export class UploadSessions {
  readonly #parts: UploadParts;
  readonly #sessions = new Map<string, UploadSession>();
  /** Takes the ranges; stands for `https://outlook.office.com`. */
  readonly router: Router = Router();

  constructor(parts: UploadParts) {
    this.#parts = parts;
    this.router.use(async (request, response) => this.#serve(request, response));
  }

  /** Opens a session for a file that is too large to be attached in one request. */
  open(draft: StoredMessage, body: unknown): GraphAnswer | GraphRefusal {
    const { limits, clock } = this.#parts;
    const parsed = sessionRequest.safeParse(body);
    if (!parsed.success) return unreadableBody(parsed.error);
    const { name, size, contentType, isInline = false, contentId } = parsed.data.AttachmentItem;
    if (size < limits.sessionAttachmentBytes)
      return refused(
        400,
        "ErrorAttachmentSizeShouldNotBeLessThanMinimumSize",
        "Attachment size must be greater than the minimum size for an upload session.",
      );
    const refusal = cannotTake(draft, size, limits);
    if (refusal) return refusal;
    const session: UploadSession = {
      path: `/api/v2.0/Users('${encodeURIComponent(draft.mailbox)}')/Messages('${draft.immutableId}')/AttachmentSessions('${randomUUID()}')`,
      authToken: randomUUID(),
      mailbox: draft.mailbox,
      messageId: draft.immutableId,
      file: {
        name,
        contentType: contentType ?? "application/octet-stream",
        isInline,
        ...(contentId && { contentId }),
      },
      size,
      expiresAt: new Date(clock.now().getTime() + lifetimeMs),
      received: Buffer.alloc(0),
    };
    this.#sessions.set(session.path, session);
    return answered(201, {
      "@odata.context": "https://graph.microsoft.com/v1.0/$metadata#microsoft.graph.uploadSession",
      uploadUrl: `https://outlook.office.com${session.path}?authtoken=${session.authToken}`,
      expirationDateTime: session.expiresAt.toISOString(),
      nextExpectedRanges: ["0-"],
    });
  }

  async #serve(request: Request, response: Response): Promise<void> {
    const { clock } = this.#parts;
    const url = new URL(request.url, "https://outlook.office.com");
    const session = this.#sessions.get(url.pathname);
    const isOpen =
      session?.authToken === url.searchParams.get("authtoken") && session.expiresAt > clock.now();
    const answer = isOpen
      ? await this.#answer(request, session)
      : refused(404, "ErrorItemNotFound", "The upload session was not found or has expired.");
    if (answer.kind === "refused") {
      const ids = { requestId: randomUUID(), clientRequestId: randomUUID() };
      response.status(answer.status).json(errorBody(answer, ids, clock.now()));
    } else if (answer.json === undefined) response.status(answer.status).end();
    else response.status(answer.status).set(answer.json.headers).json(answer.json.body);
  }

  async #answer(request: Request, session: UploadSession): Promise<UploadAnswer | GraphRefusal> {
    if (request.headers.authorization !== undefined)
      return refused(401, "InvalidAuthenticationToken", "An upload address carries its own token.");
    if (request.method === "DELETE") {
      this.#sessions.delete(session.path);
      return { kind: "answered", status: 204 };
    }
    if (request.method === "GET") return progressOf(session);
    if (request.method !== "PUT") return refused(405, "BadRequest", "An upload is made with PUT.");
    return this.#takeRange(request, session);
  }

  async #takeRange(request: Request, session: UploadSession): Promise<UploadAnswer | GraphRefusal> {
    const { limits } = this.#parts;
    const range = await readBody(request, limits.uploadRangeBytes);
    if (range === undefined) return refused(413, "BadRequest", "A range is at most 4 MB.");
    const [, start, end, total] =
      /^bytes (\d+)-(\d+)\/(\d+)$/.exec(request.headers["content-range"] ?? "") ?? [];
    const isWhole =
      Number(end) - Number(start) + 1 === range.length && Number(total) === session.size;
    if (!isWhole)
      return refused(400, "InvalidContentRange", "Content-Range does not fit the body.");
    if (Number(start) !== session.received.length)
      return refused(416, "InvalidRange", "Ranges must be uploaded in order.");
    session.received = Buffer.concat([session.received, range]);
    return session.received.length === session.size ? this.#finish(session) : progressOf(session);
  }

  async #finish(session: UploadSession): Promise<UploadAnswer | GraphRefusal> {
    const { store, bytes, clock, limits } = this.#parts;
    this.#sessions.delete(session.path);
    const attachment = await keepFile(
      { ...session.file, content: session.received },
      bytes,
      clock.now(),
    );
    const draft = store.byId(session.mailbox, session.messageId);
    if (draft === undefined) return refused(404, "ErrorItemNotFound", "The draft is gone.");
    const refusal = cannotTake(draft, attachment.size, limits);
    if (refusal) return refusal;
    const attachments = [...draft.attachments, attachment];
    store.put(rewritten({ ...draft, attachments }, clock.now()));
    const location = `https://outlook.office.com${session.path.replace(/\/AttachmentSessions.*/, "")}/Attachments('${attachment.id}')`;
    return { kind: "answered", status: 201, json: { headers: { location }, body: {} } };
  }
}

type UploadAnswer = {
  readonly kind: "answered";
  readonly status: number;
  readonly json?: { readonly headers: Record<string, string>; readonly body: object };
};

/** Outlook, unlike Graph, begins `ExpirationDateTime` with a capital here. */
function progressOf({ expiresAt, received }: UploadSession): UploadAnswer {
  const body = {
    ExpirationDateTime: expiresAt.toISOString(),
    nextExpectedRanges: [`${received.length}-`],
  };
  return { kind: "answered", status: 200, json: { headers: {}, body } };
}
