import { chainCommands, exitCode, setBlockType, toggleMark } from "prosemirror-commands";
import { redo, undo } from "prosemirror-history";
import type { NodeType } from "prosemirror-model";
import { liftListItem, sinkListItem, splitListItem, wrapInList } from "prosemirror-schema-list";
import type { Command, EditorState } from "prosemirror-state";
import { selectNextGap } from "./gaps.ts";
import { schema } from "./schema.ts";

const { nodes, marks } = schema;

/** What the toolbar does, by name. */
export const commands = {
  bold: toggleMark(marks.strong),
  italic: toggleMark(marks.emphasis),
  heading: toggleHeading,
  bullets: toggleList(nodes.bullet_list),
  numbers: toggleList(nodes.ordered_list),
  undo,
  redo,
} satisfies Record<string, Command>;
export type CommandName = keyof typeof commands;

const lineBreak: Command = (state, dispatch) => {
  if (state.selection.$from.parent.type === nodes.heading) return false;
  dispatch?.(state.tr.replaceSelectionWith(nodes.hard_break.create()).scrollIntoView());
  return true;
};

/** The keys of the toolbar's commands and of writing lists; Tab leaves the field as in any form. */
export const keys: Record<string, Command> = {
  "Mod-b": commands.bold,
  "Mod-i": commands.italic,
  "Mod-Alt-2": commands.heading,
  "Mod-Shift-8": commands.bullets,
  "Mod-Shift-7": commands.numbers,
  "Mod-z": undo,
  "Mod-y": redo,
  "Mod-Shift-z": redo,
  "Mod-]": sinkListItem(nodes.list_item),
  "Mod-[": liftListItem(nodes.list_item),
  F8: selectNextGap,
  Enter: splitListItem(nodes.list_item),
  "Shift-Enter": chainCommands(exitCode, lineBreak),
};

/** Which formats hold where the cursor is. */
export function formatsAt(state: EditorState): ReadonlySet<CommandName> {
  const { $from } = state.selection;
  const held = new Set<CommandName>();
  if (hasMark(state, "strong")) held.add("bold");
  if (hasMark(state, "emphasis")) held.add("italic");
  if ($from.parent.type === nodes.heading) held.add("heading");
  const list = listAround(state);
  if (list !== undefined) held.add(list === nodes.bullet_list ? "bullets" : "numbers");
  return held;
}

/** The address of the link that the cursor is in. */
export function linkAt({ selection }: EditorState): string | undefined {
  const { $from } = selection;
  const around = [...$from.marks(), ...($from.nodeAfter?.marks ?? [])];
  return around.find(({ type }) => type === marks.link)?.attrs.href as string | undefined;
}

/** Makes the selected words, or the link the cursor is in, lead to `href`, or nowhere. */
export function setLink(href: string | undefined): Command {
  return (state, dispatch) => {
    const { from, to } = linkedRange(state);
    if (from === to) return false;
    const transaction = state.tr.removeMark(from, to, marks.link);
    if (href !== undefined) transaction.addMark(from, to, marks.link.create({ href }));
    dispatch?.(transaction);
    return true;
  };
}

function linkedRange(state: EditorState): { from: number; to: number } {
  const { from, to, empty, $from } = state.selection;
  const href = linkAt(state);
  if (!empty || href === undefined) return { from, to };
  const range = { from, to };
  $from.parent.forEach((node, offset) => {
    const start = $from.start() + offset;
    const isHere = start <= from && from <= start + node.nodeSize;
    if (isHere && node.marks.some(({ attrs }) => attrs.href === href)) {
      range.from = Math.min(range.from, start);
      range.to = Math.max(range.to, start + node.nodeSize);
    }
  });
  return range;
}

function hasMark(state: EditorState, name: "strong" | "emphasis"): boolean {
  const { from, to, empty, $from } = state.selection;
  if (empty) return marks[name].isInSet(state.storedMarks ?? $from.marks()) !== undefined;
  return state.doc.rangeHasMark(from, to, marks[name]);
}

function toggleHeading(...[state, dispatch]: Parameters<Command>): boolean {
  const isHeading = state.selection.$from.parent.type === nodes.heading;
  return setBlockType(isHeading ? nodes.paragraph : nodes.heading)(state, dispatch);
}

function toggleList(type: NodeType): Command {
  return (state, dispatch) => {
    const around = listAround(state);
    if (around === undefined) return wrapInList(type)(state, dispatch);
    if (around === type) return liftListItem(nodes.list_item)(state, dispatch);
    const { $from } = state.selection;
    dispatch?.(state.tr.setNodeMarkup($from.before(listDepth(state)), type));
    return true;
  };
}

function listAround(state: EditorState): NodeType | undefined {
  const depth = listDepth(state);
  return depth === 0 ? undefined : state.selection.$from.node(depth).type;
}

function listDepth({ selection: { $from } }: EditorState): number {
  for (let depth = $from.depth; depth > 0; depth--) {
    const { type } = $from.node(depth);
    if (type === nodes.bullet_list || type === nodes.ordered_list) return depth;
  }
  return 0;
}
