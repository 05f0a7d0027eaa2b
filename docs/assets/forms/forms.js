// A form to fill in: Python's advice and errors, the finished record, and its files. It decides nothing itself.

import { Python } from "../python/python.js";
import { download, fileOpener, now, stampedName } from "../shared/device.js";
import { button, query, queryAll } from "../shared/dom.js";
import { startOnIntent, warnBeforeLeaving } from "../shared/tool-form.js";

/**
 * A field's name and its value.
 * @typedef {[string, FormDataEntryValue]} Pair
 */

/**
 * What a button of a finished form works with.
 * @typedef {object} FinishedForm
 * @property {string} name
 * @property {Pair[]} pairs
 * @property {(action: string, data: unknown, group?: string) => Promise<string | undefined>} ask asks Python
 */

const CONTROLS = "input, textarea, select";
const ADVICE_DELAY = 400; // milliseconds after the last key before Python is asked for advice
const UNCHANGED = "Nothing on this page was changed.";

/**
 * Connects a form to the group of tools in Python that knows it.
 * @param {HTMLElement} part
 * @param {object} options
 * @param {string} options.group
 * @param {string} [options.finishText] the text of its main button
 * @param {[string, (form: FinishedForm) => void][]} [options.exports] buttons of the finished form: text and action
 */
export function connect(part, { group, finishText = "Check and finish", exports = [] }) {
  const name = part.dataset.record ?? "";
  const python = new Python(part);
  const form = query(part, "form", HTMLFormElement);
  const title = document.title;
  const [errors, advice, done] = [".record__errors", ".record__advice", ".record__done"].map((selector) =>
    query(part, selector),
  );
  let changed = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let adviceTimer;

  const pairs = () => [...new FormData(form)].filter(([, value]) => value !== "");
  /** @returns {Pair[]} */
  const datedPairs = () => [...pairs(), ["made", now()]];
  /** @type {FinishedForm["ask"]} */
  const ask = (action, data, from = group) => python.answer(`${from}/${action}:${name}`, data);

  async function advise() {
    const asked = JSON.stringify(pairs());
    const text = await ask("advise", datedPairs());
    if (text === undefined || asked !== JSON.stringify(pairs())) return;
    /** @type {{ advice: string, withheld: [string, string][] }} */
    const answer = JSON.parse(text);
    if (advice.innerHTML !== answer.advice) advice.innerHTML = answer.advice;
    withhold(answer.withheld);
  }

  /**
   * Hides the choices that the other answers exclude.
   * @param {[string, string][]} choices fields and values
   */
  function withhold(choices) {
    for (const box of queryAll(form, "[data-withheld]")) {
      box.hidden = false;
      delete box.dataset.withheld;
    }
    for (const [field, value] of choices) {
      const input = query(form, `input[name="${field}"][value="${value}"]`, HTMLInputElement);
      input.checked = false;
      if (!input.parentElement) continue;
      input.parentElement.hidden = true;
      input.parentElement.dataset.withheld = "";
    }
  }

  /** @param {boolean} finished */
  function showFinished(finished) {
    done.hidden = !finished;
    form.hidden = advice.hidden = finished;
    part.dataset.state = finished ? "finished" : "filling";
    checkButton.hidden = finished;
    for (const element of [backButton, ...exportButtons]) element.hidden = !finished;
    printButton.textContent = finished ? "Print" : "Print this form";
  }

  /**
   * Shows each problem beside its field.
   * @param {[string, string][]} problems field ids and messages
   */
  function markProblems(problems) {
    document.title = problems.length ? `Error: ${title}` : title;
    for (const field of queryAll(form, "[data-field]")) {
      const messages = problems.filter(([id]) => id === field.dataset.field).map(([, message]) => message);
      const error = query(field, ".field__error");
      error.innerHTML = messages.length ? `<span class="visually-hidden">Error: </span>` : "";
      error.append(messages.join(" "));
      error.hidden = !messages.length;
      field.classList.toggle("field--wrong", messages.length > 0);
      for (const control of queryAll(field, CONTROLS)) {
        if (messages.length) control.setAttribute("aria-invalid", "true");
        else control.removeAttribute("aria-invalid");
      }
    }
  }

  async function finish() {
    const text = await ask("check", datedPairs());
    if (text === undefined) return;
    /** @type {{ problems: [string, string][], errors: string, done: string }} */
    const answer = JSON.parse(text);
    const wrong = answer.problems.length > 0;
    markProblems(answer.problems);
    errors.innerHTML = answer.errors;
    errors.hidden = !wrong;
    done.innerHTML = answer.done;
    showFinished(!wrong);
    (wrong ? errors : done).focus();
  }

  async function save() {
    const text = await ask("save", datedPairs());
    if (text === undefined) return;
    download(new Blob([text], { type: "application/json" }), stampedName(name, "json"));
    changed = false;
  }

  /**
   * Fills the form in, adding rows to tables where they are needed.
   * @param {[string, string][]} values field ids and values
   */
  function fill(values) {
    form.reset();
    for (const [id, value] of values) {
      const [field, row] = id.split(".");
      if (row) while (!form.elements.namedItem(id)) addRow(query(form, `[data-field="${field}"]`));
      const control = form.elements.namedItem(id);
      const box = form.querySelector(`input[name="${id}"][value="${CSS.escape(value)}"]`);
      if (box instanceof HTMLInputElement && ["radio", "checkbox"].includes(box.type)) box.checked = true;
      else if (control && "value" in control) control.value = value;
    }
  }

  /**
   * @param {string} text
   * @param {HTMLElement} message
   */
  async function open(text, message) {
    const answer = await ask("open", text);
    if (answer === undefined) return;
    /** @type {{ note: string, pairs: [string, string][] }} */
    const record = JSON.parse(answer);
    message.textContent = record.note + (record.pairs.length ? "" : ` ${UNCHANGED}`);
    if (!record.pairs.length) return;
    if (changed && !confirm("Put what is in the file in place of what is on this form?")) {
      message.textContent = UNCHANGED;
      return;
    }
    fill(record.pairs);
    showFinished(false);
    markProblems([]);
    errors.hidden = true;
    changed = false;
    await advise();
  }

  function clear() {
    if (changed && !confirm("Clear everything on this form?")) return;
    form.reset();
    markProblems([]);
    errors.hidden = true;
    showFinished(false);
    advice.replaceChildren();
    changed = false;
    advise();
  }

  /**
   * Adds an empty row to a table.
   * @param {HTMLElement} table
   */
  function addRow(table) {
    const rows = queryAll(table, ".row");
    const row = /** @type {HTMLElement} */ (rows[0].cloneNode(true));
    const number = rows.length;
    row.setAttribute("aria-label", (row.getAttribute("aria-label") ?? "").replace(/\d+$/, String(number + 1)));
    for (const element of row.querySelectorAll(CONTROLS)) {
      const control = /** @type {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} */ (element);
      control.name = control.name.replace(".0.", `.${number}.`);
      control.id = control.id.replace("-0-", `-${number}-`);
      control.value = "";
    }
    for (const label of row.querySelectorAll("label")) label.htmlFor = label.htmlFor.replace("-0-", `-${number}-`);
    rows[rows.length - 1].after(row);
    return row;
  }

  const checkButton = button(finishText, finish, "md-button md-button--primary");
  const backButton = button("Change something", () => {
    showFinished(false);
    query(form, "input, textarea").focus();
  });
  const printButton = button("Print this form", () => print());
  const exportButtons = exports.map(([text, action]) => button(text, () => action({ ask, name, pairs: datedPairs() })));
  const controls = Object.assign(document.createElement("div"), { className: "record__controls" });
  controls.append(checkButton, backButton, printButton, ...exportButtons);
  controls.append(button("Save to a file", save), button("Clear this form", clear));
  const opener = fileOpener({
    summary: "Open a saved record",
    label: "A record saved on this device",
    tooLarge: `This file is too large to be a saved record. ${UNCHANGED}`,
    open,
  });
  form.after(controls, opener);
  for (const table of queryAll(form, ".field--table"))
    table.append(button("Add a row", () => query(addRow(table), CONTROLS).focus()));
  showFinished(false);

  startOnIntent(form, python, ["focusin"]);
  form.addEventListener("input", () => {
    changed = true;
    clearTimeout(adviceTimer);
    adviceTimer = setTimeout(advise, ADVICE_DELAY);
  });
  // On paper an empty day is a box for a pen, without the browser's own pattern in it.
  addEventListener("beforeprint", () => {
    for (const day of queryAll(form, 'input[type="date"], input[type="datetime-local"]', HTMLInputElement))
      day.toggleAttribute("data-empty", !day.value);
  });
  warnBeforeLeaving(form, () => changed);
  if (pairs().length) {
    // A reader may be quicker than this script.
    changed = true;
    advise();
  }
}
