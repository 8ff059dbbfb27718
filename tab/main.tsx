import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { z } from "zod";
import { App } from "./app/app.tsx";
import { NotInTeams } from "./app/not-in-teams.tsx";
import { connectToTeams } from "./teams-host.ts";

// zod would otherwise try to compile schemas with `new Function`, which the page's CSP forbids.
z.config({ jitless: true });

const root = createRoot(document.getElementById("root") ?? document.body);

try {
  const host = await connectToTeams();
  root.render(
    <StrictMode>
      <App host={host} />
    </StrictMode>,
  );
} catch {
  // The only reason for teams-js not to connect that a person can do something about.
  root.render(<NotInTeams />);
}
