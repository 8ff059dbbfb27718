import { makeStyles, tokens } from "@fluentui/react-components";

const useStyles = makeStyles({
  paper: {
    boxSizing: "border-box",
    maxWidth: "80ch",
    padding: `${tokens.spacingVerticalXL} ${tokens.spacingHorizontalXXL}`,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    lineHeight: tokens.lineHeightBase400,
    whiteSpace: "pre-wrap",
    overflowWrap: "anywhere",
    "@media (max-width: 639px)": { padding: tokens.spacingHorizontalM },
  },
});

/** A letter as the citizen will read it. */
export function Letter({ label, text }: { readonly label: string; readonly text: string }) {
  return (
    <div role="document" aria-label={label} tabIndex={0} className={useStyles().paper}>
      {text}
    </div>
  );
}
