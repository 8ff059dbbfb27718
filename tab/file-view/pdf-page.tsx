import { dialogContentClassNames, makeStyles, tokens } from "@fluentui/react-components";
import type {
  PageViewport,
  PDFDocumentProxy,
  PDFPageProxy,
  RenderTask,
} from "pdfjs-dist/legacy/build/pdf.mjs";
import { type RefObject, useEffect, useEffectEvent, useRef, useState } from "react";

const useStyles = makeStyles({
  page: {
    position: "relative",
    boxSizing: "border-box",
    overflow: "hidden",
    // Paper is white in every theme: what is drawn on it was chosen for that.
    backgroundColor: "#fff",
    border: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  canvas: { display: "block", width: "100%", height: "100%" },
  words: {
    position: "absolute",
    width: "1px",
    height: "1px",
    overflow: "hidden",
    clipPath: "inset(50%)",
    whiteSpace: "pre-line",
  },
  told: { position: "absolute", margin: tokens.spacingHorizontalM, color: "#242424" },
});

/** A4 upright, until the page says what it is. */
const a4 = { width: 210, height: 297 };
/** A canvas beyond this fails on phones. */
const mostDots = 16_000_000;

type PdfPageProps = {
  readonly pdf: PDFDocumentProxy;
  readonly number: number;
};

/** One page: drawn while it is near what is in sight, its words there for those who hear them. */
export function PdfPage({ pdf, number }: PdfPageProps) {
  const styles = useStyles();
  const place = useRef<HTMLElement>(null);
  const isNear = useIsNear(place);
  const [page, setPage] = useState<{ readonly proxy: PDFPageProxy; readonly words: string }>();
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    if (!isNear) return;
    // A page once read is kept by the PDF itself, so coming back to it costs nothing.
    readPage(pdf, number).then(setPage, () => setFailed(true));
  }, [pdf, number, isNear]);
  const { width, height } = page?.proxy.getViewport({ scale: 1 }) ?? a4;
  return (
    <section
      ref={place}
      aria-label={`Page ${number} of ${pdf.numPages}`}
      className={styles.page}
      style={{ aspectRatio: width / height }}
    >
      {failed && <p className={styles.told}>This page cannot be drawn. Download the file.</p>}
      {isNear && !failed && page !== undefined && (
        <Drawing page={page.proxy} onFailed={() => setFailed(true)} />
      )}
      {page !== undefined && <div className={styles.words}>{page.words}</div>}
    </section>
  );
}

async function readPage(pdf: PDFDocumentProxy, number: number) {
  const proxy = await pdf.getPage(number);
  const { items } = await proxy.getTextContent();
  const words = items.map((item) => ("str" in item ? item.str + (item.hasEOL ? "\n" : "") : ""));
  return { proxy, words: words.join("").trim() || "No words on this page can be read out." };
}

type DrawingProps = { readonly page: PDFPageProxy; readonly onFailed: () => void };

/** A page as it looks, drawn anew for every size it gets, and gone when the page is far away. */
function Drawing({ page, onFailed }: DrawingProps) {
  const styles = useStyles();
  const paper = useRef<HTMLCanvasElement>(null);
  const [drawn, setDrawn] = useState(false);
  const failed = useEffectEvent(onFailed);
  useEffect(() => {
    const { current: canvas } = paper;
    if (canvas === null) return;
    let drawing: RenderTask | undefined;
    const sizes = new ResizeObserver(() => {
      drawing?.cancel();
      drawing = page.render({ canvas, viewport: fitInto(canvas, page) });
      drawing.promise.then(
        () => setDrawn(true),
        (error: unknown) => {
          const cancelled = error instanceof Error && error.name === "RenderingCancelledException";
          if (!cancelled) failed();
        },
      );
    });
    sizes.observe(canvas);
    return () => {
      sizes.disconnect();
      drawing?.cancel();
    };
  }, [page]);
  return (
    <>
      {!drawn && <p className={styles.told}>Drawing…</p>}
      <canvas ref={paper} className={styles.canvas} aria-hidden />
    </>
  );
}

/** Gives a canvas as many dots as the screen shows of it, and says how the page fills them. */
function fitInto(canvas: HTMLCanvasElement, page: PDFPageProxy): PageViewport {
  const whole = page.getViewport({ scale: 1 });
  const sharp = (canvas.clientWidth * devicePixelRatio) / whole.width;
  const viewport = page.getViewport({
    scale: Math.min(sharp, Math.sqrt(mostDots / (whole.width * whole.height))),
  });
  canvas.width = Math.floor(viewport.width);
  canvas.height = Math.floor(viewport.height);
  return viewport;
}

/** Whether something is in sight in its dialog, or a screen away from that. */
function useIsNear(place: RefObject<HTMLElement | null>): boolean {
  const [isNear, setIsNear] = useState(false);
  useEffect(() => {
    const { current: element } = place;
    if (element === null) return;
    const observer = new IntersectionObserver(
      (entries) => setIsNear(entries.at(-1)?.isIntersecting === true),
      { root: element.closest(`.${dialogContentClassNames.root}`), rootMargin: "100%" },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [place]);
  return isNear;
}
