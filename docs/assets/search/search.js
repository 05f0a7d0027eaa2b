// Search: fetched on first use. Material's worker looks words up in the index; this shows what it found.

import { startWorker, text } from "../shared/files.js";

// Words that lead nowhere by themselves; the search would take them for beginnings of others.
const SMALL = new Set(
  "a an and are at be been by can do does for from had has have he her him his i in is it its just me my no not of on or our she so that the their them then they this to was we were what when who will with you your".split(
    " ",
  ),
);
const SETUP = 0,
  READY = 1,
  QUERY = 2,
  RESULT = 3; // the worker's message types

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
  const ask = () => worker.postMessage({ type: QUERY, data: sought(input.value).join(" ") });
  worker.onerror = () => {
    status.textContent = "The search could not be loaded. The menu and the glossary list every page and word.";
  };
  worker.onmessage = ({ data }) => {
    if (data.type === READY) {
      status.textContent = "Type to start searching.";
      input.addEventListener("input", ask);
      if (input.value) ask();
    }
    if (data.type === RESULT) show(data.data.items, input.value, status, list, new URL("../", indexAddress));
  };
  text(indexAddress)
    .then(JSON.parse)
    .then((index) => worker.postMessage({ type: SETUP, data: { ...index, options: { suggest: false } } }))
    .catch(() => worker.onerror());
  return dialog;
}

/** The words that count: small ones only when there are no others. */
function sought(words) {
  const all = words.trim().split(/\s+/);
  const telling = all.filter((word) => !SMALL.has(word.toLowerCase()));
  return telling.length ? telling : all;
}

/** Pages, best first, each with the parts of it that fit best: the worker sends a group of finds a page. */
function show(groups, words, status, list, root) {
  const shown = groups.slice(0, 15);
  status.textContent = !words.trim()
    ? "Type to start searching."
    : groups.length
      ? `${groups.length} ${groups.length === 1 ? "page" : "pages"} found${groups.length > shown.length ? `, the best ${shown.length} shown` : ""}.`
      : "Nothing found. Try fewer or other words, or look under Special situations in the menu.";
  list.replaceChildren(
    ...shown.map((group) => {
      const page = group.find((item) => !item.location.includes("#")) ?? group[0];
      const entry = document.createElement("li");
      entry.append(leadTo(page, root));
      if (page.score) entry.append(excerpt(page, words));
      const parts = document.createElement("ul");
      parts.append(
        ...group
          .filter((item) => item !== page)
          .slice(0, 3)
          .map((item) => {
            const part = document.createElement("li");
            part.append(leadTo(item, root), excerpt(item, words));
            return part;
          }),
      );
      if (parts.children.length) entry.append(parts);
      return entry;
    }),
  );
}

function leadTo(item, root) {
  const link = Object.assign(document.createElement("a"), {
    href: new URL(item.location, root).href,
    textContent: plain(item.title),
  });
  link.addEventListener("click", () => document.querySelector("dialog.search").close());
  return link;
}

/** The words round the first find, which is marked. */
function excerpt(item, words) {
  const text = plain(item.text);
  const looked = sought(words)
    .filter((word) => word.length > 1)
    .map((word) => word.replace(/[^\p{L}\p{N}.'-]/gu, "").replace(/\./g, "\\."));
  const found = looked.length
    ? text.match(new RegExp(`(?<![\\p{L}\\p{N}])(?:${looked.join("|")})[\\p{L}\\p{N}]*`, "iu"))
    : null;
  const at = found?.index ?? 0;
  const from = at > 60 ? text.lastIndexOf(" ", at - 50) + 1 : 0;
  const line = document.createElement("p");
  line.append(from ? "…" : "", text.slice(from, at));
  if (found) line.append(Object.assign(document.createElement("mark"), { textContent: found[0] }));
  line.append(text.slice(at + (found ? found[0].length : 0), from + 170), text.length > from + 170 ? "…" : "");
  return line;
}

function plain(html) {
  // A space at every block, so that the last word of one and the first of the next stay apart.
  return new DOMParser()
    .parseFromString(html.replace(/<\/?(?:p|li|ul|ol)>/g, " $&"), "text/html")
    .body.textContent.replace(/\s+/g, " ")
    .trim();
}
