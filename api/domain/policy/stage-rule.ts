import { z } from "zod";
import { roles } from "../people/actor.ts";
import { ClockRule, Limit, PolicyName, PolicyWords } from "./clock-rule.ts";

/** A quicker way through a stage, never a stage of its own: the day of receipt is kept. */
const Route = z.strictObject({
  id: PolicyName,
  title: PolicyWords,
  words: PolicyWords,
  /** What must be true of a complaint for it to go this way; ticked one by one and recorded. */
  criteria: z.array(PolicyWords).default([]),
  /** What is written down about the call or visit. */
  record: z.array(PolicyWords).default([]),
});

/** How long a person has to ask for the next stage, and what happens after that. */
const EscalationWindow = z.strictObject({
  limit: Limit,
  /** A window that ends on a day off stays open until the next working day. */
  untilWorkingDay: z.boolean(),
  discretion: PolicyWords,
  words: PolicyWords,
});
export type EscalationWindow = z.infer<typeof EscalationWindow>;

/** One stage: who answers, who signs off, what it takes to get here, and its deadlines. */
export const StageRule = z.strictObject({
  stage: z.number().int().positive(),
  title: PolicyWords,
  words: PolicyWords,
  responder: z.enum(roles),
  /** What the document calls the responder. */
  answeredBy: PolicyWords,
  /** The role without whose approval no response of this stage leaves. */
  signOff: z.enum(roles),
  /** What the document calls whoever signs off. */
  signedOffBy: PolicyWords,
  decidedBy: z.enum(["officer", "panel", "external-reviewer"]).default("officer"),
  /** Only where a panel decides. */
  panel: z
    .strictObject({ members: z.number().int().positive().optional(), words: PolicyWords })
    .optional(),
  independence: z.strictObject({
    /** Whoever decided an earlier stage of the case may not decide this one. */
    notEarlierDecider: z.boolean(),
    /** The investigator does not work in the service complained about. */
    awayFromService: z.boolean(),
  }),
  /** The stages that must have been answered before this one can be asked for. */
  after: z.array(z.number().int().positive()).default([]),
  /** What the person is invited to say when asking for this stage; never a condition today. */
  asks: z.array(PolicyWords).default([]),
  routes: z.array(Route).default([]),
  /** Things that happen in this stage besides being acknowledged and answered. */
  milestones: z.array(z.strictObject({ id: PolicyName, title: PolicyWords })).default([]),
  clocks: z.array(ClockRule).min(1),
  window: EscalationWindow.optional(),
});
export type StageRule = z.infer<typeof StageRule>;
