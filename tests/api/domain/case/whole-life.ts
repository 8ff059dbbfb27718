import type { PersonAction, PersonCommand } from "#api/domain/case/commands.ts";
import type { Person } from "#api/domain/people/actor.ts";
import { policyOf } from "#api/domain/policy/catalogue.ts";
import * as people from "./people.ts";
import { sampleCommand } from "./sample-commands.ts";
import {
  acknowledged,
  draft,
  letter,
  log,
  mail,
  otherLetter,
  responseSent,
  Story,
  writesAgain,
} from "./story.ts";

/** Everybody, with leave to see what concerns children. */
const members: readonly Person[] = people.everybody.map((one) => ({
  ...one,
  procedures: ["children"],
}));
const member = ({ id }: Person): Person => {
  const found = members.find((one) => one.id === id);
  if (found === undefined) throw new Error(`Nobody is called ${id}.`);
  return found;
};
const amina = member(people.amina);
const david = member(people.david);
const ewa = member(people.ewa);
const grace = member(people.grace);
const helen = member(people.helen);
const nora = member(people.nora);
const otto = member(people.otto);
const priya = member(people.priya);
const rosa = member(people.rosa);
const tom = member(people.tom);

/** Somebody does something sensible to the case, as it stands by then. */
function does(story: Story, who: Person, action: PersonAction): Story {
  return story.after(who, sampleCommand(action, { case: story.case, now: story.now, pick: 1 }));
}

/** Several things in a row, by the same person. */
function doesAll(story: Story, who: Person, actions: readonly PersonAction[]): Story {
  for (const action of actions) does(story, who, action);
  return story;
}

/** Complaints that between them live through everything that can happen to one. */
export function wholeLives(): readonly Story[] {
  return [throughThePanel(), throughTheReviewer(), refused(), setAside()];
}

/** A child's complaint that the desk took for another: three stages, a panel, the Ombudsman. */
function throughThePanel(): Story {
  const story = new Story(undefined, members).after("citizen", {
    ...log,
    sponsor: amina.id,
    sponsorName: "Amina Shah",
  });
  story.after(priya, {
    type: "classify",
    caseType: "complaint",
    service: "waste",
    reason: "",
  });
  story.after("system", acknowledged(1));
  does(story, priya, "take-route");
  does(story, priya, "leave-route");
  story.after(priya, {
    type: "route",
    policy: "children-act-1989",
    reason: "It is about a child.",
  });
  story.after(priya, { type: "assign", officer: tom.id });
  does(story, tom, "accept");
  does(story, tom, "decline");
  story.after(priya, { type: "assign", officer: ewa.id });
  story.after(ewa, { type: "hand-over", officer: tom.id, note: "They like to be rung." });
  doesAll(story, tom, ["add-point", "change-point", "answer-point", "decide-point"]);
  doesAll(story, tom, ["add-point", "drop-point", "decide-outcome"]);
  story.after(tom, {
    type: "request-information",
    to: rosa.id,
    question: "When did the crew call?",
    due: "2026-11-20",
  });
  does(story, rosa, "give-information");
  story.after(tom, {
    type: "request-information",
    to: rosa.id,
    question: "And before that?",
    due: "2026-11-20",
  });
  story.after(tom, { type: "withdraw-request", request: "2", reason: "The log says it." });
  doesAll(story, tom, ["extend", "pause", "resume", "record-call", "record-correspondence"]);
  does(story, helen, "add-note");
  doesAll(story, tom, ["raise-flag", "lower-flag", "update-sponsor"]);
  story.after(tom, { type: "add-sponsor", name: "Ms Vale MP", capacity: "mp", consent: false });
  story.after(tom, { type: "remove-sponsor", sponsor: "1", reason: "" });
  doesAll(story, tom, ["confirm-details", "link-case", "unlink-case"]);
  doesAll(story, priya, ["join-campaign", "leave-campaign"]);
  doesAll(story, priya, ["restrict-access", "open-access", "restrict-conduct", "review-conduct"]);
  story.after("system", {
    type: "give-notice",
    notice: "due-soon",
    clock: "stage-1",
    due: "2026-11-24",
    to: ["tom"],
  });
  story.after("system", {
    ...{ type: "give-reminder", about: "conduct-review", entry: "1", step: "today" },
    ...{ due: "2026-11-24", to: ["priya"] },
  });
  story.after(tom, draft());
  doesAll(story, tom, ["comment-draft", "answer-comment", "resolve-comment"]);
  doesAll(story, tom, ["enclose-files", "leave-out-file"]);
  story.after(tom, { type: "submit", text: letter }, [helen]);
  story.after(helen, { type: "return", text: letter, comment: "Shorter." });
  story.after(tom, draft(otherLetter)).after(tom, { type: "submit", text: otherLetter }, [helen]);
  story.after(helen, { type: "delegate", text: otherLetter, to: people.sunita.id, note: "Away." });
  story.after(helen, { type: "take-over", text: otherLetter });
  story.after(helen, { type: "approve", text: otherLetter });
  story.after("system", { type: "record-sending-problem", stage: 1, why: "Refused." });
  does(story, tom, "settle-sending");
  story.after("system", { type: "record-sending-problem", stage: 1, why: "Refused." });
  does(story, tom, "record-posting");
  story.after("system", { type: "share-answer", stage: 1, to: ["sunita"] });
  story.after("system", {
    ...{ type: "record-sponsor-copied", sponsor: "1", name: amina.name, stage: 1 },
  });
  lettersComeBack(story);
  doesAll(story, tom, ["promise-remedy", "accept-remedy", "complete-remedy"]);
  doesAll(story, tom, ["promise-remedy"]);
  story.after(tom, {
    type: "give-up-remedy",
    remedy: "2",
    reason: "The part is no longer made.",
    alternative: "A new one.",
  });
  story.after("system", {
    ...{ type: "record-letter-sent", about: { letter: "remedy-changed", stage: 1, remedy: "2" } },
    ...{ text: letter, internetMessageId: "<changed@wexcombe.gov.uk>" },
  });
  doesAll(story, tom, ["note-lesson", "complete-lesson"]);
  story.after("citizen", writesAgain("2026-11-10T11:30:00.000Z"));
  story.after(priya, { type: "escalate", reason: "Not satisfied." });
  does(story, priya, "acknowledge");
  story.after(priya, { type: "assign", officer: ewa.id }).after(ewa, draft());
  story.after(ewa, {
    ...{ type: "extend", workingDays: 30, reason: "The investigator was ill.", goodReason: "" },
    ...{ telling: "myself", told: "By phone today." },
  });
  story.after("system", {
    ...{ type: "recount-dates", since: "2026-11-11T05:15:00.000Z" },
    added: { "england-and-wales": [{ date: "2026-12-25", name: "Christmas Day" }] },
  });
  story.after(ewa, { type: "submit", text: letter }, [nora]);
  story.after(nora, { type: "approve", text: letter }).after("system", responseSent(2));
  does(story, priya, "record-check-in");
  story.after(priya, { type: "escalate", reason: "The panel, please." });
  story.after(priya, { type: "assign", officer: grace.id });
  doesAll(story, grace, ["arrange-hearing", "record-hearing", "record-milestone"]);
  story.after(grace, draft()).after(grace, { type: "submit", text: letter }, [david, otto]);
  story.after(otto, { type: "approve", text: letter }).after("system", responseSent(3));
  does(story, grace, "close");
  doesAll(story, priya, ["record-enquiry", "answer-enquiry", "record-decision", "reopen"]);
  return does(story, priya, "withdraw");
}

/** The answer comes back and is posted; the acknowledgement does and goes to the mended address. */
function lettersComeBack(story: Story): void {
  const why = "550 5.1.1 User unknown";
  const report = { type: "record-undelivered", stage: 1, why, to: [tom.id] } as const;
  story.after("system", { ...report, letter: "response", mail: mail(story.now, "d") });
  does(story, tom, "post-again");
  story.after("system", { ...report, letter: "acknowledgement", text: letter });
  does(story, tom, "mend-address");
  story.after("system", {
    ...{ type: "record-sent-again", letter: "acknowledgement", stage: 1, text: letter },
    internetMessageId: "<again@wexcombe.gov.uk>",
  });
}

/** A complaint that an adjudicator from outside reviews, and another day is agreed for. */
function throughTheReviewer(): Story {
  const lewisham = policyOf("lewisham-2009");
  const story = new Story(lewisham, members).after("citizen", log).after("system", acknowledged(1));
  for (const [stage, officer, approver] of [
    [1, tom, helen],
    [2, ewa, david],
  ] as const) {
    if (stage === 1) {
      story.after(priya, { type: "classify", caseType: "complaint", service: "waste", reason: "" });
    }
    story.after(priya, { type: "assign", officer: officer.id }).after(officer, draft());
    story.after(officer, { type: "submit", text: letter }, [approver]);
    story.after(approver, { type: "approve", text: letter }).after("system", responseSent(stage));
    story.after(priya, { type: "escalate", reason: "" });
  }
  story.after(priya, { type: "assign", officer: grace.id });
  return does(story, grace, "record-findings");
}

const byLetter = { telling: "letter", text: letter } as const;
const extend: PersonCommand = {
  ...{ type: "extend", workingDays: 5, reason: "A witness is away.", goodReason: "She is ill." },
  ...byLetter,
};
const agreeDate: PersonCommand = {
  ...{ type: "agree-date", date: "2026-12-08", agreedWith: "Mrs Whitfield, by phone" },
  ...byLetter,
};
const refuse: PersonCommand = {
  ...{ type: "refuse", ground: "Another valid reason.", reason: "The court has it." },
  ...byLetter,
};

/** A complaint that had a day agreed for it, took longer, and then went to court. */
function refused(): Story {
  const story = new Story(policyOf("leicester-2016"), members).after("citizen", log);
  story.after(priya, { type: "classify", caseType: "complaint", service: "waste", reason: "" });
  for (const [decision, which] of [
    [agreeDate, "agreed-date"],
    [extend, "extension"],
    [refuse, "refusal"],
  ] as const) {
    story.after(priya, decision);
    story.after("system", {
      ...{ type: "record-letter-sent", about: { letter: which, stage: 1, text: letter } },
      ...{ text: letter, internetMessageId: `<${which}@wexcombe.gov.uk>` },
    });
  }
  return story;
}

/** What was taken for spam, and was not. */
function setAside(): Story {
  const story = new Story(undefined, members).after("citizen", log);
  doesAll(story, priya, ["set-aside", "classify"]);
  return story.after("system", { type: "record-passed-on", service: "waste", text: letter });
}
