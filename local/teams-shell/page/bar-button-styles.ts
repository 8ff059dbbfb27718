import { makeStyles } from "@fluentui/react-components";

/** Custom properties by which a bar says how its buttons look under the pointer. */
export const barHover = {
  foreground: "--bar-hover-foreground",
  background: "--bar-hover-background",
} as const;

const hovered = { color: `var(${barHover.foreground})` };

/** Lets a transparent button take the colour of the bar it sits on, which Fluent's own does not. */
export const useBarButtonStyles = makeStyles({
  button: {
    minWidth: "32px",
    color: "inherit",
    ":hover": { ...hovered, backgroundColor: `var(${barHover.background})` },
    ":hover:active": { ...hovered, backgroundColor: `var(${barHover.background})` },
    "& .fui-Button__icon": { color: "inherit" },
    ":hover .fui-Button__icon": hovered,
    ":hover:active .fui-Button__icon": hovered,
  },
});
