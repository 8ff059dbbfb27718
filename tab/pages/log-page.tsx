import { useState } from "react";
import type { ComplaintLogged } from "#api/contract/log-complaint.ts";
import { LogForm } from "../log-complaint/log-form.tsx";
import { LoggedReceipt } from "../log-complaint/logged-receipt.tsx";
import { useMe } from "../queries/me.ts";
import { PageColumn } from "../ui/page-column.tsx";
import { NotFoundPage } from "./not-found-page.tsx";

/** Where a complaint is logged that came by phone, by post or in person. */
export function LogPage() {
  const { id, logs } = useMe();
  return logs ? <Logging personId={id} /> : <NotFoundPage />;
}

function Logging({ personId }: { readonly personId: string }) {
  const [logged, setLogged] = useState<ComplaintLogged>();
  return (
    <PageColumn title="Log a complaint">
      {logged === undefined ? (
        <LogForm personId={personId} onLogged={setLogged} />
      ) : (
        <LoggedReceipt logged={logged} onAnother={() => setLogged(undefined)} />
      )}
    </PageColumn>
  );
}
