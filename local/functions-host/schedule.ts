import { CronExpressionParser } from "cron-parser";

/** The first moment of a schedule that is later than the one given. */
export type NextAfter = (moment: Date) => Date;

/**
 * Reads an NCRONTAB schedule, six fields from seconds to days of the week, in UTC as on Linux in Azure; throws, naming
 * the function, when Azure would refuse it or read it differently.
 */
export function parseSchedule(functionName: string, schedule: string): NextAfter {
  const fields = schedule.trim().split(/\s+/);
  const refusal = (why: string, cause?: unknown): Error =>
    new Error(`Function "${functionName}" has the schedule "${schedule}": ${why}.`, { cause });
  if (fields.length !== 6) throw refusal("it needs six fields, the first for seconds");
  // NCRONTAB wants both to match, cron-parser either: no schedule may mean two things.
  if (fields[3] !== "*" && fields[5] !== "*") {
    throw refusal("it restricts both the day of the month and the day of the week");
  }
  const nextAfter: NextAfter = (moment) =>
    CronExpressionParser.parse(schedule, { currentDate: moment, tz: "UTC" }).next().toDate();
  try {
    nextAfter(new Date());
  } catch (cause) {
    throw refusal(cause instanceof Error ? cause.message : String(cause), cause);
  }
  return nextAfter;
}

/** Whether two runs of the schedule are less than a minute apart. */
export function isMoreThanOnceAMinute(nextAfter: NextAfter): boolean {
  const first = nextAfter(new Date());
  return nextAfter(first).getTime() - first.getTime() < 60_000;
}
