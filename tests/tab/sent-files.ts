import PDFDocument from "pdfkit";
import type { CouncilFile } from "./fake-council.ts";

const type = "application/pdf";

/** A PDF with a number on every page, which a password protects when there is one. */
export function pdfOf(pages: number, userPassword?: string): Promise<CouncilFile> {
  const pdf = new PDFDocument({ size: "A4", ...(userPassword !== undefined && { userPassword }) });
  const parts: Buffer[] = [];
  for (let page = 1; page <= pages; page += 1) {
    if (page > 1) pdf.addPage();
    pdf.fontSize(40).text(`Receipt, sheet ${page}`).rect(72, 200, 300, 300).fill();
  }
  return new Promise((resolve, reject) => {
    pdf.on("data", (part: Buffer) => parts.push(part));
    pdf.on("end", () => resolve({ type, content: Buffer.concat(parts) }));
    pdf.on("error", reject);
    pdf.end();
  });
}

/** Eight by eight black dots in JPEG 2000, as scanners write it. */
const blackScan = Buffer.from(
  "/0//UQApAAAAAAAIAAAACAAAAAAAAAAAAAAACAAAAAgAAAAAAAAAAAABBwEB/1IADAAAAAEAAwQEAAH/XAANQEBISFBISFBISFD/ZAAlAAFDcmVhdGVkIGJ5IE9wZW5KUEVHIHZlcnNpb24gMi41LjT/kAAKAAAAAAAVAAH/k9+ACAeAgID/2Q==",
  "base64",
);

/** A scanned sheet: a picture without a word. */
export const scannedPdf: CouncilFile = {
  type,
  content: Buffer.concat([
    Buffer.from(`%PDF-1.5
1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R/Resources<</XObject<</I 5 0 R>>>>>> endobj
4 0 obj <</Length 23>> stream
200 0 0 200 0 0 cm /I Do
endstream endobj
5 0 obj <</Type/XObject/Subtype/Image/Width 8/Height 8/Filter/JPXDecode/Length ${blackScan.length}>> stream
`),
    blackScan,
    Buffer.from("\nendstream endobj\ntrailer <</Root 1 0 R>>\n%%EOF"),
  ]),
};

/** What a transfer that broke off left of a PDF. */
export const brokenPdf: CouncilFile = { type, content: Buffer.from("%PDF-1.7\n1 0 obj\n<<") };

/** A mail that somebody passed on as a file, with no words but those of its page. */
export const passedOnMail: CouncilFile = {
  type: "application/octet-stream",
  content: Buffer.from(
    [
      "From: Ann Hill <ann@hill.example>",
      "To: Parking <parking@wexcombe.gov.uk>",
      "Date: Mon, 9 Nov 2026 10:00:00 +0000",
      "Subject: My permit",
      "Content-Type: text/html; charset=utf-8",
      "",
      "<style>p { color: red }</style><p>Where is my permit?</p><script>alert(1)</script><p>Ann</p>",
    ].join("\r\n"),
  ),
};
