import { ok, refused, type Result } from "../../domain/result.ts";
import type { BankHolidayFeed } from "../../services/ports/bank-holiday-feed.ts";

const address = "https://www.gov.uk/bank-holidays.json";
const longestWaitMs = 10_000;
/** GOV.UK's list has some 50 kB. */
const mostBytes = 1_000_000;

/** GOV.UK's bank holidays, as they are published for everybody. */
export class GovUkBankHolidays implements BankHolidayFeed {
  async read(): Promise<Result<unknown, string>> {
    try {
      const signal = AbortSignal.timeout(longestWaitMs);
      const answer = await fetch(address, { signal });
      if (!answer.ok) return refused(`GOV.UK answered ${answer.status}.`);
      const text = await textOf(answer);
      return text === undefined ? refused("What GOV.UK sent is far too long.") : parsed(text);
    } catch (cause) {
      return refused(`GOV.UK could not be reached (${kindOf(cause)}).`);
    }
  }
}

async function textOf(answer: Response): Promise<string | undefined> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  // Leaving the loop early ends the download.
  for await (const part of answer.body ?? []) {
    bytes += part.byteLength;
    if (bytes > mostBytes) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts).toString("utf8");
}

function parsed(text: string): Result<unknown, string> {
  try {
    return ok(JSON.parse(text) as unknown);
  } catch {
    return refused("What GOV.UK sent is no list.");
  }
}

function kindOf(cause: unknown): string {
  return cause instanceof Error ? cause.name : "unknown";
}
