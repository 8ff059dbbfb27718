import type { OutsideLine, RelatedLine } from "../../contract/case-parts.ts";
import { shortDate } from "../../domain/calendar/london-date.ts";
import { linkWords } from "../../domain/case/links/words.ts";
import type { OmbudsmanEnquiry } from "../../domain/case/ombudsman/facts.ts";
import { decisionWords } from "../../domain/case/ombudsman/words.ts";
import type { Hearing } from "../../domain/case/panel/facts.ts";
import { findingName } from "../../domain/case/points/words.ts";
import ombudsmen from "../../domain/policy/ombudsmen.json" with { type: "json" };
import type { OpenedCase } from "./opened-case.ts";
import { standingOf } from "./present-standing.ts";

/** The other cases that whoever reads this one should know of. */
export function relatedOf({ case: theCase, follows }: OpenedCase): RelatedLine[] {
  if (follows) return [];
  const { id, links, campaign } = theCase;
  const linked = links.map(({ other, kind, reason }) => ({
    ...{ caseId: other, words: linkWords(kind) },
    ...(reason === "" ? {} : { reason }),
  }));
  if (campaign === undefined || campaign.lead === id) return linked;
  return [...linked, { caseId: campaign.lead, words: `Answers the campaign ${campaign.name}` }];
}

/** What panels, reviewers from outside and the Ombudsman were asked and found. */
export async function outsideOf(opened: OpenedCase): Promise<OutsideLine[]> {
  if (opened.follows) return [];
  const { hearings, ombudsman } = opened.case;
  return [
    ...(await Promise.all(hearings.map((hearing) => hearingLine(hearing, opened)))),
    ...ombudsman.map((enquiry) => enquiryLine(enquiry, opened)),
  ];
}

async function hearingLine(hearing: Hearing, opened: OpenedCase): Promise<OutsideLine> {
  const { stage, on, place, members, found } = hearing;
  const { ports, case: theCase, policy } = opened;
  const what = on === undefined ? "Review from outside" : "Panel hearing";
  const held = found && { on: found.on, word: "found" };
  return {
    id: `stage-${stage}`,
    title: `${what}, stage ${stage}`,
    standing: standingOf({ due: on ?? found?.on ?? opened.today, done: held }, opened),
    facts: [
      ...(on === undefined ? [] : [`Arranged for ${shortDate(on)}`]),
      ...(place === undefined ? [] : [place]),
      members.join(", "),
      ...(found === undefined ? [] : [findingName(policy, found.finding)]),
    ],
    ...(found === undefined ? {} : { text: await ports.texts.get(theCase.id, found.text) }),
  };
}

function enquiryLine(enquiry: OmbudsmanEnquiry, opened: OpenedCase): OutsideLine {
  const { id, ombudsman, reference, on, asks, due, answeredOn, decision } = enquiry;
  const done = answeredOn === undefined ? undefined : { on: answeredOn, word: "answered" };
  return {
    id: `enquiry-${id}`,
    title: `${ombudsmen[ombudsman].name}, ${reference}`,
    standing: standingOf({ due, done }, opened),
    facts: [`Arrived on ${shortDate(on)}`, ...decisionFacts(decision)],
    text: asks,
  };
}

function decisionFacts(decision: OmbudsmanEnquiry["decision"]): string[] {
  if (decision === undefined) return [];
  return [
    `Decided on ${shortDate(decision.on)}: ${decisionWords[decision.decision]}`,
    ...(decision.remedy === "" ? [] : [`To do: ${decision.remedy}`]),
    ...(decision.publicReport ? ["Public report"] : []),
  ];
}
