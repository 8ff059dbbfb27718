const longestGist = 400;

/** How a letter begins after its salutation: enough of it to know what it says. */
export function gistOf(letter: string): string {
  const paragraphs = letter
    .split(/\r?\n\s*\n/)
    .map((paragraph) => paragraph.replaceAll(/\s+/g, " ").trim())
    .filter((paragraph) => paragraph !== "" && !/^dear\b/i.test(paragraph));
  const beginning = paragraphs.join(" ");
  if (beginning.length <= longestGist) return beginning;
  const words = beginning.slice(0, longestGist);
  return `${words.slice(0, words.lastIndexOf(" ") + 1 || longestGist).trim()}…`;
}
