// A form to fill in: what Python says of it, its errors, what is finished, and its files. It decides nothing itself.

import { MOST, give, now } from "../shared/device.js";
import { Python } from "../python/python.js";

/**
 * Connects a form to the group of tools in Python that knows it. `finish` is what its main button says; `take` are more ways to
 * take away what is finished: the words of each button, and what it does with `ask`, which may ask another group, and the form's pairs.
 */
export function connect(part, { group, finish: finishes = "Check and finish", take = [] }) {
  const name = part.dataset.record;
  const python = new Python(part);
  const form = part.querySelector("form");
  const title = document.title;
  const [errors, advice, done] = [".record__errors", ".record__advice", ".record__done"].map((one) =>
    part.querySelector(one),
  );
  let untouched = true,
    waiting;
  const pairs = () => [...new FormData(form)].filter(([, value]) => value !== "");
  const ask = (what, given, from = group) =>
    python.answer(`${from}/${what}:${name}`, given ?? [...pairs(), ["made", now()]]);

  function button(words, act, where = controls) {
    const made = Object.assign(document.createElement("button"), {
      type: "button",
      className: "md-button",
      textContent: words,
    });
    made.addEventListener("click", act);
    where.append(made);
    return made;
  }

  async function advise() {
    const asked = JSON.stringify(pairs());
    const text = await ask("advise");
    if (text === undefined || asked !== JSON.stringify(pairs())) return;
    const said = JSON.parse(text);
    if (advice.innerHTML !== said.advice) advice.innerHTML = said.advice;
    for (const box of form.querySelectorAll("[data-withheld]")) {
      box.hidden = false;
      delete box.dataset.withheld;
    }
    for (const [field, value] of said.withheld) {
      const input = form.querySelector(`input[name="${field}"][value="${value}"]`);
      input.checked = false;
      input.parentElement.hidden = true;
      input.parentElement.dataset.withheld = "";
    }
  }

  function state(finished) {
    done.hidden = !finished;
    form.hidden = advice.hidden = finished;
    part.dataset.state = finished ? "finished" : "filling";
    check.hidden = finished;
    for (const only of [back, ...taking]) only.hidden = !finished;
    print_.textContent = finished ? "Print" : "Print this form";
  }

  function mark(problems) {
    document.title = problems.length ? `Error: ${title}` : title;
    for (const field of form.querySelectorAll("[data-field]")) {
      const own = problems.filter(([id]) => id === field.dataset.field).map(([, words]) => words);
      const error = field.querySelector(".field__error");
      error.innerHTML = own.length ? `<span class="visually-hidden">Error: </span>` : "";
      error.append(own.join(" "));
      error.hidden = !own.length;
      field.classList.toggle("field--wrong", own.length > 0);
      for (const input of field.querySelectorAll("input, textarea, select")) {
        if (own.length) input.setAttribute("aria-invalid", "true");
        else input.removeAttribute("aria-invalid");
      }
    }
  }

  async function finish() {
    const text = await ask("check");
    if (text === undefined) return;
    const found = JSON.parse(text);
    mark(found.problems);
    errors.innerHTML = found.errors;
    errors.hidden = !found.problems.length;
    done.innerHTML = found.done;
    state(!found.problems.length);
    (found.problems.length ? errors : done).focus();
  }

  async function save() {
    const text = await ask("save");
    if (text === undefined) return;
    give(text, "application/json", name, "json");
    untouched = true;
  }

  function put(given) {
    form.reset();
    for (const [id, value] of given) {
      const [field, number] = id.split(".");
      if (number) while (!form.elements[id]) addRow(form.querySelector(`[data-field="${field}"]`));
      const control = form.elements[id];
      const box = form.querySelector(`input[name="${id}"][value="${CSS.escape(value)}"]`);
      if (box && ["radio", "checkbox"].includes(box.type)) box.checked = true;
      else if (control && "value" in control) control.value = value;
    }
  }

  async function open(input) {
    const file = input.files[0];
    if (!file) return;
    input.value = ""; // so that the same file can be chosen again
    const nothing = " Nothing on this page was changed.";
    if (file.size > MOST) {
      note.textContent = `This file is too large to be a saved record.${nothing}`;
      return;
    }
    const text = await ask("open", await file.text());
    if (text === undefined) return;
    const found = JSON.parse(text);
    note.textContent = found.note + (found.pairs.length ? "" : nothing);
    if (!found.pairs.length) return;
    if (!untouched && !confirm("Put what is in the file in place of what is on this form?")) {
      note.textContent = nothing.trim();
      return;
    }
    put(found.pairs);
    state(false);
    mark([]);
    errors.hidden = true;
    untouched = true;
    await advise();
  }

  function clear() {
    if (!untouched && !confirm("Clear everything on this form?")) return;
    form.reset();
    mark([]);
    errors.hidden = true;
    state(false);
    advice.replaceChildren();
    untouched = true;
    advise();
  }

  function addRow(table) {
    const rows = table.querySelectorAll(".row");
    const row = rows[0].cloneNode(true);
    const to = String(rows.length);
    row.setAttribute("aria-label", row.getAttribute("aria-label").replace(/\d+$/, Number(to) + 1));
    for (const control of row.querySelectorAll("input, select, textarea")) {
      control.name = control.name.replace(".0.", `.${to}.`);
      control.id = control.id.replace("-0-", `-${to}-`);
      control.value = "";
    }
    for (const label of row.querySelectorAll("label")) label.htmlFor = label.htmlFor.replace("-0-", `-${to}-`);
    rows[rows.length - 1].after(row);
    return row;
  }

  const controls = Object.assign(document.createElement("div"), { className: "record__controls" });
  form.after(controls);
  const check = button(finishes, finish);
  check.classList.add("md-button--primary");
  const back = button("Change something", () => {
    state(false);
    form.querySelector("input, textarea").focus();
  });
  const print_ = button("Print this form", () => print());
  const taking = take.map(([words, act]) =>
    button(words, () => act({ ask, name, pairs: [...pairs(), ["made", now()]] })),
  );
  button("Save to a file", save);
  button("Clear this form", clear);
  const opener = Object.assign(document.createElement("details"), { className: "tool__open" });
  opener.innerHTML = `<summary>Open a saved record</summary><label>A record saved on this device <input type="file" accept=".json,application/json"></label><p role="status"></p>`;
  const note = opener.querySelector("[role=status]");
  opener.querySelector("input").addEventListener("change", (event) => open(event.target));
  controls.after(opener);
  for (const table of form.querySelectorAll(".field--table"))
    button("Add a row", () => addRow(table).querySelector("input, select, textarea").focus(), table);
  state(false);

  form.addEventListener("focusin", () => python.start(), { once: true });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", () => {
    untouched = false;
    clearTimeout(waiting);
    waiting = setTimeout(advise, 400);
  });
  // On paper an empty day is a box for a pen, without the browser's own pattern in it.
  addEventListener("beforeprint", () => {
    for (const day of form.querySelectorAll('input[type="date"], input[type="datetime-local"]'))
      day.toggleAttribute("data-empty", !day.value);
  });
  addEventListener("beforeunload", (event) => {
    if (!untouched && document.body.contains(form)) event.preventDefault();
  });
  if (pairs().length) {
    untouched = false;
    advise();
  } // a reader may be quicker than this script
}
