import { makeStyles, tokens, typographyStyles } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { usePageTitle } from "./page-title.ts";

const useStyles = makeStyles({
  page: {
    overflowY: "auto",
    minHeight: 0,
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    alignContent: "start",
    gap: tokens.spacingVerticalL,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalXL}`,
    backgroundColor: tokens.colorNeutralBackground1,
    "@media (max-width: 639px)": { paddingInline: tokens.spacingHorizontalM },
  },
  title: { ...typographyStyles.subtitle1, margin: 0 },
});

type PageColumnProps = { readonly title: string; readonly children: ReactNode };

/** A page that is one column under its title, which the window carries too. */
export function PageColumn({ title, children }: PageColumnProps) {
  const styles = useStyles();
  usePageTitle(title);
  return (
    <div className={styles.page}>
      <h1 className={styles.title}>{title}</h1>
      {children}
    </div>
  );
}
