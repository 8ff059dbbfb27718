import type { Effect } from "../../domain/case/effects.ts";
import { commitCommand } from "../acting/commit-command.ts";
import type { Ports } from "../ports/ports.ts";
import type { EffectInHand, EffectOutcome } from "./effect-in-hand.ts";

/** Makes the other case of a link name this one too; a case that has gone has nothing to name. */
export async function linkBack(
  ports: Ports,
  inHand: EffectInHand,
  effect: Effect & { kind: "link-back" },
): Promise<EffectOutcome> {
  const { caseId } = inHand.effect;
  const other = await ports.cases.find(effect.other);
  if (other !== undefined) {
    const { as, reason } = effect;
    await commitCommand(ports, {
      caseId: effect.other,
      actor: { kind: "system" },
      actionId: `${caseId}-${effect.key}`,
      before: other,
      command: () =>
        as === undefined
          ? { type: "record-unlink", other: caseId, reason }
          : { type: "record-link", other: caseId, kind: as, reason },
      drain: "by-queue",
    });
  }
  await ports.cases.complete(inHand.effect);
  return { kind: "done" };
}
