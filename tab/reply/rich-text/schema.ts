import { Schema, type DOMOutputSpec } from "prosemirror-model";

const shows = (...spec: [string, ...unknown[]]): (() => DOMOutputSpec) => {
  return () => spec;
};

const safeLink = /^(https?:\/\/|mailto:)/i;

/** What a letter can hold; whatever else is pasted becomes the words it says. */
export const schema = new Schema({
  nodes: {
    doc: { content: "block+" },
    paragraph: {
      group: "block",
      content: "inline*",
      parseDOM: [{ tag: "p" }],
      toDOM: shows("p", 0),
    },
    heading: {
      group: "block",
      content: "text*",
      defining: true,
      parseDOM: ["h1", "h2", "h3", "h4", "h5", "h6"].map((tag) => ({ tag })),
      toDOM: shows("h3", 0),
    },
    bullet_list: {
      group: "block",
      content: "list_item+",
      parseDOM: [{ tag: "ul" }],
      toDOM: shows("ul", 0),
    },
    ordered_list: {
      group: "block",
      content: "list_item+",
      attrs: { order: { default: 1, validate: "number" } },
      parseDOM: [{ tag: "ol", getAttrs: (list) => ({ order: (list as HTMLOListElement).start }) }],
      toDOM: ({ attrs }) => ["ol", { start: attrs.order as number }, 0],
    },
    list_item: {
      content: "block+",
      defining: true,
      parseDOM: [{ tag: "li" }],
      toDOM: shows("li", 0),
    },
    text: { group: "inline" },
    hard_break: {
      group: "inline",
      inline: true,
      selectable: false,
      parseDOM: [{ tag: "br" }],
      toDOM: shows("br"),
      leafText: () => "\n",
    },
  },
  marks: {
    link: {
      attrs: { href: { validate: "string" } },
      inclusive: false,
      parseDOM: [
        {
          tag: "a[href]",
          getAttrs: (link) => {
            const href = link.getAttribute("href") ?? "";
            return safeLink.test(href) ? { href } : false;
          },
        },
      ],
      toDOM: ({ attrs }) => ["a", { href: attrs.href as string, rel: "noopener" }, 0],
    },
    strong: {
      parseDOM: [
        { tag: "strong" },
        // Google Docs wraps everything it copies in a <b> of normal weight.
        { tag: "b", getAttrs: (bold) => bold.style.fontWeight !== "normal" && null },
        {
          style: "font-weight",
          getAttrs: (weight) => /^(bold(er)?|[5-9]\d{2})$/.test(weight) && null,
        },
      ],
      toDOM: shows("strong", 0),
    },
    emphasis: {
      parseDOM: [{ tag: "em" }, { tag: "i" }, { style: "font-style=italic" }],
      toDOM: shows("em", 0),
    },
  },
});

/** An address as somebody types it, as one that a letter may lead to; nothing when it is neither kind. */
export function hrefOf(typed: string): string | undefined {
  const address = typed.trim();
  if (/\s/.test(address) || address === "") return undefined;
  if (safeLink.test(address)) return address;
  if (/^[^@/:]+@[^@/:]+\.[^@/:]+$/.test(address)) return `mailto:${address}`;
  return /^[a-z0-9-]+(\.[a-z0-9-]+)+([/?#].*)?$/i.test(address) ? `https://${address}` : undefined;
}
