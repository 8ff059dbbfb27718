import type { Case } from "../../domain/case/case.ts";
import type { Effect } from "../../domain/case/effects.ts";
import { maySee } from "../../domain/case/may-see.ts";
import { servicesOf } from "../../domain/case/of-service.ts";
import { policyNow } from "../../domain/case/policy-now.ts";
import type { PersonId } from "../../domain/people/actor.ts";
import type { Ports } from "../ports/ports.ts";
import { record, type EffectInHand, type EffectOutcome } from "./effect-in-hand.ts";

/** Records who of the services complained about hears of the answer, which has them told; once (C-100). */
export async function shareAnswer(
  ports: Ports,
  inHand: EffectInHand,
  { key, stage }: Effect & { readonly kind: "share-answer" },
): Promise<EffectOutcome> {
  const to = await headsOf(ports, inHand.stored.case, stage);
  if (to.length === 0) {
    await ports.cases.complete(inHand.effect);
    return { kind: "done" };
  }
  const command = { type: "share-answer", stage, to } as const;
  await record(ports, inHand, { actionId: key, command, completes: true });
  return { kind: "done" };
}

// Whoever wrote or approved it knows it already.
async function headsOf(ports: Ports, theCase: Case, stage: number): Promise<PersonId[]> {
  const policy = policyNow(theCase);
  const services = [...servicesOf(theCase)];
  const heads = await Promise.all(
    services.map((service) => ports.directory.peopleWith("head-of-service", service)),
  );
  const record = theCase.stages.find((one) => one.stage === stage);
  const know = new Set([theCase.officer?.id, record?.decidedBy, record?.author]);
  const ids = heads
    .flat()
    .filter((person) => !know.has(person.id) && maySee(theCase, person, policy))
    .map(({ id }) => id);
  return [...new Set(ids)];
}
