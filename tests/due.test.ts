import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { describe, expect, it, test } from "vitest";
import { answerDue } from "#local/due.ts";
import { regionOf, workingDayVectors } from "#tests/api/domain/calendar/due-dates.ts";

const run = promisify(execFile);
const due = (...args: string[]) => run("npm", ["run", "--silent", "due", "--", ...args]);

function lineOf(...args: string[]): string {
  const answer = answerDue(args);
  return answer.ok ? answer.value.line : `refused: ${answer.error}`;
}

describe("npm run due", () => {
  it("prints when so many working days in a region end, and nothing else", async () => {
    const { stdout } = await due(
      ...["--region", "england-and-wales", "--from", "2026-04-02", "--working-days", "3"],
    );
    expect(stdout).toBe('{"due":"2026-04-09","skipped":["2026-04-03","2026-04-06"]}\n');
  });

  it("answers one clear line on stderr and leaves with 2 when it cannot", async () => {
    const failed = await due(
      "--policy",
      "salford-2010",
      "--clock",
      "x",
      "--from",
      "2026-04-02",
    ).catch((error: unknown) => error);
    expect(failed).toMatchObject({ code: 2, stdout: "" });
    expect(failed).toHaveProperty(
      "stderr",
      expect.stringContaining("There is no policy “salford-2010”."),
    );
  });
});

describe("a question by region", () => {
  test.each(
    workingDayVectors.filter(({ calendarKnownWithout }) => calendarKnownWithout.length === 0),
  )(
    "$id: $workingDays working days from $day0 end on $due",
    ({ region, day0, workingDays, due: expected, skipped }) => {
      const args = [
        "--region",
        regionOf[region],
        "--from",
        day0,
        "--working-days",
        String(workingDays),
      ];
      expect(lineOf(...args)).toBe(JSON.stringify({ due: expected, skipped }));
    },
  );

  it("comes with a caution where the holidays are not known", () => {
    const args = ["--region", "scotland", "--from", "2012-01-02", "--working-days", "5"];
    const answer = answerDue(args);
    expect(answer.ok && answer.value.caution).toContain("only known from 2019 to 2028");
  });
});

describe("a question by policy", () => {
  it("is answered with the same dates and the policy’s own words for them", () => {
    expect(
      JSON.parse(
        lineOf("--policy", "stockton-2019", "--clock", "early-resolution", "--from", "2026-04-02"),
      ),
    ).toEqual({
      due: "2026-04-09",
      skipped: ["2026-04-03", "2026-04-06"],
      why: [
        "Stockton’s Customer Feedback and Complaints Policy: Early Resolution within 3 working days: a telephone contact and a resolution.",
        "Received on Thursday 2 April 2026: that is day 0.",
        "The working days begin the day after the complaint has been received.",
        "Friday 3 April 2026 does not count: Good Friday.",
        "Monday 6 April 2026 does not count: Easter Monday.",
        "Working day 3 is Thursday 9 April 2026.",
      ],
    });
  });

  it("names the fields in one order: due, skipped, why", () => {
    const line = lineOf("--policy", "lgsco-2024", "--clock", "stage-1", "--from", "2026-12-23");
    expect(line).toMatch(/^\{"due":"2027-01-11","skipped":\[.*\],"why":\[.*\]\}$/);
  });

  it("may name the kind of clock and the stage instead of the clock’s id", () => {
    const byKind = ["--clock", "response", "--stage", "2", "--from", "2026-03-13"];
    expect(lineOf("--policy", "lgsco-2024", ...byKind)).toBe(
      lineOf("--policy", "lgsco-2024", "--clock", "stage-2", "--from", "2026-03-13"),
    );
  });

  it("may give the instant a mail arrived, which is a day of London", () => {
    const from = (text: string) =>
      lineOf("--policy", "lgsco-2024", "--clock", "acknowledge", "--from", text);
    expect(from("2026-07-14T23:30:00Z")).toBe(from("2026-07-15"));
  });

  it("may be about the time for asking for the next stage", () => {
    const args = ["--clock", "escalation-window", "--from", "2021-11-29"];
    expect(JSON.parse(lineOf("--policy", "borough-2021-12", ...args))).toMatchObject({
      due: "2021-12-29",
      skipped: [],
    });
    expect(lineOf("--policy", "lgsco-2024", ...args)).toMatch(/^refused: lgsco-2024 has no clock/);
  });
});

describe("a question that cannot be answered is told what to ask instead:", () => {
  const region = ["--region", "england-and-wales"];
  const days = ["--working-days", "3"];
  test.each([
    [[...region, "--from", "2026-02-30", ...days], "“2026-02-30” is not a date that exists"],
    [[...region, "--from", "tomorrow", ...days], "“tomorrow” is not a date that exists"],
    [[...region, ...days], "Say from which day to count."],
    [
      ["--region", "wales", "--from", "2026-04-02", ...days],
      "There are: england-and-wales, scotland",
    ],
    [[...region, "--from", "2026-04-02", "--working-days", "0"], "a whole number of working days"],
    [
      [...region, "--from", "2026-04-02", "--working-days", "2.5"],
      "a whole number of working days",
    ],
    [[...region, "--from", "2026-04-02"], "Use: due --region"],
    [
      ["--policy", "lgsco", "--clock", "stage-1", "--from", "2026-04-02"],
      "There is no policy “lgsco”.",
    ],
    [
      ["--policy", "lgsco-2024", "--from", "2026-04-02"],
      "Say which clock of lgsco-2024: acknowledge, stage-1",
    ],
    [
      ["--policy", "lgsco-2024", "--clock", "stage-9", "--from", "2026-04-02"],
      "It has: acknowledge, stage-1",
    ],
    [
      ["--policy", "lgsco-2024", "--clock", "response", "--stage", "3", "--from", "2026-04-02"],
      "has no stage “3”",
    ],
    [["--policy", "lgsco-2024", ...region, "--from", "2026-04-02", ...days], "Use: due --region"],
    [["--colour", "red"], "Unknown option '--colour'"],
    [["2026-04-02"], "Unexpected argument '2026-04-02'"],
    [[], "Use: due --region"],
  ])("%j", (args, words) => {
    const answer = answerDue(args);
    expect(answer.ok ? "" : answer.error).toContain(words);
    expect(answer.ok ? "" : answer.error).not.toContain("\n");
  });
});
