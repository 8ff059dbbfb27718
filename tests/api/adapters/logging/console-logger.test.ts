import { RestError } from "@azure/data-tables";
import { describe, expect, it } from "vitest";
import { createConsoleLogger } from "#api/adapters/logging/console-logger.ts";
import { MailboxBusy } from "#api/services/ports/mailbox.ts";

describe("a log line", () => {
  it("is one line of JSON with its level, event and fields", () => {
    const lines: string[] = [];
    const logger = createConsoleLogger((line) => void lines.push(line));
    logger.info("mailbox.synced", { queued: 3 });
    logger.warn("effect.postponed", { caseId: "CMP-0000-00" });
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
      { level: "info", event: "mailbox.synced", queued: 3 },
      { level: "warn", event: "effect.postponed", caseId: "CMP-0000-00" },
    ]);
  });

  it("says of a fault what kind it was, all the way down, and nothing of what it quotes", () => {
    const lines: string[] = [];
    const logger = createConsoleLogger((line) => void lines.push(line));
    const rest = new RestError("Joan wrote: my bin\nagain", { statusCode: 503 });
    const fault = new MailboxBusy(5, { cause: new Error("to joan@example.com", { cause: rest }) });
    logger.error("mail.failed", {}, fault);
    logger.error("thrown", {}, "joan@example.com");
    expect(lines).toHaveLength(2);
    expect(lines.join()).not.toMatch(/joan|bin/i);
    expect(JSON.parse(lines[0] ?? "")).toMatchObject({
      cause: "MailboxBusy < Error < RestError 503",
    });
  });
});
