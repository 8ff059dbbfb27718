import { describe, expect, it } from "vitest";
import { TableCaseViews } from "#api/adapters/tables/table-case-views.ts";
import type { ListedCase } from "#api/domain/case/listed-case.ts";
import { useStorage } from "#tests/support/storage-for-adapters.ts";

const { storage } = useStorage();

const listed = (caseId: string): ListedCase => ({
  caseId,
  version: 1,
  subject: "Bins",
  complainant: "Joan Whitfield",
  status: "triage",
  statusSince: "2026-11-10T10:00:00.000Z",
  stage: 1,
  receivedAt: "2026-11-10T10:00:00.000Z",
  sponsored: false,
  hasDraft: false,
  returned: false,
  answeredBack: false,
  sendingProblem: false,
});

const line = (partition: string, row: string, caseId: string) => ({
  key: { partition, row },
  listed: listed(caseId),
});

describe("a list", () => {
  it("is read page by page in its order, each case once", async () => {
    const views = new TableCaseViews(storage().tables.views);
    const rows = Array.from({ length: 7 }, (_, n) => `2026-11-1${n}_CMP-000${n}-00`);
    for (const row of rows.toReversed()) {
      await views.change([line("queue:triage", row, row.slice(11))], []);
    }
    await views.change([line("queue:triage2", "1", "CMP-9999-99")], []);
    const seen: string[] = [];
    const sizes: number[] = [];
    let after: string | undefined;
    do {
      const page = await views.list("queue:triage", {
        limit: 3,
        ...(after === undefined ? {} : { after }),
      });
      seen.push(...page.cases.map(({ caseId }) => caseId));
      sizes.push(page.cases.length);
      after = page.next;
    } while (after !== undefined);
    expect(seen).toEqual(rows.map((row) => row.slice(11)));
    expect(sizes).toEqual([3, 3, 1]);
  });

  it("has no next page when its last page is full", async () => {
    const views = new TableCaseViews(storage().tables.views);
    await views.change(
      ["1", "2"].map((row) => line("officer:1", row, "CMP-0000-01")),
      [],
    );
    const page = await views.list("officer:1", { limit: 2 });
    expect(page.cases).toHaveLength(2);
    expect(page).not.toHaveProperty("next");
  });

  it("forgets a line that is removed, and removing it again is nothing", async () => {
    const views = new TableCaseViews(storage().tables.views);
    const [kept, gone] = ["1", "2"].map((row) => line("officer:2", row, "CMP-0000-02"));
    if (kept === undefined || gone === undefined) throw new Error("Nothing to remove.");
    await views.change([gone], []);
    await views.change([kept], [gone.key]);
    await views.change([], [gone.key, { partition: "officer:3", row: "1" }]);
    expect((await views.list("officer:2", { limit: 5 })).rows).toEqual(["1"]);
  });
});
