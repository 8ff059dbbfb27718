import { stat } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { ok, refused, type Result } from "#api/domain/result.ts";
import { estate } from "./estate.ts";
import { DryRun } from "./intake/dry-run.ts";
import { filesIn, mailsIn } from "./intake/mail-files.ts";

const usage =
  "Use: npm run --silent intake -- FOLDER [--mailbox ADDRESS], with .eml or mbox files in the folder.";

type Asked = { readonly folder: string; readonly mailbox: string };

/**
 * Dry-runs the mails of a folder through the rules that live mail goes through: one line of JSON for
 * each, nothing stored. The error says what to do instead when there is nothing to read.
 */
export async function runIntake(
  args: readonly string[],
  write: (line: string) => void,
): Promise<Result<undefined, string>> {
  const asked = readArguments(args);
  if (!asked.ok) return asked;
  const { folder, mailbox } = asked.value;
  const found = await stat(folder).catch(() => undefined);
  if (found?.isDirectory() !== true) return refused(`There is no folder “${folder}”. ${usage}`);
  const files = await filesIn(folder);
  if (files.length === 0) return refused(`There is no file in “${folder}”. ${usage}`);
  const run = new DryRun({ mailbox, services: estate.services, directory: directoryOf() });
  for (const file of files) {
    for await (const mail of mailsIn(folder, file)) {
      write(`${JSON.stringify(await run.takeIn(mail))}\n`);
    }
  }
  return ok(undefined);
}

function readArguments(args: readonly string[]): Result<Asked, string> {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { mailbox: { type: "string", default: estate.mailbox } },
      allowPositionals: true,
    });
    const [folder] = positionals;
    if (folder === undefined || positionals.length > 1) return refused(usage);
    return ok({ folder, mailbox: values.mailbox });
  } catch (error) {
    const [message = ""] = String(error instanceof Error ? error.message : error).split(/[.\n]/, 1);
    return refused(`${message}. ${usage}`);
  }
}

function directoryOf() {
  const councillors = estate.people.filter(({ roles }) => roles.includes("councillor"));
  return { councillor: councillors.map(({ mail }) => mail.toLowerCase()) };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  // Whoever only wants the first lines closes the pipe.
  process.stdout.on("error", () => process.exit(0));
  const done = await runIntake(process.argv.slice(2), (line) => void process.stdout.write(line));
  if (!done.ok) {
    process.stderr.write(`${done.error}\n`);
    process.exitCode = 2;
  }
}
