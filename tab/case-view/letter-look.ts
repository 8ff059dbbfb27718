import { tokens } from "@fluentui/react-components";

/** How a letter's headings, paragraphs and lists look wherever it is read or written. */
export const letterLook = {
  lineHeight: tokens.lineHeightBase400,
  overflowWrap: "anywhere",
  "& p": { marginBlock: `0 ${tokens.spacingVerticalM}` },
  "& h3": {
    marginBlock: `${tokens.spacingVerticalL} ${tokens.spacingVerticalS}`,
    // Of the letter's own size, which on paper is as large as the person asked for.
    fontSize: "1.15em",
    lineHeight: 1.4,
    fontWeight: tokens.fontWeightSemibold,
  },
  "& ul, & ol": {
    marginBlock: `0 ${tokens.spacingVerticalM}`,
    paddingInlineStart: tokens.spacingHorizontalXXL,
  },
  "& li > p, & li > ul, & li > ol": { marginBlock: 0 },
  "& a": { color: tokens.colorBrandForegroundLink },
} as const;
