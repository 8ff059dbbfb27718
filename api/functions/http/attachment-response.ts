import type { HttpResponseInit } from "@azure/functions";
import type { OpenedAttachment } from "../../services/open-attachment.ts";
import { noStore } from "./problem-response.ts";

/** A file as a download that no browser will run or guess at, whatever its sender called it. */
export function attachmentResponse({ record, content }: OpenedAttachment): HttpResponseInit {
  return {
    status: 200,
    body: content,
    headers: {
      ...noStore,
      "Content-Type": "application/octet-stream",
      "Content-Disposition": `attachment; filename*=UTF-8''${extendedValue(record.name)}`,
      "Content-Security-Policy": "sandbox; default-src 'none'",
    },
  };
}

// RFC 8187: percent-encoded UTF-8, of which a name may hold halves of characters and stray quotes.
function extendedValue(name: string): string {
  return encodeURIComponent(name.replaceAll(/\p{Surrogate}/gu, "\ufffd")).replaceAll(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
