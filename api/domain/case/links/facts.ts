import { z } from "zod";
import { chosen, optionalWords, words } from "../command-parts.ts";

export const linkKinds = ["related", "duplicate", "same-person", "follows", "followed-by"] as const;
export type LinkKind = (typeof linkKinds)[number];

const followed: Readonly<Partial<Record<LinkKind, LinkKind>>> = {
  follows: "followed-by",
  "followed-by": "follows",
};

/** What a link is at its other end: whatever follows a case is followed by it, the rest reads alike. */
export function otherEnd(kind: LinkKind): LinkKind {
  return followed[kind] ?? kind;
}

const reference = z.string();

export const linkEvents = [
  z.object({
    type: z.literal("case-linked"),
    other: reference,
    kind: z.enum(linkKinds),
    reason: z.string(),
  }),
  z.object({ type: z.literal("case-unlinked"), other: reference, reason: z.string() }),
  z.object({
    type: z.literal("campaign-joined"),
    campaign: z.string(),
    /** The case that is answered for all of them. */
    lead: reference,
  }),
  z.object({ type: z.literal("campaign-left"), reason: z.string() }),
] as const;

/** Another case that whoever reads this one should know of; the other one names this one too. */
export const Link = z
  .object({ other: reference, kind: z.enum(linkKinds), reason: z.string() })
  .readonly();
export type Link = z.infer<typeof Link>;

/** Many people's one complaint, and the case that is answered for all of them. */
export const Campaign = z.object({ name: z.string(), lead: reference }).readonly();

export const linkFacts = {
  links: z.array(Link).readonly().default([]),
  campaign: Campaign.exactOptional(),
} as const;

const otherCase = z
  .string()
  .trim()
  .toUpperCase()
  .regex(
    /^CMP-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{2}$/,
    "Give a reference, such as CMP-7K3Q-9D.",
  );

export const linkCommands = [
  z.object({
    type: z.literal("link-case"),
    other: otherCase,
    kind: z.enum(linkKinds, "Choose how they belong together."),
    reason: optionalWords("the reason"),
  }),
  z.object({
    type: z.literal("unlink-case"),
    other: chosen("Choose the case."),
    reason: words("why they do not belong together"),
  }),
  z.object({
    type: z.literal("join-campaign"),
    campaign: words("what the campaign is called"),
    lead: otherCase,
  }),
  z.object({ type: z.literal("leave-campaign"), reason: words("why it stands by itself") }),
] as const;
