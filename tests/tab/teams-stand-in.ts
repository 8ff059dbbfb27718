/** A page that plays Teams to the tab in its frame: `?subPageId=` sets its context. */
export const teamsStandIn = `<!doctype html>
<html lang="en-GB">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Teams</title>
    <link rel="icon" href="data:," />
    <style>
      html, body, iframe { display: block; margin: 0; border: 0; width: 100%; height: 100%; }
      body { overflow: hidden; }
    </style>
  </head>
  <body>
    <iframe title="Redress" src="/tab/"></iframe>
    <script>
      const asked = new URLSearchParams(location.search);
      const context = {
        userObjectId: "a11ce000-0000-4000-8000-000000000001",
        tid: "7b1c6f0e-5a0d-4a52-9d6e-3f6f1c2a9e10",
        theme: "default",
        entityId: "cases",
        subEntityId: asked.get("subPageId") ?? undefined,
        frameContext: "content",
        locale: "en-gb",
        hostName: "Teams",
        hostClientType: "web",
        ringId: "general",
      };
      const runtime = {
        apiVersion: 4,
        hostVersionsInfo: { adaptiveCardSchemaVersion: { majorVersion: 1, minorVersion: 5 } },
        supports: { app: {}, pages: {} },
      };
      const answers = {
        initialize: () => ["content", "web", "2.58.0", JSON.stringify(runtime)],
        getContext: () => [context],
        "authentication.getAuthToken": () => [true, "token-of-the-stand-in"],
      };
      addEventListener("message", ({ data, source, origin }) => {
        const answer = answers[data?.func];
        if (answer === undefined) return;
        source.postMessage(
          { id: data.id, uuidAsString: data.uuidAsString, args: answer() },
          origin,
        );
      });
    </script>
  </body>
</html>`;
