import { app } from "@azure/functions";

export type TimedWork = {
  readonly syncMailboxes: () => Promise<unknown>;
  readonly watchMailboxes: () => Promise<unknown>;
  readonly checkAccess: () => Promise<unknown>;
  readonly gatherGivenUp: () => Promise<unknown>;
  readonly proveNothingLost: () => Promise<unknown>;
  readonly sweepClocks: () => Promise<unknown>;
  readonly renewLists: () => Promise<unknown>;
  readonly followBankHolidays: () => Promise<unknown>;
};

/** What happens by the clock; each run catches up by itself, so a missed or doubled one does no harm. */
export function registerTimers(work: TimedWork): void {
  app.timer("sync-mailboxes", {
    schedule: "0 */5 * * * *",
    handler: async () => {
      await work.syncMailboxes();
    },
  });
  app.timer("watch-mailboxes", {
    schedule: "0 7 * * * *",
    // A new deployment must not wait an hour to hear of mail at once.
    runOnStartup: true,
    handler: async () => {
      await work.watchMailboxes();
    },
  });
  app.timer("check-access", {
    schedule: "0 22 * * * *",
    // A grant that is too wide or missing is to be seen at once, not when the first mail fails.
    runOnStartup: true,
    handler: async () => {
      await work.checkAccess();
    },
  });
  app.timer("gather-given-up", {
    schedule: "0 2/5 * * * *",
    handler: async () => {
      await work.gatherGivenUp();
    },
  });
  app.timer("prove-nothing-lost", {
    // In UTC: at night, when nothing else is done, and then when somebody can be told and after noon.
    schedule: "0 10 3,8,13 * * *",
    handler: async () => {
      await work.proveNothingLost();
    },
  });
  app.timer("renew-lists", {
    schedule: "45 1/5 * * * *",
    handler: async () => {
      await work.renewLists();
    },
  });
  app.timer("follow-bank-holidays", {
    schedule: "15 3/5 * * * *",
    handler: async () => {
      await work.followBankHolidays();
    },
  });
  app.timer("sweep-clocks", {
    schedule: "30 */5 * * * *",
    handler: async () => {
      await work.sweepClocks();
    },
  });
}
