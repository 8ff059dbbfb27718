import { lazy } from "react";
import { Navigate, Route, Routes } from "react-router";
import { NotFoundPage } from "../pages/not-found-page.tsx";
import { QueuePage } from "../pages/queue-page.tsx";
import { useMe } from "../queries/me.ts";
import { Frame } from "./frame.tsx";
import { placesOf } from "./places.ts";

// Only the lists come with the first load; everything else is fetched when it is opened.
const CasePage = lazy(async () => ({
  default: (await import("../pages/case-page.tsx")).CasePage,
}));
const ReplyPage = lazy(async () => ({
  default: (await import("../pages/reply-page.tsx")).ReplyPage,
}));
const TriagePage = lazy(async () => ({
  default: (await import("../pages/triage-page.tsx")).TriagePage,
}));
const AwayPage = lazy(async () => ({
  default: (await import("../pages/away-page.tsx")).AwayPage,
}));
const LogPage = lazy(async () => ({
  default: (await import("../pages/log-page.tsx")).LogPage,
}));
const NoCasesPage = lazy(async () => ({
  default: (await import("../pages/no-cases-page.tsx")).NoCasesPage,
}));
const AssurancePage = lazy(async () => ({
  default: (await import("../pages/assurance-page.tsx")).AssurancePage,
}));
const LedgerPage = lazy(async () => ({
  default: (await import("../pages/ledger-page.tsx")).LedgerPage,
}));
const ServiceComplaintsPage = lazy(async () => ({
  default: (await import("../pages/service-complaints-page.tsx")).ServiceComplaintsPage,
}));

/** Which address shows which page. */
export function Pages() {
  return (
    <Routes>
      <Route element={<Frame />}>
        <Route index element={<Home />} />
        <Route path="log" element={<LogPage />} />
        <Route path="away" element={<AwayPage />} />
        <Route path="assurance" element={<AssurancePage />} />
        <Route path="assurance/mail" element={<LedgerPage />} />
        <Route path="assurance/services/:service" element={<ServiceComplaintsPage />} />
        <Route path="triage/:caseId?" element={<TriagePage />} />
        <Route path="cases/:caseId" element={<CasePage />} />
        <Route path=":queue" element={<QueuePage />}>
          <Route path=":caseId" element={<CasePage />} />
        </Route>
        <Route path=":queue/:caseId/reply" element={<ReplyPage />} />
        <Route path="*" element={<NotFoundPage />} />
      </Route>
    </Routes>
  );
}

/** The first page of this person's work. */
function Home() {
  const [first] = placesOf(useMe());
  return first === undefined ? <NoCasesPage /> : <Navigate to={`/${first.name}`} replace />;
}
