import { ok } from "../../result.ts";
import type { Case } from "../case.ts";
import type { Deciders, Decision, Evolvers, Hindrances } from "../chapter.ts";
import type { CommandOf, SystemCommand } from "../commands.ts";
import { notPossible } from "../rejection.ts";
import type { linkCommands, linkEvents } from "./facts.ts";

export const linkDeciders: Deciders<typeof linkCommands> = {
  "link-case": link,
  "unlink-case": unlink,
  "join-campaign": (_before, { campaign, lead }) =>
    ok([{ type: "campaign-joined", campaign, lead }]),
  "leave-campaign": (_before, { reason }) => ok([{ type: "campaign-left", reason }]),
};

export const linkHindrances: Hindrances<typeof linkCommands> = {
  "unlink-case": ({ links }) => (links.length > 0 ? undefined : "No other case is linked to it."),
  "join-campaign": ({ campaign }) =>
    campaign === undefined
      ? undefined
      : `It is part of ${campaign.name} already. Take it out of that campaign first.`,
  "leave-campaign": ({ campaign }) =>
    campaign === undefined ? "It is not part of a campaign." : undefined,
};

export const linkEvolvers: Evolvers<typeof linkEvents> = {
  "case-linked": (before, { other, kind, reason }) => ({
    ...before,
    links: [...before.links, { other, kind, reason }],
  }),
  "case-unlinked": (before, { other }) => ({
    ...before,
    links: before.links.filter((one) => one.other !== other),
  }),
  "campaign-joined": (before, { campaign, lead }) => ({
    ...before,
    campaign: { name: campaign, lead },
  }),
  "campaign-left": (before) => {
    const { campaign: _left, ...rest } = before;
    return rest;
  },
};

function link(before: Case, { other, kind, reason }: CommandOf<"link-case">): Decision {
  if (other === before.id) return notPossible("That is this case. Give the reference of another.");
  return isLinked(before, other)
    ? notPossible(`${other} is linked to it already. Unlink it first to say something else of it.`)
    : ok([{ type: "case-linked", other, kind, reason }]);
}

function unlink(before: Case, { other, reason }: CommandOf<"unlink-case">): Decision {
  return isLinked(before, other)
    ? ok([{ type: "case-unlinked", other, reason }])
    : notPossible(
        `${other} is not linked to it. Linked are: ${before.links.map((one) => one.other).join(", ")}.`,
      );
}

/**
 * The other end of a link that a person made or undid at another case: `other` is that case, and `kind`
 * what it is to this one. What stands already is not recorded again, however often it is asked for.
 */
export function recordLink(
  before: Case,
  command: SystemCommand & { readonly type: "record-link" | "record-unlink" },
): Decision {
  const { other, reason } = command;
  if (command.type === "record-unlink") {
    return ok(isLinked(before, other) ? [{ type: "case-unlinked", other, reason }] : []);
  }
  if (isLinked(before, other)) return ok([]);
  return ok([{ type: "case-linked", other, kind: command.kind, reason }]);
}

function isLinked({ links }: Case, other: string): boolean {
  return links.some((one) => one.other === other);
}
