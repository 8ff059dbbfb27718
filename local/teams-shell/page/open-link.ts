import type { MouseEvent } from "react";
import { type AppPlace, isOutsideAddress, placeOfDeepLink } from "./tab/deep-link.ts";

/** Opens a place of the app; false when the place is not in this shell's app. */
export type OpenPlace = (place: AppPlace) => boolean;

/** Follows a link as Teams does: a deep link opens the app's tab, any other address a new window. */
export function followLink(link: string, openPlace: OpenPlace): void {
  const place = placeOfDeepLink(link);
  if (place !== undefined && openPlace(place)) return;
  if (isOutsideAddress(link)) window.open(link, "_blank", "noopener");
}

/** Makes links in rendered text, wherever they are inside an element, be followed as Teams does. */
export const linkFollower =
  (openPlace: OpenPlace) =>
  (event: MouseEvent): void => {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    if (link === null) return;
    event.preventDefault();
    followLink(link.href, openPlace);
  };
