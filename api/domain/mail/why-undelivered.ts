import type { IncomingMail } from "./incoming-mail.ts";
import { beginningOf } from "./mail-lines.ts";

const readCharacters = 300_000;
const mostWords = 240;

/** A mail system that still tries: another report follows when it gives up. */
const stillTrying =
  /(?<!\p{L})(delay(ed)?|still (being )?(tr(ied|ying)|retried|queued)|will (be retried|keep trying|continue to|retry)|not yet been delivered|no action is required|warning: (message|could not send)|verzögert(?:e[nr]?)?|retardée?|vertraagd)(?!\p{L})/iu;

/**
 * Why a mail did not arrive, in the words of the delivery report; nothing when the report only says
 * that it is late or has arrived. `raw` is the report as it came, 8-bit.
 */
export function whyUndelivered(mail: IncomingMail, raw = ""): string | undefined {
  const fields = unfolded(beginningOf(raw, readCharacters));
  const actions = fields.match(/^action[ \t]*:[ \t]*[a-z-]+/gim) ?? [];
  const failed = actions.some((action) => /failed$/i.test(action));
  if (actions.length > 0 && !failed) return undefined;
  const text = beginningOf(mail.text, readCharacters);
  if (!failed && stillTrying.test(`${mail.subject}\n${beginningOf(text, 1500)}`)) return undefined;
  const said = diagnosis(fields) ?? answerIn(text) ?? firstWords(text);
  return short(said) || "The report does not say why.";
}

// A field goes on in the lines that begin with a space.
function unfolded(raw: string): string {
  return raw.replace(/\r\n?/g, "\n").replace(/\n[ \t]+/g, " ");
}

function diagnosis(fields: string): string | undefined {
  const found = /^diagnostic-code[ \t]*:[ \t]*(?:[\w-]{1,30}[ \t]*;)?([^\n]+)/im.exec(fields)?.[1];
  return found && fromUtf8(found);
}

// What the other server answered: a code, then its reason.
function answerIn(text: string): string | undefined {
  return /^.{0,120}?\b([45]\d\d[ -][^\n]{4,})/m.exec(text)?.[1];
}

function firstWords(text: string): string {
  return text.split("\n").find((line) => /\p{L}{3}/u.test(line)) ?? "";
}

function short(words: string): string {
  const line = words.replace(/\s+/g, " ").trim();
  return line.length > mostWords ? `${line.slice(0, mostWords - 1).trimEnd()}…` : line;
}

// The raw mail is read byte by byte, whatever its charset is.
function fromUtf8(text: string): string {
  try {
    const bytes = Uint8Array.from(text, (character) => character.charCodeAt(0));
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return text;
  }
}
