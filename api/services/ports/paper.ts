import type { PaperLetter } from "../../domain/letters/paper-letter.ts";

/** The kinds of file a letter can be posted from. */
export const paperForms = ["docx", "pdf"] as const;
export type PaperForm = (typeof paperForms)[number];

/** Makes files of letters, ready to print. */
export type Paper = Readonly<Record<PaperForm, (letter: PaperLetter) => Promise<Uint8Array>>>;
