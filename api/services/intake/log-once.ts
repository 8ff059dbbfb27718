import type { SystemCommand } from "../../domain/case/commands.ts";
import type { CaseId } from "../../domain/case/vocabulary.ts";
import { shortFingerprint } from "../../domain/mail/campaign.ts";
import type { Actor } from "../../domain/people/actor.ts";
import { ok, type Result } from "../../domain/result.ts";
import { commitCommand } from "../acting/commit-command.ts";
import { sha256 } from "../digest.ts";
import { keepEnclosed, type EnclosedFile } from "../letters/enclosed-files.ts";
import { findOwnCase } from "./own-case.ts";
import type { StoredCase } from "../ports/case-store.ts";
import type { Ports } from "../ports/ports.ts";
import { refreshViews } from "../lists/refresh-views.ts";
import type { Refusal } from "../refusal.ts";

/** A complaint that no mail of the shared mailbox brought. */
export type ToLog = {
  readonly actor: Actor;
  /** The same id finds the case of the first time, however often it is asked. */
  readonly actionId: string;
  readonly complaint: Omit<
    SystemCommand & { type: "log" },
    "type" | "caseId" | "text" | "attachments"
  >;
  readonly words: string;
  readonly files: readonly EnclosedFile[];
};

/** Logs a complaint once; the case as it stands now when it was logged before. The lists are fresh either way. */
export async function logOnce(ports: Ports, toLog: ToLog): Promise<Result<StoredCase, Refusal>> {
  const { actionId } = toLog;
  const key = sha256(`logged by hand\n${actionId}`);
  const own = await findOwnCase(
    ports,
    key,
    async (stored) => (await ports.cases.findAnswer(stored.case.id, actionId)) !== undefined,
  );
  const logged = own.stored === undefined ? await log(ports, toLog, own.caseId) : ok(own.stored);
  if (logged.ok) await refreshViews(ports, logged.value);
  return logged;
}

async function log(
  ports: Ports,
  { actor, actionId, complaint, words, files }: ToLog,
  caseId: CaseId,
): Promise<Result<StoredCase, Refusal>> {
  // Before the commit, so that no case names a file that is not there.
  await keepEnclosed(ports, caseId, files);
  const attachments = files.map(({ record }) => record);
  const fingerprint = shortFingerprint(words);
  const command: SystemCommand = {
    ...complaint,
    type: "log",
    caseId,
    text: sha256(words),
    ...(fingerprint === undefined ? {} : { fingerprint }),
    ...(attachments.length === 0 ? {} : { attachments }),
  };
  const outcome = await commitCommand(ports, {
    caseId,
    actor,
    actionId,
    command: () => command,
    texts: [words],
    drain: "by-queue",
  });
  if (!outcome.ok) return outcome;
  if (outcome.value.kind !== "committed") return ok(await theCaseOf(ports, caseId));
  if (outcome.value.effects.length > 0) await ports.queue.drainCase(caseId, 0);
  return ok(outcome.value.stored);
}

// Somebody's second press, in another process, got there first.
async function theCaseOf(ports: Ports, caseId: CaseId): Promise<StoredCase> {
  const stored = await ports.cases.find(caseId);
  if (stored === undefined) throw new Error(`${caseId} was logged and is not there.`);
  return stored;
}
