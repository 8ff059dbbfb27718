import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cruise, plantProject, removeProject, type Verdict } from "./planted-project.ts";
import { root } from "./source-files.ts";

const empty = "export {};\n";

/** A sound little Redress: every import in it is one that the design allows. */
const sound = {
  "api/domain/case.ts": `import { Temporal } from "temporal-polyfill"; export type Case = Temporal.PlainDate;`,
  "api/domain/deep/rule.ts": `export type { Case } from "../case.ts";`,
  "api/contract/case-list.ts": `import { z } from "zod"; import type { Case } from "../domain/case.ts"; export const Row = z; export type { Case };`,
  "api/services/list-cases.ts": `import "../domain/case.ts"; import "../contract/case-list.ts"; import "./ports/store.ts"; import "node:crypto";`,
  "api/services/ports/store.ts": `import type { Case } from "../../domain/case.ts"; export type Store = Case;`,
  "api/adapters/table-store.ts": `import type { Store } from "../services/ports/store.ts"; import "@azure/data-tables"; import "node:crypto"; export type Table = Store;`,
  "api/functions/list.ts": `import "@azure/functions"; import "../services/list-cases.ts"; import "../contract/case-list.ts";`,
  "api/main.ts": `import "@azure/functions"; import "./adapters/table-store.ts"; import "./functions/list.ts"; import "#bot/bot.ts";`,
  "bot/bot.ts": `import "botbuilder"; import "#api/services/list-cases.ts"; import "#api/domain/case.ts"; import "#api/contract/case-list.ts";`,
  "tab/main.tsx": `import "@microsoft/teams-js"; import "#api/contract/case-list.ts";`,
  "local/start.ts": `import "#api/main.ts"; import "#bot/bot.ts"; import "express";`,
  "manifest/package.ts": `import "adm-zip";`,
  "tests/bot/bot.test.ts": `import "botbuilder"; import "@azure/functions"; import "vitest"; import "#local/start.ts"; import "#bot/bot.ts";`,
};

/** Rule -> the files that break it and nothing else, and what the rule must say. */
const planted: Record<string, { files: Record<string, string>; violations: string[] }> = {
  "domain-is-pure": {
    files: {
      "api/domain/reads-a-file.ts": `import "node:fs";`,
      "api/domain/needs-a-service.ts": `import "#api/services/list-cases.ts";`,
      "api/domain/needs-a-port-type.ts": `import type { Store } from "../services/ports/store.ts"; export type S = Store;`,
      "api/domain/needs-a-package.ts": `import "jose";`,
      "api/domain/needs-the-contract.ts": `import type { Case } from "../contract/case-list.ts"; export type C = Case;`,
    },
    violations: [
      "api/domain/reads-a-file.ts -> fs",
      "api/domain/needs-a-service.ts -> api/services/list-cases.ts",
      "api/domain/needs-a-port-type.ts -> api/services/ports/store.ts",
      "api/domain/needs-a-package.ts -> node_modules/jose/index.js",
      "api/domain/needs-the-contract.ts -> api/contract/case-list.ts",
    ],
  },
  "contract-takes-types-from-the-domain": {
    files: { "api/contract/ships-a-rule.ts": `import "../domain/case.ts";` },
    violations: ["api/contract/ships-a-rule.ts -> api/domain/case.ts"],
  },
  "contract-stands-alone": {
    files: {
      "api/contract/needs-a-service.ts": `import type { Store } from "../services/ports/store.ts"; export type S = Store;`,
      "api/contract/needs-a-package.ts": `import "jose";`,
    },
    violations: [
      "api/contract/needs-a-service.ts -> api/services/ports/store.ts",
      "api/contract/needs-a-package.ts -> node_modules/jose/index.js",
    ],
  },
  "services-reach-out-through-ports": {
    files: {
      "api/services/reads-a-table.ts": `import "../adapters/table-store.ts";`,
      "api/services/needs-a-package.ts": `import "@azure/data-tables";`,
      "api/services/reads-a-file.ts": `import "node:fs";`,
    },
    violations: [
      "api/services/reads-a-table.ts -> api/adapters/table-store.ts",
      "api/services/needs-a-package.ts -> node_modules/@azure/data-tables/index.js",
      "api/services/reads-a-file.ts -> fs",
    ],
  },
  "adapters-serve-ports": {
    files: { "api/adapters/calls-a-trigger.ts": `import "../functions/list.ts";` },
    violations: ["api/adapters/calls-a-trigger.ts -> api/functions/list.ts"],
  },
  "functions-call-services": {
    files: {
      "api/functions/reads-a-table.ts": `import type { Table } from "../adapters/table-store.ts"; export type T = Table;`,
    },
    violations: ["api/functions/reads-a-table.ts -> api/adapters/table-store.ts"],
  },
  "bot-calls-services": {
    files: {
      "bot/reads-a-table.ts": `import "#api/adapters/table-store.ts";`,
      "bot/is-a-page.ts": `import "../tab/main.tsx";`,
    },
    violations: [
      "bot/reads-a-table.ts -> api/adapters/table-store.ts",
      "bot/is-a-page.ts -> tab/main.tsx",
    ],
  },
  "tab-knows-the-contract": {
    files: {
      "tab/holds-a-rule.ts": `import type { Case } from "#api/domain/case.ts"; export type C = Case;`,
      "tab/calls-a-service.tsx": `import "#api/services/list-cases.ts";`,
    },
    violations: [
      "tab/holds-a-rule.ts -> api/domain/case.ts",
      "tab/calls-a-service.tsx -> api/services/list-cases.ts",
    ],
  },
  "only-main-wires": {
    files: { "api/config.ts": `import "#bot/bot.ts";` },
    violations: ["api/config.ts -> bot/bot.ts"],
  },
  "botbuilder-stays-in-the-bot": {
    files: { "local/chat.ts": `import "botbuilder"; import "botframework-connector";` },
    violations: [
      "local/chat.ts -> node_modules/botbuilder/index.js",
      "local/chat.ts -> node_modules/botframework-connector/index.js",
    ],
  },
  "functions-runtime-stays-at-the-edge": {
    files: { "bot/endpoint.ts": `import type {} from "@azure/functions";` },
    violations: ["bot/endpoint.ts -> node_modules/@azure/functions/index.js"],
  },
  "teams-js-stays-in-the-tab": {
    files: { "local/shell.ts": `import "@microsoft/teams-js";` },
    violations: ["local/shell.ts -> node_modules/@microsoft/teams-js/index.js"],
  },
  "product-knows-no-local-estate": {
    files: { "api/functions/local-branch.ts": `import "#local/start.ts";` },
    violations: ["api/functions/local-branch.ts -> local/start.ts"],
  },
  "nothing-needs-the-tests": {
    files: { "local/borrows.ts": `import "#tests/bot/bot.test.ts";` },
    violations: ["local/borrows.ts -> tests/bot/bot.test.ts"],
  },
  "product-needs-no-dev-package": {
    files: { "api/functions/serves.ts": `import "express"; import type {} from "adm-zip";` },
    violations: ["api/functions/serves.ts -> node_modules/express/index.js"],
  },
  "no-circles": {
    files: {
      "bot/hen.ts": `import type { Egg } from "./egg.ts"; export type Hen = Egg;`,
      "bot/egg.ts": `import type { Hen } from "./hen.ts"; export type Egg = Hen;`,
    },
    violations: ["bot/egg.ts -> bot/hen.ts"],
  },
  "no-orphans": {
    files: { "local/forgotten.ts": empty },
    violations: ["local/forgotten.ts -> local/forgotten.ts"],
  },
  resolvable: {
    files: { "local/typo.ts": `import "#bot/bto.ts";` },
    violations: ["local/typo.ts -> #bot/bto.ts"],
  },
};

const packages = [
  "@azure/data-tables",
  "@azure/functions",
  "@microsoft/teams-js",
  "adm-zip",
  "botbuilder",
  "botframework-connector",
  "express",
  "jose",
  "temporal-polyfill",
  "vitest",
  "zod",
];
const folders = ["api", "bot", "tab", "local", "manifest", "tests"];

describe("the rules of who may import whom", () => {
  const projects: string[] = [];
  let ofSoundProject: Verdict;
  let ofPlantedProject: Verdict;

  async function judge(files: Record<string, string>): Promise<Verdict> {
    const project = await plantProject(files, packages);
    projects.push(project);
    return cruise(project, folders);
  }

  beforeAll(async () => {
    const wrong = Object.values(planted).map(({ files }) => files);
    ofSoundProject = await judge(sound);
    ofPlantedProject = await judge(Object.assign({}, sound, ...wrong) as Record<string, string>);
  });
  afterAll(() => Promise.all(projects.map(removeProject)));

  it("let every import stand that the design allows", () => {
    expect(ofSoundProject.violations).toEqual([]);
  });

  it.each(Object.entries(planted))("catch a violation of %s", (rule, { violations }) => {
    const said = ofPlantedProject.violations.filter((line) => line.startsWith(`${rule}: `));
    expect(said.sort()).toEqual(violations.map((line) => `${rule}: ${line}`).sort());
  });

  it("are each proven by a violation above", () => {
    expect([...ofPlantedProject.rules].sort()).toEqual(Object.keys(planted).sort());
  });

  it("hold in Redress itself", async () => {
    const { violations } = await cruise(root, folders);
    expect(violations).toEqual([]);
  });
});
