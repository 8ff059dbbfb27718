import { Button, makeStyles, tokens } from "@fluentui/react-components";
import type { PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { useEffect, useState } from "react";
import { SkeletonLines } from "../ui/skeleton-lines.tsx";
import { openPdf, whyNotDrawn } from "./open-pdf.ts";
import { PdfPage } from "./pdf-page.tsx";
import { Told } from "./told.tsx";

const useStyles = makeStyles({
  tools: {
    position: "sticky",
    inset: "0 auto auto 0",
    zIndex: 1,
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: tokens.spacingHorizontalS,
    paddingBottom: tokens.spacingVerticalXS,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  pages: { display: "grid", gap: tokens.spacingVerticalM },
});

/** More than this nobody reads in a dialog, and each page takes room before it is drawn. */
const mostPages = 50;
/** Of the width that the dialog has. */
const widths = ["100%", "150%", "200%", "300%"];

type Opened =
  | { readonly kind: "opening" }
  | { readonly kind: "open"; readonly pdf: PDFDocumentProxy }
  | { readonly kind: "not drawn"; readonly why: string };

/** The pages of a PDF below each other, drawn as they come into sight. */
export function PdfPages({ file }: { readonly file: Blob }) {
  const opened = useOpened(file);
  if (opened.kind === "opening") return <SkeletonLines label="Opening the PDF" widths={[90, 70]} />;
  if (opened.kind === "not drawn") return <Told alert>{opened.why}</Told>;
  return <Pages pdf={opened.pdf} />;
}

function Pages({ pdf }: { readonly pdf: PDFDocumentProxy }) {
  const styles = useStyles();
  const [size, setSize] = useState(0);
  const shown = Math.min(pdf.numPages, mostPages);
  return (
    <>
      <div className={styles.tools} role="group" aria-label="Size of the pages">
        <Button size="small" disabled={size === 0} onClick={() => setSize(size - 1)}>
          Smaller
        </Button>
        <Button
          size="small"
          disabled={size === widths.length - 1}
          onClick={() => setSize(size + 1)}
        >
          Larger
        </Button>
        <span>{pdf.numPages === 1 ? "1 page" : `${pdf.numPages} pages`}</span>
      </div>
      {shown < pdf.numPages && (
        <Told>Only the first {shown} are shown here. Download the file to read all of it.</Told>
      )}
      <div className={styles.pages} style={{ width: widths[size] }}>
        {Array.from({ length: shown }, (_, index) => (
          <PdfPage key={index} pdf={pdf} number={index + 1} />
        ))}
      </div>
    </>
  );
}

function useOpened(file: Blob): Opened {
  const [opened, setOpened] = useState<Opened>({ kind: "opening" });
  useEffect(() => {
    let left = false;
    const task = openPdf(file);
    const open = async (): Promise<Opened> => {
      try {
        return { kind: "open", pdf: await (await task).promise };
      } catch (error) {
        return { kind: "not drawn", why: whyNotDrawn(error) };
      }
    };
    void open().then((outcome) => {
      if (!left) setOpened(outcome);
    });
    return () => {
      left = true;
      // Ends the worker too; a task that never began has none.
      void task.then((begun) => begun.destroy()).catch(() => undefined);
    };
  }, [file]);
  return opened;
}
