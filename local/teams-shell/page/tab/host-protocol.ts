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
  /** Whether the page asked to be told of an event. */
  listensTo(event: string): boolean;
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

/** Speaks the host's side of teams-js 2.58 with the page in a frame, posting through `post`. */
export function createHostEnd(host: Host, post: (message: HostMessage) => void): HostEnd {
  const listened = new Set<string>();
  let connected = false;

  return {
    async receive(data) {
      const request = requestSchema.safeParse(data);
      if (!request.success) return;
      const { id, uuidAsString, func, args } = request.data;
      if (func === "initialize") connected = true;
      if (func === "registerHandler") listened.add(String(args[0]));
      const answer = await answerTo(host, func, args);
      if (answer === undefined) return;
      post({ id, ...(uuidAsString === undefined ? {} : { uuidAsString }), args: answer });
    },
    raise(event, ...args) {
      if (connected) post({ func: event, args });
    },
    listensTo: (event) => listened.has(event),
  };
}
