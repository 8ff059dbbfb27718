import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { z } from "zod";

type ClockListener = (offsetMs: number) => void | Promise<void>;

/** The time every part of the estate lives at: the machine's clock, moved forward by hand. */
export type EstateClock = {
  /** Now, as the estate sees it. */
  now(): Date;
  /** How far the estate is ahead of the machine. */
  readonly offsetMs: number;
  /** Moves the estate forward and resolves when everyone who listens has caught up; rejects with `ClockRunsForward`. */
  moveTo(to: Date): Promise<void>;
  /** Called and awaited before the time changes, so that work in progress can finish at the time it began. */
  onMoving(listener: () => void | Promise<void>): void;
  /** Called and awaited after the time has changed, in the order of registration. */
  onMoved(listener: ClockListener): void;
};

/** Why a move was refused: dates already written down would lie in the future. */
export class ClockRunsForward extends Error {
  constructor(to: Date, now: Date) {
    super(
      `The estate's clock only runs forward: it is ${now.toISOString()}, so it cannot go to ${to.toISOString()}.`,
    );
    this.name = "ClockRunsForward";
  }
}

const clockFile = z.object({ offsetMs: z.number().nonnegative() });

/** Starts at the offset kept in `file` (when one is given), so that a restarted estate does not fall back in time. */
export function createEstateClock(file?: string): EstateClock {
  let offsetMs = file === undefined ? 0 : readOffset(file);
  const before: (() => void | Promise<void>)[] = [];
  const after: ClockListener[] = [];
  let lastMove: Promise<void> = Promise.resolve();

  const now = (): Date => new Date(Date.now() + offsetMs);

  const move = async (to: Date): Promise<void> => {
    refuseBackwards(to, now());
    for (const listener of before) await listener();
    const ahead = to.getTime() - Date.now();
    // While work in progress finished, the clock may have run past `to`.
    if (ahead > offsetMs) offsetMs = ahead;
    if (file !== undefined) writeOffset(file, offsetMs);
    for (const listener of after) await listener(offsetMs);
  };

  return {
    now,
    get offsetMs() {
      return offsetMs;
    },
    moveTo(to) {
      const moved = lastMove.then(() => move(to));
      lastMove = moved.catch(() => undefined);
      return moved;
    },
    onMoving: (listener) => void before.push(listener),
    onMoved: (listener) => void after.push(listener),
  };
}

function refuseBackwards(to: Date, now: Date): void {
  if (Number.isNaN(to.getTime())) throw new RangeError("The estate's clock needs a valid date.");
  if (to < now) throw new ClockRunsForward(to, now);
}

function readOffset(file: string): number {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return 0;
    throw error;
  }
  return clockFile.parse(JSON.parse(text)).offsetMs;
}

/** Renamed into place: a process killed while writing leaves the old offset, never half a file. */
function writeOffset(file: string, offsetMs: number): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, JSON.stringify({ offsetMs }));
  renameSync(`${file}.new`, file);
}
