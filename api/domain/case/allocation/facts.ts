import { z } from "zod";
import { chosen, optionalWords, words } from "../command-parts.ts";
import { NamedPerson, PolicyVersion } from "../vocabulary.ts";

/** In whose hands a case is while its officer works on it. */
export const teams = ["complaints-team", "service", "partner"] as const;

export const allocationEvents = [
  z.object({
    type: z.literal("case-routed"),
    /** The procedure it goes on under; what was received when stays as it was. */
    policy: PolicyVersion,
    policyTitle: z.string(),
    reason: z.string(),
  }),
  z.object({
    type: z.literal("case-assigned"),
    officer: z.string(),
    officerName: z.string(),
    team: z.enum(teams).default("service"),
  }),
  z.object({ type: z.literal("assignment-accepted") }),
  z.object({ type: z.literal("assignment-declined"), reason: z.string() }),
  z.object({
    type: z.literal("case-handed-over"),
    officer: z.string(),
    officerName: z.string(),
    team: z.enum(teams),
    note: z.string(),
  }),
] as const;

/** Who has the case; `acceptedAt` once they said that they take it. */
export const Officer = z
  .object({
    ...NamedPerson.unwrap().shape,
    team: z.enum(teams).default("service"),
    acceptedAt: z.string().exactOptional(),
  })
  .readonly();

export const allocationCommands = [
  z.object({
    type: z.literal("route"),
    policy: chosen("Choose the procedure it goes to."),
    reason: words("why it belongs there"),
  }),
  z.object({ type: z.literal("assign"), officer: chosen("Choose who takes the case.") }),
  z.object({ type: z.literal("accept") }),
  z.object({ type: z.literal("decline"), reason: words("why you cannot take it") }),
  z.object({
    type: z.literal("hand-over"),
    officer: chosen("Choose who takes the case."),
    note: optionalWords("what they need to know"),
  }),
] as const;
