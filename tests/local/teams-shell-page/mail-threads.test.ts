import { describe, expect, it } from "vitest";
import type { CitizenMessage } from "#local/teams-shell/api.ts";
import { replyTo, threadsOf } from "#local/teams-shell/page/citizen/mail-threads.ts";

const mailbox = "complaints@wexcombe.gov.uk";
let minutes = 0;

const mail = (message: Partial<CitizenMessage>): CitizenMessage => ({
  id: `${++minutes}`,
  direction: "sent",
  from: "maria@example.org",
  fromName: "Maria Santos",
  to: mailbox,
  subject: "Missed bin",
  text: "Nobody came.",
  at: new Date(Date.UTC(2026, 10, 21, 9, minutes)).toISOString(),
  attachments: [],
  internetMessageId: `<${minutes}@example.org>`,
  ...message,
});

const answer = (message: Partial<CitizenMessage>): CitizenMessage =>
  mail({ direction: "received", from: mailbox, to: "maria@example.org", ...message });

const shape = (messages: readonly CitizenMessage[]) =>
  threadsOf(messages).map((thread) => [thread.subject, thread.messages.map(({ id }) => id)]);

describe("a citizen's mail", () => {
  it("follows replies into one thread whatever their subject", () => {
    const first = mail({});
    const acknowledged = answer({
      subject: "We have your complaint",
      inReplyTo: first.internetMessageId,
    });
    const more = mail({ subject: "PS", inReplyTo: acknowledged.internetMessageId });
    expect(shape([first, acknowledged, more])).toEqual([
      ["Missed bin", [first.id, acknowledged.id, more.id]],
    ]);
  });

  it("begins a thread for each new mail, even under the same subject", () => {
    const [first, second] = [mail({}), mail({})];
    expect(shape([first, second])).toEqual([
      ["Missed bin", [second.id]],
      ["Missed bin", [first.id]],
    ]);
  });

  it("puts an answer without a known parent under the newest thread of its subject", () => {
    const [old, recent] = [mail({}), mail({})];
    const stray = answer({ subject: "RE: Re: Missed bin", inReplyTo: "<gone@elsewhere>" });
    expect(shape([old, recent, stray])).toEqual([
      ["Missed bin", [recent.id, stray.id]],
      ["Missed bin", [old.id]],
    ]);
  });

  it("shows the thread with the newest mail first", () => {
    const bins = mail({ subject: "Bins" });
    const damp = mail({ subject: "Damp" });
    const aboutBins = answer({ subject: "Re: Bins", inReplyTo: bins.internetMessageId });
    expect(shape([bins, damp, aboutBins]).map(([subject]) => subject)).toEqual(["Bins", "Damp"]);
  });

  it("names a thread that has no subject", () => {
    expect(shape([mail({ subject: "" })])[0]?.[0]).toBe("(no subject)");
  });
});

describe("a reply", () => {
  const only = (...messages: CitizenMessage[]) => {
    const [thread] = threadsOf(messages);
    if (thread === undefined) throw new Error("No thread came of these messages.");
    return thread;
  };

  it("goes to whoever answered last, under their subject, after their mail", () => {
    const first = mail({});
    const acknowledged = answer({
      subject: "Re: Missed bin [CMP-7K3Q-9D]",
      inReplyTo: first.internetMessageId,
    });
    const more = mail({ inReplyTo: acknowledged.internetMessageId });
    expect(replyTo(only(first, acknowledged, more), ["other@wexcombe.gov.uk"])).toEqual({
      to: mailbox,
      subject: "Re: Missed bin [CMP-7K3Q-9D]",
      inReplyTo: acknowledged.internetMessageId,
    });
  });

  it("goes to the mailbox that was written to while nobody has answered", () => {
    const first = mail({});
    expect(replyTo(only(first), ["other@wexcombe.gov.uk", mailbox])).toEqual({
      to: mailbox,
      subject: "Re: Missed bin",
      inReplyTo: first.internetMessageId,
    });
  });
});
