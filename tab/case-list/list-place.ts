import { type RefObject, useEffect, useLayoutEffect, useRef } from "react";
import type { ListPlace } from "../queries/desk-context.ts";
import { rowsIn } from "./list-keys.ts";

type Place = { readonly openCase: string | undefined; readonly place: ListPlace | undefined };

/**
 * Puts the list where it was: at the first showing, and with the focus on the row whose case was
 * open when that case is left again.
 */
export function useListPlace(scroller: RefObject<HTMLElement | null>, now: Place): void {
  const { openCase, place } = now;
  const scrollBefore = useRef(place?.scrollTop ?? 0);
  const openBefore = useRef<string>(undefined);

  useLayoutEffect(() => {
    if (openCase === undefined && place !== undefined) scrollBefore.current = place.scrollTop;
  });
  useLayoutEffect(() => {
    const list = scroller.current;
    if (list === null) return;
    const left = openBefore.current;
    openBefore.current = openCase;
    if (openCase === undefined) {
      list.scrollTop = scrollBefore.current;
      rowOf(list, left)?.focus({ preventScroll: true });
    } else {
      rowOf(list, openCase)?.scrollIntoView({ block: "nearest" });
    }
  }, [scroller, openCase]);
}

function rowOf(list: HTMLElement, caseId: string | undefined): HTMLElement | undefined {
  return rowsIn(list).find((row) => row.dataset.caseRow === caseId);
}

/** Lets J and K begin in the list when nothing has the focus, as just after opening the page. */
export function useKeysFromNowhere(scroller: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const start = (event: globalThis.KeyboardEvent) => {
      if (document.activeElement !== document.body || !["j", "k"].includes(event.key)) return;
      const [first] = rowsIn(scroller.current).filter((row) => row.tabIndex === 0);
      first?.focus();
    };
    document.addEventListener("keydown", start);
    return () => document.removeEventListener("keydown", start);
  }, [scroller]);
}
