import { z } from "zod";
import { londonDate, londonTime, longDate } from "#api/domain/calendar/london-date.ts";
import { plainWordsOf } from "./plain-words.ts";

/** A message of a conversation in Teams, as an action on it tells of it. */
export type TeamsMessage = {
  /** Whose message it is and when it was written, as a line to show. */
  readonly source: string;
  /** The London day it was written on, where Teams says so. */
  readonly writtenOn?: string;
  /** The subject that a post in a channel can have; empty for most. */
  readonly subject: string;
  readonly words: string;
  /** Whether pictures or files belong to it: Teams does not hand them over. */
  readonly hasFiles: boolean;
};

const name = z
  .object({ displayName: z.string() })
  .transform(({ displayName }) => displayName)
  .optional()
  .catch(undefined);
const from = z
  .object({ user: name, application: name })
  .transform(({ user, application }) => user ?? application)
  .optional()
  .catch(undefined);
const body = z
  .object({ content: z.string(), contentType: z.string().optional().catch(undefined) })
  .catch({ content: "", contentType: undefined });
const payload = z
  .object({
    createdDateTime: z.iso.datetime({ offset: true }).optional().catch(undefined),
    subject: z.string().catch(""),
    from,
    body,
  })
  .partial();

/** Reads the `messagePayload` of a message action; a part that Teams left out stays empty. */
export function readTeamsMessage(messagePayload: unknown): TeamsMessage {
  const read = payload.catch({}).parse(messagePayload);
  const { createdDateTime: at, subject = "", from: writer = "Somebody in Teams" } = read;
  const { content, contentType } = read.body ?? { content: "", contentType: "text" };
  const isText = contentType === "text";
  return {
    source: at === undefined ? writer : `${writer}, ${whenWords(at)}`,
    ...(at === undefined ? {} : { writtenOn: londonDate(at) }),
    subject,
    words: isText ? content.trim() : plainWordsOf(content),
    hasFiles: !isText && /<(?:attachment|img)\b(?![^>]*Emoji)/i.test(content),
  };
}

function whenWords(instant: string): string {
  return `${longDate(londonDate(instant))} at ${londonTime(instant)}`;
}
