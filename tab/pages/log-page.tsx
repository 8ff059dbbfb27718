import { makeStyles, tokens, typographyStyles } from "@fluentui/react-components";
import { useState } from "react";
import type { ComplaintLogged } from "#api/contract/log-complaint.ts";
import { LogForm } from "../log-complaint/log-form.tsx";
import { LoggedReceipt } from "../log-complaint/logged-receipt.tsx";
import { useMe } from "../queries/me.ts";
import { usePageTitle } from "../ui/page-title.ts";
import { NotFoundPage } from "./not-found-page.tsx";

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

/** Where a complaint is logged that came by phone, by post or in person. */
export function LogPage() {
  const { id, logs } = useMe();
  return logs ? <Logging personId={id} /> : <NotFoundPage />;
}

function Logging({ personId }: { readonly personId: string }) {
  const styles = useStyles();
  const [logged, setLogged] = useState<ComplaintLogged>();
  usePageTitle("Log a complaint");
  return (
    <div className={styles.page}>
      <h1 className={styles.title}>Log a complaint</h1>
      {logged === undefined ? (
        <LogForm personId={personId} onLogged={setLogged} />
      ) : (
        <LoggedReceipt logged={logged} onAnother={() => setLogged(undefined)} />
      )}
    </div>
  );
}
