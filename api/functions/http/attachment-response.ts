import { ReadableStream } from "node:stream/web";
import type { HttpResponseInit } from "@azure/functions";
import type { OpenedAttachment } from "../../services/case-page/open-attachment.ts";
import { noStore } from "./problem-response.ts";

/**
 * A file that no browser will run or guess at, whatever its sender called it: what its own bytes say
 * is a picture or a PDF may be shown, everything else is a download.
 */
export function attachmentResponse(opened: OpenedAttachment): HttpResponseInit {
  const { record, content, shownType } = opened;
  const use = shownType === undefined ? "attachment" : "inline";
  return {
    status: 200,
    body: ReadableStream.from(content),
    headers: {
      ...attachmentHeaders(record.name, shownType ?? "application/octet-stream"),
      "Content-Disposition": disposition(use, record.name),
    },
  };
}

/** The headers of a file that is downloaded, and can do nothing where it is opened. */
export function attachmentHeaders(name: string, type: string): Record<string, string> {
  return {
    ...noStore,
    "Content-Type": type,
    "Content-Disposition": disposition("attachment", name),
    "Content-Security-Policy": "sandbox; default-src 'none'",
    "Cross-Origin-Resource-Policy": "same-origin",
  };
}

function disposition(use: "attachment" | "inline", name: string): string {
  return `${use}; filename*=UTF-8''${extendedValue(name)}`;
}

// RFC 8187: percent-encoded UTF-8, of which a name may hold halves of characters and stray quotes.
function extendedValue(name: string): string {
  return encodeURIComponent(name.replaceAll(/\p{Surrogate}/gu, "\ufffd")).replaceAll(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
