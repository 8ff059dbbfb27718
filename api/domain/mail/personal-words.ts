import { beginningOf } from "./mail-lines.ts";

const self =
  /(?<![\p{L}\p{N}@'’.<_-])(i|i['’](?:m|ve|d|ll)|my|me|mine|myself|je(?=\s+(?:[nmlt]['’]|(?:ne|vous|suis|me|te|le|la|les|y|vis|viens|vais|voudrais|souhaite|veux|peux|dois|demande|attends|pense|crois|sais|re[cç]ois|trouve|habite)(?!\p{L})))|j['’]ai|mon(?!,|\s+(?:\d|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?!\p{L})))|mes|moi|ich|mein\p{L}{0,2}|mir|mich|yo|mis|ik|mijn|mij|io|mio|mia|jag|jeg|mój|moja|я|мой|мне)(?![\p{L}\p{N}@'’_-]|\.\w)/iu;
// What programs say of themselves, and the lines of a head that they repeat.
const programsOwn = /\bi(['’]?m| am) (afraid|sorry)\b|\bi wasn['’]?t able\b/giu;
const repeated = /^(?:[> \t]*[\w-]{2,30}\s?:\s.*|[> \t]*>.*)$/gm;

/** Whether a text speaks of its writer, as a person does and a program hardly: “I”, “my”, in the languages of most mails. */
export function speaksOfSelf(text: string, characters = 1500): boolean {
  return self.test(beginningOf(text, characters).replace(repeated, "").replace(programsOwn, ""));
}
