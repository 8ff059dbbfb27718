import { once } from "node:events";
import { createServer } from "node:net";
import { describe, expect, it } from "vitest";
import { anyPorts, portBlock, refuseTakenPorts } from "#local/estate-ports.ts";

describe("the ports of the estate", () => {
  it("move as one block with the page's", () => {
    const [standard, moved] = [portBlock(), portBlock(5280)];
    expect(standard.shell).toBe(4280);
    for (const name of Object.keys(standard) as (keyof typeof standard)[]) {
      expect(moved[name]).toBe(standard[name] + 1000);
    }
  });

  it("can be any free ones, all different", async () => {
    const ports = await anyPorts();
    expect(new Set(Object.values(ports)).size).toBe(Object.keys(ports).length);
    await refuseTakenPorts(ports);
  });

  it("are refused when one is in use, with its number, its use and what to do", async () => {
    const ports = await anyPorts();
    const other = createServer().listen(ports.smtp, "127.0.0.1");
    await once(other, "listening");
    const refusal: unknown = await refuseTakenPorts(ports).catch((error: unknown) => error);
    other.close();
    expect(String(refusal)).toContain(
      `Port ${String(ports.smtp)} (mail to the council) is already in use`,
    );
    expect(String(refusal)).toContain("--port");
  });
});
