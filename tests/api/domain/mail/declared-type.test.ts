import { Buffer } from "node:buffer";
import { describe, expect, it } from "vitest";
import { typeDisagreement } from "#api/domain/mail/declared-type.ts";
import { fileOf } from "./files.ts";

const jpeg = fileOf("\xff\xd8\xff\xe0\0\x10JFIF\0");
const png = fileOf(
  "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\0\0\0\0\0\0\0\0IDAT",
);
const pdf = fileOf("%PDF-1.7\n");
const program = fileOf("MZ\x90\0\x03\0\0\0");
const compound = fileOf("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1");
const zip = fileOf("PK\x03\x04\x14\0\0\0");
const xml = Buffer.from('<?xml version="1.0"?><a/>');
const calendar = Buffer.from("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n");
const text = Buffer.from("Dear council");

describe("a file that is what its sender calls it", () => {
  it.each<[string, string, Uint8Array]>([
    ["a photo", "image/jpeg", jpeg],
    ["a photo with its name in the header", 'Image/JPEG; name="bins.jpg"', jpeg],
    ["a photo with spaces around its type", " image/jpeg ;name=x", jpeg],
    ["a photo under a common other name", "image/jpg", jpeg],
    ["a photo as Internet Explorer called it", "image/pjpeg", jpeg],
    ["a picture as old programs called it", "image/x-png", png],
    ["a document as old programs called it", "application/x-pdf", pdf],
    ["a song", "audio/mp3", fileOf("\xff\xfb\x90\x64\0\0\0\0")],
    ["a letter of Word, which is wrapped", "application/msword", compound],
    [
      "a new letter of Word, which is zipped",
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
      zip,
    ],
    ["a zip as Windows calls it", "application/x-zip-compressed", zip],
    ["a spreadsheet in XML", "application/vnd.ms-excel", xml],
    ["a backup", "application/x-tgz", fileOf("\x1f\x8b\x08\0")],
    ["a packed folder", "application/vnd.rar", fileOf("Rar!\x1a\x07\0")],
    ["another packed folder", "application/x-7zip", fileOf("7z\xbc\xaf\x27\x1c")],
    ["an invitation under its older name", "application/ics", calendar],
    ["a text, whose bytes say nothing", "text/plain", text],
    ["a page, whose bytes say nothing", "text/html", text],
  ])("%s is not spoken of", async (_what, declared, content) => {
    expect(await typeDisagreement(declared, content)).toBeUndefined();
  });

  it.each(["", " ;name=x", "application/octet-stream", "application/binary", "message/rfc822"])(
    "one that is called nothing at all is not spoken of: “%s”",
    async (declared) => {
      expect(await typeDisagreement(declared, program)).toBeUndefined();
    },
  );
});

describe("a file that is not what its sender calls it", () => {
  it.each<[string, Uint8Array, string]>([
    ["image/jpeg", program, "application/x-msdownload"],
    ["image/jpg", program, "application/x-msdownload"],
    ["application/pdf", program, "application/x-msdownload"],
    ["application/msword", program, "application/x-msdownload"],
    ["image/png", jpeg, "image/jpeg"],
    ["image/jpeg", pdf, "application/pdf"],
    ["application/pdf", jpeg, "image/jpeg"],
    ["application/pdf", zip, "application/zip"],
    ["application/x-pdf", zip, "application/zip"],
    ["image/jpeg", zip, "application/zip"],
    ["text/plain", zip, "application/zip"],
    ["text/plain", calendar, "text/calendar"],
    ["application/msword", jpeg, "image/jpeg"],
  ])("called %s is spoken of", async (declared, content, found) => {
    expect(await typeDisagreement(declared, content)).toBe(
      `It was sent as ${declared}, but by its first bytes it is ${found}.`,
    );
  });

  it("is named without what its header adds", async () => {
    expect(await typeDisagreement('IMAGE/PNG; name="bins.png"', pdf)).toBe(
      "It was sent as image/png, but by its first bytes it is application/pdf.",
    );
  });
});
