import { describe, expect, test } from "vitest";
import { citizens } from "#local/mailbox/citizens.ts";
import { parseMail, type ParsedMail } from "#local/mailbox/mime-to-message.ts";
import { loadSamples } from "#local/sample-mails/load-samples.ts";
import { complaints, openEstateMail } from "./estate-mail.ts";

const friday = new Date("2026-11-20T17:00:00Z");

type ParsedSample = Awaited<ReturnType<typeof loadSamples>>[number] & { mail: ParsedMail };

async function parsedSamples(): Promise<ParsedSample[]> {
  const samples = await loadSamples(friday);
  return Promise.all(
    samples.map(async (sample) => ({ ...sample, mail: await parseMail(sample.raw) })),
  );
}

const named = (samples: readonly ParsedSample[], part: string): ParsedSample => {
  const found = samples.find(({ file }) => file.includes(part));
  if (found === undefined) throw new Error(`There is no sample called ${part}.`);
  return found;
};

const header = ({ mail }: ParsedSample, name: string): string | undefined =>
  mail.headers.find((each) => each.name.toLowerCase() === name)?.value;

describe("the sample mails", () => {
  test("are all written to the complaints mailbox, each with an id of its own", async () => {
    const samples = await parsedSamples();
    expect(samples.length).toBeGreaterThanOrEqual(44);
    for (const { mail } of samples)
      expect(mail.to).toContainEqual(expect.objectContaining({ address: complaints }));
    const ids = samples.map(({ mail }) => mail.internetMessageId);
    expect(ids).not.toContain(undefined);
    expect(new Set(ids).size).toBe(samples.length);
  });

  test("come from addresses that nobody real can have", async () => {
    const safe = /@([\w.-]+\.)?(example\.(com|org|net)|[\w-]+\.example|wexcombe\.gov\.uk)$/;
    for (const { mail } of await parsedSamples())
      for (const person of [mail.from, ...mail.cc, ...mail.replyTo])
        if (person !== undefined) expect(person.address).toMatch(safe);
  });

  test("are listed with the people who really wrote them", async () => {
    for (const { from, mail } of await parsedSamples()) {
      const [writer = mail.from] = mail.replyTo;
      expect(writer?.address).toBe(from.address);
    }
  });

  test("are written lately: in order, in office hours, on the last working days", async () => {
    for (const now of [
      friday,
      new Date("2026-11-22T03:00:00Z"),
      new Date("2027-06-07T07:00:00Z"),
    ]) {
      const times = (await loadSamples(now)).map(({ receivedAt }) => receivedAt);
      expect(times).toEqual([...times].sort((a, b) => a.getTime() - b.getTime()));
      for (const at of times) {
        expect(at.getUTCDay() % 6).not.toBe(0);
        expect(at.toISOString().slice(11, 16) >= "07:30").toBe(true);
        expect(at.toISOString().slice(11, 16) <= "18:00").toBe(true);
        expect(now.getTime() - at.getTime()).toBeGreaterThan(0);
        expect(now.getTime() - at.getTime()).toBeLessThan(7 * 24 * 60 * 60_000);
      }
    }
    for (const { receivedAt, mail } of await parsedSamples())
      expect(mail.sentAt?.getTime()).toBe(receivedAt.getTime() - 60_000);
  });

  test("can be opened: pictures, letters and documents are what they say they are", async () => {
    const files = (await parsedSamples()).flatMap(({ mail }) => mail.attachments);
    const beginnings: Record<string, string> = {
      "image/png": "\x89PNG",
      "application/pdf": "%PDF-1.4",
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "PK",
    };
    for (const [type, beginning] of Object.entries(beginnings)) {
      const ofType = files.filter(({ contentType }) => contentType === type);
      expect(ofType.length).toBeGreaterThan(0);
      for (const { bytes } of ofType) expect(bytes.toString("latin1")).toMatch(beginning);
    }
  });

  test("keep every letter of what was written, whatever program and language it came from", async () => {
    const samples = await parsedSamples();
    expect(named(samples, "polish").mail.subject).toBe(
      "Skarga – podatek council tax, konto 3300518844",
    );
    expect(named(samples, "polish").mail.body.text).toContain("zabrakło mi na czynsz");
    expect(named(samples, "thank-you").mail.body.text).toContain("Siân Pritchard");
    expect(named(samples, "garden-waste").mail.body.text).toContain("Paid £52");
    for (const { mail } of samples)
      expect(mail.body.text).not.toMatch(/\ufffd|Ã|â€|=[0-9A-F]{2}\b/);
  });

  test("include everything an intake has to tell apart", async () => {
    const samples = await parsedSamples();
    expect(header(named(samples, "out-of-office"), "auto-submitted")).toBe("auto-generated");
    expect(header(named(samples, "bounce"), "content-type")).toMatch(/^multipart\/report/);
    expect(header(named(samples, "newsletter"), "list-unsubscribe")).toContain("mailto:");
    expect(named(samples, "follow-up-larkspur").mail.inReplyTo).toBe(
      named(samples, "missed-bins-larkspur").mail.internetMessageId,
    );
    expect(named(samples, "subject-only").mail.body.text).toBe("");
    expect(named(samples, "councillor").mail.from).toEqual({
      name: "Cllr Amina Shah",
      address: "cllr.amina.shah@wexcombe.gov.uk",
    });
    const campaign = samples.filter(({ kind }) => kind === "campaign");
    expect(new Set(campaign.map(({ mail }) => mail.subject)).size).toBe(1);
    expect(new Set(campaign.map(({ from }) => from.address)).size).toBe(2);
  });

  test("arrive in the mailbox as they are", async () => {
    const { mailbox } = await openEstateMail();
    for (const { raw, receivedAt } of await loadSamples(friday))
      await mailbox.deliver(raw, { receivedAt });
    const inbox = await mailbox.list(complaints, "inbox");
    expect(inbox).toHaveLength((await loadSamples(friday)).length);
    const first = inbox.find(({ subject }) => subject?.startsWith("Larkspur Close"));
    const followUp = inbox.find(({ subject }) => subject?.startsWith("Re: Larkspur Close"));
    expect(followUp?.conversationId).toBe(first?.conversationId);
    const rates = inbox.find(({ subject }) => subject?.startsWith("Small business rate relief"));
    expect(rates?.hasAttachments).toBe(false);
    expect(mailbox.mailFor("margaret.ellis@example.org")).toMatchObject([
      { direction: "sent", attachments: [{ name: "IMG_0812.png", type: "image/png" }] },
      { direction: "sent" },
    ]);
  });
});

describe("the citizens", () => {
  test("begin with one who has not written, and leave out machines", () => {
    expect(citizens[0]).toEqual({ name: "Joan Whitfield", address: "joan.whitfield@example.com" });
    const addresses = citizens.map(({ address }) => address);
    expect(addresses).toContain("margaret.ellis@example.org");
    expect(addresses).toContain("gareth.pugh@example.com");
    expect(
      addresses.filter((address) => /mailer-daemon|newsletter|no-reply/.test(address)),
    ).toEqual([]);
    expect(new Set(addresses).size).toBe(addresses.length);
  });
});
