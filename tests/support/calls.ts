import { MailboxBusy } from "#api/services/ports/mailbox.ts";

/** One call a process makes of the world outside: to a table, a blob, the mailbox, the queue, the chat. */
export type Call = { readonly name: string; readonly writes: boolean };

/** Stands between a process and the world, and decides what becomes of each call. */
export type CallGate = (call: Call, run: () => Promise<unknown>) => Promise<unknown>;

const writing =
  /\.(insert|replace|put|remove|transact|keep\w+|syncMailbox|watchMailbox|takeIn|drainCase|post|draftReply|draftNew|attach|send|subscribe|renew)$/;

/** The same object, whose every method that answers later goes through the gate. */
export function throughGate<T extends object>(target: T, name: string, gate: CallGate): T {
  return new Proxy(target, {
    get(_target, property) {
      const member: unknown = Reflect.get(target, property, target);
      if (typeof member !== "function" || typeof property !== "string") return member;
      const call = { name: `${name}.${property}`, writes: writing.test(`${name}.${property}`) };
      return (...given: unknown[]) => {
        const run = () => Reflect.apply(member, target, given) as Promise<unknown>;
        // A listing that is walked as it comes is not one call; nothing here breaks it.
        return property === "listSince" ? run() : gate(call, run);
      };
    },
  });
}

/** What a dead process's calls end with; no code of ours may outlive it. */
export class ProcessDied extends Error {
  override readonly name = "ProcessDied";
}

export const lives: CallGate = (_call, run) => run();

/** A gate that does harm at one call, and says at which. */
export type HarmfulGate = { readonly gate: CallGate; readonly struck: string | undefined };

/**
 * The process dies just before its `n`-th writing call. Reads change nothing, so for n = 1, 2, 3 … this leaves
 * every world that a process killed at any moment can leave behind.
 */
export function diesBeforeWrite(n: number): HarmfulGate {
  let writes = 0;
  let struck: string | undefined;
  return {
    get struck() {
      return struck;
    },
    gate: async (call, run) => {
      if (call.writes) writes += 1;
      if (writes === n) struck ??= call.name;
      if (struck !== undefined) throw new ProcessDied(`The process died before ${struck}.`);
      return run();
    },
  };
}

/** The process dies just before its `n`-th call of any kind. */
export function diesBeforeCall(n: number): HarmfulGate {
  return diesAt(n, () => undefined);
}

/** The process dies just after its `n`-th call of any kind has taken effect, and before it hears of it. */
export function diesAfterCall(n: number): HarmfulGate {
  return diesAt(n, (run) => run());
}

function diesAt(n: number, last: (run: () => Promise<unknown>) => unknown): HarmfulGate {
  let calls = 0;
  let struck: string | undefined;
  return {
    get struck() {
      return struck;
    },
    gate: async (call, run) => {
      calls += 1;
      if (struck === undefined && calls === n) {
        struck = call.name;
        await last(run);
      }
      if (struck !== undefined) throw new ProcessDied(`The process died at ${struck}.`);
      return run();
    },
  };
}

/** The process dies just before its first call of a name. */
export function diesBefore(name: string): CallGate {
  let dead = false;
  return async (call, run) => {
    dead ||= call.name === name;
    if (dead) throw new ProcessDied(`The process died before ${name}.`);
    return run();
  };
}

/** The `n`-th call is refused, as at a 503, and the process lives on. */
export function refusesCall(n: number): HarmfulGate {
  return failsAt(
    n,
    () => true,
    (call) => failure(call.name),
  );
}

/** The `n`-th writing call takes effect, but its answer is lost, as after a timeout; the process lives on. */
export function losesAnswerOfWrite(n: number): HarmfulGate {
  return failsAt(
    n,
    (call) => call.writes,
    async (call, run) => {
      await run();
      return failure(call.name);
    },
  );
}

function failsAt(n: number, counts: (call: Call) => boolean, fail: CallGate): HarmfulGate {
  let counted = 0;
  let struck: string | undefined;
  return {
    get struck() {
      return struck;
    },
    gate: async (call, run) => {
      if (counts(call)) counted += 1;
      if (counted !== n || struck !== undefined) return run();
      struck = call.name;
      return fail(call, run);
    },
  };
}

// The mailbox's and the chat's adapters answer "unknown" when they cannot know; everything else throws.
function failure(name: string): Promise<unknown> {
  if (name === "mailbox.send") return Promise.resolve("unknown");
  if (name === "chat.post") return Promise.resolve({ kind: "unknown" });
  if (name.startsWith("mailbox.")) return Promise.reject(new MailboxBusy(10));
  return Promise.reject(new Error(`${name} gave no answer.`));
}

/** Holds the first call of a name until it is let go, for the one order of events in which things go wrong. */
export function holding(name: string): {
  readonly gate: CallGate;
  /** Resolves when the call has come and waits. */
  readonly reached: Promise<void>;
  readonly letGo: () => void;
} {
  const arrived = signal();
  const released = signal();
  let held = false;
  return {
    reached: arrived.given,
    letGo: released.give,
    gate: async (call, run) => {
      if (call.name === name && !held) {
        held = true;
        arrived.give();
        await released.given;
      }
      return run();
    },
  };
}

/** Lets nobody make a call of a name until so many have come to it, so that they all make it at once. */
export function meetingAt(name: string, parties: number): CallGate {
  const together = signal();
  let arrived = 0;
  return async (call, run) => {
    if (call.name === name && arrived < parties) {
      arrived += 1;
      if (arrived === parties) together.give();
      await together.given;
    }
    return run();
  };
}

function signal(): { readonly given: Promise<void>; readonly give: () => void } {
  let give: () => void = () => undefined;
  const given = new Promise<void>((resolve) => {
    give = resolve;
  });
  return { given, give };
}
