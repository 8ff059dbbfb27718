import { inspect } from "node:util";
import type { ErrorRequestHandler } from "express";

/** Answers what a route throws, and what body parsers refuse, in the error shape of the emulated host. */
export const errorAnswers =
  (bodyOf: (failure: { status: number; message: string }) => object): ErrorRequestHandler =>
  // eslint-disable-next-line max-params -- Express knows an error handler by its four parameters.
  (error: unknown, _request, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const status =
      error instanceof Error && "status" in error && typeof error.status === "number"
        ? error.status
        : 500;
    const message = error instanceof Error ? error.message : String(error);
    // The caller gets the message; whoever mends the emulator needs to see where it came from.
    if (status >= 500) process.stderr.write(`${inspect(error)}\n`);
    response.status(status).json(bodyOf({ status, message }));
  };
