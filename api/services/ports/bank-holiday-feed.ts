import type { Result } from "../../domain/result.ts";

/** The official list of bank holidays. */
export interface BankHolidayFeed {
  /** What is published, as nobody has checked it yet; or a sentence that says why it could not be had. */
  read(): Promise<Result<unknown, string>>;
}
