import { makeStyles, tokens, typographyStyles } from "@fluentui/react-components";
import { usePageTitle } from "../ui/page-title.ts";
import { RouteLink } from "../ui/route-link.tsx";

const useStyles = makeStyles({
  page: { padding: tokens.spacingHorizontalXXL },
  title: { ...typographyStyles.subtitle1, margin: 0 },
});

/** For an address that leads nowhere for this person. */
export function NotFoundPage() {
  const styles = useStyles();
  usePageTitle("Page not found");
  return (
    <div className={styles.page}>
      <h1 className={styles.title}>Page not found</h1>
      <p>
        There is no such page, or your role does not open it.{" "}
        <RouteLink to="/">Go to your cases</RouteLink>
      </p>
    </div>
  );
}
