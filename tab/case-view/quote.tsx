import { makeStyles, tokens } from "@fluentui/react-components";
import { WholeText } from "../conversation/message-text.tsx";

const useStyles = makeStyles({
  words: {
    marginTop: tokens.spacingVerticalXS,
    paddingInlineStart: tokens.spacingHorizontalM,
    borderLeft: `2px solid ${tokens.colorNeutralStroke1}`,
  },
});

/** What somebody wrote down, set off from what is said about it. */
export function Quote({ text }: { readonly text: string }) {
  return (
    <div className={useStyles().words}>
      <WholeText text={text} />
    </div>
  );
}
