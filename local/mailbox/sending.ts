import type { ByteStore } from "./byte-store.ts";
import type { Faults } from "./faults.ts";
import { folderId } from "./folders.ts";
import { answered, type GraphAnswer } from "./graph-call.ts";
import { itemNotFound, refused, type GraphRefusal } from "./graph-errors.ts";
import { composeMime } from "./message-to-mime.ts";
import type { MessageStore } from "./message-store.ts";
import { parseMail } from "./mime-to-message.ts";
import type { PostOffice } from "./post-office.ts";
import { graphTime, type StoredMessage } from "./stored-message.ts";

type SendingParts = {
  readonly store: MessageStore;
  readonly bytes: ByteStore;
  readonly postOffice: PostOffice;
  readonly faults: Faults;
  readonly clock: { now(): Date };
};

/** Sends a draft: it becomes the copy in Sent Items, under the same immutable id, and reaches its recipients. */
export async function sendDraft(
  draft: StoredMessage,
  path: string,
  { store, bytes, postOffice, faults, clock }: SendingParts,
): Promise<GraphAnswer | GraphRefusal> {
  if (faults.take("draft-gone", path)) {
    store.remove(draft);
    return itemNotFound();
  }
  const refusal = cannotBeSent(draft);
  if (refusal) return refusal;

  const now = clock.now();
  const leaving = { ...draft, sentAt: graphTime(now), receivedAt: graphTime(now) };
  const raw = await composeMime(leaving, bytes);
  const mimeKey = await bytes.put(raw, ".eml");
  const { headers } = await parseMail(raw);
  if (store.byId(draft.mailbox, draft.immutableId) !== draft)
    return refused(
      409,
      "ErrorIrresolvableConflict",
      "The send or update operation could not be performed because the change key passed in the request does not match the current change key for the item.",
    );
  const late = faults.take("sent-copy-late", path);
  await postOffice.dispatch(
    {
      ...leaving,
      folderId: folderId(draft.mailbox, "sentitems"),
      moves: draft.moves + 1,
      version: draft.version + 1,
      isDraft: false,
      modifiedAt: graphTime(now),
      headers,
      mimeKey,
      ...(late && { visibleFrom: graphTime(new Date(now.getTime() + late.seconds * 1000)) }),
    },
    raw,
  );
  return faults.take("sent-but-504", path)
    ? refused(504, "UnknownError", "The gateway gave up waiting for the mailbox.")
    : answered(202);
}

function cannotBeSent(draft: StoredMessage): GraphRefusal | undefined {
  if (!draft.isDraft)
    return refused(400, "ErrorInvalidOperation", "Only a draft can be sent, and only once.");
  const recipients = [...draft.to, ...draft.cc, ...draft.bcc];
  if (recipients.length === 0)
    return refused(
      400,
      "ErrorInvalidRecipients",
      "At least one recipient isn't valid., A message can't be sent because it contains no recipients.",
    );
  if (!recipients.every(({ address }) => /^[^\s@]+@[^\s@]+$/.test(address)))
    return refused(400, "ErrorInvalidRecipients", "At least one recipient isn't valid.");
  const isOwn = [draft.from, draft.sender].every(
    (writer) => writer?.address.toLowerCase() === draft.mailbox,
  );
  return isOwn
    ? undefined
    : refused(
        403,
        "ErrorSendAsDenied",
        "The user account which was used to submit this request does not have the right to send mail on behalf of the specified sending account.",
      );
}
