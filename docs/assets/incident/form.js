// A tool's form: shows the questions that are needed, the written result at once, and what Python answers after it.
// It decides nothing: which question comes next is in Python's answer.

import { MOST, give, now } from "../shared/device.js";

/** Connects a tool on a page to Python. `python.answer(request, data)` gives text. */
export function connect(tool, python) {
  const form = tool.querySelector("form");
  const result = tool.querySelector(".tool__result");
  const say = tool.querySelector(".tool__say");
  const jump = tool.querySelector(".tool__jump");
  const incident = tool.dataset.tool === "incident";
  const pairs = () => [...new FormData(form)];
  const filled = () => [...pairs(), ["made", now()]];
  let saved = true;

  function written(answers) {
    const danger = answers.find(([name]) => name === "danger")?.[1];
    const alone = answers.length === 1 || danger !== "no";
    return danger && alone ? tool.querySelector(`.written[data-answer="${danger}"] .result`) : null;
  }

  function ask(answer) {
    const wanted = new Set((answer?.dataset.ask ?? "danger").split(" "));
    const danger = form.querySelector("input[name=danger]:checked")?.value;
    for (const question of form.querySelectorAll(".later .question")) {
      question.hidden =
        !wanted.has(question.dataset.question) &&
        !question.querySelector(":checked") &&
        !(question.dataset.question === "kind" && danger === "no");
    }
    for (const part of form.querySelectorAll(".later"))
      part.hidden = !danger || (danger !== "no" && !form.querySelector(".later :checked"));
    for (const part of form.querySelectorAll(".refine")) part.hidden = !answer?.dataset.settled;
    controls.hidden = !answer?.dataset.settled;
  }

  function show(answer, by, words) {
    if (answer) result.replaceChildren(answer);
    result.dataset.answeredBy = by;
    if (say.textContent !== words) say.textContent = words;
    jump.hidden = false;
  }

  async function changed() {
    saved = false;
    const answers = pairs();
    if (!answers.length) return;
    const text = written(answers);
    if (text) show(text.cloneNode(true), "page", text.querySelector(".result__level").textContent.trim());
    if (!incident) result.dataset.answeredBy = text ? "page" : "";
    const asked = JSON.stringify(answers);
    if (form.querySelector("input[name=danger][value=no]:checked")) {
      for (const part of form.querySelectorAll(".later")) part.hidden = false;
      form.querySelector("[data-question=kind]")?.removeAttribute("hidden");
    }
    const html = await python.answer(tool.dataset.tool, filled());
    if (html === undefined || asked !== JSON.stringify(pairs())) return;
    const fresh = document.createElement("template");
    fresh.innerHTML = html;
    const answer = fresh.content.firstElementChild;
    const words = answer.dataset.say ?? answer.querySelector(".result__level").textContent.trim();
    for (const open of result.querySelectorAll("details[open]"))
      answer.querySelector(`details.${open.className}`)?.setAttribute("open", "");
    show(answer, "python", words);
    if (incident) ask(answer);
  }

  const controls = Object.assign(document.createElement("div"), { className: "tool__controls", hidden: true });
  if (incident) {
    controls.innerHTML = `<button type="button" class="md-button" data-print>Print this result</button>
      <button type="button" class="md-button" data-save>Save a copy on this device</button>`;
    result.after(controls);
    const opener = Object.assign(document.createElement("details"), { className: "tool__open" });
    opener.innerHTML = `<summary>Open a saved copy</summary><label>A copy saved on this device <input type="file" accept=".json,application/json"></label><p role="status"></p>`;
    controls.after(opener);
    controls.querySelector("[data-print]").addEventListener("click", () => print());
    controls.querySelector("[data-save]").addEventListener("click", save);
    opener
      .querySelector("input")
      .addEventListener("change", (event) => open(event.target, opener.querySelector("[role=status]")));
    ask(null);
  }

  async function save() {
    const text = await python.answer("incident:save", filled());
    give(text, "application/json", "incident", "json");
    saved = true;
  }

  async function open(input, note) {
    const file = input.files[0];
    if (!file) return;
    if (file.size > MOST) {
      note.textContent = "This file is too large to be a saved copy. Nothing was changed.";
      return;
    }
    const answer = JSON.parse(await python.answer("incident:open", await file.text()));
    const words = document.createElement("template");
    words.innerHTML = answer.note;
    note.textContent = words.content.textContent + (answer.pairs.length ? "" : " Nothing was changed.");
    if (!answer.pairs.length) return;
    form.reset();
    for (const [name, value] of answer.pairs) {
      const box = form.querySelector(`input[name="${name}"][value="${value}"]`);
      box.checked = true;
      box.closest("details.kinds")?.setAttribute("open", "");
    }
    await changed();
  }

  result.addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="#incident-"]');
    const question = link && document.getElementById(link.getAttribute("href").slice(1));
    if (!question) return;
    event.preventDefault();
    question.hidden = false;
    question.closest("details")?.setAttribute("open", "");
    (question.querySelector(":checked") ?? question).focus();
    question.scrollIntoView();
  });
  // On paper nothing can be opened, so a printed result has all its parts open.
  addEventListener("beforeprint", () => {
    for (const part of result.querySelectorAll("details:not([open])")) {
      part.open = true;
      part.dataset.forPrint = "";
    }
  });
  addEventListener("afterprint", () => {
    for (const part of result.querySelectorAll("[data-for-print]")) {
      part.open = false;
      delete part.dataset.forPrint;
    }
  });
  form.addEventListener("focusin", () => python.start(), { once: true });
  form.addEventListener("pointerenter", () => python.start(), { once: true });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("change", changed);
  // A half-filled form asks before it is left; leaving quickly does not wait for that.
  addEventListener("beforeunload", (event) => {
    if (incident && !saved && pairs().length > 1 && document.body.contains(form)) event.preventDefault();
  });
  if (pairs().length) changed();
}
