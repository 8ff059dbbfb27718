import { londonDate } from "#api/domain/calendar/london-date.ts";
import { addDays } from "#api/domain/calendar/periods.ts";
import type { EstateClient } from "#local/check/estate-client.ts";

/**
 * Works a case of the waste service as far as its pictures show it, from the moment Tom Okafor has it: what
 * the person needs, points for two services, questions with and without an answer, what is promised.
 */
export async function workCase(client: EstateClient, caseId: string): Promise<void> {
  const [priya, tom] = [client.person("Priya Nair"), client.person("Tom Okafor")];
  const [lee, fatima] = [client.person("Lee Barton"), client.person("Fatima Aziz")];
  const today = londonDate((await tom.open(caseId)).receivedAt);
  const inDays = (days: number) => addDays(today, days);

  await priya.act(caseId, {
    type: "raise-flag",
    flag: "adjustment",
    words: "Letters on paper in large print: 18 point, black on yellow.",
    reviewOn: inDays(180),
  });
  await priya.act(caseId, {
    type: "raise-flag",
    flag: "vulnerability",
    words: "84 and partially sighted. She has walked into the bin twice.",
  });
  for (const [title, service] of [
    ["The bin is left on the pavement, not put back at the side gate", "waste"],
    ["The hedge leaves too little room to pass it", "highways"],
  ] as const) {
    await tom.act(caseId, { type: "add-point", title, service });
  }
  await tom.act(caseId, {
    type: "request-information",
    to: lee.id,
    question: "What does the crew’s list say about the assisted collection?",
    due: inDays(7),
    point: "1",
  });
  await tom.act(caseId, {
    type: "request-information",
    to: fatima.id,
    question: "When was the hedge last inspected?",
    due: inDays(9),
    point: "2",
  });
  await lee.act(caseId, {
    type: "give-information",
    request: "1",
    text: "It fell off the list when the rounds changed. It is back on it from this week.",
  });
  await lee.act(caseId, {
    type: "answer-point",
    point: "1",
    text: "The crew did not know. Nobody passed on what was asked for at the side gate.",
  });
  await tom.act(caseId, {
    type: "promise-remedy",
    kind: "action",
    what: "The supervisor checks the side gate after each of the next four collections.",
    owner: lee.id,
    due: inDays(35),
    point: "1",
  });
  await lee.act(caseId, { type: "accept-remedy", remedy: "1" });
  await tom.act(caseId, {
    type: "promise-remedy",
    kind: "money",
    pounds: 100,
    what: "For the weeks without the collection she was promised.",
    owner: tom.id,
    due: inDays(21),
    point: "1",
  });
  await tom.act(caseId, {
    type: "note-lesson",
    kind: "procedure",
    what: "When rounds change, assisted collections are compared address by address.",
    owner: lee.id,
    due: inDays(60),
  });
}
