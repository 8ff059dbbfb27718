import type { TransactionAction } from "@azure/data-tables";
import { z } from "zod";
import { Case } from "../../domain/case/case.ts";
import { Effect } from "../../domain/case/effects.ts";
import { CaseEvent } from "../../domain/case/events.ts";
import { type CaseId } from "../../domain/case/vocabulary.ts";
import type {
  CaseStore,
  Commit,
  CommitOutcome,
  EffectProgress,
  PendingEffect,
  Projection,
  StoredCase,
} from "../../services/ports/case-store.ts";
import { longJson, readLongJson } from "./long-json.ts";
import type { PartitionedTable, Row, StoredRow } from "./partitioned-table.ts";

// Row keys sort as: action: < effect: < event: < state < state:views
const stateRow = "state";
const projectionRow = "state:views";

const Progress = z.object({
  attempts: z.number().int(),
  leasedUntil: z.string().exactOptional(),
  step: z
    .enum(["posting", "drafted", "sending", "accepted", "unknown", "needs-a-person"])
    .exactOptional(),
  draftId: z.string().exactOptional(),
  since: z.string().exactOptional(),
}) satisfies z.ZodType<EffectProgress>;

const EffectRow = z.object({ effect: Effect, progress: Progress });

const ProjectionRow = z.object({
  rows: z.array(z.object({ partition: z.string(), row: z.string() })),
  version: z.number().int(),
});

/** Cases in Azure Tables: one partition each, holding state, events, owed effects and answers. */
export class TableCaseStore implements CaseStore {
  readonly #table: PartitionedTable;

  constructor(table: PartitionedTable) {
    this.#table = table;
  }

  async find(caseId: CaseId): Promise<StoredCase | undefined> {
    return storedCase(await this.#table.range(caseId, { from: stateRow, before: "statf" }));
  }

  async findWithHistory(
    caseId: CaseId,
  ): Promise<(StoredCase & { readonly events: readonly CaseEvent[] }) | undefined> {
    const rows = await this.#table.range(caseId, { from: "event:", before: "statf" });
    const found = storedCase(rows);
    if (found === undefined) return undefined;
    const events = rows
      .filter(({ rowKey }) => rowKey.startsWith("event:"))
      .map((row) => CaseEvent.parse(readLongJson(row)));
    return { ...found, events };
  }

  async findAnswer(caseId: CaseId, actionId: string): Promise<string | undefined> {
    const row = await this.#table.find(caseId, actionKey(actionId));
    return row === undefined ? undefined : z.string().parse(row.answer);
  }

  async commit(commit: Commit): Promise<CommitOutcome> {
    const projection = projectionAfter(commit);
    const actions = [...rowsOf(commit, projection), ...completion(commit)];
    const outcome = await this.#table.transact(actions);
    if (typeof outcome === "number") return this.#refusal(commit);
    const [state = "", views = ""] = outcome;
    const effects = commit.effects.map((effect, index) => ({
      caseId: commit.after.id,
      effect,
      progress: commit.progress,
      etag: outcome[index + 2] ?? "",
    }));
    const stored = { case: commit.after, etag: state, projection: { ...projection, etag: views } };
    return { kind: "committed", stored, effects };
  }

  // The same action may have been committed by an attempt whose answer was lost.
  async #refusal(commit: Commit): Promise<CommitOutcome> {
    const answer = await this.findAnswer(commit.after.id, commit.action.id);
    return answer === undefined ? { kind: "conflict" } : { kind: "replayed", answer };
  }

  async pendingEffects(caseId: CaseId): Promise<readonly PendingEffect[]> {
    const rows = await this.#table.range(caseId, { from: "effect:", before: "effect;" });
    return rows.map((row) => ({
      caseId,
      etag: row.etag,
      ...EffectRow.parse(readLongJson(row)),
    }));
  }

  async advance(
    pending: PendingEffect,
    progress: EffectProgress,
  ): Promise<PendingEffect | undefined> {
    const row = effectRow(pending.caseId, pending.effect, progress);
    const etag = await this.#table.replace(row, pending.etag);
    return etag === undefined ? undefined : { ...pending, progress, etag };
  }

  async complete(pending: PendingEffect): Promise<void> {
    await this.#table.remove(pending.caseId, effectKey(pending.effect));
  }

  async noteProjection(
    caseId: CaseId,
    { rows, version, etag }: Projection,
  ): Promise<Projection | undefined> {
    const row = {
      partitionKey: caseId,
      rowKey: projectionRow,
      ...longJson({ rows, version }),
    };
    const next = await this.#table.replace(row, etag);
    return next === undefined ? undefined : { rows, version, etag: next };
  }
}

function storedCase(rows: readonly StoredRow[]): StoredCase | undefined {
  const state = rows.find(({ rowKey }) => rowKey === stateRow);
  const views = rows.find(({ rowKey }) => rowKey === projectionRow);
  if (state === undefined || views === undefined) return undefined;
  return {
    case: Case.parse(readLongJson(state)),
    etag: state.etag,
    projection: { ...ProjectionRow.parse(readLongJson(views)), etag: views.etag },
  };
}

// Every key that may exist is noted here before it is written, so that none is ever forgotten.
function projectionAfter({ before, rows }: Commit): { rows: Projection["rows"]; version: number } {
  const known = before?.projection.rows ?? [];
  const added = rows.filter(
    (key) => !known.some((one) => one.partition === key.partition && one.row === key.row),
  );
  return { rows: [...known, ...added], version: before?.projection.version ?? 0 };
}

function rowsOf(
  commit: Commit,
  projection: { rows: Projection["rows"]; version: number },
): TransactionAction[] {
  const { before, after } = commit;
  const partitionKey = after.id;
  return [
    write({ partitionKey, rowKey: stateRow, ...longJson(after) }, before?.etag),
    write(
      { partitionKey, rowKey: projectionRow, ...longJson(projection) },
      before?.projection.etag,
    ),
    ...commit.effects.map((effect) => create(effectRow(partitionKey, effect, commit.progress))),
    ...commit.events.map((event) =>
      create({ partitionKey, rowKey: eventKey(event.sequence), ...longJson(event) }),
    ),
    ...answerRow(commit),
  ];
}

// What left no event can be asked again: it changes nothing that is not changed already.
function answerRow({ after, events, action }: Commit): TransactionAction[] {
  const keys = { partitionKey: after.id, rowKey: actionKey(action.id) };
  return events.length === 0 ? [] : [create({ ...keys, answer: action.answer })];
}

function write(row: Row, etag: string | undefined): TransactionAction {
  return etag === undefined ? create(row) : ["update", row, "Replace", { etag }];
}

function create(row: Row): TransactionAction {
  return ["create", row];
}

// Platform: a delete in a transaction cannot carry an ETag; the action row keeps it to one completion.
function completion({ after, completes }: Commit): TransactionAction[] {
  if (completes === undefined) return [];
  return [["delete", { partitionKey: after.id, rowKey: effectKey(completes.effect) }]];
}

function effectRow(caseId: CaseId, effect: Effect, progress: EffectProgress): Row {
  return {
    partitionKey: caseId,
    rowKey: effectKey(effect),
    ...longJson({ effect, progress }),
  };
}

function effectKey(effect: Effect): string {
  return `effect:${effect.key}`;
}

function eventKey(sequence: number): string {
  return `event:${String(sequence).padStart(8, "0")}`;
}

function actionKey(actionId: string): string {
  return `action:${actionId}`;
}
