import type { Case } from "../case.ts";
import type { PersonCommand } from "../commands.ts";
import type { CaseType, Reason } from "../vocabulary.ts";

/** What somebody decided for several cases at once. */
export type DecidedTogether =
  | {
      readonly kind: "campaign";
      readonly lead: string;
      readonly campaign: string;
      readonly caseType: CaseType | "spam";
      readonly service: string;
      readonly reason: string;
      readonly about?: Reason;
      readonly officer?: string;
    }
  | { readonly kind: "duplicates"; readonly lead: string };

/**
 * What is left to do to one of the cases, as it stands: nothing that was done before is done again, so
 * that a decision which reached only some of them can be repeated for all.
 */
export function commandsTogether(theCase: Case, decided: DecidedTogether): PersonCommand[] {
  if (decided.kind === "duplicates") return repeating(theCase, decided.lead);
  if (decided.caseType === "spam") return settingAside(theCase, "spam");
  const { campaign, lead, caseType } = decided;
  const joining: PersonCommand[] =
    theCase.campaign?.lead === lead ? [] : [{ type: "join-campaign", campaign, lead }];
  return [...joining, ...deciding(theCase, { ...decided, caseType })];
}

function repeating(theCase: Case, lead: string): PersonCommand[] {
  if (theCase.id === lead) return [];
  const isLinked = theCase.links.some(({ other, kind }) => other === lead && kind === "duplicate");
  const link: PersonCommand = { type: "link-case", other: lead, kind: "duplicate", reason: "" };
  return [...(isLinked ? [] : [link]), ...settingAside(theCase, "duplicate")];
}

function settingAside({ status }: Case, as: "spam" | "duplicate"): PersonCommand[] {
  return status === "triage" ? [{ type: "set-aside", as, reason: "" }] : [];
}

type Decision = DecidedTogether & { readonly kind: "campaign"; readonly caseType: CaseType };

// What somebody works on already, or has answered, stays with them.
function deciding(theCase: Case, decided: Decision): PersonCommand[] {
  const { status } = theCase;
  if (status !== "triage" && status !== "allocation") return [];
  const { caseType, service, reason, about, officer } = decided;
  const isDecided = theCase.type === caseType && theCase.service === service;
  const classify: PersonCommand = { type: "classify", caseType, service, reason, about };
  return [
    ...(isDecided ? [] : [classify]),
    ...(officer === undefined || caseType !== "complaint"
      ? []
      : [{ type: "assign", officer } as const]),
  ];
}
