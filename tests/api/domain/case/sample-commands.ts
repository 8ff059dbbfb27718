import { longDate, londonDate } from "#api/domain/calendar/london-date.ts";
import { addDays } from "#api/domain/calendar/periods.ts";
import { careFlags } from "#api/domain/case/care/facts.ts";
import type { Case } from "#api/domain/case/case.ts";
import type { CommandOf, PersonAction } from "#api/domain/case/commands.ts";
import { rootCauses, setAsideAs } from "#api/domain/case/endings/facts.ts";
import { checkInWays, needsMet } from "#api/domain/case/check-ins/facts.ts";
import { linkKinds } from "#api/domain/case/links/facts.ts";
import { ombudsmanDecisions, ombudsmen } from "#api/domain/case/ombudsman/facts.ts";
import { lessonKinds, remedyKinds } from "#api/domain/case/remedies/facts.ts";
import { newestWords } from "#api/domain/case/response/versions.ts";
import { sponsorCapacities } from "#api/domain/case/sponsors/facts.ts";
import { caseTypes, channels, findings, outcomes, reasons } from "#api/domain/case/vocabulary.ts";
import type { Role } from "#api/domain/people/actor.ts";
import { policies, policyOf } from "#api/domain/policy/catalogue.ts";
import { amina, everybody } from "./people.ts";
import { hash } from "./story.ts";

/** What a sample is made of: how the case stands, when it is, and a number that stands for chance. */
export type Sampling = { readonly case: Case; readonly now: string; readonly pick: number };

/** A well-formed command of that kind, sensible as far as the case shows what can be named. */
export function sampleCommand<Action extends PersonAction>(
  action: Action,
  sampling: Sampling,
): CommandOf<Action> {
  return samples[action](sampling);
}

const handling = new Set<Role>(["case-officer", "complaints-officer", "independent-reviewer"]);
const letters = ["1", "2", "3"].map(hash);
const others = ["CMP-2M8A-4T", "CMP-9X1C-7R"];
const campaigns = ["CMP-2M8A-4T", "CMP-7K3Q-9D"];

/** One of the items, whichever the number says. */
export function one<T>(items: readonly T[], pick: number): T {
  const item = items[pick % items.length];
  if (item === undefined) throw new Error("There is nothing to choose from.");
  return item;
}

/** Mostly those who handle complaints, and one who does not. */
const handlers = [
  ...everybody.filter(({ roles }) => roles.some((role) => handling.has(role))),
  amina,
];
const idIn = (entries: readonly { readonly id: string }[], pick: number): string =>
  entries.length === 0 ? "1" : one(entries, pick).id;
const somebody = (pick: number): string => one(everybody, pick).id;
const inDays = ({ now }: Sampling, days: number): string => addDays(londonDate(now), days);
/** By a letter or by phone. */
const howTold = (pick: number) =>
  pick % 3 === 0
    ? ({ telling: "letter", text: one(letters, pick) } as const)
    : ({ telling: "myself", told: "By phone today." } as const);
const stageOf = ({ case: theCase }: Sampling) =>
  policyOf(theCase.policy.id).stages.find(({ stage }) => stage === theCase.stage);

const samples: {
  readonly [Action in PersonAction]: (sampling: Sampling) => CommandOf<Action>;
} = {
  classify: ({ pick }) => ({
    type: "classify",
    caseType: pick % 4 > 0 ? "complaint" : one(caseTypes, pick),
    service: "waste",
    reason: "",
    about: one(reasons, pick),
  }),
  escalate: ({ pick }) => ({
    type: "escalate",
    reason: "",
    ...(pick % 2 > 0 ? { discretion: "They were in hospital." } : {}),
  }),
  "post-again": (sampling) => ({
    type: "post-again",
    undelivered: idIn(sampling.case.undelivered, sampling.pick),
    channel: "letter",
    on: inDays(sampling, 0),
  }),
  "mend-address": ({ pick }) => ({ type: "mend-address", email: `joan.${pick}@example.org` }),
  "comment-draft": ({ pick }) => ({
    type: "comment-draft",
    words: "Say when.",
    ...(pick % 2 > 0
      ? { about: { quote: "We will collect it", before: "Dear Joan ", after: " soon" } }
      : {}),
  }),
  "answer-comment": ({ case: { comments = [] }, pick }) => ({
    type: "answer-comment",
    comment: idIn(comments, pick),
    words: "On Monday.",
  }),
  "resolve-comment": ({ case: { comments = [] }, pick }) => ({
    type: "resolve-comment",
    comment: idIn(comments, pick),
  }),
  "add-note": ({ pick }) => ({ type: "add-note", text: one(letters, pick) }),
  route: ({ pick }) => ({ type: "route", policy: one(policies, pick).id, reason: "It is theirs." }),
  assign: ({ pick }) => ({ type: "assign", officer: one(handlers, pick).id }),
  accept: () => ({ type: "accept" }),
  decline: () => ({ type: "decline", reason: "I know the person." }),
  "hand-over": ({ pick }) => ({ type: "hand-over", officer: one(handlers, pick).id, note: "" }),
  "add-point": ({ pick }) => ({
    type: "add-point",
    title: `Point ${pick}`,
    service: one(["waste", "revenues"], pick),
  }),
  "change-point": ({ case: { points }, pick }) => ({
    type: "change-point",
    point: idIn(points, pick),
    title: `Changed ${pick}`,
    service: "waste",
  }),
  "drop-point": ({ case: { points }, pick }) => ({
    type: "drop-point",
    point: idIn(points, pick),
    reason: "Said twice.",
  }),
  "answer-point": ({ case: { points }, pick }) => ({
    type: "answer-point",
    point: idIn(points, pick),
    text: one(letters, pick),
  }),
  "decide-point": ({ case: { points }, pick }) => ({
    type: "decide-point",
    point: idIn(points, pick),
    finding: one(findings, pick),
    reason: "The log shows it.",
  }),
  "request-information": (sampling) => ({
    type: "request-information",
    to: somebody(sampling.pick),
    question: `What happened on day ${sampling.pick}?`,
    due: inDays(sampling, 3),
  }),
  "give-information": ({ case: { requests }, pick }) => ({
    type: "give-information",
    request: idIn(requests, pick),
    text: one(letters, pick),
  }),
  "withdraw-request": ({ case: { requests }, pick }) => ({
    type: "withdraw-request",
    request: idIn(requests, pick),
    reason: "Found it.",
  }),
  extend: ({ pick }) => ({
    type: "extend",
    workingDays: 1 + (pick % 12),
    reason: "A witness is away.",
    goodReason: pick % 2 > 0 ? "The records are with the court." : "",
    ...howTold(pick),
  }),
  pause: (sampling) => ({
    type: "pause",
    reason: policyOf(sampling.case.policy.id).pauses[0]?.words ?? "We wait for the person.",
  }),
  resume: () => ({ type: "resume" }),
  "agree-date": (sampling) => ({
    type: "agree-date",
    date: inDays(sampling, 20 + (sampling.pick % 20)),
    agreedWith: "Mrs Whitfield, by phone",
  }),
  "take-route": (sampling) => {
    const route = stageOf(sampling)?.routes[0];
    return {
      type: "take-route",
      route: route?.id ?? "early-resolution",
      criteria: [...(route?.criteria ?? [])],
    };
  },
  "leave-route": () => ({ type: "leave-route", reason: "They want it in writing." }),
  "record-call": (sampling) => ({
    type: "record-call",
    on: inDays(sampling, 0),
    agreed: `We collect it on ${longDate(inDays(sampling, 1))}.`,
    satisfied: sampling.pick % 2 > 0,
    toldHowToEscalate: true,
  }),
  "record-milestone": (sampling) => {
    const reached = sampling.case.stages.at(-1)?.milestones.length ?? 0;
    return {
      type: "record-milestone",
      milestone: stageOf(sampling)?.milestones[reached]?.id ?? "panel-met",
      on: inDays(sampling, 0),
    };
  },
  "record-correspondence": (sampling) => ({
    type: "record-correspondence",
    direction: sampling.pick % 2 > 0 ? "in" : "out",
    channel: one(channels, sampling.pick),
    on: inDays(sampling, 0),
    with: "Mrs Whitfield",
    text: one(letters, sampling.pick),
  }),
  acknowledge: (sampling) => ({
    type: "acknowledge",
    channel: "phone",
    on: inDays(sampling, 0),
  }),
  "record-posting": (sampling) => ({
    type: "record-posting",
    channel: "letter",
    on: inDays(sampling, 0),
  }),
  "confirm-details": ({ pick }) => ({
    type: "confirm-details",
    phone: `01632 96000${pick % 10}`,
    reference: `HB-${pick}`,
  }),
  "enclose-files": ({ pick }) => ({
    type: "enclose-files",
    files: [
      { id: one(letters, pick), name: `Photo ${pick}.jpg`, type: "image/jpeg", bytes: 4000 + pick },
    ],
  }),
  "leave-out-file": ({ case: { enclosures }, pick }) => ({
    type: "leave-out-file",
    file: enclosures.at(-1)?.id ?? one(letters, pick),
  }),
  "settle-sending": ({ pick }) => ({
    type: "settle-sending",
    found: pick % 2 > 0 ? "not-sent" : "arrived",
    how: "Looked in Sent Items.",
  }),
  "save-draft": ({ case: theCase, pick }) => ({
    type: "save-draft",
    text: one(letters, pick),
    ...(pick % 3 === 0 ? { keep: pick % 2 === 0 } : {}),
    ...(pick % 5 === 0 ? { from: newestWords(theCase)?.text ?? "" } : {}),
  }),
  submit: ({ case: theCase, pick }) => ({
    type: "submit",
    text: newestWords(theCase)?.text ?? one(letters, pick),
  }),
  approve: ({ case: { submission }, pick }) => ({
    type: "approve",
    text: submission?.text ?? one(letters, pick),
  }),
  return: ({ case: { submission }, pick }) => ({
    type: "return",
    text: submission?.text ?? one(letters, pick),
    comment: "Shorter.",
  }),
  delegate: ({ case: { submission }, pick }) => ({
    type: "delegate",
    text: submission?.text ?? one(letters, pick),
    to: somebody(pick),
  }),
  "take-over": ({ case: { submission }, pick }) => ({
    type: "take-over",
    text: submission?.text ?? one(letters, pick),
  }),
  refuse: ({ pick }) => ({
    type: "refuse",
    ground: one(["Legal proceedings have started.", "Another valid reason."], pick),
    reason: "The court has it.",
    ...howTold(pick),
  }),
  withdraw: () => ({ type: "withdraw", reason: "They rang to say that it is settled." }),
  "decide-outcome": ({ pick }) => ({
    type: "decide-outcome",
    finding: one(findings, pick),
    reason: "Most of it happened.",
  }),
  close: ({ pick }) => ({
    ...{ type: "close", outcome: one(outcomes, pick), reason: "Answered." },
    rootCause: one(rootCauses, pick),
  }),
  "set-aside": ({ case: { links }, pick }) => ({
    type: "set-aside",
    as: links.some(({ kind }) => kind === "duplicate") ? one(setAsideAs, pick) : "spam",
    reason: "",
  }),
  reopen: () => ({ type: "reopen", reason: "The wrong one was closed." }),
  "promise-remedy": (sampling) => {
    const { pick } = sampling;
    const kind = one(remedyKinds, pick);
    return {
      type: "promise-remedy",
      kind,
      what: "We say sorry and mend it.",
      due: inDays(sampling, 10),
      ...(pick % 2 > 0
        ? { owner: somebody(pick), partner: "" }
        : { partner: "Ms Doe of Harbour Homes" }),
      ...(kind === "money" ? { pounds: 100 } : {}),
    };
  },
  "record-check-in": (sampling) => ({
    type: "record-check-in",
    how: one(checkInWays, sampling.pick),
    on: inDays(sampling, 0),
    met: one(needsMet, sampling.pick),
    said: sampling.pick % 2 > 0 ? "The bins are still late." : "",
  }),
  "accept-remedy": ({ case: { remedies }, pick }) => ({
    type: "accept-remedy",
    remedy: idIn(remedies, pick),
  }),
  "complete-remedy": (sampling) => ({
    type: "complete-remedy",
    remedy: idIn(sampling.case.remedies, sampling.pick),
    on: inDays(sampling, 0),
    evidence: "The crew's photograph.",
  }),
  "give-up-remedy": ({ case: { remedies }, pick }) => ({
    type: "give-up-remedy",
    remedy: idIn(remedies, pick),
    reason: "The part is no longer made.",
    alternative: "A new one.",
  }),
  "note-lesson": (sampling) => ({
    type: "note-lesson",
    kind: one(lessonKinds, sampling.pick),
    what: "The route sheet names the back lane.",
    owner: somebody(sampling.pick),
    due: inDays(sampling, 30),
  }),
  "complete-lesson": (sampling) => ({
    type: "complete-lesson",
    lesson: idIn(sampling.case.lessons, sampling.pick),
    on: inDays(sampling, 0),
    whatChanged: "The sheet was changed.",
  }),
  "raise-flag": ({ pick }) => ({
    type: "raise-flag",
    flag: one(careFlags, pick),
    words: "Large print, please.",
  }),
  "lower-flag": ({ case: { flags }, pick }) => ({
    type: "lower-flag",
    flag: flags.length === 0 ? one(careFlags, pick) : one(flags, pick).flag,
    reason: "They said so.",
  }),
  "restrict-access": ({ pick }) => ({
    type: "restrict-access",
    members: [somebody(pick)],
    reason: "A member of staff complains.",
  }),
  "open-access": () => ({ type: "open-access", reason: "They left." }),
  "restrict-conduct": (sampling) => ({
    type: "restrict-conduct",
    what: "By letter only.",
    reason: "Forty calls in a day, after a warning.",
    until: inDays(sampling, 180),
    reviewOn: inDays(sampling, 90),
  }),
  "review-conduct": (sampling) =>
    sampling.pick % 2 > 0
      ? {
          type: "review-conduct",
          decision: "kept",
          reason: "It goes on.",
          reviewOn: inDays(sampling, 30),
        }
      : { type: "review-conduct", decision: "lifted", reason: "Nothing since." },
  "add-sponsor": ({ pick }) =>
    pick % 2 > 0
      ? { type: "add-sponsor", person: "amina", name: "", capacity: "councillor", consent: true }
      : {
          type: "add-sponsor",
          name: `Sponsor ${pick}`,
          capacity: one(sponsorCapacities, pick),
          consent: false,
        },
  "remove-sponsor": ({ case: { sponsors }, pick }) => ({
    type: "remove-sponsor",
    sponsor: idIn(sponsors, pick),
    reason: "",
  }),
  "update-sponsor": ({ case: { sponsors }, pick }) => ({
    type: "update-sponsor",
    sponsor: idIn(sponsors, pick),
    text: one(letters, pick),
  }),
  "link-case": ({ pick }) => ({
    type: "link-case",
    other: one(others, pick),
    kind: one(linkKinds, pick),
    reason: "",
  }),
  "unlink-case": ({ case: { links }, pick }) => ({
    type: "unlink-case",
    other: links.length === 0 ? one(others, pick) : one(links, pick).other,
    reason: "Another street.",
  }),
  "join-campaign": ({ pick }) => ({
    type: "join-campaign",
    campaign: "Save the library",
    lead: one(campaigns, pick),
  }),
  "leave-campaign": () => ({ type: "leave-campaign", reason: "It says more than the others." }),
  "arrange-hearing": (sampling) => ({
    type: "arrange-hearing",
    on: inDays(sampling, 0),
    place: "Town Hall, room 3",
    members: "Ann Archer\nBen Baker\nCy Cole",
  }),
  "record-hearing": (sampling) => ({
    type: "record-hearing",
    on: inDays(sampling, 0),
    finding: one(findings, sampling.pick),
    text: one(letters, sampling.pick),
  }),
  "record-findings": (sampling) => ({
    type: "record-findings",
    on: inDays(sampling, 0),
    reviewer: "Ada Judge",
    finding: one(findings, sampling.pick),
    text: one(letters, sampling.pick),
  }),
  "record-enquiry": (sampling) => ({
    type: "record-enquiry",
    ombudsman: one(ombudsmen, sampling.pick),
    reference: `26 00${sampling.pick}`,
    on: inDays(sampling, 0),
    asks: "Your file, and your comments.",
    due: inDays(sampling, 28),
  }),
  "answer-enquiry": (sampling) => ({
    type: "answer-enquiry",
    enquiry: idIn(sampling.case.ombudsman, sampling.pick),
    on: inDays(sampling, 0),
    words: "The file and a letter.",
  }),
  "record-decision": (sampling) => ({
    type: "record-decision",
    enquiry: idIn(sampling.case.ombudsman, sampling.pick),
    on: inDays(sampling, 0),
    decision: one(ombudsmanDecisions, sampling.pick),
    remedy: "",
    publicReport: false,
  }),
};
