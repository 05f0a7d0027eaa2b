// What every page adds where JavaScript runs: colours, search, copying a citation, leaving quickly, and a tool's form.

const status = document.createElement("p");
status.className = "visually-hidden";
status.setAttribute("role", "status");
document.body.append(status);

/** The title, edition, number, address and date of a provision, as one line of text. */
export function citation(link) {
  const edition = document.querySelector(".edition strong")?.textContent ?? "";
  const title = document.querySelector(".source-notice cite")?.textContent ?? document.title;
  const address = new URL(link.getAttribute("href"), location.href).href;
  const day = new Date().toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" });
  return `${title}, ${edition}, ${link.dataset.cite} (plain-language edition), ${address}, read on ${day}.`;
}

for (const link of document.querySelectorAll("a.provision-number[data-cite]")) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "copy-citation";
  button.textContent = "Copy";
  button.setAttribute("aria-label", `Copy citation of ${link.dataset.cite}`);
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(citation(link));
      button.textContent = "Copied";
      status.textContent = `Citation of ${link.dataset.cite} copied`;
    } catch {
      button.replaceWith(
        Object.assign(document.createElement("input"), {
          value: citation(link),
          readOnly: true,
          className: "copy-citation",
        }),
      );
    }
    setTimeout(() => {
      button.textContent = "Copy";
    }, 2000);
  });
  link.after(button);
}

// Colours: the choice is kept on this device, and nowhere else.
const colours = document.querySelector("[data-colours]");
const isDark = () => document.documentElement.dataset.mdColorScheme === "slate";
colours.setAttribute("aria-pressed", isDark());
colours.addEventListener("click", () => {
  document.documentElement.dataset.mdColorScheme = isDark() ? "default" : "slate";
  colours.setAttribute("aria-pressed", isDark());
  try {
    localStorage.setItem("colours", document.documentElement.dataset.mdColorScheme);
  } catch {
    /* storage is denied: the choice lasts for this page */
  }
});

const search = document.querySelector("[data-search]");
search?.addEventListener("click", async () => (await import("../search/search.js")).openSearch(search));

// Leaving quickly: the page goes blank at once and is not left in the tab's history. Shift three times does the same.
const leave = document.querySelector("[data-leave]");
let shifts = [];
let used = false; // whether the Shift that is held was for another key, as in a capital letter
function leaveNow(event) {
  event?.preventDefault();
  document.body.replaceChildren();
  document.title = "Loading";
  location.replace(leave.href);
}
leave?.addEventListener("click", leaveNow);
addEventListener("keydown", (event) => {
  used = event.key !== "Shift" && event.shiftKey;
  if (event.key !== "Shift") shifts = [];
});
addEventListener("keyup", (event) => {
  if (event.key !== "Shift" || used) return;
  shifts = [...shifts, event.timeStamp].slice(-3);
  if (leave && shifts.length === 3 && shifts[2] - shifts[0] < 5000) leaveNow();
});

// A reader who keeps the site on their device is told when there is a newer version; nobody else loads this.
if (navigator.serviceWorker?.controller) import("../offline/offline.js");

// What only some pages need: data-module="incident/tool" on an element loads assets/incident/tool.js.
for (const name of new Set([...document.querySelectorAll("[data-module]")].map((part) => part.dataset.module)))
  import(`../${name}.js`);
