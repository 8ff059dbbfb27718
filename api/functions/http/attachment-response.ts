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
      "Content-Disposition": `attachment; filename*=UTF-8''${encodeURIComponent(record.name)}`,
      "Content-Security-Policy": "sandbox; default-src 'none'",
    },
  };
}
