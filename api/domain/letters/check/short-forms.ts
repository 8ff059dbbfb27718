const longForms: readonly (readonly [short: RegExp, long: string])[] = [
  [/\bcan['’]t\b/gi, "cannot"],
  [/\bwon['’]t\b/gi, "will not"],
  [/n['’]t\b/gi, " not"],
  [/['’]ve\b/gi, " have"],
  [/['’]re\b/gi, " are"],
  [/['’]ll\b/gi, " will"],
  [/\bI['’]m\b/gi, "I am"],
  [/['’]d like\b/gi, " would like"],
  [/\b(it|that|there|what)['’]s been\b/gi, "$1 has been"],
  [/\b(it|that|there|what)['’]s\b/gi, "$1 is"],
];

/** Words without short forms, so that "we've" is looked for no other way than "we have". */
export function spelledOut(words: string): string {
  return longForms.reduce((text, [short, long]) => text.replaceAll(short, long), words);
}
