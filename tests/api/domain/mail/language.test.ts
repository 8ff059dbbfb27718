import { describe, expect, it } from "vitest";
import { languageOf } from "#api/domain/mail/language.ts";

describe("the language of a text", () => {
  it.each([
    ["es", "¿Por qué nadie ha recogido la basura esta semana?"],
    ["ro", "Bună ziua, gunoiul nu a fost ridicat săptămâna aceasta."],
    ["ur", "میرا کوڑا اس ہفتے نہیں اٹھایا گیا، براہ کرم مدد کریں۔"],
    ["pl", "Śmieci 07700 900123 nieodebrane"],
    ["pl", "Proszę o odpowiedź na adres joan.whitfield.the.complainant@example.com, dziękuję."],
    ["pl", "Zobacz http://www.wexcombe.gov.uk/how-to-complain-about-the-council dziękuję bardzo"],
  ])("is %s: %s", (language, text) => {
    expect(languageOf(text)).toBe(language);
  });

  it.each([
    ["words that tell too little", "Xqzv brrk plmf wqty"],
    ["names", "Whitfield, Okonkwo, Szymański"],
    ["a mail address", "complaints.about.the.council@wexcombe.gov.uk"],
    ["a domain after the at sign", "x@how-to-complain-about-the-council.example"],
    ["a page", "https://wexcombe.gov.uk/how-to-complain-about-the-council"],
    ["a page without its lock", "http://wexcombe.gov.uk/how-to-complain-about-the-council"],
    ["a greeting", "Guten Morgen"],
    ["nothing", ""],
  ])("is unknown where there is but %s", (_what, text) => {
    expect(languageOf(text)).toBe("und");
  });

  it("is told by twelve letters at least", () => {
    expect(languageOf("Guten Morgenn")).not.toBe("und");
    expect(languageOf("Guten Morgen")).toBe("und");
  });

  it("is told by how it begins", () => {
    const polish = "Nikt nie odebrał naszych śmieci w tym tygodniu. ".repeat(50);
    expect(languageOf(`${polish}Please help.`)).toBe("pl");
    expect(languageOf(`${"07700 900123 ".repeat(200)}${polish}`)).toBe("und");
  });
});
