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

/** Fluent's theme for the one Teams is in, following it when the person changes it. */
export function useTeamsTheme(host: TeamsHost): Theme {
  const [theme, setTheme] = useState(host.theme);
  useEffect(() => host.onThemeChange(setTheme), [host]);
  useEffect(() => {
    // For what the browser draws itself: scroll bars and the lists of choices.
    document.documentElement.style.colorScheme = theme === "default" ? "light" : "dark";
  }, [theme]);
  return themes[theme];
}
