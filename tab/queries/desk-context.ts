import { createContext, useContext } from "react";
import type { ApiClient } from "../api-client.ts";

/** Where a person was in a list, so that it is there again when they come back. */
export type ListPlace = { readonly scrollTop: number; readonly caseId?: string };

/** What every part of the screen may use. */
export type Desk = {
  readonly api: ApiClient;
  /** By list name. */
  readonly places: Map<string, ListPlace>;
};

const DeskContext = createContext<Desk | undefined>(undefined);

export const DeskProvider = DeskContext.Provider;

/** The desk this part of the screen stands on. */
export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (desk === undefined) throw new Error("This part of the screen is not inside a DeskProvider.");
  return desk;
}
