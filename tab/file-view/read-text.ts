/** More than this nobody reads in a dialog. */
const mostCharacters = 100_000;

/** A text's words, and whether they go on in the file. */
export type TextRead = { readonly words: string; readonly cut: boolean };

/** Reads a plain text in UTF-8 or, where it is none, as older Windows programs wrote it. */
export async function readText(file: Blob): Promise<TextRead> {
  const words = decoded(await file.arrayBuffer());
  return { words: words.slice(0, mostCharacters), cut: words.length > mostCharacters };
}

function decoded(content: ArrayBuffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(content);
  } catch {
    return new TextDecoder("windows-1252").decode(content);
  }
}
