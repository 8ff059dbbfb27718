import { createContext } from "react";
import type { TeamsTheme } from "../teams-host.ts";

/** The theme Teams is in, for the little that Fluent's own colours cannot reach. */
export const ThemeName = createContext<TeamsTheme>("default");
