import { describe, expect, test } from "vitest";
import type { CaseType, Reason } from "#api/domain/case/vocabulary.ts";
import {
  suggestReason,
  suggestService,
  suggestType,
  type Written,
} from "#api/domain/mail/suggest.ts";
import { reasonLeads } from "#api/domain/mail/reason-words.ts";
import { requestsByLaw, typeLeads } from "#api/domain/mail/type-words.ts";

const mail = (text: string, subject = ""): Written => ({ subject, text });
const wrote = (...words: string[]) => `They wrote ${words.map((each) => `“${each}”`).join(", ")}.`;

describe("what kind of mail somebody wrote", () => {
  test.each<[CaseType, string, string]>([
    ["complaint", "I wish to complain about the tip.", wrote("complain")],
    ["complaint", "My complaint of May was closed unread.", wrote("complaint")],
    ["complaint", "We are disgusted with the state of the park.", wrote("disgusted")],
    ["complaint", "I rang twice and heard nothing.", wrote("heard nothing")],
    ["complaint", "The crew was rude to my mother.", wrote("rude")],
    ["complaint", "The lamp has gone out again and nobody minds.", wrote("again", "nobody")],
    ["complaint", "Please can you come? I am still waiting.", wrote("still waiting")],
    ["complaint", "Thank you so much. My bin was not emptied.", wrote("not emptied")],
    ["compliment", "Thank you so much for the ramp.", wrote("Thank you so much")],
    ["compliment", "The crew could not have been kinder.", wrote("could not have been kinder")],
    ["compliment", "Amy is a credit to the library. Lovely staff.", wrote("a credit to")],
    ["compliment", "Lovely beds, excellent work.", wrote("Lovely", "excellent")],
    [
      "service-request",
      "A freedom of information request: how many bins?",
      wrote("freedom of information"),
    ],
  ])("is a %s: %s", (id, text, why) => {
    expect(suggestType(mail(text))).toEqual({ id, why });
  });

  test.each<[CaseType, string, string]>([
    ["service-request", "Please could you send a second bin?", "Please could you"],
    ["service-request", "How do I pay my parking fine?", "How do I"],
    [
      "service-request",
      "Can we have another box? This is not a complaint, only a missed collection.",
      "Can we have",
    ],
    [
      "service-request",
      "Thank you again for the form. Can you please send one more?",
      "Can you please",
    ],
    ["comment", "I support the new crossing.", "I support the"],
    ["comment", "Just a suggestion: more benches.", "Just a suggestion"],
  ])("is a %s when nothing in it is unhappy: %s", (id, text, words) => {
    expect(suggestType(mail(text))).toEqual({
      id,
      why: `${wrote(words)} Nothing in it says they are unhappy.`,
    });
  });

  test("is a complaint when nothing in it tells", () => {
    expect(suggestType(mail("The lamp outside number 4 is out."))).toEqual({
      id: "complaint",
      why: "When in doubt, it is a complaint.",
    });
  });

  test("is a complaint when thanks and unhappiness weigh the same, and a compliment when thanks weigh more", () => {
    expect(suggestType(mail("Well done, yet I am disappointed.")).id).toBe("complaint");
    expect(suggestType(mail("Well done! I was disappointed before.", "Well done")).id).toBe(
      "compliment",
    );
  });

  test("is a request under an Act when the Act is named, unhappy or not", () => {
    const text = "Under the Freedom of Information Act: how many bins were not emptied?";
    expect(suggestType(mail(text)).id).toBe("service-request");
  });
});

describe("what somebody is most likely unhappy about", () => {
  test.each<[Reason, string, readonly string[]]>([
    ["delay", "I sent the form eleven weeks ago. What is happening?", ["weeks ago"]],
    ["delay", "The bin I paid for in March never arrived.", ["never arrived"]],
    ["delay", "How long must I keep waiting?", ["How long", "waiting"]],
    ["missed-service", "The black bins were not emptied.", ["not emptied"]],
    ["missed-service", "Stayed in all day, nobody came.", ["nobody came", "Stayed in all day"]],
    ["missed-service", "The plumber didn’t turn up.", ["didn’t turn up"]],
    ["poor-quality", "There is black mould in the bedroom.", ["mould"]],
    ["poor-quality", "No heating\nand the boiler is\nnot\nworking", ["No heating", "not working"]],
    ["poor-quality", "The gate is broken and the path is dirty.", ["broken", "dirty"]],
    [
      "staff-conduct",
      "She talked over me and put the phone down.",
      ["put the phone down", "talked over me"],
    ],
    ["no-reply", "Three letters and still no reply.", ["no reply"]],
    ["no-reply", "My messages were ignored.", ["ignored", "messages"]],
    ["decision", "My blue badge was refused.", ["was refused"]],
    ["decision", "You turned down my appeal.", ["turned down"]],
    ["charge", "I want a refund: I was charged twice.", ["charged twice", "was charged", "refund"]],
    ["wrong-information", "Your website is misleading.", ["misleading"]],
  ])("is %s: %s", (id, text, words) => {
    const found = suggestReason(mail(text));
    expect(found?.id).toBe(id);
    for (const word of words) expect(found?.why).toContain(`“${word}”`);
  });

  test.each([
    "The lamp outside number 4 is out.",
    "She is absolutely fine, thank you.",
    "I was told to write to you.",
    "I have never missed a meeting.",
    "The new bill came today.",
  ])("is left open when no word tells: %s", (text) => {
    expect(suggestReason(mail(text))).toBeUndefined();
  });

  test("is what their words weigh most for, and the subject weighs double", () => {
    const text = "You charged me and I want a refund. There is mould.";
    expect(suggestReason(mail(text))?.id).toBe("charge");
    expect(suggestReason(mail(text, "Mould and damp"))?.id).toBe("poor-quality");
  });

  test("is told by a word beside which shorter ones say nothing", () => {
    expect(suggestReason(mail("The renewal refused, and it was refused, and refused."))?.why).toBe(
      wrote("was refused", "renewal refused"),
    );
  });

  test("is shown by each word once, and by three at most", () => {
    expect(suggestReason(mail("mould, a leak, rats, damp", "MOULD"))?.why).toBe(
      wrote("MOULD", "damp", "leak"),
    );
  });

  test("is read from the first twenty thousand characters", () => {
    expect(suggestReason(mail(`${"a ".repeat(9_990)}mould`))?.id).toBe("poor-quality");
    expect(suggestReason(mail(`${"a ".repeat(10_000)}mould`))).toBeUndefined();
  });
});

describe("every word that leads to a suggestion", () => {
  const reasons = Object.entries(reasonLeads);

  test.each(reasons)("leads to %s by itself when it tells", (id, { telling }) => {
    const lost = telling.filter((words) => suggestReason(mail(`Then ${words} it`))?.id !== id);
    expect(lost).toEqual([]);
  });

  test.each(reasons)("leads nowhere by itself when it only hints at %s", (_id, { hints = [] }) => {
    expect(hints.filter((words) => suggestReason(mail(`Then ${words} it`)))).toEqual([]);
  });

  test.each(Object.entries(typeLeads))("leads to a %s", (id, { telling }) => {
    expect(telling.filter((words) => suggestType(mail(`Then ${words} it`)).id !== id)).toEqual([]);
  });

  test.each(requestsByLaw.telling)("leads to a procedure of its own: %s", (words) => {
    expect(suggestType(mail(`A ${words}, please`)).id).toBe("service-request");
  });
});

describe("the service a mail is most likely about", () => {
  const services = [
    { id: "waste", name: "Waste and Streets", directorate: "Environment", words: ["bin"] },
    {
      id: "housing",
      name: "Housing",
      directorate: "Homes",
      words: ["repair", "tenancy", "boiler"],
    },
    { id: "revenues", name: "Revenues", directorate: "Money", words: ["business rates"] },
  ];

  test.each<[string, Written, string]>([
    ["waste", mail("The bins were left open."), wrote("bins")],
    ["housing", mail("The bin store of my tenancy needs a repair."), wrote("repair", "tenancy")],
    ["waste", mail("They stand there during a repair.", "Bins"), wrote("Bins")],
    ["revenues", mail("Cycles & Repairs Ltd, our business rates"), wrote("business rates")],
    ["waste", mail("Service: Waste and Streets"), wrote("Waste and Streets")],
  ])("is %s by the words it is known by: %j", (id, written, why) => {
    expect(suggestService(written, services)).toEqual({ id, why });
  });

  test("is left open when it holds no word of any", () => {
    expect(suggestService(mail("The library was cold."), services)).toBeUndefined();
  });
});
