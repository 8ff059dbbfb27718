import { FluentProvider } from "@fluentui/react-components";
import { QueryClientProvider } from "@tanstack/react-query";
import { useState } from "react";
import { HashRouter } from "react-router";
import { createApiClient } from "../api-client.ts";
import { DeskProvider, type Desk } from "../queries/desk-context.ts";
import { createQueryClient } from "../queries/query-client.ts";
import type { TeamsHost } from "../teams-host.ts";
import { ThemeName } from "../ui/theme-name.ts";
import { Opening } from "./opening.tsx";
import { pathNamed } from "./places.ts";
import { useTeamsTheme } from "./theme.ts";

/** The whole screen, inside the Teams it was given. */
export function App({ host }: { readonly host: TeamsHost }) {
  const { name, theme } = useTeamsTheme(host);
  const [client] = useState(createQueryClient);
  const [desk] = useState<Desk>(() => {
    if (host.caseToOpen !== undefined) openFirst(host.caseToOpen);
    return { api: createApiClient(() => host.getToken()), places: new Map() };
  });
  return (
    <FluentProvider theme={theme}>
      <QueryClientProvider client={client}>
        <DeskProvider value={desk}>
          <ThemeName value={name}>
            {/* The service has one page for the tab, so what is after # is all there is to route by. */}
            <HashRouter>
              <Opening host={host} />
            </HashRouter>
          </ThemeName>
        </DeskProvider>
      </QueryClientProvider>
    </FluentProvider>
  );
}

/** A reload keeps the page the person had moved on to; a fresh link opens what it names. */
function openFirst(named: string): void {
  if (location.hash === "") history.replaceState(null, "", `#${pathNamed(named)}`);
}
