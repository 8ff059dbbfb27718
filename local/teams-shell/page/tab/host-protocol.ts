import { z } from "zod";
import { answerTo } from "./host-answers.ts";
import type { Host } from "./host.ts";

type HostMessage =
  | { readonly id: number; readonly uuidAsString?: string; readonly args: readonly unknown[] }
  | { readonly func: string; readonly args: readonly unknown[] };

/** The shell's end of the conversation with the page in one frame. */
export type HostEnd = {
  /** Handles what the frame's window posted; anything that is not teams-js is none of its business. */
  receive(data: unknown): Promise<void>;
  /** Raises an event in the page, if the page is connected. */
  raise(event: string, ...args: readonly unknown[]): void;
};

const requestSchema = z.object({
  id: z.number(),
  uuidAsString: z.string().optional(),
  func: z.string(),
  args: z
    .array(z.unknown())
    .nullish()
    .transform((args) => args ?? []),
});

/**
 * Speaks the host's side of teams-js 2.58 with the page in a frame: asks `hostNow` for what the
 * shell can do at that moment, and answers through `post`.
 */
export function createHostEnd(hostNow: () => Host, post: (message: HostMessage) => void): HostEnd {
  let connected = false;

  return {
    async receive(data) {
      const request = requestSchema.safeParse(data);
      if (!request.success) return;
      const { id, uuidAsString, func, args } = request.data;
      if (func === "initialize") connected = true;
      const answer = await answerTo(hostNow(), func, args);
      if (answer === undefined) return;
      post({ id, ...(uuidAsString === undefined ? {} : { uuidAsString }), args: answer });
    },
    raise(event, ...args) {
      if (connected) post({ func: event, args });
    },
  };
}
