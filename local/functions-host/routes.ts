/** One segment of a route template: `cases`, `{id}`, `{id:int?}` or `{*path}`. */
type Segment =
  | { readonly kind: "literal"; readonly text: string }
  | {
      readonly kind: "parameter";
      readonly name: string;
      readonly constraints: readonly Constraint[];
      readonly optional: boolean;
    }
  | { readonly kind: "rest"; readonly name: string };

type Constraint = keyof typeof constraints;

/** A route as Azure's host understands it: a template and the methods it answers. */
export type Route = {
  readonly template: string;
  readonly methods: readonly string[];
  readonly segments: readonly Segment[];
};

const constraints = {
  int: /^[+-]?\d{1,10}$/,
  long: /^[+-]?\d{1,19}$/,
  alpha: /^[a-z]*$/i,
  bool: /^(true|false)$/i,
  guid: /^[\da-f]{8}-?([\da-f]{4}-?){3}[\da-f]{12}$/i,
} as const;

/** Reads a route template; throws with what this host does not understand rather than match it differently. */
export function parseRoute(template: string, methods: readonly string[]): Route {
  const segments = template.split("/").filter(Boolean).map(parseSegment);
  segments.slice(0, -1).forEach((segment) => {
    if (segment.kind === "rest" || (segment.kind === "parameter" && segment.optional)) {
      throw new Error(`in "${template}" only the last segment may be optional or take the rest.`);
    }
  });
  return { template, methods: methods.map((method) => method.toUpperCase()), segments };
}

function parseSegment(text: string): Segment {
  if (!/[{}]/.test(text)) return { kind: "literal", text };
  const rest = /^\{\*{1,2}(\w+)\}$/.exec(text)?.[1];
  if (rest !== undefined) return { kind: "rest", name: rest };
  const [, name, named = "", optional] = /^\{(\w+)((?::\w+)*)(\?)?\}$/.exec(text) ?? [];
  if (name === undefined) throw new Error(`the segment "${text}" is not understood.`);
  return {
    kind: "parameter",
    name,
    constraints: named.split(":").filter(Boolean).map(constraint),
    optional: optional !== undefined,
  };
}

function constraint(name: string): Constraint {
  if (!Object.hasOwn(constraints, name)) throw new Error(`the constraint "${name}" is not known.`);
  return name as Constraint;
}

/**
 * The parameters of a request the route answers, or undefined. The method is part of the route, so a wrong one is as
 * unknown as a wrong path. `path` is still percent-encoded; letter case does not matter in the fixed parts.
 */
export function matchRoute(
  route: Route,
  method: string,
  path: string,
): Readonly<Record<string, string>> | undefined {
  if (!route.methods.includes(method)) return undefined;
  const given = path.replace(/^\/|\/$/g, "").split("/");
  if (given[0] === "") given.shift();
  const parameters: Record<string, string> = {};
  for (const [index, segment] of route.segments.entries()) {
    if (segment.kind === "rest") {
      const rest = given.slice(index).map(decode).join("/");
      if (rest !== "") parameters[segment.name] = rest;
      return parameters;
    }
    const text = given[index];
    if (text === undefined) {
      if (segment.kind === "parameter" && segment.optional) return parameters;
      return undefined;
    }
    const value = decode(text);
    if (!accepts(segment, value)) return undefined;
    if (segment.kind === "parameter") parameters[segment.name] = value;
  }
  return given.length > route.segments.length ? undefined : parameters;
}

const accepts = (segment: Exclude<Segment, { kind: "rest" }>, value: string): boolean =>
  segment.kind === "literal"
    ? segment.text.toLowerCase() === value.toLowerCase()
    : value !== "" && segment.constraints.every((name) => constraints[name].test(value));

/** An encoded slash stays encoded: it is part of a value, not of the path. Broken encoding stays as it came. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text.replace(/%2f/gi, "%252F"));
  } catch {
    return text;
  }
}

/** Whether some request would be answered by both routes: in Azure the order of registration would then decide. */
export const overlap = (one: Route, other: Route): boolean =>
  one.methods.some((method) => other.methods.includes(method)) &&
  segmentsOverlap(one.segments, other.segments);

function segmentsOverlap(ones: readonly Segment[], others: readonly Segment[]): boolean {
  const [one, ...onesRest] = ones;
  const [other, ...othersRest] = others;
  if (one === undefined) return mayBeAbsent(other);
  if (other === undefined) return mayBeAbsent(one);
  if (one.kind === "rest" || other.kind === "rest") return true;
  if (mayBeAbsent(one) && mayBeAbsent(other)) return true;
  return segmentOverlaps(one, other) && segmentsOverlap(onesRest, othersRest);
}

const mayBeAbsent = (segment: Segment | undefined): boolean =>
  segment === undefined ||
  segment.kind === "rest" ||
  (segment.kind === "parameter" && segment.optional);

type OneSegment = Exclude<Segment, { kind: "rest" }>;

function segmentOverlaps(one: OneSegment, other: OneSegment): boolean {
  if (one.kind === "literal") return accepts(other, one.text);
  if (other.kind === "literal") return accepts(one, other.text);
  return !one.constraints.some((mine) =>
    other.constraints.some((theirs) => exclude(mine, theirs) || exclude(theirs, mine)),
  );
}

/** Pairs of constraints that no value meets together; letters alone can be a guid, so those two may. */
const exclude = (one: Constraint, other: Constraint): boolean =>
  ((one === "int" || one === "long") && ["alpha", "bool", "guid"].includes(other)) ||
  (one === "bool" && other === "guid");
