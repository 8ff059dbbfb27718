import { baseKeymap } from "prosemirror-commands";
import { history } from "prosemirror-history";
import { inputRules, textblockTypeInputRule, wrappingInputRule } from "prosemirror-inputrules";
import { keymap } from "prosemirror-keymap";
import type { Node } from "prosemirror-model";
import { EditorState, type Command, type Transaction } from "prosemirror-state";
import { EditorView } from "prosemirror-view";
import { keys } from "./formatting.ts";
import { gapMarks } from "./gaps.ts";
import { documentOf, textOf } from "./letter-text.ts";
import { schema } from "./schema.ts";

type LetterFieldParts = {
  /** What the field is called to those who do not see it. */
  readonly label: string;
  readonly text: string;
  readonly onWrite: (text: string) => void;
  /** Somebody pressed the keys for a link. */
  readonly onLink: () => void;
};

/** The field a letter is written in. What it shows is a letter's text, word for word, until it is changed. */
export class LetterField {
  readonly #parts: LetterFieldParts;
  readonly #listeners = new Set<() => void>();
  #state: EditorState;
  #view: EditorView | undefined;
  #locked = false;
  /** A text that came from outside and what it reads as: as long as it reads so, that is the text. */
  #given: { readonly text: string; readonly doc: Node };
  #text: string;

  constructor(parts: LetterFieldParts) {
    this.#parts = parts;
    this.#text = parts.text;
    this.#given = { text: parts.text, doc: documentOf(parts.text) };
    this.#state = EditorState.create({ doc: this.#given.doc, plugins: this.#plugins() });
  }

  readonly state = (): EditorState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Shows the field within `place` until what it answers with is called. */
  readonly mount = (place: HTMLElement | null): (() => void) | undefined => {
    if (place === null) return undefined;
    const view = new EditorView(place, {
      state: this.#state,
      editable: () => !this.#locked,
      attributes: () => ({
        role: "textbox",
        "aria-multiline": "true",
        "aria-label": this.#parts.label,
        ...(this.#locked ? { "aria-readonly": "true", tabindex: "0" } : {}),
        lang: "en-GB",
        spellcheck: "true",
      }),
      dispatchTransaction: (transaction) => this.#apply(transaction),
    });
    this.#view = view;
    return () => {
      this.#view = undefined;
      view.destroy();
    };
  };

  focus(): void {
    this.#view?.focus();
  }

  /** While it is locked, it can be read and not changed. */
  lock(locked: boolean): void {
    if (this.#locked === locked) return;
    this.#locked = locked;
    this.#view?.setProps({});
  }

  /** Does what a button says, and leaves the keyboard in the letter. */
  run(command: Command): void {
    if (this.#locked) return;
    command(this.#state, (transaction) => this.#apply(transaction), this.#view);
    this.focus();
  }

  /** Puts a text from outside in place of what is shown; undoing brings that back. */
  show(text: string): void {
    if (text === this.#text) return;
    this.#text = text;
    this.#given = { text, doc: documentOf(text) };
    const { doc, tr } = this.#state;
    if (!this.#given.doc.eq(doc)) {
      this.#apply(tr.replaceWith(0, doc.content.size, this.#given.doc.content));
    }
  }

  #apply(transaction: Transaction): void {
    this.#state = this.#state.apply(transaction);
    this.#view?.updateState(this.#state);
    const { doc } = this.#state;
    if (transaction.docChanged) {
      const text = doc.eq(this.#given.doc) ? this.#given.text : textOf(doc);
      if (text !== this.#text) {
        this.#text = text;
        this.#parts.onWrite(text);
      }
    }
    for (const listener of this.#listeners) listener();
  }

  #plugins() {
    const { heading, bullet_list: bullets, ordered_list: numbers } = schema.nodes;
    const askForLink: Command = () => {
      this.#parts.onLink();
      return true;
    };
    return [
      inputRules({
        rules: [
          textblockTypeInputRule(/^#{1,6}\s$/, heading),
          wrappingInputRule(/^\s*[-+*]\s$/, bullets),
          wrappingInputRule(/^(\d{1,3})[.)]\s$/, numbers, ([, number]) => ({
            order: Number(number),
          })),
        ],
      }),
      keymap({ ...keys, "Mod-k": askForLink }),
      keymap(baseKeymap),
      history(),
      gapMarks(),
    ];
  }
}
