import { londonDate, longDate } from "../../calendar/london-date.ts";
import { quoted, wordsIn } from "../../mail/words-in.ts";
import type { Policy } from "../../policy/policy.ts";
import type { Case } from "../case.ts";
import type { FormContext } from "../form.ts";
import type { Point } from "../points/facts.ts";
import { openPoints } from "../points/rules.ts";
import { findingName } from "../points/words.ts";
import { findings, type Reason } from "../vocabulary.ts";
import type { RootCause } from "./facts.ts";

/** Something to confirm, with what led to it. */
export type Suggested<T extends string> = { readonly value: T; readonly why: string };

type Finding = (typeof findings)[number];

/** What to close a case with, as far as its points, its answer and its words say. */
export function suggestClosing({
  case: theCase,
  policy,
  written = { told: "" },
}: Pick<FormContext, "case" | "policy" | "written">): {
  readonly outcome?: Suggested<Finding> | undefined;
  readonly reason?: Suggested<string> | undefined;
  readonly rootCause?: Suggested<RootCause> | undefined;
} {
  const outcome =
    decidedOverAll(theCase) ??
    decidedPoints(theCase, policy) ??
    saidInAnswer(policy, written.answer ?? "");
  return {
    outcome,
    reason: reasonOf(theCase, policy),
    rootCause: rootCauseOf(theCase, { ...written, outcome }),
  };
}

function decidedOverAll({ stages, stage }: Case): Suggested<Finding> | undefined {
  const finding = stages.find((one) => one.stage === stage)?.finding;
  return finding && { value: finding, why: `Decided over all points of stage ${stage}.` };
}

// C-107: some of it right is partly right; and while a point is open, nothing follows for the whole.
function decidedPoints(theCase: Case, policy: Policy): Suggested<Finding> | undefined {
  const points = openPoints(theCase);
  const found = new Set(points.map(({ finding }) => finding));
  const [only] = found;
  if (only === undefined || found.has(undefined)) return undefined;
  const each = points.map(({ id, finding = only }) => `point ${id} ${named(policy, finding)}`);
  return { value: found.size === 1 ? only : "partly-upheld", why: sentence(each.join(", ")) };
}

// "Not upheld" holds the word "upheld", so the longer words are looked for first and taken out.
function saidInAnswer(policy: Policy, answer: string): Suggested<Finding> | undefined {
  const decided = policy.outcomes
    .flatMap(({ id, words }) => findings.filter((one) => one === id).map((one) => ({ one, words })))
    .toSorted((a, b) => b.words.length - a.words.length);
  let rest = answer.toLowerCase();
  const said: { readonly one: Finding; readonly words: string }[] = [];
  for (const { one, words } of decided) {
    const [first] = wordsIn(rest, [words]);
    if (first === undefined) continue;
    said.push({ one, words: first });
    rest = rest.replaceAll(first, "");
  }
  const [only] = said;
  if (only === undefined) return undefined;
  return {
    value: said.length === 1 ? only.one : "partly-upheld",
    why: `Our answer says ${quoted(said.map(({ words }) => words))}.`,
  };
}

/** What was found, point by point, and when the answer went out. */
function reasonOf(theCase: Case, policy: Policy): Suggested<string> | undefined {
  const { stage, stages, answeredBack } = theCase;
  const answeredAt = stages.find((one) => one.stage === stage)?.answeredAt;
  const points = openPoints(theCase).filter(({ finding }) => finding !== undefined);
  if (answeredAt === undefined && points.length === 0) return undefined;
  const answered =
    answeredAt &&
    `Answered at stage ${stage} on ${longDate(londonDate(answeredAt))}${answeredBack === undefined ? "; nobody has asked to take it further" : ""}.`;
  const text = [...points.map((point) => pointWords(point, policy)), answered ?? ""].join("\n");
  return {
    // The longest reason that is accepted, and some room to add to it.
    value: text.trim().slice(0, 1500),
    why: "Taken from the case. Change what you would say otherwise.",
  };
}

function pointWords({ title, finding, findingReason }: Point, policy: Policy): string {
  const decided = finding === undefined ? "" : named(policy, finding);
  return `${title.replace(/[.\s]+$/, "")}: ${decided}. ${findingReason ?? ""}`.trim();
}

const causeWords: Readonly<Record<Exclude<RootCause, "nothing-went-wrong">, readonly string[]>> = {
  contractor: ["contractor", "subcontractor", "supplier", "agency"],
  "wrong-information": [
    ...["wrong information", "wrong advice", "incorrect", "misled", "wrongly told", "told me"],
  ],
  "staff-behaviour": ["rude", "attitude", "shouted", "unprofessional", "dismissive", "hung up"],
  "system-failure": [
    ...["system", "software", "website", "process failed", "not recorded", "not logged"],
    ...["missing from the list", "not on the list", "technical"],
  ],
  resources: ["short of staff", "staff shortage", "staffing", "vacancy", "vacancies", "budget"],
  // Every letter names the policy and the procedure that it follows.
  "policy-not-followed": [
    ...["did not follow", "not followed", "should have followed", "policy was not"],
    ...["against our policy", "outside our policy", "procedure was not"],
  ],
  communication: [
    ...["no reply", "no response", "not told", "did not tell", "did not call", "never called back"],
    ...["ignored", "unanswered", "kept informed", "not replied"],
  ],
  delay: [
    ...["delay", "backlog", "too long", "late", "overdue", "waiting", "for weeks", "for months"],
  ],
};
const causes = Object.keys(causeWords) as (keyof typeof causeWords)[];

const causeOfReason: Readonly<Partial<Record<Reason, RootCause>>> = {
  delay: "delay",
  "staff-conduct": "staff-behaviour",
  "no-reply": "communication",
  "wrong-information": "wrong-information",
};

// What the council found says more than what the person saw of it.
function rootCauseOf(
  theCase: Case,
  said: NonNullable<FormContext["written"]> & { readonly outcome: Suggested<Finding> | undefined },
): Suggested<RootCause> | undefined {
  if (said.outcome?.value === "not-upheld") {
    return { value: "nothing-went-wrong", why: "Nothing was upheld." };
  }
  const reasons = openPoints(theCase)
    .filter(({ finding }) => finding !== "not-upheld")
    .map(({ findingReason = "" }) => findingReason);
  const why = theCase.about && causeOfReason[theCase.about];
  return (
    causeIn(reasons.join("\n"), "The reason for a finding says") ??
    causeIn(said.answer ?? "", "Our answer says") ??
    causeIn(said.told, "They wrote") ??
    (why && { value: why, why: "It is what they are unhappy about, as it was classified." })
  );
}

function causeIn(text: string, opening: string): Suggested<RootCause> | undefined {
  const [best] = causes
    .map((value) => ({ value, words: wordsIn(text, causeWords[value]) }))
    .filter(({ words }) => words.length > 0)
    .toSorted((a, b) => b.words.length - a.words.length);
  return best && { value: best.value, why: `${opening} ${quoted(best.words)}.` };
}

function named(policy: Policy, finding: Finding): string {
  return findingName(policy, finding).toLowerCase();
}

function sentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}
