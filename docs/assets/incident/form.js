// The form of the incident tool and of the danger question: shows the questions that are needed, the result that is
// already on the page at once, and what Python answers after it. It decides nothing: Python's answer says which
// question comes next.

import { download, fileOpener, now, stampedName } from "../shared/device.js";
import { button, query, queryAll } from "../shared/dom.js";
import { startOnIntent, warnBeforeLeaving } from "../shared/tool-form.js";

/**
 * Connects a tool on a page to Python.
 * @param {HTMLElement} tool
 * @param {{ start: () => void, answer: (request: string, data: unknown) => Promise<string | undefined> }} python
 */
export function connect(tool, python) {
  const form = query(tool, "form", HTMLFormElement);
  const result = query(tool, ".tool__result");
  const announcement = query(tool, ".tool__say");
  const jump = query(tool, ".tool__jump");
  const isIncident = tool.dataset.tool === "incident";
  const answers = () => [...new FormData(form)];
  const request = () => [...answers(), ["made", now()]];
  let saved = true;

  /**
   * The result on the page that belongs to some answers, where the danger question alone decides it.
   * @param {[string, FormDataEntryValue][]} given
   */
  function builtResult(given) {
    const danger = given.find(([name]) => name === "danger")?.[1];
    const decides = given.length === 1 || danger !== "no";
    return danger && decides ? tool.querySelector(`.written[data-answer="${danger}"] .result`) : null;
  }

  /**
   * Shows the questions that Python's answer asks for, and those that have been answered.
   * @param {HTMLElement | null} answer
   */
  function showQuestions(answer) {
    const wanted = new Set((answer?.dataset.ask ?? "danger").split(" "));
    const danger = form.querySelector("input[name=danger]:checked")?.getAttribute("value");
    for (const question of queryAll(form, ".later .question")) {
      const name = question.dataset.question ?? "";
      const isFirst = name === "kind" && danger === "no";
      question.hidden = !wanted.has(name) && !question.querySelector(":checked") && !isFirst;
    }
    for (const part of queryAll(form, ".later"))
      part.hidden = !danger || (danger !== "no" && !form.querySelector(".later :checked"));
    for (const part of queryAll(form, ".refine")) part.hidden = !answer?.dataset.settled;
    controls.hidden = !answer?.dataset.settled;
  }

  /**
   * @param {Node} answer
   * @param {string} answeredBy
   * @param {string} text what a screen reader announces
   */
  function showResult(answer, answeredBy, text) {
    result.replaceChildren(answer);
    result.dataset.answeredBy = answeredBy;
    if (announcement.textContent !== text) announcement.textContent = text;
    jump.hidden = false;
  }

  /** @param {Element} answer */
  const levelText = (answer) => query(answer, ".result__level").textContent.trim();

  async function changed() {
    saved = false;
    const given = answers();
    if (!given.length) return;
    const built = builtResult(given);
    if (built) showResult(built.cloneNode(true), "page", levelText(built));
    if (!isIncident) result.dataset.answeredBy = built ? "page" : "";
    if (form.querySelector("input[name=danger][value=no]:checked")) {
      for (const part of queryAll(form, ".later")) part.hidden = false;
      form.querySelector("[data-question=kind]")?.removeAttribute("hidden");
    }
    const html = await python.answer(tool.dataset.tool ?? "", request());
    if (html === undefined || JSON.stringify(given) !== JSON.stringify(answers())) return;
    const template = document.createElement("template");
    template.innerHTML = html;
    const answer = query(template.content, "*");
    for (const open of result.querySelectorAll("details[open]"))
      answer.querySelector(`details.${open.className}`)?.setAttribute("open", "");
    showResult(answer, "python", answer.dataset.say ?? levelText(answer));
    if (isIncident) showQuestions(answer);
  }

  async function save() {
    const text = await python.answer("incident:save", request());
    if (text === undefined) return;
    download(new Blob([text], { type: "application/json" }), stampedName("incident", "json"));
    saved = true;
  }

  /**
   * @param {string} text
   * @param {HTMLElement} message
   */
  async function open(text, message) {
    const answer = await python.answer("incident:open", text);
    if (answer === undefined) return;
    /** @type {{ note: string, pairs: [string, string][] }} */
    const { note, pairs } = JSON.parse(answer);
    const template = document.createElement("template");
    template.innerHTML = note;
    message.textContent = template.content.textContent + (pairs.length ? "" : " Nothing was changed.");
    if (!pairs.length) return;
    form.reset();
    for (const [name, value] of pairs) {
      const box = query(form, `input[name="${name}"][value="${value}"]`, HTMLInputElement);
      box.checked = true;
      box.closest("details.kinds")?.setAttribute("open", "");
    }
    await changed();
  }

  const controls = Object.assign(document.createElement("div"), { className: "tool__controls", hidden: true });
  if (isIncident) {
    controls.append(
      button("Print this result", () => print()),
      button("Save a copy on this device", save),
    );
    const opener = fileOpener({
      summary: "Open a saved copy",
      label: "A copy saved on this device",
      tooLarge: "This file is too large to be a saved copy. Nothing was changed.",
      open,
    });
    result.after(controls, opener);
    showQuestions(null);
  }

  // A link in a result to one of the tool's own questions opens that question.
  result.addEventListener("click", (event) => {
    const link = event.target instanceof Element && event.target.closest('a[href^="#incident-"]');
    const question = link && document.getElementById(link.getAttribute("href")?.slice(1) ?? "");
    if (!question) return;
    event.preventDefault();
    question.hidden = false;
    question.closest("details")?.setAttribute("open", "");
    const chosen = question.querySelector(":checked");
    (chosen instanceof HTMLElement ? chosen : question).focus();
    question.scrollIntoView();
  });
  // On paper nothing can be opened, so a printed result has all its parts open.
  addEventListener("beforeprint", () => {
    for (const part of queryAll(result, "details:not([open])", HTMLDetailsElement)) {
      part.open = true;
      part.dataset.forPrint = "";
    }
  });
  addEventListener("afterprint", () => {
    for (const part of queryAll(result, "[data-for-print]", HTMLDetailsElement)) {
      part.open = false;
      delete part.dataset.forPrint;
    }
  });
  startOnIntent(form, python);
  form.addEventListener("change", changed);
  warnBeforeLeaving(form, () => isIncident && !saved && answers().length > 1);
  if (answers().length) changed();
}
