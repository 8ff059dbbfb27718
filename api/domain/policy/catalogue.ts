import lgsco2024 from "./policies/lgsco-2024.json" with { type: "json" };
import { loadPolicy, type Policy } from "./policy.ts";

/** Every version of every policy that ships with the product, checked as the product starts. */
export const policies: readonly Policy[] = [lgsco2024].map(shippedPolicy);

/** The policy of that id, in that version or its latest; undefined when there is none. */
export function findPolicy(id: string, version?: string): Policy | undefined {
  return policies
    .filter((policy) => policy.id === id && (version === undefined || policy.version === version))
    .reduce<Policy | undefined>(
      (latest, policy) =>
        latest === undefined || Number(policy.version) > Number(latest.version) ? policy : latest,
      undefined,
    );
}

/** The policy a case was started under; throws when it is unknown, for then no date of it is. */
export function policyOf(id: string, version?: string): Policy {
  const policy = findPolicy(id, version);
  if (policy !== undefined) return policy;
  throw new Error(`There is no policy ${id}${version === undefined ? "" : ` version ${version}`}.`);
}

function shippedPolicy(json: { readonly id: string }): Policy {
  const loaded = loadPolicy(json);
  if (loaded.ok) return loaded.value;
  const faults = loaded.error.map(({ path, message }) => `${path}: ${message}`);
  throw new Error(`The policy ${json.id} cannot be used.\n${faults.join("\n")}`);
}
