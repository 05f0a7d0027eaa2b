// Checks of the style sheets for readers (docs/assets/) and for printing (macros/editions/). `npm run lint:css`.

export default {
  extends: ["stylelint-config-standard"],
  rules: {
    // Prettier decides where lines end. Rules of one part of a page stay together without empty lines.
    "at-rule-empty-line-before": null,
    "comment-empty-line-before": null,
    "declaration-empty-line-before": null,
    "rule-empty-line-before": null,
    // Names follow BEM: block, block__element, block--modifier. Custom properties of Material have
    // modifiers too, and classes for a paper size end in its name.
    "selector-class-pattern":
      "^[a-z0-9]+(-[a-z0-9]+)*(__[a-z0-9]+(-[a-z0-9]+)*)?(--[a-z0-9]+(-[a-z0-9]+)*)?(-A[345])?$",
    "custom-property-pattern": "^[a-z0-9]+(-{1,2}[a-z0-9]+)*$",
    // Most selectors only need their specificity to outweigh Material's, so their order says nothing about each other.
    "no-descending-specificity": null,
    // min-width is understood by browsers that do not know ranges (Safari before 16.4), and by WeasyPrint.
    "media-feature-range-notation": "prefix",
    // Paper sizes are written as everybody writes them.
    "value-keyword-case": ["lower", { ignoreKeywords: ["A3", "A4", "A5"] }],
  },
  overrides: [
    {
      files: ["macros/editions/handbooks/**/*.css"],
      rules: {
        // WeasyPrint knows what browsers do not: footnotes, and text taken into the margin of a page.
        "at-rule-no-unknown": [true, { ignoreAtRules: ["footnote"] }],
        "declaration-property-value-no-unknown": [true, { ignoreProperties: { "string-set": "/.+/" } }],
        "selector-pseudo-element-no-unknown": [true, { ignorePseudoElements: ["footnote-call", "footnote-marker"] }],
        // No other font may replace a missing one: macros/editions/handbooks/layout/printing.py stops instead.
        "font-family-no-missing-generic-family-keyword": null,
      },
    },
  ],
};
