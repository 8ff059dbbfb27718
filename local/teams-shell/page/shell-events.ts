import { shellEventSchema, type ShellEvent } from "../api.ts";

/** What the server says changed, and whether it can still be heard. */
export type ShellNews = ShellEvent | { readonly type: "connected" | "disconnected" };

const channelName = "redress-shell-news";
const reconnectMs = 2_000;

/**
 * Calls back with the server's news until the signal aborts. A browser keeps at most six connections
 * to one server, and a visitor may open a window for each person: so one window holds the event
 * stream for all of them, and another takes over when it closes.
 */
export function listenForNews(onNews: (news: ShellNews) => void, signal: AbortSignal): void {
  const windows = new BroadcastChannel(channelName);
  windows.onmessage = ({ data }: MessageEvent<ShellNews>) => onNews(data);
  signal.addEventListener("abort", () => windows.close());

  const tellAll = (news: ShellNews) => {
    if (signal.aborted) return;
    onNews(news);
    windows.postMessage(news);
  };
  navigator.locks
    .request(channelName, { signal }, () => holdEventStream(tellAll, signal))
    .catch((cause: unknown) => {
      if (!signal.aborted) throw cause;
    });
}

function holdEventStream(tell: (news: ShellNews) => void, signal: AbortSignal): Promise<void> {
  let stream: EventSource;
  const open = () => {
    stream = new EventSource("/shell/events");
    stream.onopen = () => tell({ type: "connected" });
    stream.onmessage = ({ data }: MessageEvent<string>) =>
      tell(shellEventSchema.parse(JSON.parse(data)));
    stream.onerror = () => {
      tell({ type: "disconnected" });
      // The browser retries a lost connection by itself, but not one that was answered with an error.
      if (stream.readyState === EventSource.CLOSED && !signal.aborted) {
        setTimeout(() => !signal.aborted && open(), reconnectMs);
      }
    };
  };
  open();
  return new Promise((resolve) => {
    signal.addEventListener("abort", () => {
      stream.close();
      resolve();
    });
  });
}
