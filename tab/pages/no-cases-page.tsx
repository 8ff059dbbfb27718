import { makeStyles, tokens, typographyStyles } from "@fluentui/react-components";
import { useMe } from "../queries/me.ts";
import { usePageTitle } from "../ui/page-title.ts";

const useStyles = makeStyles({
  page: { padding: tokens.spacingHorizontalXXL },
  title: { ...typographyStyles.subtitle1, margin: 0 },
});

/** Where somebody lands whose role opens no list: why that is, and where their work will be. */
export function NoCasesPage() {
  const styles = useStyles();
  const { name, noCases } = useMe();
  usePageTitle("Welcome");
  return (
    <div className={styles.page}>
      <h1 className={styles.title}>Welcome, {name}</h1>
      <p>{noCases ?? "Your role opens no page of Redress yet."}</p>
    </div>
  );
}
