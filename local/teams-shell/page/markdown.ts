import MarkdownIt from "markdown-it";

// Teams shows Markdown in chats and cards, and never HTML: markdown-it escapes it unless told otherwise.
const renderer = new MarkdownIt({ html: false, linkify: true, breaks: true });

/** Turns Markdown into HTML that is safe to show: tags are escaped, script addresses stay text. */
export const htmlOfMarkdown = (markdown: string): string => renderer.render(markdown);
