import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

/** Where one estate keeps everything between runs. */
export type DataFolder = {
  readonly azurite: string;
  readonly mailbox: string;
  readonly keys: string;
  readonly chats: string;
  readonly clockFile: string;
  /** The bank holidays proclaimed by hand. */
  readonly proclaimedFile: string;
  readonly hostLog: string;
  /** Whether the sample data of the first start is in. */
  readonly isSeeded: boolean;
  markSeeded(): void;
  /** Lets another process use the folder. */
  readonly release: () => void;
};

/** Another estate runs on the same data; says which process it is and what to do. */
export class DataFolderInUse extends Error {
  constructor(folder: string, pid: number) {
    super(
      `The estate in ${folder} already runs (process ${pid}): use that one, or stop it with Ctrl-C where it was started.`,
    );
    this.name = "DataFolderInUse";
  }
}

/** Takes a data folder for this process, without what an estate left there when `fresh`; throws `DataFolderInUse`. */
export function openDataFolder(folder: string, { fresh }: { fresh: boolean }): DataFolder {
  const places = {
    azurite: join(folder, "azurite"),
    mailbox: join(folder, "mailbox"),
    keys: join(folder, "keys"),
    chats: join(folder, "chats"),
    clockFile: join(folder, "clock.json"),
    proclaimedFile: join(folder, "bank-holidays.json"),
    hostLog: join(folder, "host.log"),
  };
  const runningFile = join(folder, "running.json");
  const seededFile = join(folder, "seeded.json");
  mkdirSync(folder, { recursive: true });
  const pid = runningProcess(runningFile);
  if (pid !== undefined) throw new DataFolderInUse(folder, pid);
  if (fresh) {
    // Only what is known to be an estate's: somebody may have named a folder that holds more.
    for (const place of [...Object.values(places), seededFile]) {
      rmSync(place, { recursive: true, force: true });
    }
  }
  writeFileSync(runningFile, JSON.stringify({ pid: process.pid }));
  return {
    ...places,
    get isSeeded() {
      return existsSync(seededFile);
    },
    markSeeded: () => writeFileSync(seededFile, "{}"),
    release: () => rmSync(runningFile, { force: true }),
  };
}

const running = z.object({ pid: z.number() });

/** The process that uses the folder, unless it is gone: one that was killed left its file behind. */
function runningProcess(file: string): number | undefined {
  if (!existsSync(file)) return undefined;
  const { pid } = running.parse(JSON.parse(readFileSync(file, "utf8")));
  try {
    process.kill(pid, 0);
    return pid;
  } catch {
    return undefined;
  }
}
