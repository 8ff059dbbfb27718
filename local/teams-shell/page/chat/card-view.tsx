import {
  type Action,
  AdaptiveCard as CardRenderer,
  ExecuteAction,
  OpenUrlAction,
  SubmitAction,
} from "adaptivecards";
import { makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useEffectEvent, useLayoutEffect, useRef } from "react";
import type { AdaptiveCard } from "../../api.ts";
import { htmlOfMarkdown } from "../markdown.ts";
import { followLink, linkFollower, type OpenPlace } from "../open-link.ts";
import { cardHostConfig, useCardStyles } from "./card-host-config.ts";

const useStyles = makeStyles({
  card: {
    boxSizing: "border-box",
    minWidth: 0,
    margin: 0,
    padding: 0,
    overflow: "hidden",
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    boxShadow: tokens.shadow2,
  },
});

CardRenderer.onProcessMarkdown = (text, result) => {
  result.outputHtml = htmlOfMarkdown(text);
  result.didProcess = true;
};

/** What a button of a card asks for. */
export type CardPress =
  | { readonly kind: "execute"; readonly verb: string; readonly data: Record<string, unknown> }
  | { readonly kind: "say"; readonly text: string }
  /** An Action.Submit with what was filled in, which only a dialog carries to the bot. */
  | { readonly kind: "submit"; readonly data: Record<string, unknown> };

type CardViewProps = {
  readonly card: AdaptiveCard;
  readonly label: string;
  /** While a press is being answered, nothing else on the card can be pressed. */
  readonly isBusy: boolean;
  readonly onPress: (press: CardPress) => void;
  readonly openPlace: OpenPlace;
};

/** An Adaptive Card drawn by Microsoft's own renderer, in the look of the shell's theme. */
export function CardView({ card, label, isBusy, onPress, openPlace }: CardViewProps) {
  useCardStyles();
  const styles = useStyles();
  const frame = useRef<HTMLFieldSetElement>(null);
  const place = useRef<HTMLDivElement>(null);
  const hadFocus = useRef(false);

  const onAction = useEffectEvent((action: Action) => {
    if (isBusy) return;
    if (action instanceof OpenUrlAction) {
      followLink(action.url ?? "", openPlace);
    } else if (action instanceof ExecuteAction || action instanceof SubmitAction) {
      hadFocus.current = frame.current?.contains(document.activeElement) ?? false;
      onPress(pressOf(action));
    }
  });

  useLayoutEffect(() => {
    const renderer = new CardRenderer();
    renderer.hostConfig = cardHostConfig;
    renderer.onExecuteAction = (action) => onAction(action);
    renderer.parse(card);
    const drawn = renderer.render();
    place.current?.replaceChildren(...(drawn === undefined ? [] : [drawn]));
  }, [card]);

  // The pressed button was disabled and is perhaps gone: the keyboard stays with the card.
  useEffect(() => {
    if (isBusy || !hadFocus.current) return;
    hadFocus.current = false;
    frame.current?.focus();
  }, [isBusy]);

  return (
    <fieldset
      ref={frame}
      tabIndex={-1}
      className={styles.card}
      aria-label={label}
      aria-busy={isBusy}
      disabled={isBusy}
    >
      {/* Links are anchors inside the drawn card: they take the keyboard, this only routes them. */}
      <div ref={place} onClick={linkFollower(openPlace)} />
    </fieldset>
  );
}

function pressOf(action: ExecuteAction | SubmitAction): CardPress {
  if (action instanceof ExecuteAction) {
    return { kind: "execute", verb: action.verb, data: recordOf(action.data) };
  }
  const teams = recordOf(recordOf(action.data).msteams);
  const text = teams.type === "imBack" ? teams.value : teams.text;
  return typeof text === "string"
    ? { kind: "say", text }
    : { kind: "submit", data: recordOf(action.data) };
}

const recordOf = (value: unknown): Record<string, unknown> =>
  typeof value === "object" && value !== null ? { ...value } : {};
