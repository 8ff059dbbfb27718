import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { TableDirectory } from "#api/adapters/tables/table-directory.ts";
import { roles, type Person } from "#api/domain/people/actor.ts";
import { estate } from "#local/estate.ts";
import { TestClock } from "#tests/support/test-clock.ts";
import { startTestStorage, type TestStorage } from "#tests/support/test-storage.ts";

let storage: TestStorage;
let directory: TableDirectory;

beforeAll(async () => {
  storage = await startTestStorage();
  directory = new TableDirectory(storage.tables.people, new TestClock("2026-11-10T10:00:00Z"));
});
afterAll(() => storage.stop());

const named = async (name: string): Promise<Person | undefined> =>
  (await directory.everybody()).find((person) => person.name === name);

describe("the fictional council's directory", () => {
  it("has somebody for every role, so that each can be tried", async () => {
    for (const role of roles) {
      expect(await directory.peopleWith(role), role).not.toEqual([]);
    }
  });

  it("knows everybody who can be chosen in the Teams shell, and finds them by their mail", async () => {
    const ids = (await directory.everybody()).map(({ id }) => id);
    expect(ids.toSorted()).toEqual(estate.people.map(({ id }) => id).toSorted());
    for (const { id, mail } of estate.people) {
      expect((await directory.findByMail(mail))?.id).toBe(id);
    }
  });

  it("gives everybody who works for a service one that exists", async () => {
    const services = (await directory.services()).map(({ id }) => id);
    const worksFor = (await directory.everybody()).flatMap((person) => person.services);
    expect(services).toEqual(expect.arrayContaining(worksFor));
  });

  it("lets only the people of children’s services know of their cases", async () => {
    const members = (await directory.everybody()).filter(({ procedures }) =>
      procedures?.includes("children"),
    );
    expect(members.flatMap((person) => person.roles).toSorted()).toEqual([
      "case-officer",
      "complaints-officer",
      "director",
      "head-of-service",
    ]);
  });

  it("knows who works for a partner", async () => {
    expect(await named("Kirsty Munro")).toMatchObject({
      organisation: "Harbour Homes",
      services: ["housing"],
    });
    expect(await named("Tom Okafor")).not.toHaveProperty("organisation");
  });
});
