import type { ChangeNotification } from "@microsoft/microsoft-graph-types";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { checkMailboxes } from "#api/services/mailbox/check-mailboxes.ts";
import { checkAccess } from "#api/services/mailbox/check-access.ts";
import { mailboxHealth } from "#api/services/mailbox/mailbox-health.ts";
import { MailboxBusy } from "#api/services/ports/mailbox.ts";
import type { Ports } from "#api/services/ports/ports.ts";
import { syncMailbox } from "#api/services/mailbox/sync-mailbox.ts";
import { takeNotifications } from "#api/services/mailbox/take-notifications.ts";
import { watchMailboxes } from "#api/services/mailbox/watch-mailbox.ts";
import { estate } from "#local/estate.ts";
import type { LifecycleEvent } from "#local/mailbox/notifications.ts";
import { plainMail } from "#tests/local/mailbox/estate-mail.ts";
import { lives } from "#tests/support/calls.ts";
import { openCouncil, type Council } from "#tests/support/council.ts";
import { caseIds, onlyCase } from "#tests/support/expectations.ts";
import { askGraph, inOutlook } from "#tests/support/graph.ts";
import { countFaultPoints } from "#tests/support/harm.ts";
import { arrives, joan, received } from "#tests/support/joan.ts";
import { workOff } from "#tests/support/worker.ts";

let council: Council;

beforeAll(async () => {
  council = await openCouncil();
});
afterAll(() => council.close());
beforeEach(() => council.begin());

const days = (count: number): number => count * 86_400;

const posted = (): ChangeNotification[] =>
  council.microsoft.notifications.flatMap(
    (batch) => (batch as { value: ChangeNotification[] }).value,
  );
const told = ({ subscriptionId, clientState, lifecycleEvent }: ChangeNotification) => ({
  subscriptionId: subscriptionId ?? "",
  clientState: clientState ?? "",
  ...(lifecycleEvent ? { lifecycleEvent } : {}),
});

type Subscribed = { id: string; resource: string; expirationDateTime: string };

/** The app's subscription on a mailbox, as Graph has it. */
async function subscriptionOn(mailbox: string): Promise<Subscribed> {
  const answer = (await (await askGraph("GET", "/subscriptions")).json()) as {
    value: Subscribed[];
  };
  const own = answer.value.filter(({ resource }) =>
    decodeURIComponent(resource).includes(`/${mailbox}/`),
  );
  const [one, ...others] = own;
  if (one === undefined || others.length > 0) {
    throw new Error(`${mailbox} has ${own.length} subscriptions.`);
  }
  return one;
}

/** A council whose mailboxes are watched, and whose queue is empty. */
async function watched(): Promise<Ports> {
  const ports = council.process();
  await watchMailboxes(ports);
  council.queue.clear();
  return ports;
}

describe("a notification", () => {
  it("of Graph leads to a walk; one without its secret or of another subscription does not", async () => {
    const ports = await watched();
    const { id } = await arrives(council);
    await expect.poll(() => posted().length, { timeout: 10_000 }).toBe(1);
    // Graph calls the mail by the id that lasts, since that was asked for when the subscription was made.
    expect(posted()).toMatchObject([{ resourceData: { id } }]);
    const genuine = posted().map(told);
    const [one] = genuine;
    if (one === undefined) throw new Error("Nothing was posted.");
    const forged = { ...one, clientState: "guessed" };
    const foreign = { ...one, subscriptionId: "00000000-0000-4000-8000-000000000000" };
    expect(await takeNotifications(ports, [forged, foreign])).toBe(0);
    expect(council.queue.waiting).toEqual([]);
    // Twice in one batch, as Graph may: a hint is a hint.
    expect(await takeNotifications(ports, [...genuine, forged, ...genuine])).toBe(2);
    expect(council.queue.waiting).toHaveLength(1);
    await workOff(council);
    await onlyCase(council);
  });

  it("that comes late, twice and after a later one's changes nothing of what was taken in", async () => {
    const ports = await watched();
    await arrives(council);
    await arrives(council, { from: "Somebody Else <else@example.com>", subject: "Bins" });
    await expect.poll(() => posted().length, { timeout: 10_000 }).toBe(2);
    await council.queue.syncMailbox(estate.mailbox);
    await workOff(council);
    const before = await caseIds(council);
    expect(before).toHaveLength(2);
    for (const news of posted().map(told).toReversed()) {
      await takeNotifications(ports, [news]);
      await takeNotifications(ports, [news]);
      await workOff(council);
    }
    expect(await caseIds(council)).toEqual(before);
    for (const address of [joan.address, "else@example.com"]) {
      expect(received(council, address), "one acknowledgement").toHaveLength(1);
    }
    expect(await checkMailboxes(ports)).toMatchObject({ received: 2, unaccounted: 0 });
    countFaultPoints(4);
  });

  /** What Graph says about the subscriptions is taken as the endpoint takes it: without a word to Graph. */
  async function hears(ports: Ports, event: LifecycleEvent): Promise<void> {
    council.microsoft.notifications.length = 0;
    await council.mailbox.raiseLifecycleEvent(event);
    const news = posted().map(told);
    expect(news).toHaveLength(2);
    const asked = await council.microsoft.requestsOf(() => takeNotifications(ports, news));
    expect(asked).toEqual([]);
  }

  it("that some were missed leads to a walk by the delta", async () => {
    const ports = await watched();
    council.mailbox.faults.add({ kind: "notifications-lost" });
    await arrives(council);
    await expect.poll(() => council.mailbox.faults.waiting()).toEqual([]);
    await hears(ports, "missed");
    await workOff(council);
    await onlyCase(council);
  });

  it("that asks for reauthorisation renews the subscription at once, and looks at the mailbox", async () => {
    const ports = await watched();
    const before = await subscriptionOn(estate.mailbox);
    council.clock.advance(days(1));
    await hears(ports, "reauthorizationRequired");
    await arrives(council);
    await workOff(council);
    const after = await subscriptionOn(estate.mailbox);
    expect(after.id).toBe(before.id);
    expect(Date.parse(after.expirationDateTime)).toBeGreaterThan(
      Date.parse(before.expirationDateTime),
    );
    await onlyCase(council);
  });

  it("that the subscription was removed makes another, once, and looks at the mailbox", async () => {
    const ports = await watched();
    const before = await subscriptionOn(estate.mailbox);
    await hears(ports, "subscriptionRemoved");
    council.queue.multiply(2);
    await arrives(council);
    council.mailbox.faults.add(
      { kind: "throttled", retryAfterSeconds: 30 },
      { path: /subscriptions/ },
    );
    await workOff(council);
    expect((await subscriptionOn(estate.mailbox)).id).not.toBe(before.id);
    await subscriptionOn(estate.housingMailbox);
    await onlyCase(council);
  });
});

describe("the subscription on a mailbox", () => {
  it("is renewed at half of its life, and made anew once it is over", async () => {
    const ports = await watched();
    await watchMailboxes(ports);
    const first = await subscriptionOn(estate.mailbox);
    council.clock.advance(days(3));
    expect(await council.microsoft.requestsOf(() => watchMailboxes(ports))).toEqual([]);
    council.clock.advance(days(1));
    await watchMailboxes(ports);
    const renewed = await subscriptionOn(estate.mailbox);
    expect(renewed.id).toBe(first.id);
    expect(Date.parse(renewed.expirationDateTime)).toBeGreaterThan(
      Date.parse(first.expirationDateTime),
    );
    council.clock.advance(days(8));
    await watchMailboxes(ports);
    expect((await subscriptionOn(estate.mailbox)).id).not.toBe(first.id);
  });

  it("is made anew, with a look at the mailbox, when Graph knows nothing of it any more", async () => {
    const ports = await watched();
    const { id } = await subscriptionOn(estate.mailbox);
    await askGraph("DELETE", `/subscriptions/${id}`);
    await arrives(council);
    council.clock.advance(days(4));
    await watchMailboxes(ports);
    expect((await subscriptionOn(estate.mailbox)).id).not.toBe(id);
    await workOff(council);
    await onlyCase(council);
  });

  it("raises the alarm when it cannot be kept for another day, and the other mailbox keeps its own", async () => {
    const ports = council.process();
    council.mailbox.faults.add({ kind: "unavailable" }, { path: /subscriptions/ });
    await watchMailboxes(ports);
    const alarms = () => council.log.filter((line) => line.includes("mailbox.watch-ends"));
    // A pause that Graph asked for holds for both of them.
    expect(alarms()).toHaveLength(2);
    await workOff(council);
    await subscriptionOn(estate.mailbox);
    await subscriptionOn(estate.housingMailbox);
    council.log.length = 0;
    await watchMailboxes(ports);
    expect(alarms()).toEqual([]);
  });
});

describe("what the app may read", () => {
  const said = () => council.log.filter((line) => line.includes('"mailbox.access"'));

  it("is said in one line at start, and kept with how each mailbox does", async () => {
    const ports = await watched();
    expect(await mailboxHealth(ports)).toMatchObject({
      control: { address: estate.controlMailbox, access: "unknown" },
    });
    await checkAccess(ports);
    await syncMailbox(ports, estate.mailbox);
    expect(said()).toHaveLength(1);
    expect(said()[0]).toContain('"readable":2,"unreadable":"none","control":"refused"');
    const now = council.clock.now().toISOString();
    expect(await mailboxHealth(ports)).toEqual({
      checkedAt: now,
      mailboxes: [
        {
          address: estate.mailbox,
          access: "granted",
          syncedAt: now,
          watchedUntil: expect.any(String) as string,
        },
        {
          address: estate.housingMailbox,
          access: "granted",
          watchedUntil: expect.any(String) as string,
        },
      ],
      control: { address: estate.controlMailbox, access: "refused" },
    });
  });

  it("is an error in the log when it is too little or too much", async () => {
    const ports = council.process();
    const closed = { address: "parking@wexcombe.gov.uk", policy: "lgsco-2024" };
    const settings = {
      ...ports.settings,
      mailboxes: [closed],
      controlMailbox: estate.housingMailbox,
    };
    await checkAccess({ ...ports, settings });
    expect(said()[0]).toContain("parking@wexcombe.gov.uk (refused)");
    expect(said()[0]).toContain('"control":"granted"');
    expect(said()[0]).toContain("error");
  });
});

describe("several mailboxes", () => {
  it("start what is written to them under their own procedures, and answer for themselves", async () => {
    const { mailbox, housingMailbox } = estate;
    const from = `${joan.name} <${joan.address}>`;
    await council.mailbox.deliver(plainMail({ from, to: housingMailbox, subject: "Damp" }));
    for (const address of [mailbox, housingMailbox]) await council.queue.syncMailbox(address);
    await workOff(council);
    expect((await onlyCase(council)).case.policy.id).toBe("housing-ombudsman-2024");
    expect(council.mailbox.mailFor(joan.address)).toContainEqual(
      expect.objectContaining({ direction: "received", from: housingMailbox }),
    );
  });
});

describe("several instances of the app", () => {
  const instance = () => council.process(lives, council.ownSlots());

  it("together ask Outlook no more than four things at a time, and free what a dead one held", async () => {
    const { id } = await arrives(council);
    // What the tests before this one leased would end in the middle of it.
    await council.storage.moveClock(60_000);
    const slow = { kind: "slow", milliseconds: 100 } as const;
    council.mailbox.faults.add(slow, { times: 1000 });
    const bare = Array.from({ length: 5 }, () => inOutlook("GET", `/messages/${id}`));
    // Outlook refuses the fifth of those who do not wait for each other.
    const refused = (await Promise.allSettled(bare)).filter(({ status }) => status === "rejected");
    expect(refused).toHaveLength(1);

    const read = (ports: Ports) =>
      ports.mailbox.read({ mailbox: estate.mailbox, graphId: id }).then(() => "read", fateOf);
    const both = [instance(), instance()];
    const fates = await Promise.all(
      both.flatMap((ports) => Array.from({ length: 12 }, () => read(ports))),
    );
    expect(new Set(fates)).not.toContain("refused by Outlook");
    expect(fates.filter((fate) => fate === "read").length).toBeGreaterThanOrEqual(4);
    // All four are leased: a third one is told to come back.
    expect(await read(instance())).toBe("told to wait for a slot");
    await council.storage.moveClock(120_000);
    expect(await read(instance())).toBe("read");
  });
});

function fateOf(error: unknown): string {
  if (!(error instanceof MailboxBusy)) throw error;
  return error.cause === undefined ? "told to wait for a slot" : "refused by Outlook";
}
