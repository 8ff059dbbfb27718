import type { CaseId } from "#api/domain/case/vocabulary.ts";

/** What a link into our tab is made of. */
export type TabAddress = {
  /** The manifest's id, or the catalogue's id once the council has published the app. */
  readonly teamsAppId: string;
  /** The origin that serves the tab, such as `https://redress.example.gov.uk`. */
  readonly publicUrl: string;
  readonly tenantId: string;
};

/** The `entityId` of the tab in the Teams manifest. */
const tabEntity = "cases";

/** How a link names the page that is no case. */
const assurancePage = "assurance";

/** Opens a case in the tab inside Teams; where there is no Teams, in the browser. */
export function linkToCase(tab: TabAddress, caseId: CaseId): string {
  return linkToTab(tab, {
    // Teams can lose the context on the way through an installation: the address names the case too.
    webUrl: `${tab.publicUrl}/tab/?case=${encodeURIComponent(caseId)}`,
    label: caseId,
    context: JSON.stringify({ subEntityId: caseId }),
  });
}

/** Opens the tab at the list a person's day begins with. */
export function linkToHome(tab: TabAddress): string {
  return linkToTab(tab, { webUrl: `${tab.publicUrl}/tab/`, label: "Redress" });
}

/** Opens the page of the proof that nothing was lost. */
export function linkToAssurance(tab: TabAddress): string {
  return linkToTab(tab, {
    webUrl: `${tab.publicUrl}/tab/?page=${assurancePage}`,
    label: "Assurance",
    context: JSON.stringify({ subEntityId: assurancePage }),
  });
}

function linkToTab(tab: TabAddress, query: Readonly<Record<string, string>>): string {
  const named = { ...query, tenantId: tab.tenantId };
  // Teams reads a plus sign as a plus sign, so URLSearchParams' spaces would show in the label.
  const pairs = Object.entries(named).map(
    ([name, value]) => `${name}=${encodeURIComponent(value)}`,
  );
  return `https://teams.microsoft.com/l/entity/${tab.teamsAppId}/${tabEntity}?${pairs.join("&")}`;
}
