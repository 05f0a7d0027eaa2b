// Which entries of the directory fit what a reader typed and chose. Nothing here touches the page.

/**
 * An entry as directory.json has it, with all its text for the search.
 * @typedef {Record<string, any> & { id: string, checked?: string, searchText: string }} Entry
 */

/**
 * A choice of one value, looked for in one or several fields of an entry. No value means all entries.
 * @typedef {{ fields: string[], value: string }} Choice
 */

/** Text without capitals and accents, for comparing. @param {string} text */
export const fold = (text) => text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");

/**
 * Adds its searchable text to an entry.
 * @param {Record<string, any>} entry
 * @returns {Entry}
 */
export function searchable(entry) {
  const { title, organisation, words, source, kind, place, area, theme, audience } = entry;
  const searchText = fold([title, organisation, words, source, kind, place, area, ...theme, ...audience].join(" "));
  return /** @type {Entry} */ ({ ...entry, searchText });
}

/**
 * @param {Entry} entry
 * @param {Choice} choice
 */
export const matches = (entry, { fields, value }) =>
  !value || fields.some((field) => [entry[field]].flat().includes(value));

/**
 * The entries that contain every word of a query.
 * @param {Entry[]} entries
 * @param {string} query
 */
export function search(entries, query) {
  const words = fold(query).split(/\s+/).filter(Boolean);
  return entries.filter((entry) => words.every((word) => entry.searchText.includes(word)));
}

/** The orders a reader can choose. @type {Record<string, (a: Entry, b: Entry) => number>} */
export const ORDERS = {
  title: () => 0, // as they are
  newest: (a, b) => (b.checked ?? "").localeCompare(a.checked ?? ""),
  oldest: (a, b) => (a.checked ?? "").localeCompare(b.checked ?? ""),
};
