import { z } from "zod";
import { textOfHtml } from "./body-forms.ts";
import { canonicalPropertyId, invalidPropertyId, mergedProperties } from "./extended-properties.ts";
import { badRequest, isRefused, refused, type GraphRefusal } from "./graph-errors.ts";
import type { Correspondent, StoredBody, StoredMessage } from "./stored-message.ts";

const odataType = { "@odata.type": z.string().optional() };

const recipientInput = z
  .strictObject({
    ...odataType,
    emailAddress: z.strictObject({ address: z.string().min(1), name: z.string().nullish() }),
  })
  .transform(({ emailAddress: { address, name } }): Correspondent => ({
    address,
    name: name ?? address,
  }));

const recipientsInput = z.array(recipientInput);

const lowerCased = <Value extends string>(values: readonly [Value, ...Value[]]) =>
  z
    .string()
    .transform((text) => text.toLowerCase())
    .pipe(z.enum(values));

const extendedPropertyInput = z
  .strictObject({ ...odataType, id: z.string(), value: z.string() })
  .transform(({ id, value }) => ({ id, value }));

/** The properties of a message that a request may write; anything else is refused by name. */
const messageInput = z
  .strictObject({
    ...odataType,
    subject: z.string(),
    body: z.strictObject({
      ...odataType,
      contentType: lowerCased(["text", "html"]),
      content: z.string(),
    }),
    from: recipientInput,
    sender: recipientInput,
    toRecipients: recipientsInput,
    ccRecipients: recipientsInput,
    bccRecipients: recipientsInput,
    replyTo: recipientsInput,
    importance: lowerCased(["low", "normal", "high"]),
    categories: z.array(z.string()),
    flag: z.object({ flagStatus: z.enum(["notFlagged", "flagged", "complete"]) }),
    isRead: z.boolean(),
    internetMessageId: z.string().regex(/^<[^<>\s]+>$/),
    internetMessageHeaders: z.array(
      z.strictObject({ ...odataType, name: z.string(), value: z.string() }),
    ),
    singleValueExtendedProperties: z.array(extendedPropertyInput),
  })
  .partial();

/** What a request wants written, its body already in both forms. */
export type MessageInput = Omit<z.infer<typeof messageInput>, "body"> & { body?: StoredBody };

const mostHeaders = 5;

/** Checks a request's message against everything Exchange is known to refuse. */
export async function parseMessageInput(json: unknown): Promise<MessageInput | GraphRefusal> {
  const parsed = messageInput.safeParse(json ?? {});
  if (!parsed.success) return unreadableBody(parsed.error);
  const { body, ...input } = parsed.data;
  const { internetMessageHeaders: headers = [], singleValueExtendedProperties = [] } = input;
  const foreign = headers.find(({ name }) => !/^x-/i.test(name));
  if (foreign !== undefined)
    return refused(
      400,
      "InvalidInternetMessageHeader",
      `The internet message header name '${foreign.name}' should start with 'x-' or 'X-'.`,
    );
  if (headers.length > mostHeaders)
    return refused(
      400,
      "InvalidInternetMessageHeaderCollection",
      `Maximum number of headers in one message should be less than or equal to ${mostHeaders}.`,
    );
  if (singleValueExtendedProperties.some(({ id }) => canonicalPropertyId(id) === undefined))
    return invalidPropertyId();
  return { ...input, ...(body && { body: await storedBody(body) }) };
}

/** The refusal of a body that is not what the request's type says. */
export function unreadableBody(error: z.ZodError): GraphRefusal {
  const [issue] = error.issues;
  if (issue?.code === "unrecognized_keys")
    return refused(
      400,
      "RequestBodyRead",
      `The property '${issue.keys[0] ?? ""}' does not exist on this type, or cannot be written.`,
    );
  return badRequest(z.prettifyError(error));
}

const onlyOnCreation: readonly (keyof MessageInput)[] = ["internetMessageHeaders"];
const alwaysWritable: readonly (keyof MessageInput)[] = [
  "@odata.type",
  "isRead",
  "categories",
  "flag",
  "importance",
  "singleValueExtendedProperties",
];

/** Checks a change of a message: what was sent or received keeps its words. */
export async function parseMessageChange(
  json: unknown,
  message: StoredMessage,
): Promise<MessageInput | GraphRefusal> {
  const input = await parseMessageInput(json);
  if (isRefused(input)) return input;
  const names = Object.keys(input) as (keyof MessageInput)[];
  const barred = names.find(
    (name) => onlyOnCreation.includes(name) || !(message.isDraft || alwaysWritable.includes(name)),
  );
  return barred === undefined
    ? input
    : refused(
        400,
        "ErrorInvalidPropertyUpdateSentMessage",
        `Update operation is invalid for property '${barred}' of this message.`,
      );
}

/** The message with the input written over it. */
export function withInput(message: StoredMessage, input: MessageInput): StoredMessage {
  return {
    ...message,
    ...whatIsGiven({
      subject: input.subject,
      body: input.body,
      from: input.from,
      sender: input.sender,
      to: input.toRecipients,
      cc: input.ccRecipients,
      bcc: input.bccRecipients,
      replyTo: input.replyTo,
      importance: input.importance,
      categories: input.categories,
      flagStatus: input.flag?.flagStatus,
      isRead: input.isRead,
      internetMessageId: input.internetMessageId,
      headers: input.internetMessageHeaders?.map(({ name, value }) => ({ name, value })),
    }),
    extendedProperties: mergedProperties(
      message.extendedProperties,
      input.singleValueExtendedProperties ?? [],
    ),
  };
}

function whatIsGiven<Values extends object>(
  values: Values,
): { [Name in keyof Values]?: NonNullable<Values[Name]> } {
  const given = Object.entries(values).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given) as { [Name in keyof Values]?: NonNullable<Values[Name]> };
}

async function storedBody({
  contentType,
  content,
}: NonNullable<z.infer<typeof messageInput>["body"]>): Promise<StoredBody> {
  return contentType === "text"
    ? { text: content }
    : { html: content, text: await textOfHtml(content) };
}
