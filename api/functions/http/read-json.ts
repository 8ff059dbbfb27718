import type { HttpRequest } from "@azure/functions";
import type { z } from "zod";
import { ok, refused, type Result } from "../../domain/result.ts";
import type { Refusal } from "../../services/refusal.ts";

/** The largest body a person's action may have, in bytes; letters are far smaller. */
const mostBytes = 256 * 1024;
/** The same where files come with it: 25 MB of them as base64, and the words. */
export const mostBytesWithFiles = 34 * 1024 * 1024;

/** The body of a request, checked against its schema; what is wrong is named field by field. */
export async function readJson<T>(
  request: HttpRequest,
  schema: z.ZodType<T>,
  most = mostBytes,
): Promise<Result<T, Refusal>> {
  const body = await request.text();
  if (Buffer.byteLength(body) > most)
    return bad(
      `The request is too large. ${most === mostBytes ? "Shorten the text." : "Send fewer or smaller files."}`,
    );
  let json: unknown;
  try {
    json = JSON.parse(body);
  } catch {
    return bad("The request is not JSON. Send the action as JSON.");
  }
  const read = schema.safeParse(json);
  return read.success ? ok(read.data) : refused(misfilled(read.error));
}

/** What is wrong, once for each field: by the last name on its path, which is what a form calls it. */
function misfilled({ issues }: z.ZodError): Refusal {
  const fields: Record<string, string> = {};
  for (const { path, message } of issues) {
    const name = path.findLast((step) => typeof step === "string") ?? "";
    fields[name] ??= message;
  }
  return { kind: "bad-request", message: Object.values(fields).join(" "), fields };
}

function bad(message: string): Result<never, Refusal> {
  return refused({ kind: "bad-request", message });
}
