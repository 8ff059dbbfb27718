import type {
  Attachment,
  FileAttachment,
  ItemBody,
  Message,
  Recipient,
} from "@microsoft/microsoft-graph-types";
import { htmlOfText, previewOf, uniqueBodyOf } from "./body-forms.ts";
import type { ByteStore } from "./byte-store.ts";
import { matchesProperty } from "./extended-properties.ts";
import { changeKeyOf, conversationIndexOf, entityTagOf, messageId } from "./message-ids.ts";
import type { Preferences } from "./preferences.ts";
import type {
  Correspondent,
  StoredAttachment,
  StoredBody,
  StoredMessage,
} from "./stored-message.ts";

type PropertyReaders = {
  readonly [Name in keyof Message]?: (
    message: StoredMessage,
    preferences: Preferences,
  ) => Message[Name];
};

const recipient = ({ name, address }: Correspondent): Recipient => ({
  emailAddress: { name, address },
});

const recipients = (people: readonly Correspondent[]): Recipient[] => people.map(recipient);

/** Hands out HTML as it was written. Exchange removes scripts first; without that, whoever shows a mail has to. */
function bodyIn(body: StoredBody, form: Preferences["bodyForm"]): ItemBody {
  const contentType = form ?? (body.html === undefined ? "text" : "html");
  const content = contentType === "text" ? body.text : (body.html ?? htmlOfText(body.text));
  return { contentType, content };
}

const readers = {
  id: (message, { idForm }) => messageId(message, idForm),
  createdDateTime: (message) => message.createdAt,
  lastModifiedDateTime: (message) => message.modifiedAt,
  changeKey: changeKeyOf,
  categories: (message) => [...message.categories],
  receivedDateTime: (message) => message.receivedAt,
  sentDateTime: (message) => message.sentAt,
  hasAttachments: (message) => message.attachments.some(({ isInline }) => !isInline),
  internetMessageId: (message) => message.internetMessageId,
  subject: (message) => message.subject,
  bodyPreview: (message) => previewOf(message.body),
  importance: (message) => message.importance,
  parentFolderId: (message) => message.folderId,
  conversationId: (message) => message.conversationId,
  conversationIndex: conversationIndexOf,
  isDeliveryReceiptRequested: () => false,
  isReadReceiptRequested: () => false,
  isRead: (message) => message.isRead,
  isDraft: (message) => message.isDraft,
  webLink: (message, { idForm }) =>
    `https://outlook.office365.com/owa/?ItemID=${encodeURIComponent(messageId(message, idForm))}&exvsurl=1&viewmodel=ReadMessageItem`,
  inferenceClassification: () => "focused",
  body: (message, { bodyForm }) => bodyIn(message.body, bodyForm),
  sender: (message) => message.sender && recipient(message.sender),
  from: (message) => message.from && recipient(message.from),
  toRecipients: (message) => recipients(message.to),
  ccRecipients: (message) => recipients(message.cc),
  bccRecipients: (message) => recipients(message.bcc),
  replyTo: (message) => recipients(message.replyTo),
  flag: (message) => ({ flagStatus: message.flagStatus }),
  internetMessageHeaders: (message) => message.headers.map((header) => ({ ...header })),
  uniqueBody: (message, { bodyForm }) => bodyIn(uniqueBodyOf(message.body), bodyForm),
} satisfies PropertyReaders;

export type MessageProperty = keyof typeof readers;

/** Everything `$select` may name. */
export const messageProperties = Object.keys(readers) as MessageProperty[];

const onlyWhenSelected: readonly MessageProperty[] = ["internetMessageHeaders", "uniqueBody"];
const unlessSelected = messageProperties.filter((name) => !onlyWhenSelected.includes(name));

/** What `$expand` adds to a message. */
export type Expansion = {
  readonly attachments?: { readonly select?: readonly AttachmentProperty[] };
  /** The extended properties to show. */
  readonly propertyIds?: readonly string[];
};

export type MessageView = {
  readonly preferences: Preferences;
  readonly select?: readonly MessageProperty[];
  readonly expand?: Expansion;
};

/** The message as Graph answers it, with the properties, the expansions and the id form a request asked for. */
export async function viewMessage(
  message: StoredMessage,
  view: MessageView,
  bytes: ByteStore,
): Promise<Message> {
  const names = new Set<MessageProperty>(["id", ...(view.select ?? unlessSelected)]);
  const properties = [...names].map((name) => [name, readers[name](message, view.preferences)]);
  const shown: Message = Object.fromEntries(properties) as Message;
  const { attachments, propertyIds = [] } = view.expand ?? {};
  const found = message.extendedProperties.filter((property) =>
    propertyIds.some((id) => matchesProperty(property, id)),
  );
  return {
    "@odata.etag": entityTagOf(message),
    ...shown,
    ...(found.length > 0 && { singleValueExtendedProperties: found.map((each) => ({ ...each })) }),
    ...(attachments && {
      attachments: await Promise.all(
        message.attachments.map((each) => viewAttachment(each, bytes, attachments.select)),
      ),
    }),
  } as Message;
}

const attachmentReaders = {
  id: (attachment) => attachment.id,
  lastModifiedDateTime: (attachment) => attachment.addedAt,
  name: (attachment) => attachment.name,
  contentType: (attachment) => attachment.contentType,
  size: (attachment) => attachment.size,
  isInline: (attachment) => attachment.isInline,
} satisfies { readonly [Name in keyof Attachment]?: (from: StoredAttachment) => Attachment[Name] };

type AttachmentProperty = keyof typeof attachmentReaders;

/** Everything `$select` may name of an attachment; its content always needs a form of its own. */
export const attachmentProperties = Object.keys(attachmentReaders) as AttachmentProperty[];

/** The attachment as Graph answers it; a file's content comes along unless `$select` leaves it out. */
export async function viewAttachment(
  attachment: StoredAttachment,
  bytes: ByteStore,
  select?: readonly AttachmentProperty[],
): Promise<Attachment> {
  const names = new Set<AttachmentProperty>(["id", ...(select ?? attachmentProperties)]);
  const shown = {
    "@odata.type": `#microsoft.graph.${attachment.kind}Attachment`,
    ...Object.fromEntries([...names].map((name) => [name, attachmentReaders[name](attachment)])),
  } as Attachment;
  if (select !== undefined || attachment.kind === "item") return shown;
  const file: FileAttachment = {
    ...shown,
    contentId: attachment.contentId ?? null,
    contentLocation: null,
    contentBytes: (await bytes.get(attachment.bytesKey)).toString("base64"),
  };
  return file;
}
