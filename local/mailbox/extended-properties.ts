import { badRequest, type GraphRefusal } from "./graph-errors.ts";
import type { ExtendedProperty } from "./stored-message.ts";

const guid = String.raw`\{?[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\}?`;
const namedProperty = new RegExp(
  String.raw`^(String|Boolean|Integer|Double|SystemTime) (${guid}) (?:(Name) (\S.*)|(Id) (0x[0-9a-f]+))$`,
  "i",
);
const taggedProperty = /^(String|Boolean|Integer|Double|SystemTime) (0x[0-9a-f]+)$/i;

/** One spelling for each property id: only a property's Name is sensitive to case. Undefined when it is no property id. */
export function canonicalPropertyId(id: string): string | undefined {
  const tagged = taggedProperty.exec(id);
  if (tagged) return id.toLowerCase();
  const named = namedProperty.exec(id);
  if (!named) return undefined;
  const [, type = "", namespace = "", , name, , number = ""] = named;
  const key = name === undefined ? `id ${number.toLowerCase()}` : `name ${name}`;
  return `${type.toLowerCase()} ${namespace.replace(/[{}]/g, "").toLowerCase()} ${key}`;
}

/** Whether the property has this id and, when one is given, this value in whatever case. */
export function matchesProperty(property: ExtendedProperty, id: string, value?: string): boolean {
  return (
    canonicalPropertyId(property.id) === canonicalPropertyId(id) &&
    (value === undefined || property.value.toLowerCase() === value.toLowerCase())
  );
}

/** The properties of a message after a write: those written replace those of the same id. */
export function mergedProperties(
  before: readonly ExtendedProperty[],
  written: readonly ExtendedProperty[],
): ExtendedProperty[] {
  const kept = before.filter(
    ({ id }) => !written.some((property) => matchesProperty(property, id)),
  );
  return [...kept, ...written];
}

export const invalidPropertyId = (): GraphRefusal =>
  badRequest(
    "PropertyId values may only be in one of the following formats: 'MapiPropertyType namespaceGuid Name propertyName', 'MapiPropertyType namespaceGuid Id propertyId' or 'MapiPropertyType propertyTag'.",
  );
