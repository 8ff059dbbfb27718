import { describe, expect, it } from "vitest";
import { isProgram, shownType, typeOf } from "#api/domain/mail/known-file.ts";
import { fileOf } from "./files.ts";

const programs: readonly (readonly [what: string, file: Uint8Array, type: string])[] = [
  ["Windows", fileOf("MZ\x90\0\x03\0\0\0"), "application/x-msdownload"],
  [
    "a shortcut",
    fileOf("L\0\0\0\x01\x14\x02\0\0\0\0\0\xc0\0\0\0\0\0\0F"),
    "application/x.ms.shortcut",
  ],
  ["the registry", fileOf("REGEDIT4\r\n"), "application/x-ms-regedit"],
  ["Windows help", fileOf("ITSF\x03\0\0\0"), "application/vnd.ms-htmlhelp"],
  ["Linux", fileOf("\x7fELF\x02\x01\x01"), "application/x-elf"],
  ["a Mac", fileOf("\xcf\xfa\xed\xfe\x07\0\0\x01"), "application/x-mach-binary"],
  ["an alias of a Mac", fileOf("book\0\0\0\0mark\0\0\0\0"), "application/x.apple.alias"],
  ["Java", fileOf("\xca\xfe\xba\xbe\0\0\0\x34"), "application/java-vm"],
  ["a web page's engine", fileOf("\0asm\x01\0\0\0"), "application/wasm"],
  ["Flash", fileOf("FWS\x0a"), "application/x-shockwave-flash"],
  ["Debian", fileOf("!<arch>\ndebian-binary   "), "application/x-deb"],
  ["Red Hat", fileOf("\xed\xab\xee\xdb"), "application/x-rpm"],
  ["Chrome", fileOf("Cr24\x03\0\0\0"), "application/x-google-chrome-extension"],
];

const pages = [
  "<!DOCTYPE html><script>alert(1)</script>",
  "<!doctype\n html>",
  "<html><body>Sign in</body></html>",
  "<HEAD><title>Invoice</title>",
  "<body onload=alert(1)>",
  "<script>alert(1)</script>",
  "\ufeff \r\n<!-- saved from --> <?xml version='1.0'?>\n<!-- - -- ->-->\n<html>",
];

const evidence: readonly (readonly [what: string, file: Uint8Array, type: string])[] = [
  ["a photo", fileOf("\xff\xd8\xff\xe0\0\x10JFIF\0"), "image/jpeg"],
  ["a phone's photo", fileOf("\0\0\0\x18ftypheic\0\0\0\0"), "image/heic"],
  ["a scan", fileOf("II*\0\x10\0\0\0"), "image/tiff"],
  ["a document", fileOf("%PDF-1.7\n"), "application/pdf"],
  ["a letter of Word", fileOf("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), "application/x-cfb"],
  ["a formatted text", fileOf("{\\rtf1 hello}"), "application/rtf"],
  ["a folder of files", fileOf("PK\x03\x04\x14\0\0\0"), "application/zip"],
  ["a text", Buffer.from("Dear council, <html> is not my cup of tea."), "application/octet-stream"],
  ["a text on pages", Buffer.from("<htmlarea> is a word"), "application/octet-stream"],
  ["a text after a note", Buffer.from("<!-- never closed <html>"), "application/octet-stream"],
  [
    "a text with a page far below",
    Buffer.from(`${"word ".repeat(300)}<html>`),
    "application/octet-stream",
  ],
  [
    "a drawing",
    Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'/>"),
    "application/octet-stream",
  ],
  ["nothing", new Uint8Array(), "application/octet-stream"],
];

describe("a file that somebody hands in", () => {
  it.each(programs)("is a program by its own bytes: one for %s", async (_what, file, type) => {
    expect(await typeOf(file)).toBe(type);
    expect(await isProgram(file)).toBe(true);
    expect(await shownType(file)).toBeUndefined();
  });

  it.each(pages)("is a web page, which runs as a program does: %s", async (text) => {
    expect(await isProgram(Buffer.from(text))).toBe(true);
    expect(await shownType(Buffer.from(text))).toBeUndefined();
  });

  it.each(evidence)("is evidence and no program: %s", async (_what, file, type) => {
    expect(await typeOf(file)).toBe(type);
    expect(await isProgram(file)).toBe(false);
  });

  it("is looked at in no time, however many notes stand before what it is", async () => {
    expect(await isProgram(Buffer.from("<!---->".repeat(100_000)))).toBe(false);
  });
});

describe("what a browser may show of it", () => {
  it.each([
    [
      "image/png",
      fileOf("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\0\0\0\0\0\0\0\0IDAT"),
    ],
    ["image/jpeg", fileOf("\xff\xd8\xff\xe0\0\x10JFIF\0")],
    ["image/gif", fileOf("GIF89a")],
    ["image/webp", fileOf("RIFF\x24\0\0\0WEBPVP8 ")],
    ["application/pdf", fileOf("%PDF-1.7\n")],
  ])("is %s, told from its bytes", async (type, file) => {
    expect(await shownType(file)).toBe(type);
  });

  it.each([
    ["a scan", fileOf("II*\0\x10\0\0\0")],
    ["a film", fileOf("RIFF\x24\0\0\0AVI ")],
    ["a drawing that may hold scripts", Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'/>")],
    ["a folder of files", fileOf("PK\x03\x04\x14\0\0\0")],
    ["a text", Buffer.from("Dear council")],
  ])("is nothing of %s, which is downloaded", async (_what, file) => {
    expect(await shownType(file)).toBeUndefined();
  });
});
