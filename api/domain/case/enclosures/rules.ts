import { ok } from "../../result.ts";
import type { Case } from "../case.ts";
import type { Deciders, Decision, Evolvers, Hindrances } from "../chapter.ts";
import type { CommandOf } from "../commands.ts";
import { notPossible } from "../rejection.ts";
import type { AttachmentRecord, TextHash } from "../vocabulary.ts";
import { enclosureLimits, type enclosureCommands, type enclosureEvents } from "./facts.ts";

export const enclosureDeciders: Deciders<typeof enclosureCommands> = {
  "enclose-files": enclose,
  "leave-out-file": (before, { file }) => {
    const found = before.enclosures.find(({ id }) => id === file);
    return found === undefined
      ? notPossible("That file does not go with the letter any more.")
      : ok([{ type: "file-left-out", stage: before.stage, file, name: found.name }]);
  },
};

export const enclosureHindrances: Hindrances<typeof enclosureCommands> = {
  "leave-out-file": ({ enclosures }) =>
    enclosures.length === 0 ? "No file goes with the letter." : undefined,
};

export const enclosureEvolvers: Evolvers<typeof enclosureEvents> = {
  "files-enclosed": (before, { files }) => ({
    ...before,
    enclosures: [...before.enclosures, ...files],
  }),
  "file-left-out": (before, { file }) => ({
    ...before,
    enclosures: before.enclosures.filter(({ id }) => id !== file),
  }),
};

/** The files that go with a letter, as it was submitted. */
export function enclosedWith(
  { sealed }: Pick<Case, "sealed">,
  text: TextHash,
): readonly AttachmentRecord[] {
  return sealed.find((letter) => letter.text === text)?.files ?? [];
}

/**
 * Why a letter cannot be submitted with its files. An approval names a letter by the hash of its words, so the
 * same words always go with the same files: a card that still shows the letter of yesterday approves nothing else.
 */
export function notTheSameFiles({ sealed, enclosures }: Case, text: TextHash): string | undefined {
  const earlier = sealed.find((letter) => letter.text === text);
  if (earlier === undefined || namesOf(earlier.files) === namesOf(enclosures)) return undefined;
  return "These very words were submitted with other files before. Say in the letter what is enclosed now, so that nobody approves the wrong one.";
}

/** The case with its letter and its files sealed together. */
export function withSeal(theCase: Case, text: TextHash): Case {
  const { sealed, enclosures } = theCase;
  return sealed.some((letter) => letter.text === text)
    ? theCase
    : { ...theCase, sealed: [...sealed, { text, files: enclosures }] };
}

function namesOf(files: readonly AttachmentRecord[]): string {
  return files
    .map(({ id, name }) => `${id} ${name}`)
    .toSorted()
    .join("\n");
}

function enclose(before: Case, { files }: CommandOf<"enclose-files">): Decision {
  const together = [...before.enclosures, ...files];
  const unfit = cannotGo(together);
  return unfit === undefined
    ? ok([{ type: "files-enclosed", stage: before.stage, files }])
    : notPossible(unfit);
}

function cannotGo(files: readonly AttachmentRecord[]): string | undefined {
  const { count, bytes } = enclosureLimits;
  if (files.length > count) return `At most ${count} files go with a letter.`;
  const large = files.find((file) => file.bytes > bytes);
  if (large !== undefined) return `${large.name} is larger than 3 MB. Enclose it smaller.`;
  const twice = files.find(
    (file, index) =>
      files.findIndex(({ id, name }) => id === file.id || name === file.name) !== index,
  );
  return twice && `${twice.name} goes with the letter already. Leave that one out first.`;
}
