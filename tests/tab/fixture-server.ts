import { createServer, type Server } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import path from "node:path";
import express from "express";
import type { CouncilFile, FakeCouncil } from "./fake-council.ts";
import { teamsStandIn } from "./teams-stand-in.ts";

/** The hash of nothing: Fluent adds empty style elements and fills them by script. */
const emptyStyle = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

/** As strict as the tab can bear: nothing inline, nothing evaluated, nothing from elsewhere. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  `style-src 'self' ${emptyStyle}`,
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "frame-ancestors 'self'",
].join("; ");

const unknownFile: CouncilFile = {
  type: "application/octet-stream",
  content: Buffer.from("attached"),
};

/** A Teams around the tab, the built tab and whichever fake council is in office behind it, on one loopback origin. */
export async function serveTab(tabFolder: string, inOffice: () => FakeCouncil): Promise<Server> {
  const server = express();
  server.use(express.json({ limit: "1mb" }));
  server.get("/", (_request, response) => {
    response.type("html").send(teamsStandIn);
  });
  server.get("/axe.js", (_request, response) => {
    response.sendFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"));
  });
  server.use(
    "/tab",
    (_request, response, next) => {
      response.setHeader("content-security-policy", contentSecurityPolicy);
      next();
    },
    express.static(path.resolve(tabFolder), { immutable: true, maxAge: "1h" }),
  );
  server.get("/api/cases/:caseId/attachments/:attachmentId", ({ params }, response) => {
    const { type, content } = inOffice().files.get(params.attachmentId) ?? unknownFile;
    response.type(type).send(content);
  });
  server.use("/api", (request, response) => {
    const answer = inOffice().answer({
      method: request.method,
      url: request.originalUrl,
      authorization: request.headers.authorization,
      body: request.body,
    });
    if (answer === "no answer") request.socket.destroy();
    else response.status(answer.status).json(answer.body);
  });
  const listening = createServer(server);
  await new Promise<void>((resolve) => listening.listen(0, "127.0.0.1", resolve));
  return listening;
}

export const originOf = (server: Server): string =>
  `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
