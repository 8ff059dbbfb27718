import type { Stretch } from "../../domain/case/list-orders.ts";
import type { ListedCase } from "../../domain/case/listed-case.ts";
import type { ViewKey } from "../../domain/case/view-keys.ts";

/** Where a case stands in one list, and what that list shows of it. */
export type ViewLine = { readonly key: ViewKey; readonly listed: ListedCase };

export type PageAsked = {
  readonly limit: number;
  /** The row key of the last row read before. */
  readonly after?: string;
  /** The list's own order unless another is asked for. */
  readonly stretch?: Stretch;
};

/** Lists, one partition per screen; every row can be rebuilt from its case. */
export interface CaseViews {
  /** Writes lines and takes others away: one transaction for each list, in no order among them. */
  change(lines: readonly ViewLine[], gone: readonly ViewKey[]): Promise<void>;
  /** One page of a stretch; reads at most `limit` + 1 rows in one query. */
  list(partition: string, page: PageAsked): Promise<ViewPage>;
}

export type ViewPage = {
  readonly cases: readonly ListedCase[];
  /** The row key of each case, so that lists of one order can be merged. */
  readonly rows: readonly string[];
  readonly next?: string;
};
