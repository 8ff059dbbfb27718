import type { IdForm } from "./message-ids.ts";

/** What the `Prefer` headers of a request ask for, as far as this mailbox honours it. */
export type Preferences = {
  readonly idForm: IdForm;
  readonly bodyForm?: "text" | "html";
  readonly maxPageSize?: number;
  /** The honoured ones, word for word, for `Preference-Applied`. */
  readonly applied: readonly string[];
};

/** Reads `Prefer` (Node joins repeated headers with a comma); what is not known is not applied. */
export function parsePreferences(header: string | undefined): Preferences {
  const asked = (header ?? "").split(",").map((preference) => preference.trim());
  const find = (form: RegExp): RegExpExecArray | undefined =>
    asked.map((preference) => form.exec(preference)).find((found) => found !== null) ?? undefined;
  const immutable = find(/^IdType="?ImmutableId"?$/i);
  const body = find(/^outlook\.body-content-type="?(text|html)"?$/i);
  const pageSize = find(/^odata\.maxpagesize="?(\d+)"?$/i);
  return {
    idForm: immutable ? "immutable" : "ordinary",
    ...(body && { bodyForm: body[1]?.toLowerCase() === "text" ? "text" : "html" }),
    ...(pageSize && Number(pageSize[1]) > 0 && { maxPageSize: Number(pageSize[1]) }),
    applied: [immutable, body, pageSize].flatMap((found) => (found ? [found[0]] : [])),
  };
}
