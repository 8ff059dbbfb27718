import { PageIterator, type PageCollection } from "@microsoft/microsoft-graph-client";
import type { Message } from "@microsoft/microsoft-graph-types";
import { describe, expect, test } from "vitest";
import { complaints, openEstateMail, plainMail, type EstateMail } from "./estate-mail.ts";

const delta = `/users/${complaints}/mailFolders/inbox/messages/delta`;

type Change = Message & { "@removed"?: { reason: string } };
type Round = { changes: Change[]; deltaLink: string };

/** Walks a round the way the app does, with Microsoft's PageIterator. */
async function walk({ graph }: EstateMail, url: string, pageSize = 2): Promise<Round> {
  const headers = { Prefer: `IdType="ImmutableId", odata.maxpagesize=${pageSize}` };
  const first = (await graph.api(url).headers(headers).get()) as PageCollection;
  const changes: Change[] = [];
  const iterator = new PageIterator(
    graph,
    first,
    (change: Change) => {
      changes.push(change);
      return true;
    },
    { headers },
  );
  await iterator.iterate();
  const deltaLink = iterator.getDeltaLink();
  if (deltaLink === undefined) throw new Error("The round ended without a delta link.");
  return { changes, deltaLink };
}

async function deliverMails({ mailbox, clock }: EstateMail, subjects: string[]): Promise<string[]> {
  const ids: string[] = [];
  for (const subject of subjects) {
    ids.push((await mailbox.deliver(plainMail({ subject }))).id);
    clock.advanceMinutes(1);
  }
  return ids;
}

const subjectsOf = ({ changes }: Round): unknown[] => changes.map(({ subject }) => subject);

describe("the first round of a delta", () => {
  test("gives every message of the folder over its pages, once, and then a link to the next round", async () => {
    const estate = await openEstateMail();
    await deliverMails(estate, ["One", "Two", "Three", "Four", "Five"]);
    const round = await walk(estate, `${delta}?$select=subject`);
    expect(subjectsOf(round)).toEqual(["One", "Two", "Three", "Four", "Five"]);
    expect(round.deltaLink).toMatch(/^https:\/\/graph\.microsoft\.com\/v1\.0\/.*\$deltatoken=/);
    expect(round.changes[0]).not.toHaveProperty("body");
  });

  test("begins where a filter by time of arrival says", async () => {
    const estate = await openEstateMail();
    await deliverMails(estate, ["Before go-live", "After go-live"]);
    const round = await walk(
      estate,
      `${delta}?$select=subject&$filter=receivedDateTime ge 2026-11-10T10:01:00Z`,
    );
    expect(subjectsOf(round)).toEqual(["After go-live"]);
  });

  test("is sorted when asked for, newest first", async () => {
    const estate = await openEstateMail();
    await deliverMails(estate, ["One", "Two", "Three"]);
    const round = await walk(estate, `${delta}?$select=subject&$orderby=receivedDateTime desc`);
    expect(subjectsOf(round)).toEqual(["Three", "Two", "One"]);
  });

  test("leaves what arrives while it is walked to the next round", async () => {
    const estate = await openEstateMail();
    await deliverMails(estate, ["One", "Two", "Three"]);
    type Page = { value: Change[]; "@odata.nextLink": string };
    const first = (await estate.graph
      .api(delta)
      .header("Prefer", "odata.maxpagesize=1")
      .get()) as Page;
    await deliverMails(estate, ["Four"]);
    const rest = await walk(estate, first["@odata.nextLink"]);
    expect(subjectsOf(rest)).toEqual(["Two", "Three"]);
    expect(subjectsOf(await walk(estate, rest.deltaLink))).toEqual(["Four"]);
  });

  test.each([
    ["another filter", "$filter=isRead eq false", "ErrorInvalidUrlQueryFilter"],
    ["another order", "$orderby=subject", "BadRequest"],
    ["a search", '$search="bins"', "ErrorInvalidUrlQuery"],
  ])("refuses %s", async (_what, query, code) => {
    const { request } = await openEstateMail();
    const answer = await request(`${delta}?${query}`);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ error: { code } });
  });
});

describe("a later round of a delta", () => {
  test("gives what was created, updated and removed since", async () => {
    const estate = await openEstateMail();
    const ids = await deliverMails(estate, ["Kept", "Read", "Moved away", "Deleted"]);
    const { deltaLink } = await walk(estate, `${delta}?$select=subject,isRead`);
    const message = (id: string | undefined) =>
      estate.graph.api(`/users/${complaints}/messages/${id ?? ""}`);
    await message(ids[1]).patch({ isRead: true });
    await estate.graph
      .api(`/users/${complaints}/messages/${ids[2] ?? ""}/move`)
      .post({ destinationId: "archive" });
    await message(ids[3]).delete();
    await deliverMails(estate, ["New"]);

    const { changes } = await walk(estate, deltaLink);
    expect(changes).toMatchObject([
      { id: ids[1], subject: "Read", isRead: true },
      { id: ids[2], "@removed": { reason: "deleted" } },
      { id: ids[3], "@removed": { reason: "deleted" } },
      { subject: "New" },
    ]);
    expect(changes).toHaveLength(4);
  });

  test("is empty when nothing happened", async () => {
    const estate = await openEstateMail();
    await deliverMails(estate, ["One"]);
    const { deltaLink } = await walk(estate, delta);
    expect((await walk(estate, deltaLink)).changes).toEqual([]);
  });

  test("gives only the changes of the type that the first round asked for", async () => {
    const estate = await openEstateMail();
    const [id = ""] = await deliverMails(estate, ["Old"]);
    const { deltaLink } = await walk(estate, `${delta}?changeType=created&$select=subject`);
    await estate.graph.api(`/users/${complaints}/messages/${id}`).patch({ isRead: true });
    await deliverMails(estate, ["New"]);
    expect(subjectsOf(await walk(estate, deltaLink))).toEqual(["New"]);
  });

  test("does not mix folders", async () => {
    const estate = await openEstateMail();
    await deliverMails(estate, ["One"]);
    const { deltaLink } = await walk(estate, delta);
    const answer = await estate.request(
      deltaLink.replace("https://graph.microsoft.com/v1.0", "").replace("inbox", "sentitems"),
    );
    expect(answer.status).toBe(410);
  });
});

describe("a delta token", () => {
  const statusOf = async (estate: EstateMail, deltaLink: string): Promise<number> =>
    (await estate.request(deltaLink.replace("https://graph.microsoft.com/v1.0", ""))).status;

  test("that nobody gave out is 410 syncStateNotFound", async () => {
    const { request } = await openEstateMail();
    const answer = await request(`${delta}?$deltatoken=bm9ib2R5cw`);
    expect(answer.status).toBe(410);
    expect(await answer.json()).toMatchObject({ error: { code: "syncStateNotFound" } });
  });

  test("of another estate is 410", async () => {
    const [estate, other] = [await openEstateMail(), await openEstateMail()];
    const { deltaLink } = await walk(other, delta);
    expect(await statusOf(estate, deltaLink)).toBe(410);
  });

  test("may be forgotten in the middle of a round", async () => {
    const estate = await openEstateMail();
    await deliverMails(estate, ["One", "Two"]);
    const first = await estate.request(delta, { headers: { prefer: "odata.maxpagesize=1" } });
    const page = (await first.json()) as { "@odata.nextLink": string };
    estate.mailbox.faults.add({ kind: "delta-token-expired" });
    expect(await statusOf(estate, page["@odata.nextLink"])).toBe(410);
    expect(await statusOf(estate, page["@odata.nextLink"])).toBe(200);
  });
});

describe("a delta that misbehaves", () => {
  test("gives an empty page before the rest", async () => {
    const estate = await openEstateMail();
    await deliverMails(estate, ["One", "Two"]);
    estate.mailbox.faults.add({ kind: "delta-empty-page" });
    const first = await estate.request(delta);
    const page = (await first.json()) as { value: Change[]; "@odata.nextLink": string };
    expect(page.value).toEqual([]);
    expect(subjectsOf(await walk(estate, page["@odata.nextLink"]))).toEqual(["One", "Two"]);
  });

  test("repeats changes on a later page, and gives pages out of order", async () => {
    const estate = await openEstateMail();
    await deliverMails(estate, ["One", "Two", "Three", "Four"]);
    estate.mailbox.faults.add({ kind: "delta-repeats" });
    estate.mailbox.faults.add({ kind: "delta-out-of-order" });
    const round = await walk(estate, delta);
    expect(subjectsOf(round)).toEqual(["Two", "One", "Three", "Four", "One", "Two"]);
  });
});
