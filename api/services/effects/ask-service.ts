import type { Case } from "../../domain/case/case.ts";
import type { Effect } from "../../domain/case/effects.ts";
import { policyNow } from "../../domain/case/policy-now.ts";
import { asksOf, purposeOf, type Question } from "../../domain/case/question.ts";
import type { Person } from "../../domain/people/actor.ts";
import { cardOn } from "../telling/case-cards.ts";
import type { Ports } from "../ports/ports.ts";
import type { EffectInHand, EffectOutcome } from "./effect-in-hand.ts";

/** A service with more contributors finds the point in their list. */
const mostAsked = 10;

/**
 * Asks the contributors of a service what it says about a point; where it has none and the case is not
 * its own, its heads. Whoever has the card already is not asked again.
 */
export async function askService(
  ports: Ports,
  inHand: EffectInHand,
  { point }: Effect & { kind: "ask-service" },
): Promise<EffectOutcome> {
  const theCase = inHand.stored.case;
  const question: Question = { kind: "point", point };
  const purpose = purposeOf(question);
  const has = new Set(
    (await ports.chatBook.cardsOf(theCase.id, purpose)).map(({ person }) => person),
  );
  for (const reader of await whomToAsk(ports, theCase, question)) {
    if (has.has(reader.id)) continue;
    const occasion = { kind: "point-wanted", point } as const;
    const card = await cardOn(ports, theCase, { occasion, reader });
    const outcome = await ports.chat.post(reader.id, card);
    if (outcome.kind === "unknown") throw new Error("Teams did not say what became of a card.");
    // Whoever has no chat finds the point in their list.
    if (outcome.kind === "unreachable") {
      ports.logger.warn("chat.unreachable", { caseId: theCase.id, person: reader.id });
      continue;
    }
    const { at } = outcome;
    await ports.chatBook.rememberCard({ caseId: theCase.id, purpose, person: reader.id, at });
  }
  await ports.cases.complete(inHand.effect);
  return { kind: "done" };
}

async function whomToAsk(
  ports: Ports,
  theCase: Case,
  question: Question & { kind: "point" },
): Promise<Person[]> {
  const service = theCase.points.find(({ id }) => id === question.point)?.service;
  if (service === undefined) return [];
  const contributors = await ports.directory.peopleWith("contributor", service);
  const asked =
    contributors.length === 0 && service !== theCase.service
      ? await ports.directory.peopleWith("head-of-service", service)
      : contributors;
  const policy = policyNow(theCase);
  return asked
    .filter((person) => person.id !== theCase.officer?.id)
    .filter((person) => asksOf(theCase, question, { person, policy }))
    .slice(0, mostAsked);
}
