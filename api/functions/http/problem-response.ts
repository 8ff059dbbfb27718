import type { HttpResponseInit } from "@azure/functions";
import type { Problem } from "../../contract/problem.ts";
import type { Refusal } from "../../services/refusal.ts";

const kinds: Record<Refusal["kind"], { status: number; title: string }> = {
  "bad-request": { status: 400, title: "This cannot be done as asked" },
  "not-permitted": { status: 403, title: "Not allowed" },
  "not-found": { status: 404, title: "Not found" },
  "action-not-available": { status: 409, title: "Not possible now" },
  "changed-since": { status: 409, title: "It has changed meanwhile" },
  "not-possible": { status: 409, title: "Not possible" },
  conflict: { status: 409, title: "Somebody else was faster" },
};

/** A refusal over HTTP (RFC 9457): what to do, and nothing about the store. */
export function refusalResponse(refusal: Refusal, reference: string): HttpResponseInit {
  const { status, title } = kinds[refusal.kind];
  return problemResponse({
    type: `urn:redress:${refusal.kind}`,
    title,
    status,
    detail: refusal.message,
    reference,
    ...("allowed" in refusal ? { allowed: [...refusal.allowed] } : {}),
    ...("fields" in refusal ? { fields: refusal.fields } : {}),
  });
}

/** Any problem as an HTTP answer. */
export function problemResponse(problem: Problem): HttpResponseInit {
  return {
    status: problem.status,
    jsonBody: problem,
    headers: {
      ...noStore,
      "Content-Type": "application/problem+json",
      ...(problem.status === 401 ? { "WWW-Authenticate": "Bearer" } : {}),
    },
  };
}

/** What every answer of the API says about itself: it is nobody else's and it is not to be kept. */
export const noStore = {
  "Cache-Control": "no-store",
  "X-Content-Type-Options": "nosniff",
} as const;
