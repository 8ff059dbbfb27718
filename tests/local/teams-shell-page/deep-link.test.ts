import { describe, expect, it } from "vitest";
import { placeOfDeepLink } from "#local/teams-shell/page/tab/deep-link.ts";

const entity = "https://teams.microsoft.com/l/entity/app-1/cases";

describe("a Teams deep link", () => {
  it("names the app, the page and the sub page", () => {
    const context = encodeURIComponent('{"subEntityId":"case/CMP-7K3Q-9D"}');
    const link = `${entity}?webUrl=https%3A%2F%2Fexample.org&label=Case&context=${context}&tenantId=t`;
    expect(placeOfDeepLink(link)).toEqual({
      appId: "app-1",
      pageId: "cases",
      subPageId: "case/CMP-7K3Q-9D",
    });
  });

  it("opens the app's page when it has no usable sub page", () => {
    const page = { appId: "app-1", pageId: "cases" };
    expect(placeOfDeepLink(entity)).toEqual(page);
    expect(placeOfDeepLink(`${entity}?context=not-json`)).toEqual(page);
    expect(placeOfDeepLink(`${entity}?context=${encodeURIComponent('{"subEntityId":5}')}`)).toEqual(
      page,
    );
  });

  it.each([
    "https://www.gov.uk/l/entity/app-1/cases",
    "https://teams.microsoft.com.example.org/l/entity/app-1/cases",
    "https://teams.microsoft.com/l/chat/0/0?users=x",
    "https://teams.microsoft.com/l/entity/app-1",
    "not a link",
  ])("is not %s", (link) => {
    expect(placeOfDeepLink(link)).toBeUndefined();
  });
});
