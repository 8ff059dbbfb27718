import { makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";

const useStyles = makeStyles({
  paper: {
    width: "100%",
    minHeight: "80px",
    border: "none",
    colorScheme: "light",
    borderRadius: tokens.borderRadiusMedium,
    // Letters are written for white paper, whatever the theme around them.
    backgroundColor: "#ffffff",
  },
});

const policy = "default-src 'none'; img-src data: cid:; style-src 'unsafe-inline'";

/** An HTML mail on white paper, with nothing in it able to run or to fetch. */
export function HtmlMail({ html, title }: { readonly html: string; readonly title: string }) {
  const styles = useStyles();
  const [height, setHeight] = useState(80);
  return (
    <iframe
      title={title}
      // Same origin only so that its height can be read: scripts stay forbidden.
      sandbox="allow-same-origin allow-popups"
      className={styles.paper}
      style={{ height }}
      srcDoc={documentOf(html)}
      onLoad={({ currentTarget }) =>
        setHeight(currentTarget.contentDocument?.documentElement.scrollHeight ?? 80)
      }
    />
  );
}

const documentOf = (html: string): string => `<!doctype html><html lang="en-GB"><head>
<meta http-equiv="Content-Security-Policy" content="${policy}"><base target="_blank">
<style>body { font: 14px/20px "Segoe UI", system-ui, sans-serif; margin: 12px; overflow-wrap: anywhere; }</style>
</head><body>${html}</body></html>`;
