import { describe, expect, it } from "vitest";
import { offeredActions } from "#api/domain/case/allowed-actions.ts";
import type { PersonCommand } from "#api/domain/case/commands.ts";
import { policyOf } from "#api/domain/policy/catalogue.ts";
import { david, grace, helen, martin, priya, sunita, tom, wilma } from "./people.ts";
import {
  classify,
  close,
  draft,
  letter,
  lgsco,
  log,
  otherLetter,
  refusalOf,
  responseSent,
  stageTwo,
  Story,
  storyUntil,
  submit,
  writesAgain,
} from "./story.ts";

const approve: PersonCommand = { type: "approve", text: letter };

/** A case that Wilma, who heads the service too, has been given. */
const wilmas = () =>
  storyUntil("allocation")
    .after(priya, { type: "assign", officer: wilma.id })
    .after(wilma, draft());

/** Stage 1 written by Grace in her officer's place, and answered. */
const writtenByGrace = () => {
  const story = storyUntil("allocation").after(priya, { type: "assign", officer: tom.id });
  return story
    .after(grace, draft())
    .after(grace, submit(), [helen])
    .after(helen, approve)
    .after("system", responseSent(1));
};

describe("an author and an approver", () => {
  it("are two people, however many roles one of them has", () => {
    const story = wilmas().after(wilma, submit(), [wilma, helen]);
    expect(story.case.submission?.approver).toBe("helen");
    expect(refusalOf(wilmas().ask(wilma, submit(), [wilma])).kind).toBe("not-possible");
  });

  it("are two people also when somebody else submits what the first one wrote", () => {
    expect(wilmas().after(priya, submit(), [wilma, helen]).case.submission?.approver).toBe("helen");
  });

  it("are two people also when somebody else wrote on it last", () => {
    const story = wilmas().after(priya, draft(otherLetter));
    story.after(priya, submit(otherLetter), [wilma, helen]);
    expect(story.case.submission?.approver).toBe("helen");
  });

  it("are two people also when the case has left the author's hands", () => {
    const story = wilmas().after(priya, { type: "assign", officer: tom.id });
    story.after(tom, draft(otherLetter)).after(tom, submit(otherLetter), [wilma, helen]);
    expect(story.case.submission?.approver).toBe("helen");
  });

  it("are two people also where the complaints team signs off its own answers", () => {
    const story = storyUntil("investigating", policyOf("leicester-2016"));
    story.after(priya, submit(), [priya, tom, grace]);
    expect(story.case.submission).toMatchObject({ by: "priya", approver: "grace" });
    expect(story.ask(grace, approve).ok).toBe(true);
  });
});

describe("whoever decided stage 1", () => {
  const threeStages = policyOf("borough-2021-03");

  it("is passed over for the decision of a later stage", () => {
    const story = stageTwo(grace, storyUntil("answered", threeStages)).after(grace, draft());
    story.after(grace, submit(), [david]).after(david, approve).after("system", responseSent(2));
    story
      .after("citizen", writesAgain("2026-11-20T10:00:00.000Z", "d"))
      .after(priya, { type: "escalate", reason: "" })
      .after(priya, { type: "assign", officer: priya.id })
      .after(priya, draft());
    expect(refusalOf(story.ask(priya, submit(), [david]))).toMatchObject({
      message:
        "No director of this service can approve this independently. Ask an administrator to name one.",
    });
    story.after(priya, submit(), [david, martin]);
    expect(story.case.submission?.approver).toBe("martin");
  });

  it("is not given the next stage to answer", () => {
    const story = storyUntil("allocation").after(priya, { type: "assign", officer: tom.id });
    story.after(tom, draft()).after(tom, submit(), [wilma]).after(wilma, approve);
    story.after("system", responseSent(1)).after(priya, { type: "escalate", reason: "" });
    expect(refusalOf(story.ask(priya, { type: "assign", officer: wilma.id }))).toEqual({
      kind: "not-possible",
      message: "Wilma Frost approved the stage 1 answer. Choose someone independent of it.",
    });
  });
});

describe("whoever wrote on the answer of stage 1", () => {
  const stageTwoOpen = () => writtenByGrace().after(priya, { type: "escalate", reason: "" });

  it("is not given stage 2", () => {
    expect(refusalOf(stageTwoOpen().ask(priya, { type: "assign", officer: grace.id }))).toEqual({
      kind: "not-possible",
      message: "Grace Bello wrote on the stage 1 answer. Choose someone independent of it.",
    });
  });

  it("does not write stage 2 in its officer's place either, and is told why beforehand", () => {
    const story = stageTwoOpen().after(priya, { type: "assign", officer: priya.id });
    const why = "You wrote on the stage 1 answer. Somebody independent of it answers this stage.";
    expect(refusalOf(story.ask(grace, draft()))).toEqual({ kind: "not-permitted", message: why });
    story.after(priya, draft());
    expect(refusalOf(story.ask(grace, submit(), [david])).message).toBe(why);
    const offers = offeredActions(story.case, grace, lgsco);
    expect(offers.filter((offer) => offer.why === why).map(({ type }) => type)).toEqual([
      "save-draft",
      "submit",
    ]);
  });

  it("does not approve stage 2, having become a director since", () => {
    const promoted = { ...grace, roles: ["complaints-officer", "director"] as const };
    const story = stageTwoOpen().after(priya, { type: "assign", officer: priya.id });
    story.after(priya, draft()).after(priya, submit(), [promoted, david]);
    expect(story.case.submission?.approver).toBe("david");
  });

  it("still sees to the case in every other way", () => {
    const story = stageTwoOpen().after(priya, { type: "assign", officer: priya.id });
    story.after(grace, { type: "add-note", text: letter }).after(grace, classify);
    expect(story.case.status).toBe("allocation");
  });

  it("may handle it when it was only assigned to them and somebody else answered", () => {
    const story = stageTwoOpen().after(priya, { type: "assign", officer: tom.id });
    expect(story.case.officer?.id).toBe("tom");
  });
});

describe("where the procedure lets the same people decide again", () => {
  const trusting = {
    ...lgsco,
    stages: lgsco.stages.map((rule) => ({
      ...rule,
      independence: { ...rule.independence, notEarlierDecider: false },
    })),
  };
  const stageTwoByPriya = () => {
    const story = storyUntil("allocation", trusting).after(priya, {
      type: "assign",
      officer: wilma.id,
    });
    story.after(wilma, draft()).after(wilma, submit(), [helen]).after(helen, approve);
    story.after("system", responseSent(1)).after(priya, { type: "escalate", reason: "" });
    return story.after(priya, { type: "assign", officer: priya.id }).after(priya, draft());
  };

  it("the writer of the stage 1 letter may approve the stage 2 letter, on which they wrote nothing", () => {
    const story = stageTwoByPriya().after(priya, submit(), [wilma]);
    expect(story.case.submission?.approver).toBe(wilma.id);
  });
});

describe("within one stage", () => {
  it("an approver may decide again on the letter that they returned", () => {
    const story = storyUntil("awaiting-approval")
      .after(helen, { type: "return", text: letter, comment: "Shorter." })
      .after(tom, draft(otherLetter))
      .after(tom, submit(otherLetter), [helen, sunita]);
    expect(story.ask(helen, { type: "approve", text: otherLetter }).ok).toBe(true);
  });

  it("what became a complaint only later is answered without regard to who passed it on", () => {
    const story = new Story().after("citizen", log).after(priya, {
      ...classify,
      caseType: "service-request",
    });
    story.after("citizen", writesAgain("2026-11-20T10:00:00.000Z")).after(priya, classify);
    story.after(priya, { type: "assign", officer: priya.id }).after(priya, draft());
    story.after(priya, submit(), [helen]).after(helen, approve).after("system", responseSent(1));
    expect(story.ask(priya, close).ok).toBe(true);
  });
});
