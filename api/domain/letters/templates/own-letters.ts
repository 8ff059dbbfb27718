import type { Case } from "../../case/case.ts";
import type { CaseType } from "../../case/vocabulary.ts";
import { ombudsmanOf } from "../../policy/ombudsman.ts";
import type { Policy } from "../../policy/policy.ts";
import { asWords } from "../letter-document.ts";

/** What there is to say of a remedy that cannot be given; a gap stands in square brackets. */
export type ChangedRemedy = {
  readonly what: string;
  /** The day it was promised by, in words. */
  readonly due: string;
  readonly reason: string;
  readonly alternative: string;
};

/** What the person reads of a remedy that cannot be given: why, what instead, and where to turn (Code 7.4). */
export function remedyChanged(
  { id }: Case,
  policy: Policy,
  { what, due, reason, alternative }: ChangedRemedy,
): string[] {
  const { name, web, phone } = ombudsmanOf(policy);
  return [
    `To put right what you complained about in ${id}, we promised to do this by ${due}:`,
    asWords(what),
    "We are sorry that we cannot do it. The reason is:",
    asWords(reason),
    "This is what we offer instead:",
    asWords(alternative),
    `You do not have to complain to us again. If you are not satisfied with this, you can complain to the ${name}, free of charge: ${web}, telephone ${phone}.`,
    "If you have a question, or would like something else to be done, please reply to this message.",
  ];
}

const taken: Readonly<Record<Exclude<CaseType, "complaint">, (service: string) => string[]>> = {
  "service-request": (service) => [
    `We have read it as a request: you ask us to do something or to put something right. We have passed it to ${service}, who will deal with it.`,
    "We do not handle it as a complaint, because we did not read in it that you are dissatisfied with something we did or did not do.",
  ],
  compliment: (service) => [
    `We have read it as a compliment and passed it to ${service}, so that the people you wrote about hear of it. Thank you for telling us.`,
  ],
  comment: (service) => [
    `We have read it as a comment or a suggestion and passed it to ${service}, who will think about it.`,
    "We do not handle it as a complaint, because we did not read in it that you are dissatisfied with something we did or did not do.",
  ],
};

/** What the person reads of a message that was not taken as a complaint: as what, where it went, what they can do. */
export function notAComplaint(
  { id }: Case,
  policy: Policy,
  facts: {
    readonly caseType: Exclude<CaseType, "complaint">;
    readonly service: string;
    readonly receivedOn: string;
  },
): string[] {
  const { caseType, service, receivedOn } = facts;
  const { name, web, phone } = ombudsmanOf(policy);
  return [
    `Thank you for your message, which we received on ${receivedOn}. Its reference is ${id}.`,
    ...taken[caseType](asWords(service)),
    "If you meant to complain, or are not satisfied with how we deal with it, reply to this message and say so. You need not write it all again. We will then treat it as a complaint from the day you tell us.",
    ...(caseType === "compliment"
      ? []
      : [
          `If you disagree with our decision, you can also ask the ${name} about it, free of charge: ${web}, telephone ${phone}.`,
        ]),
  ];
}
