import js from "@eslint/js";
import globals from "globals";

// The contract holds every selector: what finds elements by another one would not be checked against the
// views. find.js alone may; the linter cannot know which element of an id the studio was typing in.
const BY_SELECTOR = ["querySelector", "querySelectorAll", "closest", "matches"];
const found = { selector: `CallExpression[callee.property.name=/^(${BY_SELECTOR.join("|")})$/]`, message: "Use find.js." };

export default [
  { ignores: ["node_modules/"] },
  js.configs.recommended,
  {
    languageOptions: { ecmaVersion: 2024 },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      curly: ["error", "multi-line"],
      eqeqeq: ["error", "always", { null: "ignore" }],
      "no-useless-rename": "error",
      "no-var": "error",
      "object-shorthand": "error",
      "prefer-const": "error",
      "prefer-template": "error",
    },
  },
  { files: ["src/**"], languageOptions: { globals: globals.browser } },
  { files: ["src/**"], ignores: ["src/find.js", "src/embed.js"], rules: { "no-restricted-syntax": ["error", found] } },
  { files: ["src/diagnosis.js"], languageOptions: { sourceType: "script" } },
  // It is served as it is: no byte is there for the linter.
  { files: ["src/embed.js"], languageOptions: { sourceType: "script" }, rules: { eqeqeq: "off", "no-empty": ["error", { allowEmptyCatch: true }] } },
  { files: ["test/**", "eslint.config.js"], languageOptions: { globals: globals.node } },
];
