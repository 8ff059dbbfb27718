import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { type Ref, useEffect, useImperativeHandle, useLayoutEffect, useRef, useState } from "react";
import { Loading, Problem } from "../states.tsx";
import { createHostEnd, type HostEnd } from "./host-protocol.ts";
import type { FrameProgress, Host } from "./host.ts";

const useStyles = makeStyles({
  place: { position: "relative", flexGrow: 1, display: "flex", minHeight: 0 },
  frame: {
    flexGrow: 1,
    width: "100%",
    border: "none",
    // A page of another scheme than its frame's would be put on an opaque canvas.
    colorScheme: "light",
    backgroundColor: tokens.colorNeutralBackground1,
  },
  overlay: { position: "absolute", inset: 0 },
  hidden: { visibility: "hidden" },
});

/** How long a page that has loaded may take to call app.initialize(). */
const patienceMs = 10_000;

type Stage =
  | { readonly kind: "opening" | "waiting" | "connected" }
  | { readonly kind: "failed"; readonly reason: string };

type TeamsFrameProps = {
  readonly src: string;
  readonly title: string;
  readonly host: Omit<Host, "report" | "warn">;
  readonly onRetry: () => void;
  /** The page asked to be told of an event. */
  readonly onListening?: (event: string) => void;
  /** For raising events in the page. */
  readonly end: Ref<HostEnd>;
};

/** A frame whose page runs inside Teams, as far as the page can tell. */
export function TeamsFrame({ src, title, host, onRetry, onListening, end }: TeamsFrameProps) {
  const styles = useStyles();
  const frame = useRef<HTMLIFrameElement>(null);
  const [stage, setStage] = useState<Stage>({ kind: "opening" });
  const onProgress = (progress: FrameProgress) => {
    if (progress.kind === "listening") onListening?.(progress.event);
    else setStage(progress.kind === "failed" ? progress : { kind: "connected" });
  };
  useHostEnd({ frame, host, end, onProgress });

  const isWaiting = stage.kind === "waiting";
  useEffect(() => {
    if (!isWaiting) return;
    const reason = "It loaded, but did not connect to Teams with app.initialize().";
    const timer = setTimeout(() => setStage({ kind: "failed", reason }), patienceMs);
    return () => clearTimeout(timer);
  }, [isWaiting]);

  const onLoad = () =>
    setStage((before) => (before.kind === "opening" ? stageAfterLoad(frame.current) : before));

  const isShown = stage.kind === "connected";
  return (
    <div className={styles.place}>
      <iframe
        ref={frame}
        src={src}
        title={title}
        onLoad={onLoad}
        className={mergeClasses(styles.frame, !isShown && styles.hidden)}
        allow="clipboard-read; clipboard-write"
      />
      {!isShown && (
        <div className={styles.overlay}>
          {stage.kind === "failed" ? (
            <Problem title={`${title} did not open`} message={stage.reason} onRetry={onRetry} />
          ) : (
            <Loading label={`Opening ${title}`} />
          )}
        </div>
      )}
    </div>
  );
}

function stageAfterLoad(frame: HTMLIFrameElement | null): Stage {
  const [navigation] = frame?.contentWindow?.performance.getEntriesByType("navigation") ?? [];
  const status = (navigation as PerformanceNavigationTiming | undefined)?.responseStatus ?? 0;
  if (status < 400) return { kind: "waiting" };
  return { kind: "failed", reason: `The functions host answered ${status}. Is it still starting?` };
}

type HostEndOptions = Pick<TeamsFrameProps, "host" | "end"> & {
  readonly frame: React.RefObject<HTMLIFrameElement | null>;
  readonly onProgress: (progress: FrameProgress) => void;
};

function useHostEnd({ frame, host, end, onProgress }: HostEndOptions): void {
  const hostNow = useRef<Host>(null);
  const hostEnd = useRef<HostEnd>(null);
  useLayoutEffect(() => {
    // eslint-disable-next-line no-console -- what the host does not do must be seen by who tests a tab in it
    hostNow.current = { ...host, report: onProgress, warn: (sentence) => console.warn(sentence) };
  });

  // Before the frame's page can post its first message.
  useLayoutEffect(() => {
    const ownOrigin = window.location.origin;
    hostEnd.current = createHostEnd(
      () => {
        if (hostNow.current === null) throw new Error("The frame has no host yet.");
        return hostNow.current;
      },
      (message) => frame.current?.contentWindow?.postMessage(message, ownOrigin),
    );
    const onMessage = ({ source, origin, data }: MessageEvent<unknown>) => {
      if (source !== frame.current?.contentWindow || origin !== ownOrigin) return;
      void hostEnd.current?.receive(data);
    };
    window.addEventListener("message", onMessage);
    return () => window.removeEventListener("message", onMessage);
  }, [frame]);

  useImperativeHandle(
    end,
    () => ({
      receive: (data) => hostEnd.current?.receive(data) ?? Promise.resolve(),
      raise: (event, ...args) => hostEnd.current?.raise(event, ...args),
    }),
    [],
  );
}
