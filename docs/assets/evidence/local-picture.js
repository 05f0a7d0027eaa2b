// The local picture: takes a table to Python and puts in what it answers. It works nothing out, and nothing leaves this device.

import { Python } from "../python/python.js";

const MOST = 2_000_000; // bytes of a file; a table of counts has a few thousand
const tool = document.querySelector("[data-picture]");
const form = tool.querySelector("form");
const text = form.querySelector("textarea");
const settings = tool.querySelector(".picture__settings");
const result = tool.querySelector(".picture__result");
const problems = tool.querySelector(".picture__problems");
const say = tool.querySelector(".picture__say");
const python = new Python(tool);
let own = false; // whether there are figures of the reader's own that have not been saved
let asked = 0;

const given = () => ({ ...Object.fromEntries(new FormData(form)), text: text.value, width: result.clientWidth });
const ask = async (request, data) => JSON.parse(await python.answer(`picture/${request}`, data));

/** Shows what Python says of the figures; `focus` for a reader who pressed a button and waits for it. */
async function show(focus, choices = {}) {
  asked += 1;
  const mine = asked;
  tool.dataset.answered = "";
  const answer = await ask("show", { ...given(), ...choices });
  if (mine !== asked) return;
  put(answer, focus);
}

function put({ settings: chosen, problems: wrong, result: found, say: words }, focus) {
  const active = document.activeElement?.id;
  settings.innerHTML = chosen ?? "";
  problems.innerHTML = wrong ?? "";
  result.innerHTML = found ?? "";
  text.toggleAttribute("aria-invalid", Boolean(wrong));
  if (wrong) text.setAttribute("aria-invalid", "true");
  say.textContent = words ?? result.firstElementChild?.dataset.say ?? "";
  tool.dataset.answered = wrong ? "problem" : "picture";
  if (focus) (wrong ? problems : result.querySelector("h2"))?.focus();
  else if (active && document.activeElement?.id !== active) document.getElementById(active)?.focus();
}

async function open(input) {
  const file = input.files[0];
  input.value = "";
  if (!file) return;
  if (file.size > MOST)
    return put(
      {
        problems: `<div class="picture__error"><h2>There is a problem with the file</h2><p>It is too large to be a table of counts. Keep it under 2 MB. Nothing was changed.</p></div>`,
      },
      true,
    );
  const bytes = new Uint8Array(await file.arrayBuffer());
  let codes = "";
  for (let start = 0; start < bytes.length; start += 8192)
    codes += String.fromCharCode(...bytes.subarray(start, start + 8192));
  const answer = await ask("open", codes);
  if (answer.problems) return put({ problems: answer.problems, say: answer.say }, true);
  fill(answer.text, true);
  show(true);
}

/** Puts a new table in the box; choices made for the old one do not hold for it. */
function fill(words, mine) {
  text.value = words;
  settings.replaceChildren();
  own = mine;
}

async function example() {
  if (own && text.value && !confirm("This replaces the figures in the box. Go on?")) return;
  const answer = await ask("example", null);
  fill(answer.text, false);
  show(true, { change: answer.change });
}

function clear() {
  if (own && text.value && !confirm("This clears the figures in the box. Go on?")) return;
  fill("", false);
  put({}, false);
  tool.dataset.answered = "";
  text.focus();
}

const keep = (blob, name) => {
  const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(blob), download: name });
  link.click();
  URL.revokeObjectURL(link.href);
  own = false;
};

async function save(ending) {
  const file = await ask("save", given());
  if (ending === "csv") return keep(new Blob([file.csv], { type: "text/csv" }), `${file.name}.csv`);
  if (ending === "svg") return keep(new Blob([file.svg], { type: "image/svg+xml" }), `${file.name}.svg`);
  const picture = new Image();
  picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(file.svg)}`;
  await picture.decode();
  const canvas = Object.assign(document.createElement("canvas"), {
    width: picture.width * 2,
    height: picture.height * 2,
  });
  canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
  canvas.toBlob((blob) => keep(blob, `${file.name}.png`), "image/png");
}

async function copy(button) {
  const paragraph = result.querySelector(".picture__report");
  try {
    await navigator.clipboard.writeText(paragraph.textContent);
    say.textContent = button.textContent = "Copied";
  } catch {
    getSelection().selectAllChildren(paragraph);
    say.textContent = button.textContent = "Marked: copy it with your keyboard or menu";
  }
}

/** Marks a row of the box, so that it can be mended at once. */
function mark(row) {
  const lines = text.value.split("\n");
  const start = lines.slice(0, row - 1).join("\n").length + (row > 1 ? 1 : 0);
  text.focus();
  if (row > 0 && row <= lines.length) text.setSelectionRange(start, start + lines[row - 1].length);
}

const ACTS = {
  show: () => show(true),
  example,
  clear,
  svg: () => save("svg"),
  png: () => save("png"),
  csv: () => save("csv"),
  print: () => print(),
  copy,
};

tool.addEventListener("click", (event) => {
  const button = event.target.closest("[data-do]");
  if (button) ACTS[button.dataset.do](button);
  const link = event.target.closest("a[data-row]");
  if (link) {
    event.preventDefault();
    mark(Number(link.dataset.row));
  }
});
form.addEventListener("change", ({ target }) => {
  if (target.type === "file") open(target);
  else if (target === text || text.value) show(false);
});
text.addEventListener("input", () => {
  own = Boolean(text.value);
});
text.addEventListener("paste", () => {
  if (!text.value) settings.replaceChildren();
  setTimeout(() => show(false));
});
form.addEventListener("focusin", () => python.start(), { once: true });
form.addEventListener("pointerenter", () => python.start(), { once: true });
form.addEventListener("submit", (event) => event.preventDefault());
// Figures that have not been saved ask before they are left; leaving quickly does not wait for that.
addEventListener("beforeunload", (event) => {
  if (own && text.value && document.body.contains(form)) event.preventDefault();
});

tool.hidden = false;
