import {
  teamsDarkTheme,
  teamsHighContrastTheme,
  teamsLightTheme,
  type Theme,
} from "@fluentui/react-components";
import { useEffect, useState } from "react";
import type { TeamsHost, TeamsTheme } from "../teams-host.ts";

const themes: Record<TeamsTheme, Theme> = {
  default: teamsLightTheme,
  dark: teamsDarkTheme,
  contrast: teamsHighContrastTheme,
  // Teams shows glass over a dark backdrop.
  glass: teamsDarkTheme,
};

/** The theme Teams is in and Fluent's for it, following it when the person changes it. */
export function useTeamsTheme(host: TeamsHost): { name: TeamsTheme; theme: Theme } {
  const [name, setName] = useState(host.theme);
  useEffect(() => host.onThemeChange(setName), [host]);
  useEffect(() => {
    // For what the browser draws itself: scroll bars and the lists of choices.
    document.documentElement.style.colorScheme = name === "default" ? "light" : "dark";
  }, [name]);
  return { name, theme: themes[name] };
}
