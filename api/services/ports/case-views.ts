import type { ListedCase } from "../../domain/case/listed-case.ts";
import type { ViewKey } from "../../domain/case/view-keys.ts";

/** Lists, one partition per screen; every row can be rebuilt from its case. */
export interface CaseViews {
  put(keys: readonly ViewKey[], listed: ListedCase): Promise<void>;
  remove(keys: readonly ViewKey[]): Promise<void>;
  /** One page in the screen's order; reads at most `limit` + 1 rows in one query. */
  list(partition: string, page: { limit: number; after?: string }): Promise<ViewPage>;
}

export type ViewPage = {
  readonly cases: readonly ListedCase[];
  /** The row key of each case, so that lists of one order can be merged. */
  readonly rows: readonly string[];
  readonly next?: string;
};
