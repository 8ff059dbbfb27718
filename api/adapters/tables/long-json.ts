/** A string property holds at most 32,768 characters (64 KiB of UTF-16), so long JSON is cut up. */
const charactersPerProperty = 32_000;

/** JSON as properties `json0`, `json1`… of a row. */
export function longJson(value: unknown): Record<string, string> {
  const json = JSON.stringify(value);
  const properties: Record<string, string> = {};
  for (let part = 0; part * charactersPerProperty < json.length; part += 1) {
    const from = part * charactersPerProperty;
    properties[`json${part}`] = json.slice(from, from + charactersPerProperty);
  }
  return properties;
}

/** The JSON that `longJson` cut up, parsed; still to be checked against its schema. */
export function readLongJson(row: Readonly<Record<string, unknown>>): unknown {
  let json = "";
  for (let part = 0; typeof row[`json${part}`] === "string"; part += 1) {
    json += String(row[`json${part}`]);
  }
  return JSON.parse(json);
}
