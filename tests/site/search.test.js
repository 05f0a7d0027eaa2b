import assert from "node:assert/strict";
import { test } from "node:test";

import { excerpt, significantWords, summary } from "../../docs/assets/search/search.js";

test("short common words count only if there are no others", () => {
  assert.deepEqual(significantWords(" can the police search "), ["police", "search"]);
  assert.deepEqual(significantWords("what can I do"), ["what", "can", "I", "do"]);
});

test("the summary gives the number of pages, and how many are shown", () => {
  assert.equal(summary(1, "knife"), "1 page found.");
  assert.equal(summary(15, "knife"), "15 pages found.");
  assert.equal(summary(40, "knife"), "40 pages found, the best 15 shown.");
  assert.match(summary(0, "xyz"), /^Nothing found/);
  assert.equal(summary(0, "  "), "Type to start searching.");
});

test("an excerpt is the text around the first match, which ends at the end of its word", () => {
  const text = `${"before ".repeat(20)}the police officer ${"after ".repeat(60)}`;
  const { before, match, after } = excerpt(text, "Polic");
  assert.equal(match, "police");
  assert.ok(before.startsWith("…") && before.endsWith("the ") && before.length < 70);
  assert.ok(after.startsWith(" officer") && after.endsWith("…"));
});

test("a match is the beginning of a word, and special characters are plain text", () => {
  assert.equal(excerpt("unpoliced streets", "police").match, "");
  assert.equal(excerpt("see 6.4 and 634", "6.4").match, "6.4");
  assert.deepEqual(excerpt("short", "(("), { before: "", match: "", after: "short" });
});
