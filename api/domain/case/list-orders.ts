import type { CalendarDate } from "../calendar/london-date.ts";
import type { Case } from "./case.ts";

/** After every date there will be: where what has none is listed. */
export const farDay = "9999-12-31";

/** The orders a list can be read in besides its own. */
export const listOrders = ["due", "oldest", "newest", "waiting", "service"] as const;
export type ListOrder = (typeof listOrders)[number];

/** A stretch of a list, in row key order: `from` is included, `before` is not. */
export type Stretch = { readonly from: string; readonly before: string };

// A lower-case letter stands after everything a list's own order begins with: digits and references.
const marks: Readonly<Record<ListOrder, string>> = {
  due: "d",
  oldest: "o",
  newest: "n",
  waiting: "w",
  service: "s",
};

/** A whole list in its own order. */
export const ownOrder: Stretch = { from: " ", before: "a" };

/** A whole list in another order. */
export function inOrder(order: ListOrder): Stretch {
  return startingWith(marks[order]);
}

/** What a list holds of one service, in the list's own order. */
export function ofService(service: string): Stretch {
  return startingWith(`${marks.service}${service}_`);
}

/** What is due from one day to the day before another, whether that order is the list's own or not. */
export function dueBetween(from: string, before: string, isOwn: boolean): Stretch {
  const mark = isOwn ? "" : marks.due;
  return { from: `${mark}${from}`, before: `${mark}${before}` };
}

function startingWith(prefix: string): Stretch {
  return { from: prefix, before: `${prefix}\uf8ff` };
}

/**
 * The row of a case in a list, and one more for each other order that the list can be read in: a page
 * of any order is then one stretch of one partition, however long the list is.
 */
export function rowsInEveryOrder(
  row: string,
  theCase: Case,
  due: CalendarDate | undefined,
): string[] {
  const others = listOrders.flatMap((order) => {
    const place = placeIn(order, { theCase, due, row });
    return place === undefined || place === row ? [] : [`${marks[order]}${place}`];
  });
  return [row, ...others];
}

type Placed = {
  readonly theCase: Case;
  readonly due: CalendarDate | undefined;
  readonly row: string;
};

// What nobody has to do anything about any more is due on no day and waits for nobody.
function placeIn(order: ListOrder, { theCase, due, row }: Placed): string | undefined {
  const { id, receivedAt, status, statusSince, service } = theCase;
  const isOpen = status !== "closed";
  switch (order) {
    case "due":
      return isOpen ? `${due ?? farDay}_${id}` : undefined;
    case "oldest":
      return `${receivedAt}_${id}`;
    case "newest":
      return `${untilFarDay(receivedAt)}_${id}`;
    case "waiting":
      return isOpen ? `${statusSince}_${id}` : undefined;
    case "service":
      return `${service ?? "~"}_${row}`;
  }
}

/** Tables sort by row key, ascending only: the time until a far day puts the newest first. */
export function untilFarDay(instant: string): string {
  return String(9_999_999_999_999 - Date.parse(instant)).padStart(13, "0");
}
