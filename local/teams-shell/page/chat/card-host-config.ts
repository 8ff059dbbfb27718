import { HostConfig } from "adaptivecards";
import { makeStaticStyles, tokens } from "@fluentui/react-components";

const foreground = (value: string, subtle = value) => ({ default: value, subtle });

/** Text colours that keep their contrast on every background of a card. */
const foregroundColors = {
  default: foreground(tokens.colorNeutralForeground1, tokens.colorNeutralForeground2),
  dark: foreground(tokens.colorNeutralForeground1, tokens.colorNeutralForeground2),
  light: foreground(tokens.colorNeutralForeground2),
  accent: foreground(tokens.colorBrandForeground1),
  good: foreground(tokens.colorStatusSuccessForeground1),
  warning: foreground(tokens.colorStatusWarningForeground1),
  attention: foreground(tokens.colorStatusDangerForeground1),
};

const container = (backgroundColor: string) => ({ backgroundColor, foregroundColors });

/**
 * How Teams shows cards. Every colour is one of Fluent's CSS variables, so a card follows the theme
 * without being drawn again, which would lose what a person has typed into it.
 */
export const cardHostConfig = new HostConfig({
  supportsInteractivity: true,
  fontFamily: tokens.fontFamilyBase,
  fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
  fontWeights: { lighter: 300, default: 400, bolder: 600 },
  lineHeights: { small: 16, default: 20, medium: 20, large: 24, extraLarge: 32 },
  spacing: { small: 4, default: 8, medium: 12, large: 16, extraLarge: 24, padding: 16 },
  separator: { lineThickness: 1, lineColor: tokens.colorNeutralStroke2 },
  imageSizes: { small: 32, medium: 52, large: 100 },
  containerStyles: {
    default: container(tokens.colorNeutralBackground1),
    emphasis: container(tokens.colorNeutralBackground3),
    accent: container(tokens.colorBrandBackground2),
    good: container(tokens.colorStatusSuccessBackground1),
    warning: container(tokens.colorStatusWarningBackground1),
    attention: container(tokens.colorStatusDangerBackground1),
  },
  inputs: {
    label: {
      inputSpacing: "small",
      requiredInputs: { weight: "bolder", suffix: " *", suffixColor: "attention" },
      optionalInputs: { weight: "bolder" },
    },
    errorMessage: { color: "attention", size: "small" },
  },
  // Under the page's own heading.
  textBlock: { headingLevel: 2 },
  textStyles: { heading: { size: "large", weight: "bolder" }, columnHeader: { weight: "bolder" } },
  factSet: {
    title: { weight: "bolder", wrap: true, maxWidth: 150 },
    value: { wrap: true },
    spacing: 12,
  },
  actions: {
    maxActions: 6,
    spacing: "medium",
    buttonSpacing: 8,
    actionsOrientation: "horizontal",
    actionAlignment: "left",
    showCard: { actionMode: "inline", inlineTopMargin: 12 },
  },
  adaptiveCard: { allowCustomStyle: false },
});

const button = ".ac-pushButton";
const fields = ".ac-input:is(input:not([type=radio], [type=checkbox]), textarea, select)";

/** The look of a card's buttons and fields, which a host configuration does not reach. */
export const useCardStyles = makeStaticStyles({
  // The renderer would let a row of actions run out of a narrow card.
  ".ac-actionSet": { flexWrap: "wrap !important", rowGap: tokens.spacingVerticalS },
  [button]: {
    minHeight: "32px",
    padding: `5px ${tokens.spacingHorizontalM}`,
    font: `${tokens.fontWeightSemibold} ${tokens.fontSizeBase300}/${tokens.lineHeightBase300} ${tokens.fontFamilyBase}`,
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    cursor: "pointer",
    whiteSpace: "normal !important",
  },
  [`${button}:hover`]: {
    color: tokens.colorNeutralForeground1Hover,
    backgroundColor: tokens.colorNeutralBackground1Hover,
  },
  [`${button}.style-positive`]: {
    color: tokens.colorNeutralForegroundOnBrand,
    backgroundColor: tokens.colorBrandBackground,
    border: `1px solid ${tokens.colorTransparentStroke}`,
  },
  [`${button}.style-positive:hover`]: { backgroundColor: tokens.colorBrandBackgroundHover },
  [`${button}.style-destructive`]: { color: tokens.colorStatusDangerForeground1 },
  [`${button}:disabled`]: {
    color: tokens.colorNeutralForegroundDisabled,
    backgroundColor: tokens.colorNeutralBackgroundDisabled,
    border: `1px solid ${tokens.colorNeutralStrokeDisabled}`,
    cursor: "progress",
  },
  [fields]: {
    boxSizing: "border-box",
    width: "100%",
    minHeight: "32px",
    padding: `5px ${tokens.spacingHorizontalM}`,
    font: `${tokens.fontSizeBase300}/${tokens.lineHeightBase300} ${tokens.fontFamilyBase}`,
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  ".ac-adaptiveCard textarea.ac-input": { minHeight: "96px", resize: "vertical" },
  ".ac-input::placeholder": { color: tokens.colorNeutralForeground4 },
  ".ac-input-validation-failed": { border: `1px solid ${tokens.colorStatusDangerBorder2}` },
  ".ac-input-required-label": { color: tokens.colorStatusDangerForeground1 },
  ".ac-adaptiveCard :focus-visible": {
    outline: `2px solid ${tokens.colorStrokeFocus2}`,
    outlineOffset: "-1px",
  },
  ".ac-adaptiveCard .ac-selectable": { cursor: "pointer" },
  ".ac-adaptiveCard a": { color: tokens.colorBrandForegroundLink },
  ".ac-adaptiveCard p": { margin: 0 },
});
