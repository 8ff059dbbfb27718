import { appendFileSync, mkdirSync, readFileSync, truncateSync } from "node:fs";
import { dirname } from "node:path";

type Follower<Fact> = (fact: Fact, position: number) => void;

/** An append-only list of facts, numbered from 1; what happened is never rewritten. */
export type Journal<Fact> = {
  /** Writes the facts down in one go and then tells every follower. */
  record(...facts: readonly Fact[]): void;
  /** Tells the follower every fact of earlier runs, oldest first, and from now on each new one. */
  follow(follower: Follower<Fact>): void;
  /** The number of the latest fact. */
  readonly position: number;
};

/**
 * Opens the JSON Lines file, or a journal that keeps nothing when there is no file. A process killed in the middle
 * of an append leaves a torn last line, which is cut off; a line damaged anywhere else throws.
 */
export function openJournal<Fact>(
  file: string | undefined,
  parse: (json: unknown) => Fact,
): Journal<Fact> {
  const kept = file === undefined ? [] : readFacts(file, parse);
  const followers: Follower<Fact>[] = [];
  let position = kept.length;
  return {
    record(...facts) {
      if (file !== undefined)
        appendFileSync(file, facts.map((fact) => `${JSON.stringify(fact)}\n`).join(""));
      for (const fact of facts) {
        position += 1;
        for (const follower of followers) follower(fact, position);
      }
    },
    follow(follower) {
      kept.forEach((fact, index) => follower(fact, index + 1));
      followers.push(follower);
    },
    get position() {
      return position;
    },
  };
}

function readFacts<Fact>(file: string, parse: (json: unknown) => Fact): Fact[] {
  mkdirSync(dirname(file), { recursive: true });
  const written = readIfThere(file);
  const whole = written.subarray(0, written.lastIndexOf("\n") + 1);
  if (whole.length < written.length) truncateSync(file, whole.length);
  const lines = whole.toString("utf8").split("\n").slice(0, -1);
  return lines.map((line, index) => {
    try {
      return parse(JSON.parse(line));
    } catch (error) {
      throw new Error(`${file} is damaged in line ${index + 1}.`, { cause: error });
    }
  });
}

function readIfThere(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT")
      return Buffer.alloc(0);
    throw error;
  }
}
