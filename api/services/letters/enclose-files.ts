import type { ActionAccepted } from "../../contract/case-action.ts";
import type { Enclosing } from "../../contract/enclosed-files.ts";
import { allowedActions } from "../../domain/case/allowed-actions.ts";
import { policyNow } from "../../domain/case/policy-now.ts";
import type { Person } from "../../domain/people/actor.ts";
import { refused, type Result } from "../../domain/result.ts";
import { actOnCase } from "../acting/act-on-case.ts";
import { sha256 } from "../digest.ts";
import { keepEnclosed, readEnclosed } from "./enclosed-files.ts";
import type { Ports } from "../ports/ports.ts";
import type { Refusal } from "../refusal.ts";
import { findSeen, noSuchCase } from "../seen-case.ts";

/** Puts files with the letter that is being written, once per action id; each is named by what it holds. */
export async function encloseFiles(
  ports: Ports,
  person: Person,
  { caseId, actionId, files }: Enclosing & { readonly caseId: string },
): Promise<Result<ActionAccepted, Refusal>> {
  const stored = await findSeen(ports, person, caseId);
  if (stored === undefined) return refused(noSuchCase);
  const read = await readEnclosed(files);
  if (!read.ok) return read;
  const named = read.value.map(({ record, content }) => ({
    record: { ...record, id: sha256(content) },
    content,
  }));
  // Nothing is kept for somebody who may not; why not is for the decision to say.
  if (allowedActions(stored.case, person, policyNow(stored.case)).includes("enclose-files")) {
    await keepEnclosed(ports, caseId, named);
  }
  const action = { type: "enclose-files", files: named.map(({ record }) => record) } as const;
  return actOnCase(ports, person, { caseId, request: { actionId, action } });
}
