// Search: fetched on first use. Material's worker looks words up in the index; this shows what it found.

import { startWorker, text } from "./files.js";

const SETUP = 0, READY = 1, QUERY = 2, RESULT = 3;  // the worker's message types

/** Opens the search dialog of a page, making it the first time. */
export function openSearch(button) {
  const dialog = document.querySelector("dialog.search") ?? makeDialog(button);
  dialog.showModal();
  dialog.querySelector("input").select();
}

function makeDialog(button) {
  const dialog = document.createElement("dialog");
  dialog.className = "search md-typeset";
  dialog.setAttribute("aria-label", "Search this site");
  dialog.innerHTML = `<form method="dialog"><button class="header__button">Close</button></form>
    <label for="search-words">Search this site</label>
    <input id="search-words" type="search" autocomplete="off" spellcheck="false">
    <p role="status">Loading the search…</p><ol class="search__found"></ol>`;
  document.body.append(dialog);
  const [input, status, list] = ["input", "[role=status]", "ol"].map((part) => dialog.querySelector(part));
  const indexAddress = new URL(button.dataset.search, location.href);
  const worker = startWorker(new URL(button.dataset.searchWorker, location.href));
  const ask = () => worker.postMessage({ type: QUERY, data: input.value });
  worker.onerror = () => { status.textContent = "The search could not be loaded. The menu and the glossary list every page and word."; };
  worker.onmessage = ({ data }) => {
    if (data.type === READY) { status.textContent = "Type to start searching."; input.addEventListener("input", ask); if (input.value) ask(); }
    if (data.type === RESULT) show(data.data.items.flat(), input.value, status, list, new URL("../", indexAddress));
  };
  text(indexAddress).then(JSON.parse)
    .then((index) => worker.postMessage({ type: SETUP, data: { ...index, options: { suggest: false } } }))
    .catch(() => worker.onerror());
  return dialog;
}

function show(items, words, status, list, root) {
  const shown = items.slice(0, 30);
  status.textContent = !words.trim() ? "Type to start searching."
    : items.length ? `${items.length} found${items.length > shown.length ? `, the best ${shown.length} shown` : ""}.` : "Nothing found. Try fewer or other words.";
  list.replaceChildren(...shown.map((item) => {
    const entry = document.createElement("li");
    const link = Object.assign(document.createElement("a"), { href: new URL(item.location, root).href, textContent: plain(item.title) });
    link.addEventListener("click", () => document.querySelector("dialog.search").close());
    const found = plain(item.text);
    const at = Math.max(0, found.toLowerCase().indexOf(words.trim().toLowerCase().split(/\s+/)[0]) - 60);
    entry.append(link, Object.assign(document.createElement("p"), { textContent: `${at ? "…" : ""}${found.slice(at, at + 180)}…` }));
    return entry;
  }));
}

function plain(html) {
  return new DOMParser().parseFromString(html, "text/html").body.textContent.trim();
}
