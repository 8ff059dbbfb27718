import express, { type RequestHandler } from "express";
import { errorAnswers } from "./error-answers.ts";
import { listenOnLoopback, type LoopbackServer } from "./loopback.ts";

/** The emulated Microsoft hosts, each under its production host name. */
export type MicrosoftHosts = Readonly<Record<string, RequestHandler>>;

const problem = (code: string, message: string) => ({ error: { code, message } });

/**
 * Serves every emulated Microsoft host from one loopback port, told apart by the first path segment:
 * `https://graph.microsoft.com/v1.0/…` is `{url}/graph.microsoft.com/v1.0/…`.
 */
export const startMicrosoft = (options: {
  port: number;
  hosts: MicrosoftHosts;
}): Promise<LoopbackServer> => {
  const app = express().disable("x-powered-by").disable("etag");
  for (const [host, router] of Object.entries(options.hosts)) app.use(`/${host}`, router);
  app.use((request, response) => {
    const message = `Nothing answers ${request.method} ${request.path} here.`;
    response.status(404).json(problem("ResourceNotFound", message));
  });
  app.use(
    errorAnswers(({ status, message }) =>
      problem(status < 500 ? "BadRequest" : "InternalServerError", message),
    ),
  );
  return listenOnLoopback(app, options.port);
};
