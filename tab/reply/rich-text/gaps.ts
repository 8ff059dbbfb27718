import type { Node } from "prosemirror-model";
import { Plugin, PluginKey, TextSelection, type Command } from "prosemirror-state";
import { Decoration, DecorationSet } from "prosemirror-view";

/** A place `[like this]` that an author still has to fill in. */
type Gap = { readonly from: number; readonly to: number };

const gapPattern = /\[[^[\]\n]{1,300}\]/g;

/** The gaps of a letter from its beginning to its end. */
export function gapsIn(doc: Node): Gap[] {
  const gaps: Gap[] = [];
  doc.descendants((node, position) => {
    if (!node.isTextblock) return true;
    for (const { index, 0: words } of node.textContent.matchAll(gapPattern)) {
      const from = position + 1 + index;
      gaps.push({ from, to: from + words.length });
    }
    return false;
  });
  return gaps;
}

/** Selects the gap behind the cursor, or the first one behind the last: what is typed replaces it. */
export const selectNextGap: Command = (state, dispatch) => {
  const gaps = gapsIn(state.doc);
  const { from, to, empty } = state.selection;
  const next = gaps.find(
    (gap) => gap.from > from || (gap.from === from && (empty || gap.to !== to)),
  );
  const gap = next ?? gaps[0];
  if (gap === undefined) return false;
  const selection = TextSelection.create(state.doc, gap.from, gap.to);
  dispatch?.(state.tr.setSelection(selection).scrollIntoView());
  return true;
};

const markedGaps = new PluginKey<DecorationSet>();

/** Marks the gaps, so that none is overlooked. */
export function gapMarks(): Plugin<DecorationSet> {
  const marksIn = (doc: Node) =>
    DecorationSet.create(
      doc,
      gapsIn(doc).map(({ from, to }) => Decoration.inline(from, to, { class: "gap" })),
    );
  return new Plugin({
    key: markedGaps,
    state: {
      init: (_config, { doc }) => marksIn(doc),
      apply: (transaction, marked) => (transaction.docChanged ? marksIn(transaction.doc) : marked),
    },
    props: { decorations: (state) => markedGaps.getState(state) },
  });
}
