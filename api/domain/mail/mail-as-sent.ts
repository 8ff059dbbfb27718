import PostalMime, { type Attachment, type Email } from "postal-mime";
import { shownType } from "./known-file.ts";
import { safeHtml, type SafeHtml } from "./safe-html.ts";

/** Beyond this nobody reads on, and the rest is in the kept mail. */
const mostCharacters = 1_000_000;
const mostPictureBytes = 3_000_000;
const mostPicturesBytes = 10_000_000;

/** A mail as its writer laid it out, fit to be shown: nothing in it runs, loads or sends anything. */
export type MailAsSent = SafeHtml & {
  /** Names of pictures that came with the mail and cannot be shown in it. */
  readonly unshown: readonly string[];
  /** Whether it goes on after what is shown. */
  readonly cut: boolean;
};

/** Whether a raw mail says that it has a formatted body; reads no further than what it is given. */
export function saysFormatted(raw: string): boolean {
  return /^content-type:\s*text\/html/im.test(raw);
}

/** The formatted body of a raw mail with the pictures it brought along; absent when it has none. */
export async function mailAsSent(raw: Uint8Array): Promise<MailAsSent | undefined> {
  const mail = await parsed(raw);
  if (mail?.html === undefined || mail.html.trim() === "") return undefined;
  const cut = mail.html.length > mostCharacters;
  const { html, remoteImages } = safeHtml(mail.html.slice(0, mostCharacters));
  return { ...(await withPictures(html, mail.attachments)), remoteImages, cut };
}

// Of absurd nesting or headers of megabytes the mailbox read the text, which is shown as always.
async function parsed(raw: Uint8Array): Promise<Email | undefined> {
  return PostalMime.parse(raw, { forceRfc822Attachments: true }).catch(() => undefined);
}

/** An image of the sanitised HTML that the mail should have brought along. */
const ownPicture = /<img\b[^>]*? src="cid:([^"]*)"[^>]*>/gi;

async function withPictures(
  html: string,
  attachments: readonly Attachment[],
): Promise<Pick<MailAsSent, "html" | "unshown">> {
  const asked = new Set([...html.matchAll(ownPicture)].map(([, id]) => contentId(id)));
  const pictures = await picturesAmong(attachments, asked);
  const unshown: string[] = [];
  const shown = html.replaceAll(ownPicture, (tag, id: string) => {
    const picture = pictures.get(contentId(id));
    if (picture?.address !== undefined)
      return tag.replace(/ src="[^"]*"/i, ` src="${picture.address}"`);
    unshown.push(picture?.name ?? "a picture that did not come with the mail");
    return "";
  });
  return { html: shown, unshown };
}

type Picture = { readonly name: string; readonly address: string | undefined };

// A picture is put into the page itself: the frame it is shown in may ask for nothing.
async function picturesAmong(
  attachments: readonly Attachment[],
  asked: ReadonlySet<string>,
): Promise<ReadonlyMap<string, Picture>> {
  const pictures = new Map<string, Picture>();
  let left = mostPicturesBytes;
  for (const { contentId: written, content, filename } of attachments) {
    const id = contentId(written);
    if (!asked.has(id) || pictures.has(id) || typeof content === "string") continue;
    const bytes = new Uint8Array(content);
    const name = filename ?? "a picture without a name";
    const address =
      bytes.length <= Math.min(left, mostPictureBytes) ? await pictureAddress(bytes) : undefined;
    if (address !== undefined) left -= bytes.length;
    pictures.set(id, { name, address });
  }
  return pictures;
}

async function pictureAddress(bytes: Uint8Array): Promise<string | undefined> {
  const type = await shownType(bytes);
  if (type?.startsWith("image/") !== true) return undefined;
  return `data:${type};base64,${Buffer.from(bytes).toString("base64")}`;
}

// In the HTML it may be percent-encoded, in the header it stands between angle brackets.
function contentId(written = ""): string {
  const bare = written.replaceAll(/[<>]/g, "").replaceAll("&amp;", "&").trim().toLowerCase();
  try {
    return decodeURIComponent(bare);
  } catch {
    return bare;
  }
}
