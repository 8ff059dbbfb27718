import { z } from "zod";

/** What may come with a complaint that is not a mail: enough for photographs and scans. */
export const fileLimits = { count: 10, bytes: 10_000_000, allBytes: 25_000_000 } as const;

/** Endings of the kinds of file that are taken: pictures, documents, recordings. */
export const fileEndings = [
  ...["jpg", "jpeg", "png", "gif", "webp", "heic", "tif", "tiff", "bmp"],
  ...["pdf", "doc", "docx", "odt", "rtf", "txt", "xls", "xlsx", "ods", "csv"],
  ...["eml", "msg", "mp3", "m4a", "wav", "mp4", "mov"],
] as const;

const bytesOf = (base64: string): number => Math.floor((base64.length * 3) / 4);

const EnclosedFile = z.object({
  name: z
    .string("Give each file its name.")
    .trim()
    .min(1, "Give each file its name.")
    .max(200, "Shorten the name of the file.")
    .refine(
      (name) => fileEndings.some((ending) => name.toLowerCase().endsWith(`.${ending}`)),
      `Send files of these kinds: ${fileEndings.join(", ")}.`,
    ),
  /** Base64. */
  content: z
    .string("Send the content of each file as base64.")
    .min(1, "Leave empty files out.")
    .max(Math.ceil(fileLimits.bytes / 3) * 4, "Send no file of more than 10 MB.")
    .refine(
      (content) => content.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(content),
      "Send the content of each file as base64.",
    ),
});

/** Files that came with a complaint, whole. */
export const EnclosedFiles = z
  .array(EnclosedFile)
  .max(fileLimits.count, `Send no more than ${fileLimits.count} files.`)
  .refine(
    (files) => files.reduce((sum, { content }) => sum + bytesOf(content), 0) <= fileLimits.allBytes,
    "Send no more than 25 MB of files in all.",
  );
export type EnclosedFiles = z.infer<typeof EnclosedFiles>;

/** The body of `POST /api/cases/{caseId}/enclosures`: files that go with the letter that is being written. */
export const Enclosing = z.object({
  actionId: z
    .string()
    .regex(/^[A-Za-z0-9-]{8,64}$/, "Send an actionId of 8 to 64 letters and digits."),
  files: EnclosedFiles.min(1, "Choose a file first."),
});
export type Enclosing = z.infer<typeof Enclosing>;
