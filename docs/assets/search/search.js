// Search: fetched on first use. Material's worker looks words up in the index; this shows what it found.

import { query, queryAll } from "../shared/dom.js";
import { fetchText, startWorker } from "../shared/files.js";

/**
 * A page or a part of one, as the worker finds it.
 * @typedef {{ location: string, title: string, text: string, score?: number }} Item
 */

// Small words find nothing by themselves, but the index would take them for the beginnings of others.
const STOP_WORDS = new Set(
  (
    "a an and are at be been by can do does for from had has have he her him his i in is it its just me my no not " +
    "of on or our she so that the their them then they this to was we were what when who will with you your"
  ).split(" "),
);
/** The worker's message types. */
const SETUP = 0;
const READY = 1;
const QUERY = 2;
const RESULT = 3;
const MAX_PAGES = 15;
const MAX_PARTS = 3; // of each page
const EXCERPT_LENGTH = 170;

/**
 * Opens the search dialog of a page, making it the first time.
 * @param {HTMLElement} button with the URLs of the index and of the worker
 */
export function openSearch(button) {
  const dialog = queryAll(document, "dialog.search", HTMLDialogElement)[0] ?? makeDialog(button);
  dialog.showModal();
  query(dialog, "input", HTMLInputElement).select();
}

/** @param {HTMLElement} button */
function makeDialog(button) {
  const dialog = document.createElement("dialog");
  dialog.className = "search md-typeset";
  dialog.setAttribute("aria-label", "Search this site");
  dialog.innerHTML = `<form method="dialog"><button class="header__button">Close</button></form>
    <label for="search-words">Search this site</label>
    <input id="search-words" type="search" autocomplete="off" spellcheck="false">
    <p role="status">Loading the search…</p><ol class="search__found"></ol>`;
  document.body.append(dialog);
  const input = query(dialog, "input", HTMLInputElement);
  const status = query(dialog, "[role=status]");
  const list = query(dialog, "ol");
  const indexUrl = new URL(button.dataset.search ?? "", location.href);
  const worker = startWorker(new URL(button.dataset.searchWorker ?? "", location.href));
  const ask = () => worker.postMessage({ type: QUERY, data: significantWords(input.value).join(" ") });
  const fail = () => {
    status.textContent = "The search could not be loaded. The menu and the glossary list every page and word.";
  };
  worker.onerror = fail;
  worker.onmessage = ({ data }) => {
    if (data.type === READY) {
      status.textContent = "Type to start searching.";
      input.addEventListener("input", ask);
      if (input.value) ask();
    }
    if (data.type === RESULT) {
      status.textContent = summary(data.data.items.length, input.value);
      list.replaceChildren(...resultItems(data.data.items, input.value, new URL("../", indexUrl)));
    }
  };
  fetchText(indexUrl)
    .then(JSON.parse)
    .then((index) => worker.postMessage({ type: SETUP, data: { ...index, options: { suggest: false } } }))
    .catch(fail);
  return dialog;
}

/**
 * The words of a query that count: small ones only when there are no others.
 * @param {string} text
 */
export function significantWords(text) {
  const words = text.trim().split(/\s+/);
  const significant = words.filter((word) => !STOP_WORDS.has(word.toLowerCase()));
  return significant.length ? significant : words;
}

/**
 * @param {number} pages
 * @param {string} typed
 */
export function summary(pages, typed) {
  if (!typed.trim()) return "Type to start searching.";
  if (!pages) return "Nothing found. Try fewer or other words, or look under Special situations in the menu.";
  const limit = pages > MAX_PAGES ? `, the best ${MAX_PAGES} shown` : "";
  return `${pages} ${pages === 1 ? "page" : "pages"} found${limit}.`;
}

/**
 * Pages, best first, each with its parts that fit best. The worker sends one group of items for each page.
 * @param {Item[][]} groups
 * @param {string} typed
 * @param {URL} root
 */
function resultItems(groups, typed, root) {
  return groups.slice(0, MAX_PAGES).map((group) => {
    const page = group.find((item) => !item.location.includes("#")) ?? group[0];
    const entry = document.createElement("li");
    entry.append(resultLink(page, root));
    if (page.score) entry.append(excerptLine(page, typed));
    const parts = document.createElement("ul");
    for (const item of group.filter((item) => item !== page).slice(0, MAX_PARTS)) {
      const part = document.createElement("li");
      part.append(resultLink(item, root), excerptLine(item, typed));
      parts.append(part);
    }
    if (parts.children.length) entry.append(parts);
    return entry;
  });
}

/**
 * @param {Item} item
 * @param {URL} root
 */
function resultLink(item, root) {
  const href = new URL(item.location, root).href;
  const link = Object.assign(document.createElement("a"), { href, textContent: plainText(item.title) });
  link.addEventListener("click", () => query(document, "dialog.search", HTMLDialogElement).close());
  return link;
}

/**
 * A paragraph with the text around the first match, which is marked.
 * @param {Item} item
 * @param {string} typed
 */
function excerptLine(item, typed) {
  const { before, match, after } = excerpt(plainText(item.text), typed);
  const line = document.createElement("p");
  line.append(before);
  if (match) line.append(Object.assign(document.createElement("mark"), { textContent: match }));
  line.append(after);
  return line;
}

/**
 * The part of a text around the first word that a query's words begin.
 * @param {string} text
 * @param {string} typed
 */
export function excerpt(text, typed) {
  const words = significantWords(typed)
    .filter((word) => word.length > 1)
    .map((word) => word.replace(/[^\p{L}\p{N}.'-]/gu, "").replace(/\./g, "\\."))
    .filter(Boolean);
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.join("|")})[\\p{L}\\p{N}]*`, "iu");
  const found = words.length ? pattern.exec(text) : null;
  const match = found?.[0] ?? "";
  const index = found?.index ?? 0;
  const start = index > 60 ? text.lastIndexOf(" ", index - 50) + 1 : 0;
  const end = start + EXCERPT_LENGTH;
  return {
    before: (start ? "…" : "") + text.slice(start, index),
    match,
    after: text.slice(index + match.length, end) + (text.length > end ? "…" : ""),
  };
}

/** @param {string} html */
function plainText(html) {
  // A space at each block, so that the last word of one is not joined to the first word of the next.
  const spaced = html.replace(/<\/?(?:p|li|ul|ol)>/g, " $&");
  const { body } = new DOMParser().parseFromString(spaced, "text/html");
  return (body.textContent ?? "").replace(/\s+/g, " ").trim();
}
