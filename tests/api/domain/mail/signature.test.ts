import { describe, expect, it } from "vitest";
import { cutSignature } from "#api/domain/mail/signature.ts";

const letter = "The bins were missed again today.\n\nPlease come back on Friday.";
const whole = (text: string) => ({ text, signature: "" });
const below = (signature: string) => ({ text: letter, signature });

describe("a signature below a delimiter", () => {
  it.each(["--", "__", "—", "––", " --", "   __"])("is known by %j", (delimiter) => {
    const signature = `${delimiter}\nJoan Whitfield\n\nChair, Quay Street Residents`;
    expect(cutSignature(`${letter}\n${signature}`)).toEqual(below(signature.trim()));
    expect(cutSignature(`${letter}\n\n${signature}`)).toEqual(below(signature.trim()));
  });

  it.each(["-", "- -", "-- Joan", "Joan --", "_", "– –", "=="])("is not known by %j", (line) => {
    const text = `${letter}\n${line}\nand that is all`;
    expect(cutSignature(text)).toEqual(whole(text));
  });

  it("may be all that there is", () => {
    expect(cutSignature("--\nJoan Whitfield")).toEqual({
      text: "",
      signature: "--\nJoan Whitfield",
    });
  });

  it("begins at the first of several", () => {
    const signature = "--\nJoan\n--\nScanned by QuayNet\n--\nQuayNet";
    expect(cutSignature(`${letter}\n${signature}`)).toEqual(below(signature));
  });

  it("has no more than fifteen lines, blank ones not counted", () => {
    const line = (_: unknown, at: number) => `${at}. Joan\n`;
    const fits = `--\n${Array.from({ length: 15 }, line).join("\n")}`.trim();
    expect(cutSignature(`${letter}\n${fits}`)).toEqual(below(fits));
    const tooLong = `${letter}\n${fits}\n16. Joan`;
    expect(cutSignature(tooLong)).toEqual(whole(tooLong));
  });

  it("has no more than 1,200 characters", () => {
    const fits = `--\n${"a".repeat(600)}\n${"b".repeat(600)}`;
    expect(cutSignature(`${letter}\n${fits}`)).toEqual(below(fits));
    expect(cutSignature(`${letter}\n${fits}b`)).toEqual(whole(`${letter}\n${fits}b`));
  });
});

describe("a signature below a rule", () => {
  it.each(["___", "---", "***", "===", "________________", "-----------", " ====="])(
    "is one when it says how to reach somebody: %j",
    (rule) => {
      const signature = `${rule}\nJoan Whitfield\nTel 01632 960123`;
      expect(cutSignature(`${letter}\n${signature}`)).toEqual(below(signature.trim()));
    },
  );

  it.each([
    "Joan\njoan@example.com",
    "Joan\nhttp://quay.example",
    "Joan\nhttps://quay.example",
    "Joan\nwww.quay.example",
    "Joan\nTEL on request",
    "Joan\nPhone: see below",
    "Joan\nMobile of Tom",
    "Joan\nFax of Tom",
    "Joan\nMob of Tom",
    "Joan\n(01632) 960-123",
    "Joan\n01632 960123",
    "Joan\nTo unsubscribe, write to us",
    "Joan\nTo post, write to us",
    "Joan\nTo stop receiving these, write to us",
    "You received this message as a member",
    "You are receiving this e-mail as a member",
    "You are receiving this because you joined",
    "Unsubscribe",
    "Quay Street mailing list",
    "Reply to this email directly or call",
    "View it on GitHub",
    "Confidential: for the council alone",
  ])("says so by %j", (lines) => {
    expect(cutSignature(`${letter}\n===\n${lines}`)).toEqual(below(`===\n${lines}`));
  });

  it.each([
    "Secondly, at 10 the crew came with 12 bins.",
    "Secondly, nobody will telephone me.",
    "Secondly, meet me @ noon",
    "Secondly, we are on the mailing list of the school.",
    "Secondly, I want to unsubscribe.",
    "Secondly, the www is slow.",
  ])("is part of the letter when it does not: %j", (line) => {
    const text = `${letter}\n===\n${line}`;
    expect(cutSignature(text)).toEqual(whole(text));
  });

  it.each(["--\nJoan Whitfield\nTel 01632 960123", "***\nJoan Whitfield\nTel 01632 960123"])(
    "is not begun by the rule between two parts of the letter above it: %j",
    (signature) => {
      const parts = `${letter}\n---\nSecondly, the lid is broken.`;
      expect(cutSignature(`${parts}\n${signature}`)).toEqual({ text: parts, signature });
    },
  );

  it("is part of the letter when nothing stands above it", () => {
    const text = "===\nPlease ring me on 01632 960123.";
    expect(cutSignature(text)).toEqual(whole(text));
  });
});

describe("small print", () => {
  it.each([
    "Confidentiality notice: for the addressee alone.",
    "PRIVACY STATEMENT",
    "Legal disclaimer",
    "Important - note",
    "E-mail warning",
    "Email disclaimer",
    "** Disclaimer **",
    "Privileged and confidential",
    "Privileged/confidential",
    "Confidential: for the council",
    "Confidentiality: for the council",
    "This email is confidential.",
    "This e-mail (and any attachments) may be privileged.",
    "This message together with its attachments contains private information.",
    "This communication was sent to you and is private.",
    "The information contained in this email is for you.",
    "The contents of this message are for you.",
    "The information transmitted in this communication is for you.",
    "This email and any files transmitted with it are yours.",
    "If you have received this in error, tell us.",
    "If you are not the intended reader, tell us.",
    "Diese E-Mail enthält vertrauliche Informationen.",
    "Diese Nachricht ist vertraulich.",
    "Ce message et ses pièces jointes sont confidentiels.",
    "Ce courriel est strictement confidentiel.",
    "Este correo es confidencial.",
    "Este mensaje va dirigido a usted.",
    "Questo messaggio contiene informazioni riservate.",
    "Le informazioni contenute in questo messaggio sono private.",
    "Esta mensagem é confidencial.",
    "Dit bericht is vertrouwelijk.",
    "Please consider the environment before printing this.",
    "Please think before printing.",
    "Save paper: do not print.",
    "Save trees!",
  ])("is no part of the letter: %s", (print) => {
    const signature = `${print}\n\nQuay Street Residents`;
    expect(cutSignature(`${letter}\n\n${signature}`)).toEqual(below(signature));
  });

  it("begins below a line of one or two marks too", () => {
    expect(cutSignature(`${letter}\n\n**\nDisclaimer\nDo not copy.`)).toEqual({
      text: `${letter}\n\n**`,
      signature: "Disclaimer\nDo not copy.",
    });
  });

  it.each([
    [
      "in the middle of a paragraph",
      `${letter}\nOh!\nConfidential: my date of birth.\nYours, Joan`,
    ],
    ["as the first words of all", `Confidential: my date of birth.\n\n${letter}`],
    ["in a sentence", `${letter}\n\nI think it is privileged and confidential.`],
    ["of something else", `${letter}\n\nThis message was rude.`],
    ["of what is to be saved", `${letter}\n\nSave our library!`],
  ])("is not what somebody says %s", (_where, text) => {
    expect(cutSignature(text)).toEqual(whole(text));
  });

  it.each(["--\nJoan\n\nDisclaimer\nDo not copy.", "Disclaimer\nDo not copy.\n--\nJoan"])(
    "and a delimiter make one signature, from the first of them: %j",
    (signature) => {
      expect(cutSignature(`${letter}\n\n${signature}`)).toEqual(below(signature));
    },
  );
});

describe("a name with a dash before it, as on paper", () => {
  it.each([
    "-Joan",
    "- Joan",
    "— Joan Whitfield",
    "–Joan Whitfield-Reed",
    "~ Joan M. O’Neill",
    "--Zoë",
    "  -Joan",
  ])("is a signature: %j", (name) => {
    expect(cutSignature(`${letter}\n${name}`)).toEqual(below(name.trim()));
    expect(cutSignature(`${letter}\n\n${name}`)).toEqual(below(name.trim()));
    expect(cutSignature(`${letter}\n\n${name}\n\nSent from my iPhone`)).toEqual(
      below(`${name.trim()}\n\nSent from my iPhone`),
    );
  });

  it("may stand below a line with dashes and colons in it", () => {
    const text = "Note: the job is half-done - come back";
    expect(cutSignature(`${text}\n-Joan`)).toEqual({ text, signature: "-Joan" });
  });

  it.each([
    ["an item of an indented list", `${letter}\n  - Bins\n  - Bags`],
    ["an item of a list", `${letter} I need:\n-Bins\n\n-Bags`],
    ["the only item of a list", `${letter} I need:\n-Bins`],
    ["a dash in the text", `${letter}\nIt is late –Joan says so`],
    ["a remark", `${letter}\n-please`],
    ["a long remark", `${letter}\n- No One Comes Here`],
    ["a name with a number", `${letter}\n- Joan 2`],
    ["a name of several lines", `${letter}\n-Joan\nof Quay Street`],
    ["three dashes", `${letter}\n---Joan`],
    ["all there is", "-Joan"],
    ["a name alone", `${letter}\nJoan`],
  ])("is not %s", (_what, text) => {
    expect(cutSignature(text)).toEqual(whole(text));
  });
});
