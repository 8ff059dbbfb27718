// Which part of Redress may import which: domain <- services <- {adapters, functions, bot} <- api/main.ts.
// tests/architecture/dependencies.test.ts plants a violation of every rule, so that none can match nothing.

/** The folders that run at the council; the others build, run or prove them. */
const product = "^(api|bot|tab|manifest)/";
/** Packages that only compute: neither reads a clock, a file or the network. */
const pure =
  "^node_modules/(temporal-polyfill|zod|eld|sanitize-html|postal-mime|file-type|html-to-text|markdown-it|diff|unified|retext-english|retext-passive|nlcst-to-string|syllable|flesch-kincaid)/";

/** @type {import("dependency-cruiser").IConfiguration} */
export default {
  forbidden: [
    {
      name: "domain-is-pure",
      comment:
        "The rules are functions of their input: they import the domain and nothing that acts.",
      severity: "error",
      from: { path: "^api/domain/" },
      to: { pathNot: ["^api/domain/", pure] },
    },
    {
      name: "contract-takes-types-from-the-domain",
      comment: "The tab ships the contract, so what the contract imports reaches the browser.",
      severity: "error",
      from: { path: "^api/contract/" },
      to: { path: "^api/domain/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "contract-stands-alone",
      comment: "The contract is schemas, and types of the domain.",
      severity: "error",
      from: { path: "^api/contract/" },
      to: { pathNot: ["^api/contract/", "^api/domain/", pure] },
    },
    {
      name: "services-reach-out-through-ports",
      comment:
        "A use case names what it needs in services/ports; adapters make it real. Hashing only computes.",
      severity: "error",
      from: { path: "^api/services/" },
      to: { pathNot: ["^api/(services|domain|contract)/", pure, "^crypto$"] },
    },
    {
      name: "adapters-serve-ports",
      comment: "An adapter knows the port it serves, never who calls it.",
      severity: "error",
      from: { path: "^api/adapters/" },
      to: { path: "^(api|bot|tab)/", pathNot: "^api/(adapters|services|domain|contract)/" },
    },
    {
      name: "functions-call-services",
      comment:
        "A trigger parses, calls a service and maps the answer; main.ts hands it the service.",
      severity: "error",
      from: { path: "^api/functions/" },
      to: { path: "^(api|bot|tab)/", pathNot: "^api/(functions|services|domain|contract)/" },
    },
    {
      name: "bot-calls-services",
      comment: "The chat acts through the same services as the tab and never touches storage.",
      severity: "error",
      from: { path: "^bot/" },
      to: { path: "^(api|tab)/", pathNot: "^api/(services|domain|contract)/" },
    },
    {
      name: "tab-knows-the-contract",
      comment:
        "The browser holds no rules: all it knows of the server is what crosses HTTP, and how a letter reads.",
      severity: "error",
      from: { path: "^tab/" },
      to: {
        path: "^(api|bot|manifest)/",
        pathNot: "^api/(contract/|domain/letters/letter-document\\.ts$)",
      },
    },
    {
      name: "only-main-wires",
      comment: "One composition root: nothing else joins the chat to the API.",
      severity: "error",
      from: { path: product, pathNot: ["^bot/", "^api/main\\.ts$"] },
      to: { path: "^bot/" },
    },
    {
      name: "botbuilder-stays-in-the-bot",
      comment: "The SDK is archived: leaving it must mean rewriting one folder.",
      severity: "error",
      from: { pathNot: ["^bot/", "^tests/"] },
      to: { path: "^node_modules/(botbuilder|botframework)" },
    },
    {
      name: "functions-runtime-stays-at-the-edge",
      comment: "Nothing but the triggers knows that Azure Functions calls it.",
      severity: "error",
      from: { pathNot: ["^api/functions/", "^api/main\\.ts$", "^tests/"] },
      to: { path: "^node_modules/@azure/functions/" },
    },
    {
      name: "teams-js-stays-in-the-tab",
      comment: "Only a page inside Teams can speak to its host.",
      severity: "error",
      from: { pathNot: ["^tab/", "^tests/"] },
      to: { path: "^node_modules/@microsoft/teams-js/" },
    },
    {
      name: "product-knows-no-local-estate",
      comment:
        "What runs at the council is what was tested: it has no branch for tests or one machine.",
      severity: "error",
      from: { path: product },
      to: { path: "^(local|tests)/" },
    },
    {
      name: "nothing-needs-the-tests",
      comment: "Tests can be deleted without breaking what they test.",
      severity: "error",
      from: { pathNot: "^tests/" },
      to: { path: "^tests/" },
    },
    {
      name: "product-needs-no-dev-package",
      comment:
        "A deployment installs `dependencies` only. Types vanish, so they may come from anywhere.",
      severity: "error",
      from: { path: "^(api|bot|tab)/", pathNot: "vite\\.config\\.ts$" },
      to: { dependencyTypes: ["npm-dev", "npm-no-pkg"], dependencyTypesNot: ["type-only"] },
    },
    {
      name: "no-circles",
      comment: "Two modules that need each other are one module.",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "no-orphans",
      comment: "A module that imports nothing and that nobody imports is dead or unfinished.",
      severity: "error",
      from: {
        orphan: true,
        pathNot: ["\\.d\\.[cm]?ts$", "\\.config\\.ts$", "\\.test\\.tsx?$", "/fixtures/"],
      },
      to: {},
    },
    {
      name: "resolvable",
      comment: "An import that is not found is one that no rule above can judge.",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: "^node_modules/" },
    // Follows `import type` too: a type is knowledge of another part.
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default", "types"],
      // Packages of types only have no "main".
      mainFields: ["module", "main", "types"],
    },
  },
};
