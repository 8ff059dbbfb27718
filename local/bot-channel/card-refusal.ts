import { createRequire } from "node:module";
import type * as AdaptiveCards from "adaptivecards";

// The package's ES modules import each other without extensions, which Node cannot resolve.
const { AdaptiveCard, SerializationContext, Versions } = createRequire(import.meta.url)(
  "adaptivecards/dist/adaptivecards.js",
) as typeof AdaptiveCards;

/** Teams shows cards up to this schema version. */
const newestVersion = Versions.v1_5;
const maximumBytes = 28 * 1024;

/** Why Teams would not show a card: too big to send, or not a card it can render. */
export type CardRefusal = { readonly kind: "too-big" | "not-renderable"; readonly reason: string };

/** Checks a card as strictly as the strictest Teams client, or stricter: undefined when it may be sent. */
export const cardRefusal = (card: unknown): CardRefusal | undefined => {
  const bytes = Buffer.byteLength(JSON.stringify(card));
  if (bytes > maximumBytes) {
    return { kind: "too-big", reason: `The card has ${bytes} bytes, more than ${maximumBytes}.` };
  }
  const reason = [...frameProblems(card), ...executesWithoutVerb(card), ...renderProblems(card)][0];
  return reason === undefined ? undefined : { kind: "not-renderable", reason };
};

const frameProblems = (card: unknown): string[] => {
  if (!isRecord(card) || card.type !== "AdaptiveCard") return ["The card is not an AdaptiveCard."];
  const version = String(card.version);
  return ["1.0", "1.1", "1.2", "1.3", "1.4", newestVersion.toString()].includes(version)
    ? []
    : [`The card asks for version ${version}; Teams shows 1.0 to ${newestVersion.toString()}.`];
};

/** Teams drops a press on an Action.Execute that has no verb, and says nothing: so it is refused here. */
const executesWithoutVerb = (part: unknown, path = "card"): string[] => {
  if (Array.isArray(part)) {
    return part.flatMap((item, index) => executesWithoutVerb(item, `${path}[${index}]`));
  }
  if (!isRecord(part)) return [];
  const here =
    part.type === "Action.Execute" && (typeof part.verb !== "string" || part.verb === "")
      ? [`The Action.Execute at ${path} has no verb.`]
      : [];
  const within = Object.entries(part).flatMap(([name, value]) =>
    // What an action carries back is the bot's own business, whatever it looks like.
    name === "data" ? [] : executesWithoutVerb(value, `${path}.${name}`),
  );
  return [...here, ...within];
};

const renderProblems = (source: unknown): string[] => {
  const context = new SerializationContext(newestVersion);
  const card = new AdaptiveCard();
  card.parse(source, context);
  const parsed = Array.from(
    { length: context.eventCount },
    (_, index) => context.getEventAt(index).message,
  );
  const validated = card.validateProperties().validationEvents.map(({ message }) => message);
  return [...parsed, ...validated];
};

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
