import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { offeredActions } from "#api/domain/case/allowed-actions.ts";
import { ruleFor } from "#api/domain/case/case-rules.ts";
import { Case, type CaseStatus } from "#api/domain/case/case.ts";
import { personActions, type PersonAction } from "#api/domain/case/commands.ts";
import { decide } from "#api/domain/case/decide.ts";
import { CaseEvent } from "#api/domain/case/events.ts";
import { evolveAll } from "#api/domain/case/evolve.ts";
import { policyOf } from "#api/domain/policy/catalogue.ts";
import type { Policy } from "#api/domain/policy/policy.ts";
import { everybody } from "./people.ts";
import { anyPersonCommand, nextAsk, randomLife, type Step } from "./random-life.ts";
import { acknowledged, log, Story } from "./story.ts";

// The same lives at every run: a failure here is a change of the rules, never luck.
const runs = { seed: 20_261_122, numRuns: 150 };

/** Two stages and three. */
const procedures = [policyOf("lgsco-2024"), policyOf("borough-2021-03")];

/** Lives a life; `watch` sees the case after each thing that was asked of it. */
function live(
  policy: Policy,
  steps: readonly Step[],
  watch: (story: Story) => void = () => undefined,
): Story {
  const story = new Story(policy).after("citizen", log).after("system", acknowledged(1));
  for (const step of steps) {
    story.ask(...nextAsk(story, step));
    watch(story);
  }
  return story;
}

/** Checks something of every life under every procedure. */
function always(check: (policy: Policy, steps: readonly Step[]) => void): void {
  for (const policy of procedures) {
    fc.assert(
      fc.property(randomLife, (steps) => {
        check(policy, steps);
      }),
      runs,
    );
  }
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
  it("go all the way: every stage answered and closed, letters returned, mails after the end", () => {
    for (const policy of procedures) {
      const seen = new Set<string>();
      for (const steps of fc.sample(randomLife, runs)) {
        for (const event of live(policy, steps).events) {
          seen.add("stage" in event ? `${event.type} ${event.stage}` : event.type);
        }
      }
      const last = policy.stages.length;
      for (const wanted of [`response-sent ${last}`, `response-returned ${last}`, "case-closed"]) {
        expect(seen).toContain(wanted);
      }
    }
  });
});

describe("whatever people ask of a case, in whatever order", () => {
  it("no response leaves without the approval of the same words by somebody who wrote none of them and holds the role", () => {
    always((policy, steps) => {
      const { events } = live(policy, steps);
      for (const sent of eventsOf(events, "response-sent")) {
        const approval = eventsOf(events, "response-approved").findLast(
          ({ sequence }) => sequence < sent.sequence,
        );
        expect(approval).toMatchObject({ stage: sent.stage, text: sent.text });
        const approver = approval && idOf(approval);
        expect(writersOf(events, sent.stage, sent.sequence)).not.toContain(approver);
        const signOff = policy.stages[sent.stage - 1]?.signOff;
        expect(everybody.find(({ id }) => id === approver)?.roles).toContain(signOff);
      }
    });
  });

  it("a stage is approved once and answered once", () => {
    always((policy, steps) => {
      const { events } = live(policy, steps);
      for (const type of ["response-approved", "response-sent"] as const) {
        const stages = eventsOf(events, type).map(({ stage }) => stage);
        expect(stages).toEqual([...new Set(stages)]);
      }
    });
  });

  it("nobody takes part in two stages, by writing or by deciding", () => {
    always((policy, steps) => {
      const { events } = live(policy, steps);
      const decided = new Map(
        eventsOf(events, "response-approved").map((event) => [event.stage, idOf(event)]),
      );
      const parts = policy.stages.map(({ stage }) => {
        const decider = decided.get(stage);
        // Whoever wrote a letter that was never sent had no part in an answer.
        return decider === undefined ? new Set() : writersOf(events, stage).add(decider);
      });
      const everyPart = parts.flatMap((people) => [...people]);
      expect(everyPart).toHaveLength(new Set(everyPart).size);
    });
  });

  it("stages follow one another, up to the policy's last", () => {
    always((policy, steps) => {
      const { events, case: theCase } = live(policy, steps);
      const stages = eventsOf(events, "case-escalated").map(({ stage }) => stage);
      expect(stages).toEqual(stages.map((_stage, index) => index + 2));
      expect(theCase.stage).toBe(stages.length + 1);
      expect(theCase.stage).toBeLessThanOrEqual(policy.stages.length);
    });
  });

  it("history has no gaps, can be stored, and rebuilds the case", () => {
    always((policy, steps) => {
      const { events, case: theCase } = live(policy, steps);
      expect(events.map(({ sequence }) => sequence)).toEqual(events.map((_one, at) => at + 1));
      expect(events.map((event) => CaseEvent.parse(event))).toEqual(events);
      expect(Case.parse(theCase)).toEqual(theCase);
      expect(evolveAll(events)).toEqual(theCase);
    });
  });

  it("deciding changes nothing by itself: neither an accepted command nor a refused one", () => {
    always((policy, steps) => {
      // What is frozen cannot be changed without an error.
      live(policy, steps, (story) => deepFreeze(story.case));
    });
  });

  it("everybody is offered at most one thing first, and exactly what they could do", () => {
    always((policy, steps) => {
      const { case: theCase, now } = live(policy, steps);
      for (const person of everybody) {
        const offers = offeredActions(theCase, person, policy);
        expect(offers.filter(({ primary }) => primary).length).toBeLessThanOrEqual(1);
        for (const action of personActions) {
          const context = { now, policy, actor: { kind: "person", person } as const };
          const decision = decide(theCase, anyPersonCommand(action, 0), context);
          const offered = offers.some(({ type, allowed }) => type === action && allowed);
          const answer = decision.ok ? "accepted" : decision.error.kind;
          // Whom and which letter a command names may still be wrong; that somebody may ask is not.
          const wanted =
            action === "assign" || action === "submit"
              ? ["accepted", "changed-since", "not-possible"]
              : ["accepted", "changed-since"];
          if (offered) expect(wanted, action).toContain(answer);
          else expect(["accepted", "changed-since"], action).not.toContain(answer);
        }
      }
    });
  });

  it("every status is reached only by what the table says leads there", () => {
    always((policy, steps) => {
      let status: CaseStatus = "triage";
      let known = 2;
      live(policy, steps, (story) => {
        const from = status;
        status = story.case.status;
        const [first] = story.events.slice(known);
        known = story.events.length;
        const action = first && actionBehind(first);
        if (action === undefined) return;
        expect(ruleFor(from, action)?.leadsTo ?? [from], `${action} in ${from}`).toContain(status);
      });
    });
  });
});

/** The action of a person that an event came from, if it was a person's. */
function actionBehind({ type }: CaseEvent): PersonAction | undefined {
  const actions: Partial<Record<CaseEvent["type"], PersonAction>> = {
    "case-classified": "classify",
    "case-assigned": "assign",
    "note-added": "add-note",
    "draft-saved": "save-draft",
    "response-submitted": "submit",
    "response-approved": "approve",
    "response-returned": "return",
    "case-escalated": "escalate",
    "case-closed": "close",
  };
  return actions[type];
}

function deepFreeze(value: object): void {
  for (const part of Object.values(value) as unknown[]) {
    if (typeof part === "object" && part !== null && !Object.isFrozen(part)) deepFreeze(part);
  }
  Object.freeze(value);
}
