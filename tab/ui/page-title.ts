import { useEffect } from "react";

/** Names the document after what it shows, such as "Approvals · Redress". */
export function usePageTitle(page: string): void {
  useEffect(() => {
    document.title = `${page} · Redress`;
  }, [page]);
}
