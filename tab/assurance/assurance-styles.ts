import { makeStyles, tokens, typographyStyles } from "@fluentui/react-components";

const narrow = "@media (max-width: 639px)";

/** How the pages of the proof look: quiet tables that fit the narrowest phone. */
export const useAssuranceStyles = makeStyles({
  page: {
    overflowY: "auto",
    minHeight: 0,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalXL} ${tokens.spacingVerticalXXXL}`,
    backgroundColor: tokens.colorNeutralBackground1,
    [narrow]: { paddingInline: tokens.spacingHorizontalM },
  },
  head: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`,
  },
  title: { ...typographyStyles.subtitle1, margin: 0 },
  section: {
    ...typographyStyles.subtitle2,
    margin: `${tokens.spacingVerticalXXL} 0 ${tokens.spacingVerticalXS}`,
  },
  line: {
    margin: `${tokens.spacingVerticalL} 0 ${tokens.spacingVerticalXS}`,
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalS,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    [narrow]: { fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  },
  quiet: { margin: 0, maxWidth: "75ch", color: tokens.colorNeutralForeground3 },
  advice: { margin: `0 0 ${tokens.spacingVerticalS}`, maxWidth: "75ch" },
  table: { borderCollapse: "collapse", width: "min(760px, 100%)" },
  cell: {
    padding: `${tokens.spacingVerticalSNudge} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalSNudge} 0`,
    verticalAlign: "top",
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    textAlign: "start",
    fontWeight: tokens.fontWeightRegular,
    overflowWrap: "anywhere",
  },
  number: {
    padding: `${tokens.spacingVerticalSNudge} 0`,
    verticalAlign: "top",
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    textAlign: "end",
    fontVariantNumeric: "tabular-nums",
  },
  entries: { listStyleType: "none", margin: 0, padding: 0, maxWidth: "760px" },
  entry: {
    padding: `${tokens.spacingVerticalS} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    overflowWrap: "anywhere",
  },
  entryTitle: {
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalS,
    fontWeight: tokens.fontWeightSemibold,
  },
  buttons: {
    display: "flex",
    flexWrap: "wrap",
    gap: tokens.spacingHorizontalS,
    marginTop: tokens.spacingVerticalXS,
  },
  action: { whiteSpace: "nowrap" },
  text: {
    margin: 0,
    whiteSpace: "pre-wrap",
    overflowWrap: "anywhere",
    fontFamily: tokens.fontFamilyBase,
  },
});
