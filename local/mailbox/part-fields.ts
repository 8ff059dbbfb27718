import type { HeaderFields } from "./mend-header.ts";

/** Where in a mail a part stands. */
export type Place = {
  readonly depth: number;
  /** Whether something to read came before it. */
  readonly hasText: boolean;
  /** Whether it is one of several forms of the same text. */
  readonly isAlternative?: boolean;
};

/** Whether a text is an attached file, whose bytes are evidence, and not something to read on in the mail. */
export function isFile(fields: HeaderFields, { hasText, isAlternative = false }: Place): boolean {
  const disposition = valueOf(fields, "content-disposition");
  if (/^\s*attachment/i.test(disposition)) return true;
  // A text with a name that comes after another is a file, even if its sender wants it shown in line.
  return hasText && !isAlternative && disposition !== "" && hasName(fields);
}

function hasName(fields: HeaderFields): boolean {
  const stated = `;${valueOf(fields, "content-disposition")};${valueOf(fields, "content-type")}`;
  return /name(?:\*\d*\*?)?\s*=\s*"?[^\s";]/i.test(stated);
}

/** The header of a part that nobody can take for a text to read on. */
export function asFile(fields: HeaderFields): HeaderFields {
  const disposition = valueOf(fields, "content-disposition");
  return replaced(fields, "Content-Disposition", disposition.replace(/^[^;]*/, "attachment"));
}

/** The header with the file's name where a parser finds it: some programs escape its quotation marks, others name where it lay. */
export function named(fields: HeaderFields): HeaderFields {
  const mended = fields.map(({ name, value }) => ({
    name,
    value: /^content-/i.test(name) ? value.replace(/=\s*\\"([^"\\]*)\\"/g, '="$1"') : value,
  }));
  const type = valueOf(mended, "content-type");
  if (hasName(mended)) return mended;
  const [, name] =
    /(?:^|\/)([^/?#"\s]{1,100}\.\w{2,5})$/.exec(valueOf(mended, "content-location").trim()) ?? [];
  return name === undefined || /^\s*(?:$|text\/|multipart\/|message\/)/i.test(type)
    ? mended
    : replaced(mended, "Content-Type", `${type.replace(/;?\s*$/, "")}; name="${name}"`);
}

/** A parameter as it is written into a header; nothing when it has no value. */
export function asParameter(name: string, value: string): string {
  return value === "" ? "" : `; ${name}="${value}"`;
}

/** The value of the first field of a name, given in lower case; empty when there is none. */
export function valueOf(fields: HeaderFields, name: string): string {
  return fields.find((field) => field.name.toLowerCase() === name)?.value ?? "";
}

/** The header without the fields of some names, given in lower case. */
export function without(fields: HeaderFields, names: readonly string[]): HeaderFields {
  return fields.filter(({ name }) => !names.includes(name.toLowerCase()));
}

/** The header with one field in place of all of its name. */
export function replaced(fields: HeaderFields, name: string, value: string): HeaderFields {
  return [...without(fields, [name.toLowerCase()]), { name, value }];
}

/** A parameter of a field’s value, with or without quotation marks; empty when it has none. */
export function parameter(value: string, name: string): string {
  const found = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"?|([^\\s;]*))`, "i").exec(value);
  return found?.[1] ?? found?.[2] ?? "";
}
