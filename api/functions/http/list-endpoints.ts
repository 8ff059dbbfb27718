import type { HttpRequest } from "@azure/functions";
import { PageQuery, QueueName } from "../../contract/case-list.ts";
import { FindQuery } from "../../contract/find.ts";
import { SavedListChange } from "../../contract/saved-lists.ts";
import { ok, refused } from "../../domain/result.ts";
import type { Endpoint } from "./endpoint.ts";
import { readJson } from "./read-json.ts";
import { signedIn, type HttpParts } from "./signed-in.ts";

/** The addresses of lists: their pages, their numbers, what somebody saved, and the search. */
export function listEndpoints(parts: HttpParts): Endpoint[] {
  const { desk } = parts;
  return [
    {
      name: "list-cases",
      method: "GET",
      route: "api/queues/{queue}",
      handler: signedIn(parts, async (person, request) => {
        const queue = QueueName.safeParse(request.params.queue);
        if (!queue.success) return refused(noSuchList);
        const asked = askedIn(request);
        if (!asked.success) return refused(notToBeAsked);
        return desk.list(person, queue.data, asked.data);
      }),
    },
    {
      name: "summarise-list",
      method: "GET",
      route: "api/queues/{queue}/summary",
      handler: signedIn(parts, async (person, { params }) => {
        const queue = QueueName.safeParse(params.queue);
        return queue.success ? desk.summary(person, queue.data) : refused(noSuchList);
      }),
    },
    {
      name: "saved-lists",
      method: "GET",
      route: "api/saved-lists",
      handler: signedIn(parts, async (person) => ok(await desk.savedLists(person))),
    },
    {
      name: "change-saved-lists",
      method: "POST",
      route: "api/saved-lists",
      handler: signedIn(parts, async (person, request) => {
        const body = await readJson(request, SavedListChange);
        return body.ok ? desk.changeSavedLists(person, body.value) : body;
      }),
    },
    {
      name: "find-cases",
      method: "POST",
      route: "api/find",
      handler: signedIn(parts, async (person, request) => {
        const body = await readJson(request, FindQuery);
        return body.ok ? desk.find(person, body.value.text) : body;
      }),
    },
  ];
}

function askedIn({ query }: HttpRequest) {
  return PageQuery.safeParse(Object.fromEntries(query));
}

const noSuchList = {
  kind: "not-found",
  message: "There is no such list. Open one of those in the navigation.",
} as const;

const notToBeAsked = {
  kind: "bad-request",
  message: "The list cannot be shown that way. Choose from its menus.",
} as const;
