import type { SystemCommand } from "../../domain/case/commands.ts";
import { commitOrThrow } from "../acting/commit-command.ts";
import type { EffectProgress, PendingEffect, StoredCase } from "../ports/case-store.ts";
import type { Ports } from "../ports/ports.ts";

/** An effect under way in its case. Both are replaced as they are written, since their ETags change. */
export type EffectInHand = {
  effect: PendingEffect;
  stored: StoredCase;
  /** What recording this effect obliges Redress to do in turn; leased to this process too. */
  readonly next: PendingEffect[];
};

/** What became of an attempt: finished, or to be looked at again after some seconds. */
export type EffectOutcome =
  { readonly kind: "done" } | { readonly kind: "later"; readonly seconds: number };

/** Notes how far an effect has got; throws when somebody else took it over, so that nobody goes on with it. */
export async function noteProgress(
  ports: Ports,
  inHand: EffectInHand,
  change: Partial<EffectProgress>,
): Promise<void> {
  await setProgress(ports, inHand, { ...inHand.effect.progress, ...change });
}

/** Notes that nothing of an effect has been done after all. */
export async function forgetStep(ports: Ports, inHand: EffectInHand): Promise<void> {
  const { step: _undone, ...progress } = inHand.effect.progress;
  await setProgress(ports, inHand, progress);
}

async function setProgress(
  ports: Ports,
  inHand: EffectInHand,
  progress: EffectProgress,
): Promise<void> {
  const noted = await ports.cases.advance(inHand.effect, progress);
  if (noted === undefined) throw new Error("Somebody else took over this effect.");
  inHand.effect = noted;
}

/** Records in the case what an effect led to, once; `completes` strikes it off in the same commit. */
export async function record(
  ports: Ports,
  inHand: EffectInHand,
  what: { readonly actionId: string; readonly command: SystemCommand; readonly completes: boolean },
): Promise<void> {
  const { caseId } = inHand.effect;
  const outcome = await commitOrThrow(ports, {
    caseId,
    actor: { kind: "system" },
    actionId: what.actionId,
    before: inHand.stored,
    command: () => what.command,
    drain: "under-way",
    ...(what.completes ? { completes: inHand.effect } : {}),
  });
  if (outcome.kind === "committed") inHand.next.push(...outcome.effects);
  const stored = outcome.kind === "replayed" ? await ports.cases.find(caseId) : outcome.stored;
  if (stored !== undefined) inHand.stored = stored;
}
