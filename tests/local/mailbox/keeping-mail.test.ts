import type { Message } from "@microsoft/microsoft-graph-types";
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { complaints, openEstateMail, plainMail } from "./estate-mail.ts";

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "mailbox-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const messages = `/users/${complaints}/messages`;
const delta = `/users/${complaints}/mailFolders/inbox/messages/delta`;

describe("mail kept in a folder", () => {
  test("is there again after a restart: messages, attachments, citizens' mail and delta tokens", async () => {
    const folder = temporaryFolder();
    const before = await openEstateMail({ folder });
    const { id } = await before.mailbox.deliver(plainMail());
    await before.mailbox.deliver(plainMail({ subject: "Deleted later" }));
    const round = (await before.graph.api(delta).get()) as {
      value: Message[];
      "@odata.deltaLink": string;
    };
    await before.graph.api(`${messages}/${round.value[1]?.id ?? ""}`).delete();
    const draft = (await before.graph
      .api(`${messages}/${id}/createReply`)
      .header("Prefer", 'IdType="ImmutableId"')
      .post({ comment: "Thank you." })) as Message;
    await before.graph.api(`${messages}/${draft.id ?? ""}/attachments`).post({
      "@odata.type": "#microsoft.graph.fileAttachment",
      name: "note.txt",
      contentBytes: Buffer.from("kept").toString("base64"),
    });
    await before.mailbox.close();

    const after = await openEstateMail({ folder });
    expect(await after.mailbox.list(complaints, "inbox")).toEqual(
      await before.mailbox.list(complaints, "inbox"),
    );
    expect(await (await after.request(`${messages}/${id}/$value`)).text()).toContain("Bins");
    expect(after.mailbox.mailFor("joan.whitfield@example.com")).toHaveLength(2);
    const next = (await after.graph.api(round["@odata.deltaLink"]).get()) as { value: unknown[] };
    expect(next.value).toMatchObject([{ "@removed": { reason: "deleted" } }]);
    const kept = (await after.graph
      .api(`${messages}/${draft.id ?? ""}`)
      .expand("attachments")
      .get()) as Message;
    expect(kept.attachments).toMatchObject([
      { name: "note.txt", contentBytes: Buffer.from("kept").toString("base64") },
    ]);
  });

  test("survives a process that was killed while it wrote", async () => {
    const folder = temporaryFolder();
    const journal = join(folder, "journal.jsonl");
    const before = await openEstateMail({ folder });
    await before.mailbox.deliver(plainMail());
    appendFileSync(journal, '{"fact":"message","message":{"key":"half a mess');

    const after = await openEstateMail({ folder });
    expect(await after.mailbox.list(complaints, "inbox")).toHaveLength(1);
    await after.mailbox.deliver(plainMail());
    const again = await openEstateMail({ folder });
    expect(await again.mailbox.list(complaints, "inbox")).toHaveLength(2);
  });

  test("is not guessed at when the journal is damaged in the middle", async () => {
    const folder = temporaryFolder();
    const journal = join(folder, "journal.jsonl");
    const before = await openEstateMail({ folder });
    await before.mailbox.deliver(plainMail());
    writeFileSync(journal, `{"fact":"mess\n${readFileSync(journal, "utf8")}`);
    await expect(openEstateMail({ folder })).rejects.toThrow(/journal\.jsonl is damaged in line 1/);
  });

  test("of another version is refused with what to do about it", async () => {
    const folder = temporaryFolder();
    const opened = { fact: "opened", version: 0, generation: "older" };
    writeFileSync(join(folder, "journal.jsonl"), `${JSON.stringify(opened)}\n`);
    await expect(openEstateMail({ folder })).rejects.toMatchObject({
      cause: { message: expect.stringContaining("delete its folder to start afresh") as string },
    });
  });
});
