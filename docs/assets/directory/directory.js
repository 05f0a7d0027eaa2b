// The directory's filters: hide and sort entries that are on the page already. Choices are kept in the URL; typed
// words are not.

import { query, queryAll } from "../shared/dom.js";
import { fetchText } from "../shared/files.js";
import { ORDERS, matches, search, searchable } from "./filter.js";

/** @typedef {import("./filter.js").Entry} Entry */

const TYPING_DELAY = 250; // milliseconds after the last key before the list is filtered

const form = query(document, "[data-directory]", HTMLFormElement);
const list = query(document, ".entries");
/** @type {Map<string | undefined, HTMLElement>} */
const items = new Map(queryAll(list, "[data-entry]").map((item) => [item.dataset.entry, item]));
const order = query(form, "select[name=order]", HTMLSelectElement);
const words = query(form, "[type=search]", HTMLInputElement);
const facets = queryAll(form, "select[data-fields]", HTMLSelectElement);
const status = query(form, "[role=status]");
/** @type {Entry[] | undefined} */
let loaded;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let typing;

/** @param {HTMLSelectElement} select */
const label = (select) => query(form, `label[for="${select.id}"]`).textContent;

/**
 * @param {HTMLSelectElement} select
 * @param {string} [value]
 */
const choice = (select, value = select.value) => ({ fields: (select.dataset.fields ?? "").split(" "), value });

/** The entries as data, fetched the first time somebody filters. */
async function entries() {
  if (!loaded) {
    const json = await fetchText(query(document, "[data-directory-json]", HTMLAnchorElement).href);
    loaded = JSON.parse(json).map(searchable);
  }
  return /** @type {Entry[]} */ (loaded);
}

/**
 * Shows the entries that fit, says how many, and counts what each further choice would leave.
 * @param {Entry[]} all
 */
function show(all) {
  const found = search(all, words.value);
  const shown = new Set(found.filter((entry) => facets.every((facet) => matches(entry, choice(facet)))));
  sort(all);
  for (const entry of all) item(entry).hidden = !shown.has(entry);
  for (const facet of facets) {
    const others = facets.filter((other) => other !== facet);
    const rest = found.filter((entry) => others.every((other) => matches(entry, choice(other))));
    countOptions(facet, rest);
  }
  announce(summary(shown.size, all.length));
}

/** @param {Entry} entry */
const item = (entry) => /** @type {HTMLElement} */ (items.get(entry.id));

/** @param {Entry[]} all */
function sort(all) {
  const sorted = [...all].sort(ORDERS[order.value]);
  if (sorted.some((entry, index) => list.children[index] !== item(entry))) list.append(...sorted.map(item));
}

/**
 * @param {number} shown
 * @param {number} all
 */
function summary(shown, all) {
  const number = shown === all ? `${all} entries.` : `${shown} of ${all} entries.`;
  const typed = words.value.trim() ? [`Words: ${words.value.trim()}.`] : [];
  const chosen = facets.filter((facet) => facet.value).map((facet) => `${label(facet)}: ${facet.value}.`);
  const advice = shown ? [] : ["Clear a choice or try fewer words."];
  return [number, ...typed, ...chosen, ...advice].join(" ");
}

/**
 * Writes beside each option of a facet how many entries it would leave.
 * @param {HTMLSelectElement} facet
 * @param {Entry[]} entries
 */
function countOptions(facet, entries) {
  for (const option of [...facet.options].slice(1)) {
    const count = entries.filter((entry) => matches(entry, choice(facet, option.value))).length;
    option.textContent = option.textContent.replace(/\(\d+\)$/, `(${count})`);
  }
}

/** @param {string} text */
function announce(text) {
  if (status.textContent !== text) status.textContent = text;
}

/** Puts the choices into the URL, without a step in the tab's history. */
function updateUrl() {
  const chosen = [...facets, order].filter((select) => select.value && select.value !== "title");
  const parameters = new URLSearchParams(chosen.map((select) => [select.name, select.value]));
  const url = `${location.pathname}${parameters.size ? `?${parameters}` : ""}${location.hash}`;
  try {
    history.replaceState(history.state, "", url);
  } catch {
    // A page opened from a file cannot change its URL: the choice lasts for this page.
  }
}

async function filter() {
  try {
    show(await entries());
  } catch {
    announce("The filters could not be loaded. The list below is whole, and there is a page for each way to look.");
  }
}

form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("change", () => {
  updateUrl();
  filter();
});
words.addEventListener("input", () => {
  clearTimeout(typing);
  typing = setTimeout(filter, TYPING_DELAY);
});
query(form, "[data-clear]").addEventListener("click", () => {
  form.reset();
  updateUrl();
  filter();
});
query(form, "[data-print]").addEventListener("click", () => print());

// Choices from the URL, where they are among ours.
const parameters = new URLSearchParams(location.search);
for (const select of [...facets, order]) {
  const value = parameters.get(select.name);
  if (value !== null && [...select.options].some((option) => option.value === value)) select.value = value;
}
if (facets.some((facet) => facet.value)) query(form, "details", HTMLDetailsElement).open = true;
if (facets.some((facet) => facet.value) || order.value !== "title") filter();
