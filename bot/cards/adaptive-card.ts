// The part of Adaptive Cards 1.5 that our cards use. Renderers ignore a property they do not know, so
// only these types notice a misspelt one.

/** A card as Teams takes it. */
export type AdaptiveCard = {
  readonly type: "AdaptiveCard";
  readonly $schema: "http://adaptivecards.io/schemas/adaptive-card.json";
  readonly version: "1.5";
  /** Shown by a client that cannot render the card, and by the notification that announces it. */
  readonly fallbackText: string;
  readonly body: readonly CardElement[];
  readonly actions: readonly CardAction[];
};

/** Where something is in the card: set apart by space, closed up, or of its own look. */
type Placed = {
  readonly id?: string;
  readonly isVisible?: boolean;
  readonly spacing?: "none" | "small" | "medium" | "large";
  readonly separator?: boolean;
};

export type CardElement = Placed &
  (
    | {
        readonly type: "TextBlock";
        /** Markdown: only ever our own words. */
        readonly text: string;
        readonly wrap: true;
        readonly style?: "heading";
        readonly size?: "medium";
        readonly weight?: "bolder";
        readonly isSubtle?: true;
      }
    | {
        readonly type: "RichTextBlock";
        readonly inlines: readonly TextRun[];
      }
    | { readonly type: "FactSet"; readonly facts: readonly Fact[] }
    | {
        readonly type: "Container";
        readonly style?: "emphasis" | "warning";
        readonly items: readonly CardElement[];
      }
    | { readonly type: "ActionSet"; readonly actions: readonly CardAction[] }
    | (Input & {
        readonly type: "Input.Text";
        readonly maxLength: number;
        readonly isMultiline?: true;
        readonly style?: "email" | "tel";
      })
    | (Input & {
        readonly type: "Input.ChoiceSet";
        readonly style: "compact";
        readonly placeholder: string;
        readonly choices: readonly { readonly title: string; readonly value: string }[];
      })
    | (Input & { readonly type: "Input.Date" })
  );

/** Where a person fills something in; what is filled in already may be empty. */
type Input = {
  readonly id: string;
  readonly label: string;
  readonly value?: string;
} & (
  { readonly isRequired: true; readonly errorMessage: string } | { readonly isRequired?: never }
);

/** Text that is shown as it stands: unlike a TextBlock's, no Markdown in it is obeyed. */
type TextRun = {
  readonly type: "TextRun";
  readonly text: string;
  readonly weight?: "bolder";
  readonly isSubtle?: true;
};

export type Fact = { readonly title: string; readonly value: string };

export type CardAction =
  | {
      readonly type: "Action.Execute";
      readonly title: string;
      readonly verb: string;
      readonly data: object;
      readonly style?: "positive";
      readonly associatedInputs?: "none";
      /** For a client that knows no Action.Execute: the same press as a message. */
      readonly fallback: Submit;
    }
  | Submit
  | { readonly type: "Action.OpenUrl"; readonly title: string; readonly url: string }
  | {
      readonly type: "Action.ToggleVisibility";
      readonly title: string;
      readonly targetElements: readonly string[];
    }
  | { readonly type: "Action.ShowCard"; readonly title: string; readonly card: NestedCard };

type Submit = {
  readonly type: "Action.Submit";
  readonly title: string;
  readonly data: object;
  readonly style?: "positive";
  readonly associatedInputs?: "none";
};

type NestedCard = {
  readonly type: "AdaptiveCard";
  readonly body: readonly CardElement[];
  readonly actions: readonly CardAction[];
};
