// What every page adds where JavaScript runs: copying a citation, colours, search, leaving quickly, and the scripts
// that only some pages need. Every page loads this file, so it imports nothing until it is needed.

const announcement = document.createElement("p");
announcement.className = "visually-hidden";
announcement.setAttribute("role", "status");
document.body.append(announcement);

/**
 * The title, edition, number, URL and date of a provision, as one line of text.
 * @param {HTMLAnchorElement} link
 */
export function citation(link) {
  const edition = document.querySelector(".edition strong")?.textContent ?? "";
  const title = document.querySelector(".source-notice cite")?.textContent ?? document.title;
  const day = new Date().toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" });
  return `${title}, ${edition}, ${link.dataset.cite} (plain-language edition), ${link.href}, read on ${day}.`;
}

/**
 * Copies a citation. Where the browser does not allow that, a field with its text takes the button's place.
 * @param {HTMLAnchorElement} link
 * @param {HTMLButtonElement} button
 */
async function copyCitation(link, button) {
  const text = citation(link);
  try {
    await navigator.clipboard.writeText(text);
    button.textContent = "Copied";
    announcement.textContent = `Citation of ${link.dataset.cite} copied`;
  } catch {
    const field = { value: text, readOnly: true, className: "copy-citation" };
    button.replaceWith(Object.assign(document.createElement("input"), field));
  }
  setTimeout(() => {
    button.textContent = "Copy";
  }, 2000);
}

for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (
  document.querySelectorAll("a.provision-number[data-cite]")
)) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "copy-citation";
  button.textContent = "Copy";
  button.setAttribute("aria-label", `Copy citation of ${link.dataset.cite}`);
  button.addEventListener("click", () => copyCitation(link, button));
  link.after(button);
}

// Colours: the choice is stored on this device, and nowhere else.
const colours = document.querySelector("[data-colours]");
const isDark = () => document.documentElement.dataset.mdColorScheme === "slate";
const showColours = () => colours?.setAttribute("aria-pressed", String(isDark()));
showColours();
colours?.addEventListener("click", () => {
  const chosen = isDark() ? "default" : "slate";
  document.documentElement.dataset.mdColorScheme = chosen;
  showColours();
  try {
    localStorage.setItem("colours", chosen);
  } catch {
    // Storage is denied: the choice lasts for this page.
  }
});

const search = /** @type {HTMLElement | null} */ (document.querySelector("[data-search]"));
search?.addEventListener("click", async () => (await import("../search/search.js")).openSearch(search));

// Leaving quickly: the page goes blank at once and is not left in the tab's history. Pressing Shift three times does
// the same.
const LEAVE_WITHIN = 5000; // milliseconds for the three presses
const leave = /** @type {HTMLAnchorElement | null} */ (document.querySelector("[data-leave]"));
/** Times of the last presses of Shift. @type {number[]} */
let shifts = [];
let combined = false; // whether Shift is held for another key, as in a capital letter

/** @param {HTMLAnchorElement} link */
function leaveNow(link) {
  document.body.replaceChildren();
  document.title = "Loading";
  location.replace(link.href);
}

leave?.addEventListener("click", (event) => {
  event.preventDefault();
  leaveNow(leave);
});
addEventListener("keydown", (event) => {
  combined = event.key !== "Shift" && event.shiftKey;
  if (event.key !== "Shift") shifts = [];
});
addEventListener("keyup", (event) => {
  if (event.key !== "Shift" || combined) return;
  shifts = [...shifts, event.timeStamp].slice(-3);
  if (leave && shifts.length === 3 && shifts[2] - shifts[0] < LEAVE_WITHIN) leaveNow(leave);
});

// Announces a newer version to a reader who has stored the site on their device; nobody else loads this.
if (navigator.serviceWorker?.controller) import("../offline/offline.js");

// What only some pages need: data-module="incident/tool" on an element loads assets/incident/tool.js.
const modules = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-module]"));
for (const name of new Set([...modules].map((part) => part.dataset.module))) import(`../${name}.js`);
