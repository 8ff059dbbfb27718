import { ok, refused, type Result } from "../result.ts";
import { faultsBetweenParts } from "./policy-faults.ts";
import { PolicyShape } from "./policy-shape.ts";

const CheckedPolicy = PolicyShape.superRefine((policy, context) => {
  for (const { path, message } of faultsBetweenParts(policy)) {
    context.addIssue({ code: "custom", path: [...path], message });
  }
});
/** A complaints procedure as data: every rule a case lives under, and the words to explain it by. */
export type Policy = PolicyShape;

/** What is wrong with a policy file: where, as `stages[0].clocks[1].limit.count`, and what to do. */
export type PolicyFault = { readonly path: string; readonly message: string };

/** Reads a policy from JSON that a person wrote; every fault is listed, not only the first. */
export function loadPolicy(json: unknown): Result<Policy, readonly PolicyFault[]> {
  const read = CheckedPolicy.safeParse(json);
  if (read.success) return ok(read.data);
  return refused(
    read.error.issues.map((issue) => ({ path: pathWords(issue.path), message: issue.message })),
  );
}

function pathWords(path: readonly PropertyKey[]): string {
  const steps = path.map((step) => (typeof step === "number" ? `[${step}]` : `.${String(step)}`));
  return steps.join("").slice(1);
}
