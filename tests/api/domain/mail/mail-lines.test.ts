import { describe, expect, it } from "vitest";
import { beginningOf, isForward, lineAt, withoutReplyPrefix } from "#api/domain/mail/mail-lines.ts";

describe("a line of a text", () => {
  it("is empty before the first and after the last", () => {
    expect([-1, 0, 1, 2].map((at) => lineAt(["Dear Sir,", "Joan"], at))).toEqual([
      "",
      "Dear Sir,",
      "Joan",
      "",
    ]);
  });
});

describe("the beginning of a text", () => {
  it.each([
    ["Dear Sir", 4, "Dear"],
    ["Dear", 4, "Dear"],
    ["Hi", 4, "Hi"],
  ])("of %j up to %i characters is %j", (text, characters, beginning) => {
    expect(beginningOf(text, characters)).toBe(beginning);
  });
});

describe("the subject of a reply", () => {
  it.each([
    ["Re: Bins", "Bins"],
    ["RE:Bins", "Bins"],
    ["  re :  Bins  ", "Bins"],
    ["AW: Tonne", "Tonne"],
    ["Antw: Container", "Container"],
    ["Antwort: Tonne", "Tonne"],
    ["SV: Bins", "Bins"],
    ["VS: Bins", "Bins"],
    ["Vá: Kuka", "Kuka"],
    ["RV: Basura", "Basura"],
    ["RES: Lixo", "Lixo"],
    ["R: Bidoni", "Bidoni"],
    ["Rif: Bidoni", "Bidoni"],
    ["Odp: Kosze", "Kosze"],
    ["YNT: Çöp", "Çöp"],
    ["Ref: Bins", "Bins"],
    ["答复: Bins", "Bins"],
    ["回复：Bins", "Bins"],
    ["回覆: Bins", "Bins"],
    ["返信: Bins", "Bins"],
    ["답장: Bins", "Bins"],
    ["Ответ: Мусор", "Мусор"],
    ["отв: Мусор", "Мусор"],
    ["Re[2]: Bins", "Bins"],
    ["Re [12]: Bins", "Bins"],
    ["Re(12): Bins", "Bins"],
    ["Re(3) : Bins", "Bins"],
    ["Re: AW: Re: Bins", "Bins"],
    ["Re:", ""],
  ])("is known by the prefix of %j, which is left out", (subject, rest) => {
    expect(withoutReplyPrefix(subject)).toEqual({ subject: rest, prefixed: true });
  });

  it.each([
    "Bins: missed again",
    "Rebate: where is it?",
    "Restoring: the pier",
    "Missed Re: your letter",
    "Ref 123: fine",
    "Re[1234]: Bins",
    "Re Bins",
    "",
  ])("is none where nothing answers: %j", (subject) => {
    expect(withoutReplyPrefix(`  ${subject}  `)).toEqual({ subject, prefixed: false });
  });

  it("is told in the first 400 characters, however many prefixes there are", () => {
    const { subject, prefixed } = withoutReplyPrefix("Re: ".repeat(1000));
    expect(prefixed).toBe(true);
    expect(subject).toBe("Re: ".repeat(980).trim());
    expect(withoutReplyPrefix(`${" ".repeat(400)}Re: Bins`).prefixed).toBe(false);
  });
});

describe("the subject of a mail that is passed on", () => {
  it.each([
    "Fw: Bins",
    "FWD: Bins",
    " fwd : Bins",
    "WG: Tonne",
    "TR: Poubelles",
    "RV: Basura",
    "I: Bidoni",
    "ENC: Lixo",
    "Doorst: Container",
    "VB: Bins",
    "VS: Bins",
    "VL: Jäte",
    "PD: Kosze",
    "Továbbítás: Kuka",
    "转发：Bins",
    "轉寄: Bins",
    "전달: Bins",
    "転送: Bins",
    "Пересл: Мусор",
    "Переслано: Мусор",
    "Fwd[2]: Bins",
    "Fw [3]: Bins",
    "Re: Fwd: Bins",
    "Re :Fwd: Bins",
  ])("is known by its prefix: %j", (subject) => {
    expect(isForward(subject)).toBe(true);
  });

  it.each([
    "Bins",
    "Re: Bins",
    "Forward planning: Mill Lane",
    "About Fw: Bins",
    "Tram: late",
    "Fw Bins",
  ])("is no other: %j", (subject) => {
    expect(isForward(subject)).toBe(false);
  });
});
