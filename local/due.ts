import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { unlistedWords } from "#api/domain/calendar/list-coverage.ts";
import { isCalendarDate } from "#api/domain/calendar/london-date.ts";
import { regions } from "#api/domain/calendar/regions.ts";
import {
  addWorkingDays,
  shippedCalendar,
  type Counted,
} from "#api/domain/calendar/working-days.ts";
import { arrivalOf, type Arrival } from "#api/domain/clocks/day-zero.ts";
import { explainRule, ruleNames } from "#api/domain/clocks/explain-rule.ts";
import { findPolicy, policies } from "#api/domain/policy/catalogue.ts";
import { ok, refused, type Result } from "#api/domain/result.ts";

const usage =
  "Use: due --region REGION --from YYYY-MM-DD --working-days N, or: due --policy ID --clock ID [--stage N] --from YYYY-MM-DD.";

type Asked = Partial<
  Record<"region" | "from" | "working-days" | "policy" | "clock" | "stage", string>
>;

/** What the command prints: a line of JSON for a program, and perhaps a caution for a person. */
export type DueAnswer = { readonly line: string; readonly caution?: string | undefined };

/** Answers the `due` command: when a deadline falls and why, or one line saying what to ask instead. */
export function answerDue(args: readonly string[]): Result<DueAnswer, string> {
  const asked = readArguments(args);
  if (!asked.ok) return asked;
  const from = readFrom(asked.value.from);
  if (!from.ok) return from;
  return asked.value.policy === undefined
    ? countedDate(asked.value, from.value)
    : policyDate(asked.value, from.value);
}

function readArguments(args: readonly string[]): Result<Asked, string> {
  const text = { type: "string" } as const;
  const options = {
    region: text,
    from: text,
    "working-days": text,
    policy: text,
    clock: text,
    stage: text,
  };
  try {
    const { values } = parseArgs({ args: [...args], options });
    const ofPolicy = values.policy ?? values.clock ?? values.stage;
    const ofRegion = values.region ?? values["working-days"];
    return (ofPolicy === undefined) === (ofRegion === undefined) ? refused(usage) : ok(values);
  } catch (error) {
    const [message = ""] = String(error instanceof Error ? error.message : error).split(/[.\n]/, 1);
    return refused(`${message}. ${usage}`);
  }
}

function readFrom(from: string | undefined): Result<Arrival, string> {
  if (from === undefined) return refused(`Say from which day to count. ${usage}`);
  if (isCalendarDate(from)) return ok({ date: from });
  try {
    return ok(arrivalOf(from));
  } catch {
    return refused(`“${from}” is not a date that exists, written YYYY-MM-DD.`);
  }
}

function countedDate(asked: Asked, { date: from }: Arrival): Result<DueAnswer, string> {
  const { "working-days": days } = asked;
  if (asked.region === undefined || days === undefined) return refused(usage);
  const region = regions.find((one) => one === asked.region);
  if (region === undefined) {
    return refused(`There is no region “${asked.region}”. There are: ${regions.join(", ")}.`);
  }
  if (!/^[1-9]\d{0,3}$/.test(days)) {
    return refused(`“${days}” is not a whole number of working days from 1 to 9999.`);
  }
  const calendar = shippedCalendar();
  const counted = addWorkingDays({ from, days: Number(days), region, calendar });
  const [caution] = unlistedWords({ from, to: counted.due }, region, calendar);
  return ok({ line: JSON.stringify(datesOf(counted)), caution });
}

function policyDate(asked: Asked, from: Arrival): Result<DueAnswer, string> {
  const { policy: id = "", clock, stage } = asked;
  const policy = findPolicy(id);
  if (policy === undefined) {
    const ids = policies.map((one) => one.id).join(", ");
    return refused(`There is no policy “${id}”. There are: ${ids}.`);
  }
  const names = ruleNames(policy).join(", ");
  if (clock === undefined) return refused(`Say which clock of ${id}: ${names}.`);
  const inStage = policy.stages.find((one) => String(one.stage) === stage)?.stage;
  if (stage !== undefined && inStage === undefined) {
    return refused(`${id} has no stage “${stage}”. It has ${policy.stages.length}.`);
  }
  const asking = { name: clock, stage: inStage, from };
  const explained = explainRule(policy, asking, shippedCalendar());
  if (explained === undefined) return refused(`${id} has no clock “${clock}”. It has: ${names}.`);
  return ok({ line: JSON.stringify({ ...datesOf(explained), why: explained.why }) });
}

function datesOf({ due, skipped }: Counted) {
  return { due, skipped: skipped.map(({ date }) => date) };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const answer = answerDue(process.argv.slice(2));
  if (answer.ok) process.stdout.write(`${answer.value.line}\n`);
  else process.exitCode = 2;
  const said = answer.ok ? answer.value.caution : answer.error;
  if (said !== undefined) process.stderr.write(`${said}\n`);
}
