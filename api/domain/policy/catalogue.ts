import type { CalendarDate } from "../calendar/london-date.ts";
import adultSocialCare2009 from "./policies/adult-social-care-2009.json" with { type: "json" };
import borough202103 from "./policies/borough-2021-03.json" with { type: "json" };
import borough202112 from "./policies/borough-2021-12.json" with { type: "json" };
import childrenAct1989 from "./policies/children-act-1989.json" with { type: "json" };
import housingOmbudsman2024 from "./policies/housing-ombudsman-2024.json" with { type: "json" };
import leicester2016 from "./policies/leicester-2016.json" with { type: "json" };
import lewisham2009 from "./policies/lewisham-2009.json" with { type: "json" };
import lgsco2024 from "./policies/lgsco-2024.json" with { type: "json" };
import memberEnquiry from "./policies/member-enquiry.json" with { type: "json" };
import ombudsmanEnquiry from "./policies/ombudsman-enquiry.json" with { type: "json" };
import salford2009 from "./policies/salford-2009.json" with { type: "json" };
import stockton2019 from "./policies/stockton-2019.json" with { type: "json" };
import { loadPolicy, type Policy } from "./policy.ts";

/** Every version of every policy that ships with the product, checked as the product starts. */
export const policies: readonly Policy[] = [
  adultSocialCare2009,
  borough202103,
  borough202112,
  childrenAct1989,
  housingOmbudsman2024,
  leicester2016,
  lewisham2009,
  lgsco2024,
  memberEnquiry,
  ombudsmanEnquiry,
  salford2009,
  stockton2019,
].map(shippedPolicy);

/** The policy of that id, in that version or its latest; undefined when there is none. */
export function findPolicy(id: string, version?: string): Policy | undefined {
  return latestOf(
    policies.filter(
      (policy) => policy.id === id && (version === undefined || policy.version === version),
    ),
  );
}

/** The last of some versions of a policy; they are numbers, so 10 comes after 9. */
export function latestOf(versions: readonly Policy[]): Policy | undefined {
  return versions.toSorted((a, b) => Number(a.version) - Number(b.version)).at(-1);
}

/** The policy a case was started under; throws when it is unknown, for then no date of it is. */
export function policyOf(id: string, version?: string): Policy {
  const policy = findPolicy(id, version);
  if (policy !== undefined) return policy;
  throw new Error(`There is no policy ${id}${version === undefined ? "" : ` version ${version}`}.`);
}

/**
 * The policy in force on a day among those a council adopted, one after another: it governs what
 * arrives that day, while every older case keeps its own. Undefined before the first began.
 */
export function policyFor(on: CalendarDate, adopted: readonly Policy[]): Policy | undefined {
  return adopted
    .filter(({ effective: { from, to } }) => from <= on && (to === undefined || on <= to))
    .toSorted((a, b) => a.effective.from.localeCompare(b.effective.from))
    .at(-1);
}

/** A policy of the product's own; throws every fault of it, so that a product with a faulty one never starts. */
export function shippedPolicy(json: { readonly id: string }): Policy {
  const loaded = loadPolicy(json);
  if (loaded.ok) return loaded.value;
  const faults = loaded.error.map(({ path, message }) => `${path}: ${message}`);
  throw new Error(`The policy ${json.id} cannot be used.\n${faults.join("\n")}`);
}
