// The local picture: sends a table to Python and shows what it answers. It calculates nothing, and nothing leaves
// this device.

import { Python } from "../python/python.js";
import { download } from "../shared/device.js";
import { query } from "../shared/dom.js";
import { startOnIntent, warnBeforeLeaving } from "../shared/tool-form.js";

/**
 * What Python answers: HTML for each part of the page, or the problems of a table.
 * @typedef {{ settings?: string, problems?: string, result?: string, say?: string }} Answer
 */

const MAX_BYTES = 2_000_000; // of a file; a table of counts has a few thousand
const CHUNK = 8192; // bytes that are turned into characters at once: browsers limit the arguments of a call

const tool = query(document, "[data-picture]");
const form = query(tool, "form", HTMLFormElement);
const table = query(form, "textarea", HTMLTextAreaElement);
const settings = query(tool, ".picture__settings");
const result = query(tool, ".picture__result");
const problems = query(tool, ".picture__problems");
const announcement = query(tool, ".picture__say");
const python = new Python(tool);
let unsaved = false; // whether the table holds figures of the reader's own that have not been saved
let requests = 0;

const formData = () => ({ ...Object.fromEntries(new FormData(form)), text: table.value, width: result.clientWidth });

/**
 * Python's answer, or undefined when Python is not running.
 * @param {string} action
 * @param {unknown} data
 */
async function ask(action, data) {
  const text = await python.answer(`picture/${action}`, data);
  return text === undefined ? undefined : JSON.parse(text);
}

/**
 * Asks Python for the picture of the figures and shows it.
 * @param {boolean} focus whether a reader pressed a button and waits for the result
 * @param {Record<string, string>} [choices]
 */
async function update(focus, choices = {}) {
  requests += 1;
  const request = requests;
  tool.dataset.answered = "";
  const answer = await ask("show", { ...formData(), ...choices });
  if (answer && request === requests) show(answer, focus);
}

/**
 * @param {Answer} answer
 * @param {boolean} focus
 */
function show(answer, focus) {
  const active = document.activeElement?.id;
  settings.innerHTML = answer.settings ?? "";
  problems.innerHTML = answer.problems ?? "";
  result.innerHTML = answer.result ?? "";
  if (answer.problems) table.setAttribute("aria-invalid", "true");
  else table.removeAttribute("aria-invalid");
  const summary = result.firstElementChild?.getAttribute("data-say");
  announcement.textContent = answer.say ?? summary ?? "";
  tool.dataset.answered = answer.problems ? "problem" : "picture";
  if (focus) (answer.problems ? problems : result.querySelector("h2"))?.focus();
  else if (active && document.activeElement?.id !== active) document.getElementById(active)?.focus();
}

/** @param {HTMLInputElement} input */
async function open(input) {
  const file = input.files?.[0];
  input.value = "";
  if (!file) return;
  if (file.size > MAX_BYTES) {
    const advice = "It is too large to be a table of counts. Keep it under 2 MB. Nothing was changed.";
    const heading = "<h2>There is a problem with the file</h2>";
    show({ problems: `<div class="picture__error">${heading}<p>${advice}</p></div>` }, true);
    return;
  }
  const bytes = new Uint8Array(await file.arrayBuffer());
  let chars = ""; // one for each byte: Python finds out the encoding
  for (let start = 0; start < bytes.length; start += CHUNK)
    chars += String.fromCharCode(...bytes.subarray(start, start + CHUNK));
  const answer = await ask("open", chars);
  if (!answer) return;
  if (answer.problems) {
    show({ problems: answer.problems, say: answer.say }, true);
    return;
  }
  replaceTable(answer.text, true);
  update(true);
}

/**
 * Puts a new table in the box. The choices made for the old one do not apply to it.
 * @param {string} text
 * @param {boolean} isReaders whether these are the reader's own figures
 */
function replaceTable(text, isReaders) {
  table.value = text;
  settings.replaceChildren();
  unsaved = isReaders;
}

async function example() {
  if (unsaved && table.value && !confirm("This replaces the figures in the box. Go on?")) return;
  const answer = await ask("example", null);
  if (!answer) return;
  replaceTable(answer.text, false);
  update(true, { change: answer.change });
}

function clear() {
  if (unsaved && table.value && !confirm("This clears the figures in the box. Go on?")) return;
  replaceTable("", false);
  show({}, false);
  tool.dataset.answered = "";
  table.focus();
}

/** @param {"csv" | "svg" | "png"} format */
async function save(format) {
  /** @type {{ name: string, csv: string, svg: string } | undefined} */
  const file = await ask("save", formData());
  if (!file) return;
  download(await encode(file, format), `${file.name}.${format}`);
  unsaved = false;
}

/**
 * @param {{ csv: string, svg: string }} file
 * @param {"csv" | "svg" | "png"} format
 */
async function encode({ csv, svg }, format) {
  if (format === "csv") return new Blob([csv], { type: "text/csv" });
  if (format === "svg") return new Blob([svg], { type: "image/svg+xml" });
  return png(svg);
}

/**
 * A drawing as a bitmap, at twice its size so that it is sharp on paper.
 * @param {string} svg
 * @returns {Promise<Blob>}
 */
async function png(svg) {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const size = { width: image.width * 2, height: image.height * 2 };
  const canvas = Object.assign(document.createElement("canvas"), size);
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("no PNG could be made"))), "image/png");
  });
}

/** @param {HTMLElement} button */
async function copy(button) {
  const paragraph = query(result, ".picture__report");
  try {
    await navigator.clipboard.writeText(paragraph.textContent);
    announcement.textContent = button.textContent = "Copied";
  } catch {
    getSelection()?.selectAllChildren(paragraph);
    announcement.textContent = button.textContent = "Marked: copy it with your keyboard or menu";
  }
}

/**
 * Selects a row of the table, so that it can be corrected at once.
 * @param {number} row counted from 1
 */
function selectRow(row) {
  const lines = table.value.split("\n");
  const start = lines.slice(0, row - 1).join("\n").length + (row > 1 ? 1 : 0);
  table.focus();
  if (row > 0 && row <= lines.length) table.setSelectionRange(start, start + lines[row - 1].length);
}

/** @type {Record<string, (button: HTMLElement) => void>} */
const ACTIONS = {
  show: () => update(true),
  example,
  clear,
  svg: () => save("svg"),
  png: () => save("png"),
  csv: () => save("csv"),
  print: () => print(),
  copy,
};

tool.addEventListener("click", (event) => {
  if (!(event.target instanceof Element)) return;
  const button = event.target.closest("[data-do]");
  if (button instanceof HTMLElement) ACTIONS[button.dataset.do ?? ""](button);
  const link = event.target.closest("a[data-row]");
  if (link) {
    event.preventDefault();
    selectRow(Number(link.getAttribute("data-row")));
  }
});
form.addEventListener("change", ({ target }) => {
  if (target instanceof HTMLInputElement && target.type === "file") open(target);
  else if (target === table || table.value) update(false);
});
table.addEventListener("input", () => {
  unsaved = Boolean(table.value);
});
table.addEventListener("paste", () => {
  if (!table.value) settings.replaceChildren();
  setTimeout(() => update(false));
});
startOnIntent(form, python);
warnBeforeLeaving(form, () => unsaved && table.value !== "");

tool.hidden = false;
