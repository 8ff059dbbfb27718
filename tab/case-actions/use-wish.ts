import { useEffect, useRef, useState } from "react";
import { useLocation, useNavigate } from "react-router";
import type { OfferedAction } from "#api/contract/case-detail.ts";

/** What else is meant by a wish where the service does not offer it: another officer takes over. */
const meantToo: Readonly<Record<string, string>> = { assign: "hand-over" };

/**
 * Does what a key in the list asked of this case, if the service offers it; why not, where it does not.
 * The wish is struck off first, so that coming back to the page does not repeat it.
 */
export function useWish(
  actions: readonly OfferedAction[],
  press: (action: OfferedAction) => void,
): string | undefined {
  const location = useLocation();
  const navigate = useNavigate();
  const [refusal, setRefusal] = useState<string>();
  const wish = wishIn(location.state);
  const done = useRef<string>(undefined);
  useEffect(() => {
    if (wish === undefined || done.current === location.key) return;
    done.current = location.key;
    const meant = [wish, meantToo[wish]].flatMap((type) =>
      actions.filter((action) => action.type === type),
    );
    const offered = meant.find(({ allowed }) => allowed);
    setRefusal(offered === undefined ? whyNot(meant) : undefined);
    void navigate(`${location.pathname}${location.search}`, { replace: true, state: null });
    if (offered !== undefined) press(offered);
  });
  return refusal;
}

function whyNot([first]: readonly OfferedAction[]): string {
  const what = first === undefined ? "That" : `“${first.title}”`;
  return `${what} is not open to you on this case now. ${first?.why ?? ""}`.trim();
}

function wishIn(state: unknown): string | undefined {
  if (typeof state !== "object" || state === null || !("wish" in state)) return undefined;
  return typeof state.wish === "string" ? state.wish : undefined;
}
