import {
  type Theme,
  teamsDarkTheme,
  teamsHighContrastTheme,
  teamsLightTheme,
} from "@fluentui/react-components";
import { useLayoutEffect, useState } from "react";
import type { TeamsTheme } from "./tab/host.ts";

/** The themes a visitor can choose, in the order they are offered. */
export const themes: Readonly<Record<TeamsTheme, { label: string; fluent: Theme }>> = {
  default: { label: "Light", fluent: teamsLightTheme },
  dark: { label: "Dark", fluent: teamsDarkTheme },
  contrast: { label: "High contrast", fluent: teamsHighContrastTheme },
};

const storageKey = "redress-shell.theme";

/** The theme in use, at first the visitor's last choice or what their system prefers. */
export function useTheme(): [TeamsTheme, (theme: TeamsTheme) => void] {
  const [theme, setTheme] = useState(firstTheme);
  useLayoutEffect(() => {
    // For what the browser draws itself: scroll bars, date fields, lists of choices.
    document.documentElement.style.colorScheme = theme === "default" ? "light" : "dark";
  }, [theme]);
  return [
    theme,
    (chosen) => {
      localStorage.setItem(storageKey, chosen);
      setTheme(chosen);
    },
  ];
}

function firstTheme(): TeamsTheme {
  const stored = localStorage.getItem(storageKey);
  if (stored !== null && stored in themes) return stored as TeamsTheme;
  if (matchMedia("(prefers-contrast: more)").matches) return "contrast";
  return matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "default";
}
