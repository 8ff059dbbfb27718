import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shippedCalendar } from "#api/domain/calendar/working-days.ts";
import { offeredActions } from "#api/domain/case/allowed-actions.ts";
import { ruleFor } from "#api/domain/case/case-rules.ts";
import { Case } from "#api/domain/case/case.ts";
import { personActions } from "#api/domain/case/commands.ts";
import { decide } from "#api/domain/case/decide.ts";
import { CaseEvent } from "#api/domain/case/events.ts";
import { evolveAll } from "#api/domain/case/evolve.ts";
import { clocksOf } from "#api/domain/clocks/clocks-of.ts";
import { policyOf } from "#api/domain/policy/catalogue.ts";
import type { Policy } from "#api/domain/policy/policy.ts";
import { everybody, ewa, sunita } from "./people.ts";
import { anyCommand, nextAsk, randomLife, type Step } from "./random-life.ts";
import { acknowledged, log, Story } from "./story.ts";
import { wholeLives } from "./whole-life.ts";

const calendar = shippedCalendar();

// The same lives at every run: a failure here is a change of the rules, never luck.
const runs = { seed: 20_261_122, numRuns: 40 };

/** Two stages; three; one with an outside reviewer; one whose last stage is a panel's, for members only. */
const procedures = ["lgsco-2024", "borough-2021-03", "lewisham-2009", "children-act-1989"].map(
  (id) => policyOf(id),
);

/** Everybody, with leave to see what concerns children; and two who work away from every service. */
const members = [
  ...everybody,
  { ...ewa, id: "evan", name: "Evan Pugh", services: [] },
  { ...sunita, id: "sian", name: "Sian Cole", services: ["revenues"] },
].map((one) => ({ ...one, procedures: ["children"] }));

/** A life and how the case stood after each thing that was asked of it. */
type Lived = { readonly story: Story; readonly moments: readonly Moment[] };
type Moment = {
  readonly asked: string;
  readonly accepted: boolean;
  readonly before: Case;
  readonly after: Case;
  readonly added: readonly CaseEvent[];
};

function live(policy: Policy, steps: readonly Step[]): Lived {
  const story = new Story(policy, members).after("citizen", log).after("system", acknowledged(1));
  const moments = steps.map((step) => {
    const before = deepFreeze(story.case);
    const known = story.events.length;
    const [who, command] = nextAsk(story, step);
    const { ok: accepted } = story.ask(who, command);
    const added = story.events.slice(known);
    return { asked: command.type, accepted, before, after: story.case, added };
  });
  return { story, moments };
}

const lives: readonly Lived[] = [
  ...procedures.flatMap((policy) =>
    fc.sample(randomLife, runs).map((steps) => live(policy, steps)),
  ),
  // Chance seldom leads through every stage to the end; these do.
  ...wholeLives().map((story) => ({ story, moments: [] })),
];

/** Checks something of every life. */
function always(check: (lived: Lived) => void): void {
  for (const lived of lives) check(lived);
}

type Of<T extends CaseEvent["type"]> = Extract<CaseEvent, { type: T }>;

function eventsOf<T extends CaseEvent["type"]>(events: readonly CaseEvent[], type: T): Of<T>[] {
  return events.filter((event): event is Of<T> => event.type === type);
}

/** Who did it; the history itself says so. */
function idOf({ by }: CaseEvent): string {
  return by.kind === "person" ? by.id : by.kind;
}

/** Everybody who wrote on the letters of a stage before something happened, going by the history alone. */
function writersOf(events: readonly CaseEvent[], stage: number, before = Infinity): Set<string> {
  const wrote = [...eventsOf(events, "draft-saved"), ...eventsOf(events, "response-submitted")];
  const ofStage = wrote.filter((event) => event.stage === stage && event.sequence < before);
  return new Set(ofStage.map(idOf));
}

describe("the lives these checks see", () => {
  it("go far: stages answered one after another, letters returned, cases closed", () => {
    const seen = new Set<string>();
    always(({ story: { events } }) => {
      for (const event of events) {
        seen.add("stage" in event ? `${event.type} ${event.stage}` : event.type);
      }
    });
    for (const wanted of [
      ...["response-returned 1", "response-sent 1", "response-sent 2", "response-sent 3"],
      ...["case-closed", "case-reopened", "findings-recorded 3", "hearing-held 3"],
    ]) {
      expect(seen).toContain(wanted);
    }
  });
});

describe("whatever people ask of a case, in whatever order", () => {
  it("no response leaves without the approval of the same words by somebody who wrote none of them and holds the role", () => {
    always(({ story: { events } }) => {
      for (const sent of eventsOf(events, "response-sent")) {
        const approval = eventsOf(events, "response-approved").findLast(
          ({ sequence }) => sequence < sent.sequence,
        );
        expect(approval).toMatchObject({ stage: sent.stage, text: sent.text });
        const approver = approval && idOf(approval);
        expect(writersOf(events, sent.stage, sent.sequence)).not.toContain(approver);
        const { stages } = policyAt(events, sent);
        const signOff = stages.find(({ stage }) => stage === sent.stage)?.signOff;
        expect(members.find(({ id }) => id === approver)?.roles).toContain(signOff);
      }
    });
  });

  it("a stage is approved once and answered once", () => {
    always(({ story: { events } }) => {
      for (const type of ["response-approved", "response-sent"] as const) {
        const stages = eventsOf(events, type).map(({ stage }) => stage);
        expect(stages).toEqual([...new Set(stages)]);
      }
    });
  });

  it("nobody takes part in two stages, by writing or by deciding", () => {
    always(({ story: { events } }) => {
      const decided = new Map(
        eventsOf(events, "response-approved").map((event) => [event.stage, idOf(event)]),
      );
      // Whoever wrote a letter that was never sent had no part in an answer.
      const everyPart = [...decided].flatMap(([stage, decider]) => [
        ...writersOf(events, stage).add(decider),
      ]);
      expect(everyPart).toHaveLength(new Set(everyPart).size);
    });
  });

  it("nobody of the service complained about answers or decides a stage that the policy wants away from it", () => {
    always(({ moments }) => {
      for (const { after, added } of moments) {
        for (const event of eventsOf(added, "response-approved")) {
          const { stages } = policyOf(after.policy.id);
          const rule = stages.find(({ stage }) => stage === event.stage);
          if (rule?.independence.awayFromService !== true) continue;
          const decider = members.find(({ id }) => id === idOf(event));
          expect(decider?.services).not.toContain(after.service);
        }
      }
    });
  });

  it("stages follow one another, up to the policy's last, and each was answered before the next", () => {
    always(({ story: { events, case: theCase } }) => {
      const taken = eventsOf(events, "case-escalated");
      expect(taken.map(({ stage }) => stage)).toEqual(taken.map((_one, index) => index + 2));
      for (const { stage, sequence } of taken) {
        const answers = eventsOf(events, "response-sent").filter(
          (sent) => sent.sequence < sequence,
        );
        expect(answers.map((sent) => sent.stage)).toContain(stage - 1);
      }
      expect(theCase.stage).toBe(taken.length + 1);
      expect(theCase.stage).toBeLessThanOrEqual(policyOf(theCase.policy.id).stages.length);
    });
  });

  it("no event is ever lost: history only grows, has no gaps, can be stored, and rebuilds the case", () => {
    always(({ story: { events, case: theCase } }) => {
      expect(events.map(({ sequence }) => sequence)).toEqual(events.map((_one, at) => at + 1));
      expect(events.map((event) => CaseEvent.parse(event))).toEqual(events);
      expect(Case.parse(theCase)).toEqual(theCase);
      // Words that are not a version yet are the one thing that the history does not tell.
      const { writing: _beingWritten, ...told } = theCase;
      expect(evolveAll(events)).toEqual(told);
    });
  });

  it("a refused command changes nothing", () => {
    always(({ moments }) => {
      for (const { asked, accepted, before, after, added } of moments) {
        const isSaving = accepted && asked === "save-draft";
        if (added.length === 0 && !isSaving) expect(after).toBe(before);
      }
    });
  });

  it("no clock runs backwards: what was acknowledged, answered or reached stays so, at the same instant", () => {
    always(({ moments }) => {
      for (const { before, after, added } of moments) {
        // What became a complaint later begins its stage anew, and says so.
        if (added.some((event) => event.type === "case-classified" && event.restartedAt)) continue;
        for (const stage of before.stages) {
          const later = after.stages.find((one) => one.stage === stage.stage);
          expect(later?.startedAt).toBe(stage.startedAt);
          for (const met of ["acknowledgedAt", "answeredAt", "decidedBy"] as const) {
            if (stage[met] !== undefined) expect(later?.[met], met).toBe(stage[met]);
          }
          expect(later?.milestones.slice(0, stage.milestones.length)).toEqual(stage.milestones);
        }
      }
    });
  });

  it("no date comes nearer by extending it, nor by pausing and going on", () => {
    always(({ moments }) => {
      for (const { asked, before, after, added } of moments) {
        if (added.length === 0 || !["extend", "pause", "resume"].includes(asked)) continue;
        const [was, is] = [before, after].map((theCase) => dueOf(theCase));
        for (const [clock, due] of is ?? []) {
          expect(due >= (was?.get(clock) ?? due), `${asked}: ${clock}`).toBe(true);
        }
      }
    });
  });

  it("everybody is offered at most one thing first, and nothing that their role would be refused", () => {
    // A third of them looks at each life: among so many lives everybody meets every kind.
    let life = 0;
    always(({ story }) => {
      const { policy } = story.context("system");
      life += 1;
      for (const person of members.filter((_, index) => (index + life) % 3 === 0)) {
        const offers = offeredActions(story.case, person, policy);
        expect(offers.filter(({ primary }) => primary).length).toBeLessThanOrEqual(1);
        for (const { type, allowed } of offers) {
          const decision = decide(story.case, anyCommand(story, type, 1), story.context(person));
          const answer = decision.ok ? "accepted" : decision.error.kind;
          // What a command names may still be wrong; that somebody may ask is not.
          if (allowed) expect(answer, type).not.toBe("action-not-available");
          else expect(decision.ok, type).toBe(false);
        }
      }
    });
  });

  it("every status is reached only by what the table says leads there", () => {
    always(({ moments }) => {
      for (const { asked, before, after, added } of moments) {
        const action = personActions.find((one) => one === asked);
        if (action === undefined || added.length === 0) continue;
        const allowed = ruleFor(before.status, action)?.leadsTo ?? [before.status];
        expect(allowed, `${action} in ${before.status}`).toContain(after.status);
      }
    });
  });
});

/** The due date of every clock of a case. */
function dueOf(theCase: Case): Map<string, string> {
  const clocks = clocksOf(theCase, policyOf(theCase.policy.id), calendar);
  return new Map(clocks.map(({ stage, id, due }) => [`${stage} ${id}`, due]));
}

/** The procedure a case was under when something happened. */
function policyAt(events: readonly CaseEvent[], { sequence }: CaseEvent): Policy {
  const before = evolveAll(events.slice(0, sequence));
  return policyOf(before?.policy.id ?? "");
}

function deepFreeze<T extends object>(value: T): T {
  for (const part of Object.values(value) as unknown[]) {
    if (typeof part === "object" && part !== null && !Object.isFrozen(part)) deepFreeze(part);
  }
  return Object.freeze(value);
}
