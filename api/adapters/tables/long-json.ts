/** A string property holds at most 32,768 characters (64 KiB of UTF-16), so long JSON is cut up. */
const charactersPerProperty = 32_000;

/** JSON as properties `json0`, `json1`… of a row. */
export function longJson(value: unknown): Record<string, string> {
  const json = JSON.stringify(value);
  const properties: Record<string, string> = {};
  for (let from = 0, part = 0; from < json.length; part += 1) {
    const to = endOfPart(json, from);
    properties[`json${part}`] = json.slice(from, to);
    from = to;
  }
  return properties;
}

// Half of a character outside the basic plane, such as an emoji, is not text that storage could keep.
function endOfPart(json: string, from: number): number {
  const to = from + charactersPerProperty;
  const splits = /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(json.slice(to - 1, to + 1));
  return splits ? to - 1 : to;
}

/** The JSON that `longJson` cut up, parsed; still to be checked against its schema. */
export function readLongJson(row: Readonly<Record<string, unknown>>): unknown {
  let json = "";
  for (let part = 0; typeof row[`json${part}`] === "string"; part += 1) {
    json += String(row[`json${part}`]);
  }
  return JSON.parse(json);
}
