// The directory's filters: hides and orders entries that are on the page already. Choices are kept in the address; typed words are not.

import { text } from "../shared/files.js";

const form = document.querySelector("[data-directory]");
const list = document.querySelector(".entries");
const items = new Map([...list.children].map((item) => [item.dataset.entry, item]));
const order = form.elements.order;
const words = form.querySelector("[type=search]");
const facets = [...form.querySelectorAll("select[data-fields]")];
const said = form.querySelector("[role=status]");
let entries;
let waiting;

const bare = (value) => value.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
const label = (choice) => form.querySelector(`label[for="${choice.id}"]`).textContent;

/** The entries as data, fetched the first time somebody filters. */
async function load() {
  if (entries) return;
  const found = JSON.parse(await text(document.querySelector("[data-directory-json]").href));
  entries = found.map((entry) => ({
    ...entry,
    all: bare(
      [
        entry.title,
        entry.organisation,
        entry.words,
        entry.source,
        entry.kind,
        entry.place,
        entry.area,
        ...entry.theme,
        ...entry.audience,
      ].join(" "),
    ),
  }));
}

const has = (entry, choice) =>
  !choice.value || choice.dataset.fields.split(" ").some((field) => [entry[field]].flat().includes(choice.value));

const ORDERS = {
  title: () => 0,
  newest: (a, b) => (b.checked ?? "").localeCompare(a.checked ?? ""),
  oldest: (a, b) => (a.checked ?? "").localeCompare(b.checked ?? ""),
};

/** Shows what fits, says how many, and counts what each further choice would leave. */
function show() {
  const looked = bare(words.value).split(/\s+/).filter(Boolean);
  const read = entries.filter((entry) => looked.every((word) => entry.all.includes(word)));
  const fits = new Set(read.filter((entry) => facets.every((choice) => has(entry, choice))));
  const sorted = [...entries].sort(ORDERS[order.value]);
  if (sorted.some((entry, at) => list.children[at] !== items.get(entry.id)))
    list.append(...sorted.map((entry) => items.get(entry.id)));
  for (const entry of entries) items.get(entry.id).hidden = !fits.has(entry);
  for (const choice of facets)
    count(
      choice,
      read.filter((entry) => facets.every((other) => other === choice || has(entry, other))),
    );
  const chosen = facets.filter((choice) => choice.value).map((choice) => `${label(choice)}: ${choice.value}.`);
  if (looked.length) chosen.unshift(`Words: ${words.value.trim()}.`);
  const number =
    fits.size === entries.length ? `${entries.length} entries.` : `${fits.size} of ${entries.length} entries.`;
  say([number, ...chosen, ...(fits.size ? [] : ["Clear a choice or try fewer words."])].join(" "));
}

function count(choice, among) {
  for (const option of [...choice.options].slice(1)) {
    const number = among.filter((entry) =>
      choice.dataset.fields.split(" ").some((field) => [entry[field]].flat().includes(option.value)),
    ).length;
    option.textContent = option.textContent.replace(/\(\d+\)$/, `(${number})`);
  }
}

function say(what) {
  if (said.textContent !== what) said.textContent = what;
}

/** Keeps the choices in the address, without a step in the tab's history. */
function keep() {
  const kept = new URLSearchParams(
    [...facets, order]
      .filter((choice) => choice.value && choice.value !== "title")
      .map((choice) => [choice.name, choice.value]),
  );
  const address = `${location.pathname}${kept.size ? `?${kept}` : ""}${location.hash}`;
  try {
    history.replaceState(history.state, "", address);
  } catch {
    /* a page that is a file may not change its address: the choice lasts for this page */
  }
}

async function filter() {
  try {
    await load();
    show();
  } catch {
    say("The filters could not be loaded. The list below is whole, and there is a page for each way to look.");
  }
}

form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("change", () => {
  keep();
  filter();
});
words.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(filter, 250);
});
form.querySelector("[data-clear]").addEventListener("click", () => {
  form.reset();
  keep();
  filter();
});
form.querySelector("[data-print]").addEventListener("click", () => print());

// Choices that came with the address, where they are among ours.
const given = new URLSearchParams(location.search);
for (const choice of [...facets, order]) {
  const value = given.get(choice.name);
  if ([...choice.options].some((option) => option.value === value)) choice.value = value;
}
if (facets.some((choice) => choice.value)) form.querySelector("details").open = true;
if (facets.some((choice) => choice.value) || order.value !== "title") filter();
