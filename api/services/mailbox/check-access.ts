import { saveAccessCheck, type AccessCheck } from "./mailbox-state.ts";
import type { Ports } from "../ports/ports.ts";

type Access = AccessCheck["mailboxes"][string];

/**
 * Asks for each mailbox of ours and for the control mailbox, and says in one line of the log whether the
 * app can read all it should and nothing it should not: a tenant-wide grant would be seen here.
 */
export async function checkAccess(ports: Ports): Promise<void> {
  const { mailboxes, controlMailbox } = ports.settings;
  const found: Record<string, Access> = {};
  for (const { address } of mailboxes) found[address] = await ask(ports, address);
  const control = controlMailbox === undefined ? undefined : await ask(ports, controlMailbox);
  await saveAccessCheck(ports, {
    checkedAt: ports.clock.now().toISOString(),
    mailboxes: found,
    ...(control === undefined ? {} : { control }),
  });
  say(ports, found, control);
}

async function ask({ mailbox, logger }: Ports, address: string): Promise<Access> {
  try {
    return await mailbox.access(address);
  } catch (cause) {
    logger.warn("mailbox.access-unknown", { mailbox: address }, cause);
    return "unknown";
  }
}

function say({ logger }: Ports, found: Record<string, Access>, control: Access | undefined): void {
  const closed = Object.entries(found).filter(([, access]) => access !== "granted");
  const fields = {
    readable: Object.keys(found).length - closed.length,
    unreadable: closed.map(([address, access]) => `${address} (${access})`).join(", ") || "none",
    control: control ?? "not named",
  };
  const isRight = closed.length === 0 && (control === undefined || control === "refused");
  if (isRight) logger.info("mailbox.access", fields);
  else logger.error("mailbox.access", fields);
}
