import { describe, expect, it } from "vitest";
import { matchRoute, overlap, parseRoute } from "#local/functions-host/routes.ts";

const match = (template: string, path: string) =>
  matchRoute(parseRoute(template, ["GET"]), "GET", path);

describe("a route", () => {
  it.each([
    ["api/cases", "/api/cases", {}],
    ["api/cases", "/API/Cases/", {}],
    ["api/cases/{id}", "/api/cases/WBC-1", { id: "WBC-1" }],
    ["api/cases/{id}/events", "/api/cases/a%20b/events", { id: "a b" }],
    ["api/mail/{key}", "/api/mail/a%2Fb", { key: "a%2Fb" }],
    ["api/mail/{key}", "/api/mail/%E0%A4%A", { key: "%E0%A4%A" }],
    ["api/cases/{id:int?}", "/api/cases", {}],
    ["api/cases/{id:int?}", "/api/cases/12", { id: "12" }],
    [
      "api/{kind:alpha}/{id:guid}",
      "/api/x/0f0e0d0c-1111-4222-8333-444455556666",
      {
        kind: "x",
        id: "0f0e0d0c-1111-4222-8333-444455556666",
      },
    ],
    ["tab/{*path}", "/tab", {}],
    ["tab/{*path}", "/tab/assets/main.js", { path: "assets/main.js" }],
    ["{*path}", "/", {}],
  ])("%s answers %s", (template, path, parameters) => {
    expect(match(template, path)).toEqual(parameters);
  });

  it.each([
    ["api/cases", "/api"],
    ["api/cases", "/api/cases/1"],
    ["api/cases/{id}", "/api/cases/"],
    ["api/cases/{id}", "/api/cases//"],
    ["api/cases/{id:int}", "/api/cases/one"],
    ["api/cases/{name:alpha}", "/api/cases/a1"],
    ["tab/{*path}", "/table"],
  ])("%s does not answer %s", (template, path) => {
    expect(match(template, path)).toBeUndefined();
  });

  it("answers only its own methods", () => {
    expect(matchRoute(parseRoute("api/cases", ["post"]), "POST", "/api/cases")).toEqual({});
    expect(matchRoute(parseRoute("api/cases", ["post"]), "GET", "/api/cases")).toBeUndefined();
  });

  it.each(["{name}.{ext}", "{id:regex(^a$)}", "{id:float}", "{id=7}", "{*path}/x", "{id?}/x"])(
    "with the template %s is refused rather than read differently from Azure",
    (template) => {
      expect(() => parseRoute(template, ["GET"])).toThrow();
    },
  );
});

describe("two routes", () => {
  const both = (one: string, other: string) =>
    overlap(parseRoute(one, ["GET"]), parseRoute(other, ["GET"]));

  it.each([
    ["api/cases", "API/CASES"],
    ["api/cases/{id}", "api/cases/search"],
    ["api/cases/{id}", "api/{kind}/search"],
    ["api/cases/{id:int?}", "api/cases"],
    ["api/cases/{id?}", "api/cases/{name:alpha?}"],
    ["{*path}", "api/cases/{id}/events"],
    ["tab/{*path}", "tab"],
    ["api/{x:alpha}", "api/{y:guid}"],
  ])("%s and %s overlap, whichever comes first", (one, other) => {
    expect(both(one, other)).toBe(true);
    expect(both(other, one)).toBe(true);
  });

  it.each([
    ["api/cases", "api/mail"],
    ["api/cases/{id}", "api/cases"],
    ["api/cases/{id}", "api/cases/{id}/events"],
    ["api/cases/{id:int}", "api/cases/search"],
    ["api/cases/{id:int}", "api/cases/{name:alpha}"],
    ["tab/{*path}", "api/{*path}"],
  ])("%s and %s do not overlap, whichever comes first", (one, other) => {
    expect(both(one, other)).toBe(false);
    expect(both(other, one)).toBe(false);
  });

  it("of different methods do not overlap", () => {
    const [read, write] = [parseRoute("cases", ["GET"]), parseRoute("cases", ["POST"])];
    expect(overlap(read, write)).toBe(false);
  });
});
