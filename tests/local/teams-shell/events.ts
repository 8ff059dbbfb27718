import { isDeepStrictEqual } from "node:util";
import { shellEventSchema, type ShellEvent } from "#local/teams-shell/api.ts";

/** Listens as an open page does; resolves once the server has taken the connection. */
export const listenToEvents = async (url: string) => {
  const response = await fetch(url);
  if (response.body === null) throw new Error("The event stream has no body.");
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  const heard: ShellEvent[] = [];
  let rest = "";

  const hearMore = async (): Promise<void> => {
    const { value, done } = await reader.read();
    if (done) throw new Error(`The stream ended after ${JSON.stringify(heard)}.`);
    const blocks = (rest + value).split("\n\n");
    rest = blocks.pop() ?? "";
    for (const block of blocks.filter((each) => each.startsWith("data: "))) {
      heard.push(shellEventSchema.parse(JSON.parse(block.slice("data: ".length))));
    }
  };
  await hearMore();

  return {
    /** Waits for an event with these fields, also among those already heard. */
    until: async (expected: Partial<ShellEvent>): Promise<void> => {
      const matches = (event: ShellEvent) =>
        isDeepStrictEqual({ ...event, ...expected }, { ...event });
      while (!heard.some(matches)) await hearMore();
    },
    close: () => reader.cancel(),
  };
};
