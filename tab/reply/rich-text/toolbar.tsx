import {
  Button,
  makeStyles,
  ToggleButton,
  tokens,
  Toolbar,
  ToolbarDivider,
  Tooltip,
} from "@fluentui/react-components";
import { ArrowRedo20Regular } from "@fluentui/react-icons/svg/arrow-redo";
import { ArrowUndo20Regular } from "@fluentui/react-icons/svg/arrow-undo";
import { Link20Regular } from "@fluentui/react-icons/svg/link";
import { TextBold20Regular } from "@fluentui/react-icons/svg/text-bold";
import { TextBulletListLtr20Regular } from "@fluentui/react-icons/svg/text-bullet-list-ltr";
import { TextHeader220Regular } from "@fluentui/react-icons/svg/text-header";
import { TextItalic20Regular } from "@fluentui/react-icons/svg/text-italic";
import { TextNumberListLtr20Regular } from "@fluentui/react-icons/svg/text-number-list-ltr";
import type { EditorState } from "prosemirror-state";
import type { ReactElement } from "react";
import { commands, formatsAt, linkAt, type CommandName } from "./formatting.ts";
import { gapsIn, selectNextGap } from "./gaps.ts";
import type { LetterField } from "./letter-field.ts";

const useStyles = makeStyles({
  toolbar: {
    flexWrap: "wrap",
    gap: tokens.spacingHorizontalXXS,
    paddingInline: tokens.spacingHorizontalXS,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  gaps: { marginInlineStart: "auto", whiteSpace: "nowrap" },
});

const isMac = /Mac|iPhone|iPad/.test(navigator.userAgent);

/** Keys as this machine's keyboard names them, and as `aria-keyshortcuts` wants them. */
const keyWords = (keys: string): string => keys.replace("Mod", isMac ? "⌘" : "Ctrl");
const keyShortcuts = (keys: string): string => keys.replace("Mod", isMac ? "Meta" : "Control");

type ToolbarProps = {
  readonly field: LetterField;
  readonly state: EditorState;
  readonly locked: boolean;
  readonly onLink: () => void;
};

/** The formats of a letter, each with its keys, and the way to what is still to fill in. */
export function FormatBar({ field, state, locked, onLink }: ToolbarProps) {
  const styles = useStyles();
  const held = formatsAt(state);
  const linked = linkAt(state) !== undefined;
  const gaps = gapsIn(state.doc).length;
  const format = (name: CommandName, icon: ReactElement<object>) => (
    <Tooltip
      content={`${titles[name].title} (${keyWords(titles[name].keys)})`}
      relationship="label"
    >
      <ToggleButton
        appearance="subtle"
        size="small"
        icon={icon}
        checked={held.has(name)}
        disabledFocusable={locked}
        aria-keyshortcuts={keyShortcuts(titles[name].keys)}
        onMouseDown={keepSelection}
        onClick={() => field.run(commands[name])}
      />
    </Tooltip>
  );
  const step = (name: CommandName, icon: ReactElement<object>) => (
    <Tooltip
      content={`${titles[name].title} (${keyWords(titles[name].keys)})`}
      relationship="label"
    >
      <Button
        appearance="subtle"
        size="small"
        icon={icon}
        disabledFocusable={locked || !commands[name](state)}
        aria-keyshortcuts={keyShortcuts(titles[name].keys)}
        onMouseDown={keepSelection}
        onClick={() => field.run(commands[name])}
      />
    </Tooltip>
  );
  return (
    <Toolbar aria-label="Formatting" size="small" className={styles.toolbar}>
      {format("bold", <TextBold20Regular />)}
      {format("italic", <TextItalic20Regular />)}
      {format("heading", <TextHeader220Regular />)}
      {format("bullets", <TextBulletListLtr20Regular />)}
      {format("numbers", <TextNumberListLtr20Regular />)}
      <Tooltip content={`Link (${keyWords("Mod+K")})`} relationship="label">
        <ToggleButton
          appearance="subtle"
          size="small"
          icon={<Link20Regular />}
          checked={linked}
          disabledFocusable={locked || (state.selection.empty && !linked)}
          aria-keyshortcuts={keyShortcuts("Mod+K")}
          onMouseDown={keepSelection}
          onClick={onLink}
        />
      </Tooltip>
      <ToolbarDivider />
      {step("undo", <ArrowUndo20Regular />)}
      {step("redo", <ArrowRedo20Regular />)}
      {gaps > 0 && (
        <Button
          appearance="subtle"
          size="small"
          className={styles.gaps}
          disabledFocusable={locked}
          aria-keyshortcuts="F8"
          onMouseDown={keepSelection}
          onClick={() => field.run(selectNextGap)}
        >
          Next gap (F8), {gaps} to fill in
        </Button>
      )}
    </Toolbar>
  );
}

const titles: Readonly<Record<CommandName, { title: string; keys: string }>> = {
  bold: { title: "Bold", keys: "Mod+B" },
  italic: { title: "Italic", keys: "Mod+I" },
  heading: { title: "Heading", keys: "Mod+Alt+2" },
  bullets: { title: "Bulleted list", keys: "Mod+Shift+8" },
  numbers: { title: "Numbered list", keys: "Mod+Shift+7" },
  undo: { title: "Undo", keys: "Mod+Z" },
  redo: { title: "Redo", keys: "Mod+Y" },
};

/** A press of the mouse takes the focus, and with it the selection that the press is about. */
function keepSelection(event: { preventDefault: () => void }): void {
  event.preventDefault();
}
