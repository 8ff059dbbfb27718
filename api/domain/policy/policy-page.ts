import { longDate } from "../calendar/london-date.ts";
import type { ClockRule, Limit } from "./clock-rule.ts";
import { ombudsmanOf } from "./ombudsman.ts";
import type { Policy } from "./policy.ts";
import type { StageRule } from "./stage-rule.ts";

/** A policy as a page that a council can publish: Markdown, from the same data its cases follow. */
export function policyPage(policy: Policy): string {
  return [
    `## ${policy.title}`,
    factsOf(policy),
    section("What is what", caseTypeTable(policy)),
    section("How it is sorted", triageWords(policy)),
    ...policy.stages.map((stage) => section(stage.title, stageWords(stage))),
    section(
      "How long it takes",
      [clockTable(policy), countingWords(policy), pauseWords(policy)].join("\n\n"),
    ),
    section("What each letter says", letterList(policy)),
    section("How it ends", endWords(policy)),
    ...(policy.leftOpen.length === 0
      ? []
      : [section("What the document leaves open", list(policy.leftOpen))]),
  ].join("\n\n");
}

/** "10 working days", "1 month": a limit as it is written. */
export function limitWords({ count, unit }: Limit): string {
  if (unit === "months from the day") {
    return `${count} months, the first day counted in`;
  }
  return `${count} ${count === 1 ? unit.slice(0, -1) : unit}`;
}

function factsOf(policy: Policy): string {
  const { effective } = policy;
  const until = effective.to === undefined ? "" : ` until ${longDate(effective.to)}`;
  return [
    `\`${policy.id}\`, version ${policy.version}, in force from ${longDate(effective.from)}${until}.`,
    policy.source,
    ...(policy.restricted ? ["Its cases are seen by members of the procedure only."] : []),
    ...(policy.reviewBy === undefined ? [] : [`To be reviewed by ${longDate(policy.reviewBy)}.`]),
  ].join(" ");
}

function caseTypeTable({ caseTypes }: Policy): string {
  return table(
    ["Type", "What it is", "For example", "What happens"],
    caseTypes.map(({ title, definition, examples, handling }) => [
      title,
      definition,
      examples.map((example) => `“${example}”`).join(" "),
      handling,
    ]),
  );
}

function triageWords(policy: Policy): string {
  const { levels, questions } = policy.triage;
  return [
    list(levels.map(({ title, words }) => `**${title}**: ${words}`)),
    ...(questions.length === 0 ? [] : ["Asked each time:", list(questions.map((q) => q.words))]),
    ...(policy.accepts === undefined ? [] : [policy.accepts.words]),
    ...(policy.exclusions.length === 0 ? [] : ["Not handled here:", list(policy.exclusions)]),
    ...(policy.flags.length === 0
      ? []
      : ["Shown on the case:", list(policy.flags.map((f) => `**${f.title}**: ${f.words}`))]),
  ].join("\n\n");
}

function stageWords(stage: StageRule): string {
  const { independence, panel, window } = stage;
  const facts = [
    `Answered by: ${stage.answeredBy}. Signed off by: ${stage.signedOffBy}.`,
    ...(independence.notEarlierDecider && stage.stage > 1
      ? ["Nobody who decided an earlier stage decides this one."]
      : []),
    ...(independence.awayFromService ? ["The investigator is not of the service."] : []),
    ...(panel === undefined ? [] : [panel.words]),
    ...(stage.after.length === 0
      ? []
      : [
          `Only after ${stage.after.length === 1 ? "stage" : "stages"} ${stage.after.join(" and ")}.`,
        ]),
    ...(stage.asks.length === 0 ? [] : [`The person is invited to say: ${stage.asks.join("; ")}.`]),
    ...stage.routes.map(
      ({ title, words, criteria }) =>
        `**${title}**: ${words}${criteria.length === 0 ? "" : ` When: ${criteria.join(" ")}`}`,
    ),
    ...(window === undefined
      ? []
      : [
          `The next stage can be asked for within ${limitWords(window.limit)}. ${window.discretion}`,
        ]),
  ];
  return `${stage.words}\n\n${list(facts)}`;
}

function clockTable({ stages }: Policy): string {
  return table(
    ["Deadline", "Within", "Counted from", "Extension", "What the document says"],
    stages.flatMap((stage) =>
      stage.clocks.map((clock) => [
        clock.title,
        limitWords(clock.limit) + (clock.agreedDate === undefined ? "" : ", or the date agreed"),
        fromWords(clock, stage),
        extensionWords(clock),
        clock.words,
      ]),
    ),
  );
}

function fromWords(clock: ClockRule, stage: StageRule): string {
  if (clock.from === "started") return stage.stage === 1 ? "receipt" : "the request for it";
  if (clock.from === "acknowledged") return "the acknowledgement";
  return stage.milestones.find(({ id }) => id === clock.from)?.title.toLowerCase() ?? clock.from;
}

function extensionWords({ extension, ceiling }: ClockRule): string {
  const words = extension === undefined ? "none" : `up to ${extension.workingDays} working days`;
  return ceiling === undefined ? words : `${words}; never beyond ${limitWords(ceiling.limit)}`;
}

function countingWords({ counting, wholeCase, code }: Policy): string {
  return [
    counting.words,
    ...(counting.receipt === "day 1" ? ["The day of receipt is day 1."] : []),
    ...(counting.receivedOnDayOff === "next working day"
      ? ["What arrives on a day off counts from the next working day."]
      : []),
    ...(counting.cutOff === undefined
      ? []
      : [`What arrives from ${counting.cutOff} on counts from the next working day.`]),
    ...(wholeCase === undefined ? [] : [`All stages together: ${wholeCase.words}.`]),
    ...(code === undefined
      ? []
      : [`The dates of the Complaint Handling Code (\`${code}\`) are shown beside these.`]),
  ].join(" ");
}

function pauseWords({ pauses, code }: Policy): string {
  if (pauses.length === 0) return "Pauses: none. No date waits for anything.";
  const waits = `These dates wait only for this:\n\n${list(pauses.map(({ words }) => words))}`;
  return code === undefined ? waits : `${waits}\n\nThe dates of the Code do not wait.`;
}

function letterList({ letters }: Policy): string {
  return list(
    letters.map(({ title, mustContain }) => {
      const contents = mustContain.map(
        ({ words }) => words.charAt(0).toLowerCase() + words.slice(1),
      );
      return `**${title}**: ${contents.join("; ")}.`;
    }),
  );
}

function endWords(policy: Policy): string {
  const { name, web, phone } = ombudsmanOf(policy);
  return list([
    `Outcomes: ${policy.outcomes.map(({ words }) => words.toLowerCase()).join(", ")}.`,
    ...checkInWords(policy),
    `After that: the ${name}, ${web}, ${phone}.`,
    `Kept for ${policy.retention.yearsAfterClosing} years after closing. ${policy.retention.words}`,
  ]);
}

function checkInWords({ checkIn }: Policy): string[] {
  if (checkIn === "none") return [];
  const days = limitWords({ count: checkIn.workingDaysAfter, unit: "working days" });
  return [`${days} after an answer somebody asks the person whether it met their need.`];
}

function section(title: string, body: string): string {
  return `### ${title}\n\n${body}`;
}

function list(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join("\n");
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}
