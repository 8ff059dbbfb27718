import { describe, expect, it } from "vitest";
import { newTextOf } from "#api/domain/mail/new-text.ts";

const reply = "The bins were missed again today.";
const above = (line: string) =>
  newTextOf({ subject: "Re: Bins", text: `${reply}\n\n${line}\n\nDear Joan,` }).text === reply;

describe("who wrote what a reply quotes", () => {
  it.each<[language: string, verbs: readonly string[]]>([
    ["English", ["wrote", "writes", "said", "replied"]],
    ["French", ["a écrit"]],
    ["German", ["schrieb", "geschrieben"]],
    ["Spanish", ["escribió", "escribio"]],
    ["Italian", ["ha scritto", "scrive"]],
    ["Portuguese", ["escreveu"]],
    ["Dutch", ["geschreven", "schreef"]],
    ["the Nordic languages", ["skrev", "kirjoitti", "skrifaði"]],
    ["Polish", ["napisał", "napisała", "napisał(a)", "pisze"]],
    ["Czech", ["napsal", "napsala", "napsal(a)"]],
    ["Slovak", ["napísal", "napísala", "napísal(a)"]],
    ["Hungarian", ["írta", "ezt írta", "ezt írta (időpont: 2026. nov. 10.)"]],
    ["Romanian", ["a scris"]],
    ["Russian", ["написал", "написал(а)", "пишет", "писал", "писал(а)"]],
    ["Ukrainian", ["написав", "написав(ла)", "пише"]],
    ["Bulgarian", ["написа"]],
    ["Greek", ["έγραψε"]],
    ["Turkish", ["yazdı", "şunları yazdı", "şunu yazdı"]],
    [
      "the South Slavic languages",
      ["je napisao", "je napisao/la", "je napisala", "је написао", "је написао/ла"],
    ],
    ["Slovene", ["je oseba Wexcombe napisala"]],
    ["Lithuanian", ["rašė"]],
    ["Latvian", ["rakstīja"]],
    ["Estonian", ["kirjutas"]],
    ["Catalan", ["va escriure"]],
    ["Galician", ["escribiu"]],
    ["Basque", ["idatzi du"]],
    ["Vietnamese", ["đã viết"]],
    ["Indonesian", ["menulis"]],
    ["Thai", ["เขียนว่า"]],
    ["Chinese", ["写道", "寫道", "写到"]],
    ["Japanese", ["のメール", "が書きました", "書きました", "のメッセージ"]],
    ["Korean", ["님이 작성", "작성", "님이 쓴 글"]],
    ["Hebrew", ["כתב", "כתב/ה", "כתבה"]],
    ["Arabic", ["كتب"]],
    ["Persian", ["نوشت"]],
  ])("is said in %s after their name", (_language, verbs) => {
    const lines = verbs.map((verb) => `Wexcombe <complaints@wexcombe.gov.uk> ${verb}`);
    expect(lines.filter((line) => !above(`${line}:`))).toEqual([]);
    expect(lines.filter((line) => !above(`${line} ：--`))).toEqual([]);
    expect(lines.filter((line) => !above(line))).toEqual([]);
  });

  it.each([
    "Am 10.11.2026 um 09:58 schrieb Wexcombe Council:",
    "Op 10-11-2026 om 09:58 schreef Wexcombe Council:",
    "Den 10-11-2026 kl. 09:58 skrev Wexcombe Council:",
    "La 10.11.2026 klo 9:58 kirjoitti Wexcombe Council:",
    "El 10/11/2026 9:58, escribió Wexcombe Council:",
    "El 10/11/2026 9:58, escribio Wexcombe Council:",
    "Le 10/11/2026 à 09:58, a écrit Wexcombe Council :",
    "Il 10/11/2026 09:58, ha scritto Wexcombe Council:",
    "On 10/11/2026 09:58, wrote Wexcombe Council:",
    "W dniu 10.11.2026 09:58, napisał Wexcombe Council:",
    "W dniu 10.11.2026 09:58, napisała Wexcombe Council:",
    "W dniu 10.11.2026 09:58, napisał(a) Wexcombe Council:",
    "Dne 10.11.2026 09:58, napsal Wexcombe Council:",
    "Dne 10.11.2026 09:58, napsala Wexcombe Council:",
    "Dne 10.11.2026 09:58, napsal(a) Wexcombe Council:",
    "Op 10 nov. 2026, om 09:58 heeft Wexcombe Council het volgende bericht gestuurd:",
    "пн, 9.11.2026 09:58, писал Wexcombe Council:",
    "пн, 9.11.2026 09:58, пишет Wexcombe Council:",
    "пн, 9.11.2026 09:58, написал Wexcombe Council:",
    "On 10/11/2026 09:58, wrote Wexcombe Council:*",
  ])("is said before their name: %s", (line) => {
    expect(above(line)).toBe(true);
  });

  it.each<[language: string, openings: readonly string[]]>([
    ["English", ["On", "At", "In", "Mon,", "Tue,", "Wed,", "Thu,", "Fri,", "Sat,", "Sun,"]],
    ["French", ["Le"]],
    ["German", ["Am"]],
    ["Spanish", ["El"]],
    ["Italian", ["Il", "Lo"]],
    ["Portuguese", ["Em", "No dia", "No", "Na"]],
    ["Polish", ["W dniu", "Dnia"]],
    ["Czech and Slovak", ["Dne", "Dňa", "V", "U"]],
    ["Swedish", ["Den", "Från", "Um", "Fra"]],
    ["Danish and Norwegian", ["D.", "Kl.", "Kl", "Tor", "Fre", "Lør", "Søn", "Man", "Tir", "Ons"]],
    ["Finnish", ["Ma", "Ti", "Ke", "To", "Pe", "La", "Su"]],
    ["Romanian", ["Pe", "În", "La"]],
    ["Dutch", ["Op"]],
    ["Hungarian", ["A"]],
    ["Greek", ["Στις"]],
    ["Croatian", ["Dana"]],
    ["Russian", ["пн,", "вт,", "ср,", "чт,", "пт,", "сб,", "вс,"]],
    ["Chinese", ["在", "于", "於"].map((each) => `${each} `)],
    ["Vietnamese", ["Vào"]],
    ["Indonesian", ["Pada"]],
    ["Hebrew", ["בתאריך", "ב-"]],
    ["Arabic", ["في"]],
    ["Thai", ["เมื่อ "]],
    ["digits", ["10.", "26-", "10/", "26年", "26년"]],
  ])("is said after a day in %s", (_language, openings) => {
    expect(openings.filter((opening) => !above(`${opening} 10 Wexcombe wrote:`))).toEqual([]);
    expect(openings.filter((opening) => !above(`  *- ${opening} 10 Wexcombe wrote:`))).toEqual([]);
    expect(openings.filter((opening) => above(`Wexcombe ${opening} 10 wrote:`))).toEqual([]);
  });

  it.each(["Only 10 of us wrote:", "Ontario 10 wrote:", "Letter 10 said:", "10 people wrote:"])(
    "is not said by %j",
    (line) => {
      expect(above(line)).toBe(false);
    },
  );

  it.each([
    "вт, 10 нояб. 2026 г. в 09:58, Wexcombe <complaints@wexcombe.gov.uk>:",
    "10 Nov 2026 Wexcombe (complaints@wexcombe.gov.uk):",
    "10 Nov 2026 [complaints@wexcombe.gov.uk] :",
    "complaints@wexcombe.gov.uk “Wexcombe” 10 Nov 2026 ”：",
    'complaints@wexcombe.gov.uk 10 Nov 2026 "Wexcombe":',
    "complaints@wexcombe.gov.uk 10 Nov 2026:*",
    "‫complaints@wexcombe.gov.uk 10 Nov 2026‬:‬",
  ])("may go without a verb: %s", (line) => {
    expect(above(line)).toBe(true);
  });
});
