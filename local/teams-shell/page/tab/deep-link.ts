import { z } from "zod";

/** A place inside a Teams app, as a link of the form `/l/entity/{appId}/{pageId}` names it. */
export type AppPlace = {
  readonly appId: string;
  readonly pageId: string;
  readonly subPageId?: string;
};

const linkContextSchema = z.object({ subEntityId: z.string().min(1).optional() });

const entityPath = /^\/l\/entity\/([^/]+)\/([^/]+)\/?$/;

/** The place in an app that a Teams deep link opens; undefined for every other address. */
export function placeOfDeepLink(link: string): AppPlace | undefined {
  if (!URL.canParse(link)) return undefined;
  const url = new URL(link);
  const [, appId, pageId] = entityPath.exec(url.pathname) ?? [];
  if (url.host !== "teams.microsoft.com" || !appId || !pageId) return undefined;
  const subPageId = subPageOf(url.searchParams.get("context"));
  return { appId, pageId, ...(subPageId === undefined ? {} : { subPageId }) };
}

/** Whether a link leads to a web page, a mail or a call, and not, say, to code. */
export const isOutsideAddress = (link: string): boolean => /^(https?|mailto|tel):/i.test(link);

function subPageOf(context: string | null): string | undefined {
  if (context === null) return undefined;
  try {
    return linkContextSchema.safeParse(JSON.parse(context)).data?.subEntityId;
  } catch {
    // Teams opens the app's first page when a link's context is not JSON.
    return undefined;
  }
}
