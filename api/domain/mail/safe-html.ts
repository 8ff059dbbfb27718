import sanitizeHtml from "sanitize-html";

export type SafeHtml = {
  readonly html: string;
  /** Pictures from the network that were left out: loading them tells their owner who reads, and when. */
  readonly remoteImages: number;
};

const attributes = ["align", "valign", "dir", "lang", "title"];
const css = {
  color: [/^[\w#(),.% -]{1,40}$/],
  "background-color": [/^[\w#(),.% -]{1,40}$/],
  "font-weight": [/^\w{1,10}$/],
  "font-style": [/^\w{1,10}$/],
  "text-align": [/^(left|right|center|justify|start|end)$/],
  "text-decoration": [/^[\w -]{1,30}$/],
};

/**
 * Makes a mail's HTML fit to be shown to an officer: text, tables and links stay; scripts, forms,
 * frames, styles that could cover the page and everything loaded from the network go. Pictures the
 * mail brought along (`cid:`) stay for the caller to serve.
 */
export function safeHtml(html: string): SafeHtml {
  let remoteImages = 0;
  const safe = sanitizeHtml(html, {
    allowedTags: [...sanitizeHtml.defaults.allowedTags, "img", "font", "center", "del", "ins"],
    allowedAttributes: {
      "*": [...attributes, "style"],
      a: ["href", "name", "target", "rel"],
      img: ["src", "alt", "width", "height"],
      table: ["bgcolor"],
      tr: ["bgcolor"],
      td: ["colspan", "rowspan", "width", "bgcolor"],
      th: ["colspan", "rowspan", "width", "scope", "bgcolor"],
      font: ["color", "face", "size"],
    },
    allowedStyles: { "*": css },
    allowedSchemes: ["http", "https", "mailto", "tel"],
    allowedSchemesByTag: { img: ["cid"] },
    allowProtocolRelative: false,
    disallowedTagsMode: "discard",
    // What a browser does not show as text of the page.
    nonTextTags: ["script", "style", "textarea", "option", "noscript", "title"],
    nestingLimit: 200,
    transformTags: {
      a: sanitizeHtml.simpleTransform("a", {
        target: "_blank",
        rel: "noopener noreferrer nofollow",
      }),
      img: (tagName, attribs) => {
        if (attribs.src !== undefined && !/^\s*cid:/i.test(attribs.src)) remoteImages += 1;
        return { tagName, attribs };
      },
    },
    exclusiveFilter: ({ tag, attribs }) => tag === "img" && attribs.src === undefined,
  });
  return { html: safe, remoteImages };
}
