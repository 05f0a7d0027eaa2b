import assert from "node:assert/strict";
import { test } from "node:test";

import { ORDERS, fold, matches, search, searchable } from "../../../docs/assets/directory/filter.js";

/** @param {object} fields */
const entry = (fields) =>
  searchable({ id: "x", title: "", words: "", theme: [], audience: [], kind: "guide", area: "England", ...fields });

test("text is compared without capitals and accents", () => {
  assert.equal(fold("Café ÉCOLE"), "cafe ecole");
});

test("an entry is found by words in any field, in any order", () => {
  const entries = [entry({ title: "Résumé of the law", theme: ["Police"] }), entry({ title: "Law" })];
  assert.deepEqual(search(entries, "police  resume"), [entries[0]]);
  assert.deepEqual(search(entries, "  "), entries);
});

test("a choice looks in each of its fields, and no choice fits every entry", () => {
  const carers = entry({ audience: ["carers", "police"] });
  assert.ok(matches(carers, { fields: ["kind", "audience"], value: "police" }));
  assert.ok(matches(carers, { fields: ["kind", "audience"], value: "guide" }));
  assert.ok(!matches(carers, { fields: ["audience"], value: "pol" }));
  assert.ok(matches(carers, { fields: ["audience"], value: "" }));
});

test("entries are sorted by the date of their last check; those without one count as oldest", () => {
  const [never, old, recent] = [undefined, "2025-01-01", "2026-01-01"].map((checked) => entry({ checked }));
  assert.deepEqual([old, never, recent].sort(ORDERS.newest), [recent, old, never]);
  assert.deepEqual([old, never, recent].sort(ORDERS.oldest), [never, old, recent]);
  assert.deepEqual([old, never, recent].sort(ORDERS.title), [old, never, recent]);
});
