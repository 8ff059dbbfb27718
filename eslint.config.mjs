import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

/** ISO dates may be parsed; reading the machine's clock or randomness inside a rule may not. */
const impure = [
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: "Take `now` from the context.",
  },
  {
    selector: "MemberExpression[object.name='Date'][property.name='now']",
    message: "Take `now` from the context.",
  },
  {
    selector: "MemberExpression[object.name='Math'][property.name='random']",
    message: "Rules are not random.",
  },
];

export default tseslint.config(
  { ignores: ["dist/", "node_modules/", ".estate/", "coverage/", "reports/", ".stryker-tmp/"] },
  ...tseslint.configs.strictTypeChecked,
  ...tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      // A switch over a union is one decision, however many members the union has.
      complexity: ["error", { max: 12, variant: "modified" }],
      "@typescript-eslint/no-unused-vars": ["error", { ignoreRestSiblings: true }],
      "max-lines": ["error", { max: 300, skipBlankLines: true, skipComments: true }],
      "max-lines-per-function": ["error", { max: 60, skipBlankLines: true, skipComments: true }],
      "max-params": ["error", 3],
      "no-console": "error",
      eqeqeq: "error",
      "@typescript-eslint/consistent-type-definitions": "off",
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  {
    files: ["api/domain/**/*.ts"],
    rules: {
      "no-restricted-syntax": ["error", ...impure],
      "no-restricted-globals": ["error", "process", "fetch", "crypto", "setTimeout", "setInterval"],
    },
  },
  {
    files: ["tab/**/*.tsx", "local/teams-shell/page/**/*.tsx"],
    plugins: { "react-hooks": reactHooks },
    rules: {
      ...reactHooks.configs.recommended.rules,
      "max-lines-per-function": ["error", { max: 120, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ["tests/**/*.{ts,tsx}"],
    rules: { "max-lines": "off", "max-lines-per-function": "off" },
  },
  {
    // The commands a person runs speak to that person on the console.
    files: [
      "local/start.ts",
      "local/*.mjs",
      "tests/*.mjs",
      "tests/bench/**/*.ts",
      "manifest/package.ts",
    ],
    rules: { "no-console": "off" },
  },
  { files: ["**/*.mjs", "**/*.cjs", "**/*.config.ts"], ...tseslint.configs.disableTypeChecked },
);
