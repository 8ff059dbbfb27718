import { describe, expect, it } from "vitest";
import { pathOf, routeOf, type ShellRoute } from "#local/teams-shell/page/routes.ts";

const personId = "a11ce000-0000-4000-8000-000000000003";

describe("the address of what is shown", () => {
  it.each<ShellRoute>([
    { personId, view: "tab", detail: undefined },
    { personId, view: "tab", detail: "case/CMP-7K3Q-9D?from=50%" },
    { personId, view: "chat", detail: undefined },
    { personId, view: "citizen", detail: "maria+bins@example.org" },
  ])("leads back to it: $view $detail", (route) => {
    expect(routeOf(pathOf(route))).toEqual(route);
  });

  it("reads a percent sign that encodes nothing as it stands", () => {
    expect(routeOf(`/as/${personId}/tab/50%`)?.detail).toBe("50%");
  });

  it.each(["", "/", "/as", `/as/${personId}`, `/as/${personId}/calendar`, "/other/1/tab"])(
    "names nothing when it is %j",
    (path) => {
      expect(routeOf(path)).toBeUndefined();
    },
  );
});
