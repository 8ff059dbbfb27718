import { actOnCase } from "#api/services/act-on-case.ts";
import { listCases } from "#api/services/list-cases.ts";
import { openCase } from "#api/services/open-case.ts";
import { costOf, isHandover, queriesOf, rowsReadBy, warmProcess, type Cost } from "./cost.ts";
import { personCalled, type Council } from "./council.ts";
import { hashOf, joan } from "./joan.ts";
import { costOfMails } from "./mail-life.ts";
import { press } from "./person-at-work.ts";
import { submittedCase } from "./stored-case.ts";

/** What one piece of work asked for. */
type Counts = {
  /** Of the app to tables, blobs and queues. */
  readonly storageTransactions: number;
  /** Messages put in, and handed over by the platform: that one takes many at a time is not counted in its favour. */
  readonly queueOperations: number;
  readonly queries: number;
  readonly rowsRead: number;
  readonly graphCalls: number;
};

type Budget = Partial<Counts>;

/** The design's budgets; a follow-up and machine mail, of which it says nothing, may cost no more than a new mail. */
const mailBudget: Budget = { storageTransactions: 20, graphCalls: 6 };
const budgets = {
  "take in one mail: logged, acknowledged, views fresh": mailBudget,
  "look half a minute later whether anything was left": { storageTransactions: 2, graphCalls: 0 },
  "a follow-up": mailBudget,
  "machine mail": mailBudget,
  "list a queue page": { queries: 1, rowsRead: 51, graphCalls: 0 },
  "open a case": { queries: 2, graphCalls: 0 },
  approve: { storageTransactions: 14, graphCalls: 0 },
} satisfies Record<string, Budget>;

export type Work = keyof typeof budgets;

/** Does every counted piece of work once, in a council as it stands. */
export async function countWork(council: Council): Promise<Record<Work, Counts>> {
  const { mail, late, followUp, machine } = await costOfMails(council);
  const { list, open, approve } = await costOfPeople(council);
  return {
    "take in one mail: logged, acknowledged, views fresh": countsOf(mail),
    "look half a minute later whether anything was left": countsOf(late),
    "a follow-up": countsOf(followUp),
    "machine mail": countsOf(machine),
    "list a queue page": countsOf(list),
    "open a case": countsOf(open),
    approve: countsOf(approve),
  };
}

async function costOfPeople(council: Council): Promise<Record<"list" | "open" | "approve", Cost>> {
  const { case: theCase } = await submittedCase(council);
  const ports = await warmProcess(council);
  const priya = personCalled("Priya Nair");
  const helen = personCalled("Helen Marsh");
  const done = (work: () => Promise<{ readonly ok: boolean }>): Promise<Cost> =>
    costOf(council, async () => {
      if (!(await work()).ok) throw new Error("It was refused.");
    });
  return {
    list: await done(() => listCases(ports, priya, { queue: "all-cases" })),
    open: await done(() => openCase(ports, helen, theCase.id)),
    approve: await done(() => {
      const request = press({ type: "approve", text: hashOf(joan.letter) });
      return actOnCase(ports, helen, { caseId: theCase.id, request });
    }),
  };
}

function countsOf(cost: Cost): Counts {
  return {
    storageTransactions: cost.storage.filter((request) => !isHandover(request)).length,
    queueOperations: cost.storage.filter(({ service }) => service === "queue").length,
    queries: queriesOf(cost).length,
    rowsRead: rowsReadBy(cost),
    graphCalls: cost.graph.length,
  };
}

export type Proof = {
  readonly work: Work;
  readonly budget: Budget;
  readonly withFew: Counts;
  readonly withMany: Counts;
  readonly isWithinBudget: boolean;
  readonly isTheSame: boolean;
};

/** Holds what was counted among few cases and among many to the budgets and to each other. */
export function proofsOf(few: Record<Work, Counts>, many: Record<Work, Counts>): Proof[] {
  return (Object.keys(budgets) as Work[]).map((work) => {
    const [withFew, withMany] = [few[work], many[work]];
    const budget: Budget = budgets[work];
    return {
      work,
      budget,
      withFew,
      withMany,
      isWithinBudget: isWithin(budget, withFew) && isWithin(budget, withMany),
      isTheSame: JSON.stringify(withFew) === JSON.stringify(withMany),
    };
  });
}

function isWithin(budget: Budget, counts: Counts): boolean {
  return (Object.keys(budget) as (keyof Counts)[]).every(
    (name) => counts[name] <= (budget[name] ?? Infinity),
  );
}
