import type { Subscription } from "@microsoft/microsoft-graph-types";
import { randomUUID } from "node:crypto";
import { z } from "zod";
import { findFolder, folderId } from "./folders.ts";
import {
  answered,
  type CallingApp,
  type GraphAnswer,
  type GraphCall,
  type GraphRoute,
} from "./graph-call.ts";
import { accessDenied, isRefused, refused, type GraphRefusal } from "./graph-errors.ts";
import { validateEndpoint, type Notify } from "./notifications.ts";
import { graphTime } from "./stored-message.ts";
import type { StoredSubscription } from "./stored-subscription.ts";
import type { SubscriptionBook } from "./subscription-book.ts";

type SubscriptionParts = {
  readonly book: SubscriptionBook;
  readonly clock: { now(): Date };
  readonly mailboxes: readonly string[];
  readonly notify: Notify;
  readonly validateWithinMs: number;
};

const shortestMinutes = 45;
const longestMinutes = 10_080;

/** HTTPS everywhere but on this very machine, where the estate's functions host listens. */
const endpoint = z
  .url()
  .refine(
    (url) => /^(https:\/\/|http:\/\/(127\.0\.0\.1|localhost)[:/])/.test(url),
    "must be HTTPS",
  );

const changeTypes = z
  .string()
  .transform((list) => list.split(",").map((type) => type.trim()))
  .pipe(z.array(z.enum(["created", "updated", "deleted"])).min(1));

const subscriptionRequest = z.strictObject({
  changeType: changeTypes,
  notificationUrl: endpoint,
  lifecycleNotificationUrl: endpoint.optional(),
  resource: z.string(),
  expirationDateTime: z.iso.datetime({ offset: true }),
  clientState: z.string().max(128).optional(),
  latestSupportedTlsVersion: z.string().optional(),
  includeResourceData: z.literal(false).optional(),
});

const renewal = z.strictObject({ expirationDateTime: z.iso.datetime({ offset: true }) });

/** The requests about `/subscriptions`. */
export function subscriptionRoutes(parts: SubscriptionParts): GraphRoute[] {
  const { book } = parts;
  const withOwn =
    (handle: (own: StoredSubscription, call: GraphCall) => GraphAnswer | GraphRefusal) =>
    (call: GraphCall) => {
      const own = ownSubscriptions(book, call.app).find(({ id }) => id === call.segment("id"));
      return own === undefined
        ? refused(404, "ResourceNotFound", "The object was not found.")
        : handle(own, call);
    };
  return [
    { method: "post", path: "/subscriptions", handle: (call) => subscribe(call, parts) },
    {
      method: "get",
      path: "/subscriptions",
      handle: ({ app }) => answered(200, { value: ownSubscriptions(book, app).map(describe) }),
    },
    {
      method: "get",
      path: "/subscriptions/:id",
      handle: withOwn((own) => answered(200, describe(own))),
    },
    {
      method: "patch",
      path: "/subscriptions/:id",
      handle: withOwn((own, call) => renew(own, call.body, parts)),
    },
    {
      method: "delete",
      path: "/subscriptions/:id",
      handle: withOwn((own) => {
        book.end(own);
        return answered(204);
      }),
    },
    {
      method: "post",
      path: "/subscriptions/:id/reauthorize",
      handle: withOwn(() => answered(204)),
    },
  ];
}

const ownSubscriptions = (book: SubscriptionBook, app: CallingApp): StoredSubscription[] =>
  book.active().filter(({ appId }) => appId === app.appId);

async function subscribe(
  { app, body, preferences }: GraphCall,
  { book, clock, mailboxes, notify, validateWithinMs }: SubscriptionParts,
): Promise<GraphAnswer | GraphRefusal> {
  const request = subscriptionRequest.safeParse(body);
  if (!request.success) return invalidSubscription(z.prettifyError(request.error));
  const { resource, clientState, notificationUrl, lifecycleNotificationUrl } = request.data;
  const watched = watchedPlace(resource, mailboxes);
  if (isRefused(watched)) return watched;
  const expiresAt = expiryFor(request.data.expirationDateTime, clock.now());
  if (isRefused(expiresAt)) return expiresAt;
  for (const url of [notificationUrl, lifecycleNotificationUrl]) {
    const problem =
      url === undefined ? undefined : await validateEndpoint(url, notify, validateWithinMs);
    if (problem !== undefined) return invalidSubscription(problem);
  }
  const subscription: StoredSubscription = {
    id: randomUUID(),
    appId: app.appId,
    resource,
    ...watched,
    changeTypes: request.data.changeType,
    notificationUrl,
    ...(lifecycleNotificationUrl !== undefined && { lifecycleNotificationUrl }),
    ...(clientState !== undefined && { clientState }),
    expiresAt,
    idForm: preferences.idForm,
  };
  book.put(subscription);
  return answered(201, { ...describe(subscription), clientState: clientState ?? null });
}

const invalidSubscription = (message: string): GraphRefusal =>
  refused(400, "ValidationError", message);

function watchedPlace(
  resource: string,
  mailboxes: readonly string[],
): Pick<StoredSubscription, "mailbox" | "folderId"> | GraphRefusal {
  const [, user = "", quoted, plain] =
    /^\/?users\/([^/]+)(?:\/mailFolders(?:\('([^']+)'\)|\/([^/]+)))?\/messages$/i.exec(resource) ??
    [];
  if (user === "") return invalidSubscription(`The resource '${resource}' cannot be watched here.`);
  const mailbox = user.replace(/%40/g, "@").toLowerCase();
  if (!mailboxes.includes(mailbox)) return accessDenied();
  const asked = quoted ?? plain;
  if (asked === undefined) return { mailbox };
  const folder = findFolder(mailbox, asked);
  return folder === undefined
    ? invalidSubscription(`The mailbox has no folder '${asked}'.`)
    : { mailbox, folderId: folderId(mailbox, folder) };
}

function expiryFor(asked: string, now: Date): string | GraphRefusal {
  const minutes = (Date.parse(asked) - now.getTime()) / 60_000;
  if (minutes <= 0) return invalidSubscription("Subscription expiration must be in the future.");
  if (minutes > longestMinutes)
    return invalidSubscription(
      `Subscription expiration can only be ${longestMinutes} minutes in the future.`,
    );
  return graphTime(new Date(now.getTime() + Math.max(minutes, shortestMinutes) * 60_000));
}

function renew(
  subscription: StoredSubscription,
  body: unknown,
  { book, clock }: SubscriptionParts,
): GraphAnswer | GraphRefusal {
  const request = renewal.safeParse(body);
  if (!request.success) return invalidSubscription(z.prettifyError(request.error));
  const expiresAt = expiryFor(request.data.expirationDateTime, clock.now());
  if (isRefused(expiresAt)) return expiresAt;
  const renewed = { ...subscription, expiresAt };
  book.put(renewed);
  return answered(200, describe(renewed));
}

function describe(subscription: StoredSubscription): Subscription {
  return {
    id: subscription.id,
    resource: subscription.resource,
    applicationId: subscription.appId,
    changeType: subscription.changeTypes.join(","),
    notificationUrl: subscription.notificationUrl,
    lifecycleNotificationUrl: subscription.lifecycleNotificationUrl ?? null,
    expirationDateTime: subscription.expiresAt,
    latestSupportedTlsVersion: "v1_2",
    includeResourceData: null,
  };
}
