import type { TeamsTheme } from "../teams-host.ts";

// Beside the frame's sandbox: even what the service should ever let through may load and run nothing.
const policy = "default-src 'none'; img-src data:; style-src 'unsafe-inline'";

const everywhere = `
  body { margin: 12px; font: 14px/1.5 "Segoe UI", system-ui, sans-serif; overflow-wrap: break-word; }
  img { max-width: 100%; height: auto; }
  table { max-width: 100%; }
  pre { white-space: pre-wrap; }
`;

/** The writer's colours are part of what was sent: they keep the paper they were chosen for. */
const paper = `
  :root { color-scheme: light; }
  body { background: #fff; color: #1b1a19; }
`;

/** Who needs contrast sees no colour but the theme's own. */
const contrast = `
  :root { color-scheme: dark; }
  body { background: #000; color: #fff; }
  body * { color: inherit !important; background: transparent !important; border-color: #fff !important; }
  td, th { border: 1px solid; }
  body a { color: #ff0 !important; }
`;

/** A page to show a mail's sanitised HTML on, in a frame of its own. */
export function mailPage(html: string, theme: TeamsTheme): string {
  const style = everywhere + (theme === "contrast" ? contrast : paper);
  return `<!doctype html><html><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><meta name="referrer" content="no-referrer"><style>${style}</style></head><body>${html}</body></html>`;
}
