import { textOf } from "./charsets.ts";

/** What Outlook wrapped into a winmail.dat: the files, and the body when it is there as plain text. */
export type TnefContent = {
  readonly text: string;
  readonly files: readonly { readonly name: string; readonly bytes: Buffer }[];
};

const signature = 0x223e9f78;
const attachmentLevel = 2;
const attributes = {
  body: 0x0002_800c,
  attachmentTitle: 0x0001_8010,
  attachmentData: 0x0006_800f,
  attachmentStart: 0x0006_9002,
  attachmentProperties: 0x0006_9005,
} as const;
/** PR_ATTACH_LONG_FILENAME, as 8-bit and as UTF-16 text. */
const longName = { narrow: 0x3707_001e, wide: 0x3707_001f } as const;

/** Unwraps Outlook's TNEF (MS-OXTNEF); nothing when the bytes are something else. */
export function readTnef(bytes: Buffer): TnefContent | undefined {
  if (bytes.length < 6 || bytes.readUInt32LE(0) !== signature) return undefined;
  let text = "";
  const files: { name: string; bytes: Buffer }[] = [];
  for (const { level, id, data } of attributesOf(bytes)) {
    if (level !== attachmentLevel) {
      if (id === attributes.body) text = withoutNul(textOf(data, "windows-1252"));
      continue;
    }
    if (id === attributes.attachmentStart)
      files.push({ name: "attachment", bytes: Buffer.alloc(0) });
    const file = files.at(-1);
    if (file === undefined) continue;
    if (id === attributes.attachmentTitle) file.name = withoutNul(textOf(data, "windows-1252"));
    if (id === attributes.attachmentData) file.bytes = data;
    if (id === attributes.attachmentProperties) file.name = longNameIn(data) ?? file.name;
  }
  return { text, files };
}

type TnefAttribute = { readonly level: number; readonly id: number; readonly data: Buffer };

function* attributesOf(bytes: Buffer): Generator<TnefAttribute> {
  let at = 6;
  while (at + 9 <= bytes.length) {
    const length = bytes.readUInt32LE(at + 5);
    const end = at + 9 + length;
    if (end > bytes.length) return;
    yield {
      level: bytes.readUInt8(at),
      id: bytes.readUInt32LE(at + 1),
      data: bytes.subarray(at + 9, end),
    };
    at = end + 2;
  }
}

// The property is looked for by its tag rather than by reading every property before it.
function longNameIn(properties: Buffer): string | undefined {
  for (const tag of Object.values(longName)) {
    const mark = Buffer.alloc(8);
    mark.writeUInt32LE(tag, 0);
    mark.writeUInt32LE(1, 4);
    const at = properties.indexOf(mark);
    if (at === -1 || at + 12 > properties.length) continue;
    const value = properties.subarray(at + 12, at + 12 + properties.readUInt32LE(at + 8));
    return withoutNul(
      tag === longName.wide ? value.toString("utf16le") : textOf(value, "windows-1252"),
    );
  }
  return undefined;
}

function withoutNul(text: string): string {
  return text.replace(/\0[^]*$/, "");
}
