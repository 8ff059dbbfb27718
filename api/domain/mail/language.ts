import { eld } from "eld/small";

/** Fewer letters than these say nothing about a language. */
const fewestLetters = 12;
const readCharacters = 2000;

/** The language a text is written in as ISO 639-1, or `und` when it says too little to tell. */
export function languageOf(text: string): string {
  const words = text.slice(0, readCharacters).replace(/\S*(?:@|:\/\/)\S*|\d/g, "");
  if ((words.match(/\p{L}/gu)?.length ?? 0) < fewestLetters) return "und";
  const { language, isReliable } = eld.detect(words);
  return isReliable() ? language : "und";
}
