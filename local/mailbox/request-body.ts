import type { IncomingMessage } from "node:http";
import { badRequest, refused, type GraphRefusal } from "./graph-errors.ts";

/** Reads the whole body of a request; undefined when it is larger than `limit`. */
export async function readBody(
  request: IncomingMessage,
  limit: number,
): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    // Read to the end all the same: a client that is still sending would never hear the refusal.
    if (size <= limit) chunks.push(chunk);
  }
  return size > limit ? undefined : Buffer.concat(chunks);
}

/** Reads a JSON body; `{ json: undefined }` when there is none. */
export async function readJson(
  request: IncomingMessage,
  limit: number,
): Promise<{ json: unknown } | GraphRefusal> {
  const body = await readBody(request, limit);
  if (body === undefined)
    return refused(413, "BadRequest", "The maximum request length supported is 4MB.");
  if (body.length === 0) return { json: undefined };
  const isJson = /^application\/json\b/i.test(request.headers["content-type"] ?? "");
  if (!isJson) return unreadableJson();
  try {
    return { json: JSON.parse(body.toString("utf8")) as unknown };
  } catch {
    return unreadableJson();
  }
}

const unreadableJson = (): GraphRefusal =>
  badRequest(
    "Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format.",
  );
