import { readFile } from "node:fs/promises";
import { sampleIndex, type SampleEntry } from "./sample-index.ts";

export type SampleMail = Pick<SampleEntry, "file" | "kind" | "from"> & {
  /** The mail as it travels; its Date header says when this copy of it was written. */
  readonly raw: Buffer;
  readonly receivedAt: Date;
  /** How long before `now` that is. */
  readonly minutesBefore: number;
};

const minute = 60_000;
const opens = { hours: 7, minutes: 30 };
const closes = { hours: 18, minutes: 0 };

/** The sample mails, oldest first, as if they had come in during the office hours of the last four working days. */
export function loadSamples(now: Date): Promise<SampleMail[]> {
  return Promise.all(
    sampleIndex.map(async ({ file, kind, from, workingMinutesBefore }) => {
      const receivedAt = officeTimeBefore(now, workingMinutesBefore);
      const mail = await readFile(new URL(file, import.meta.url), "latin1");
      return {
        file,
        kind,
        from,
        raw: Buffer.from(writtenAt(mail, new Date(receivedAt.getTime() - minute)), "latin1"),
        receivedAt,
        minutesBefore: Math.round((now.getTime() - receivedAt.getTime()) / minute),
      };
    }),
  );
}

/** The first Date is the mail's own: it stands in the header, above everything that is quoted or attached. */
function writtenAt(mail: string, at: Date): string {
  return mail.replace(/^Date: .*$/m, `Date: ${at.toUTCString().replace("GMT", "+0000")}`);
}

/** Walks back over that many minutes between opening and closing time, Monday to Friday. */
function officeTimeBefore(now: Date, workingMinutes: number): Date {
  let at = now;
  let left = workingMinutes * minute;
  for (;;) {
    const day = officeDay(at);
    const end = Math.min(at.getTime(), day.closesAt);
    const room = end - day.opensAt;
    if (isWorkingDay(at) && room >= left) return new Date(end - left);
    if (isWorkingDay(at)) left -= Math.max(0, room);
    at = new Date(day.startsAt - 1);
  }
}

function isWorkingDay(at: Date): boolean {
  return at.getUTCDay() >= 1 && at.getUTCDay() <= 5;
}

function officeDay(at: Date): { startsAt: number; opensAt: number; closesAt: number } {
  const startsAt = Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate());
  const timeOf = (time: typeof opens): number =>
    startsAt + (time.hours * 60 + time.minutes) * minute;
  return { startsAt, opensAt: timeOf(opens), closesAt: timeOf(closes) };
}
