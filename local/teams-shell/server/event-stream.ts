import type { Response } from "express";
import type { ShellEvent } from "../api.ts";

/** Tells every open page what has changed, as server-sent events. */
export type EventStream = {
  /** Keeps the answer open and writes every event into it until the page goes away. */
  open(response: Response): void;
  send(event: ShellEvent): void;
};

/** Makes a stream that nobody listens to yet. */
export const createEventStream = (): EventStream => {
  const pages = new Set<Response>();
  return {
    open: (response) => {
      response.set({ "Content-Type": "text/event-stream", "Cache-Control": "no-store" });
      // A comment at once: the page learns that it is connected before anything has changed.
      response.write(": connected\n\n");
      pages.add(response);
      response.on("close", () => pages.delete(response));
    },
    send: (event) => {
      for (const page of pages) page.write(`data: ${JSON.stringify(event)}\n\n`);
    },
  };
};
