import { FluentProvider, makeStaticStyles } from "@fluentui/react-components";
import { QueryClient, QueryClientProvider, useQuery } from "@tanstack/react-query";
import { HashRouter } from "react-router";
import { Shell } from "./shell.tsx";
import { estateQuery, useShellNews } from "./shell-queries.ts";
import { Loading, Problem } from "./states.tsx";
import type { TeamsTheme } from "./tab/host.ts";
import { themes, useTheme } from "./themes.ts";

const useDocumentStyles = makeStaticStyles({
  // By selector, for a class given to FluentProvider would also be put on every menu and dialog.
  "html, body, #root, #root > .fui-FluentProvider": { height: "100%", margin: 0 },
  "h1, h2": { margin: 0 },
});

const queries = new QueryClient({
  defaultOptions: {
    // The server says when something changed, and it is on this machine, online or not.
    queries: { staleTime: Infinity, retry: 1, retryDelay: 500, networkMode: "always" },
    mutations: { networkMode: "always" },
  },
});

/** A look-alike of Microsoft Teams in which a visitor can be anyone at the council, and a resident. */
export function App() {
  useDocumentStyles();
  const [theme, setTheme] = useTheme();
  return (
    <FluentProvider theme={themes[theme].fluent}>
      <QueryClientProvider client={queries}>
        <EstateGate theme={theme} onTheme={setTheme} />
      </QueryClientProvider>
    </FluentProvider>
  );
}

type ThemeChoice = {
  readonly theme: TeamsTheme;
  readonly onTheme: (theme: TeamsTheme) => void;
};

function EstateGate(themeChoice: ThemeChoice) {
  const isServerHeard = useShellNews();
  const estate = useQuery(estateQuery);
  if (estate.isPending) return <Loading label="Opening the council's Teams" />;
  if (estate.data === undefined) {
    return (
      <Problem
        title="The council's Teams could not be opened"
        message={estate.error.message}
        onRetry={() => void estate.refetch()}
      />
    );
  }
  return (
    <HashRouter>
      <Shell estate={estate.data} isServerHeard={isServerHeard} {...themeChoice} />
    </HashRouter>
  );
}
