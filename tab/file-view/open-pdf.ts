import type { PDFDocumentLoadingTask } from "pdfjs-dist/legacy/build/pdf.mjs";
import workerAddress from "pdfjs-dist/legacy/build/pdf.worker.min.mjs?url";

/** Beyond this an embedded picture is left out: a small file can unpack into one that fills the memory. */
const mostPictureDots = 50_000_000;

/**
 * Begins to read a PDF in a worker of its own: nothing of it runs, nothing of it is loaded from
 * elsewhere. The legacy build brings along what the web views of phones do not have yet.
 */
export async function openPdf(file: Blob): Promise<PDFDocumentLoadingTask> {
  const [pdfjs, content] = await Promise.all([
    import("pdfjs-dist/legacy/build/pdf.mjs"),
    file.arrayBuffer(),
  ]);
  pdfjs.GlobalWorkerOptions.workerSrc = workerAddress;
  const worker = new URL(workerAddress, location.href);
  return pdfjs.getDocument({
    data: content,
    isEvalSupported: false,
    enableXfa: false,
    // The page's own policy refuses WebAssembly; scans in JPEG 2000 have a decoder in JavaScript.
    useWasm: false,
    wasmUrl: new URL(`pdfjs-${pdfjs.version}/`, worker).href,
    maxImageSize: mostPictureDots,
    verbosity: pdfjs.VerbosityLevel.ERRORS,
  });
}

/** Why a PDF cannot be drawn, and what to do instead. */
export function whyNotDrawn(error: unknown): string {
  return error instanceof Error && error.name === "PasswordException"
    ? "A password protects this PDF. Download it, and open it with the password its sender gave."
    : "This PDF cannot be drawn here; it may be damaged. Download it to try another program.";
}
