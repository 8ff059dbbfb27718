import type { Person } from "#api/domain/people/actor.ts";
import { ok, refused } from "#api/domain/result.ts";
import { deskEndpoints } from "#api/functions/http/desk-endpoints.ts";
import type { Desk } from "#api/services/desk.ts";
import { createConsoleLogger } from "#api/adapters/logging/console-logger.ts";

export const tom: Person = {
  id: "a11ce000-0000-4000-8000-000000000002",
  name: "Tom Okafor",
  jobTitle: "Case officer",
  mail: "tom.okafor@wexcombe.gov.uk",
  roles: ["case-officer"],
  services: ["waste"],
};

export const bearer = { authorization: "Bearer tom" };

function unasked(): never {
  throw new Error("The desk was asked something that the test did not expect.");
}

/**
 * The tab's endpoints over a desk that answers as the test says, and what they log. The sign-in believes
 * one token, which is Tom's, and one of somebody who is in no directory.
 */
export function endpointsOver(answers: Partial<Desk>) {
  const desk: Desk = {
    findPerson: (id) => Promise.resolve(id === tom.id ? tom : undefined),
    me: unasked,
    list: unasked,
    summary: unasked,
    savedLists: unasked,
    changeSavedLists: unasked,
    find: unasked,
    openCase: unasked,
    openAttachment: unasked,
    openMail: unasked,
    letterForPost: unasked,
    act: unasked,
    encloseFiles: unasked,
    checkLetter: unasked,
    prepareLetter: unasked,
    callerHistory: unasked,
    otherCases: unasked,
    officersLoad: unasked,
    lookAlikes: unasked,
    handleTogether: unasked,
    logComplaint: unasked,
    drafts: {
      ...{ versions: unasked, changes: unasked, presence: unasked },
      wordsKey: () => Promise.resolve("0".repeat(64)),
    },
    answeredCard: unasked,
    away: { overview: unasked, name: unasked, end: unasked },
    assurance: {
      overview: unasked,
      check: unasked,
      act: unasked,
      mail: unasked,
      mailText: unasked,
      complaints: unasked,
    },
    ...answers,
  };
  const tokens = new Map([
    [bearer.authorization, tom.id],
    ["Bearer stranger", "nobody"],
  ]);
  const log: string[] = [];
  const endpoints = deskEndpoints({
    desk,
    verifySignIn: (authorization) => {
      const id = tokens.get(authorization ?? "");
      return Promise.resolve(id === undefined ? refused("no bearer token") : ok(id));
    },
    logger: createConsoleLogger((line) => void log.push(line)),
  });
  return { endpoints, log };
}
