import { once } from "node:events";
import type { Express } from "express";

/** A running HTTP server that only this machine can reach. */
export type LoopbackServer = { readonly url: string; close(): Promise<void> };

/** Listens on 127.0.0.1 (port 0 takes a free one); `close` also ends connections that are still open. */
export const listenOnLoopback = async (app: Express, port: number): Promise<LoopbackServer> => {
  const server = app.listen(port, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") {
    throw new Error("The server has no TCP address after it began to listen.");
  }
  return {
    url: `http://127.0.0.1:${address.port}`,
    close: async () => {
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
};
