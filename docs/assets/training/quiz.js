// The knowledge check: checks a choice, announces what is said about it, and shows the score until the page is left.
// Nothing is stored or sent.

import { button, query, queryAll, statusLine } from "../shared/dom.js";

const questions = queryAll(document, ".quiz__question");
/** For each answered question: whether the first try was right. @type {Map<HTMLElement, boolean>} */
const firstTries = new Map();

const score = Object.assign(document.createElement("p"), { className: "quiz__score" });
const foot = Object.assign(document.createElement("div"), { className: "quiz__foot" });
foot.append(score, button("Start again", startAgain));
queryAll(document, ".quiz").at(-1)?.after(foot);

const shownQuestions = () => questions.filter((question) => !question.hidden);

/** The score of the questions that are shown. */
function showScore() {
  const shown = shownQuestions();
  const answered = shown.filter((question) => firstTries.has(question));
  const right = answered.filter((question) => firstTries.get(question)).length;
  const counts = `${right} right at the first try, of ${answered.length} answered. ${shown.length} questions in all.`;
  score.textContent = `${counts} Only this screen knows.`;
}

function startAgain() {
  firstTries.clear();
  for (const question of questions) reset(question);
  showScore();
  shownQuestions()[0]?.querySelector("input")?.focus();
}

/** @param {HTMLElement} question */
function unmark(question) {
  for (const choice of queryAll(question, ".answer")) delete choice.dataset.said;
}

/** @param {HTMLElement} question */
function reset(question) {
  for (const input of queryAll(question, "input", HTMLInputElement)) input.checked = false;
  unmark(question);
  query(question, "details", HTMLDetailsElement).open = false;
  query(question, ".quiz__said").textContent = "";
}

/**
 * Checks the choice that was made, and opens the full answer.
 * @param {HTMLElement} question
 * @param {HTMLElement} message
 */
function check(question, message) {
  const chosen = queryAll(question, "input:checked", HTMLInputElement).at(0);
  if (!chosen) {
    message.textContent = "Choose an answer first.";
    return;
  }
  const explanation = query(question, `[data-answer="${chosen.value}"]`);
  const isRight = "right" in explanation.dataset;
  if (!firstTries.has(question)) firstTries.set(question, isRight);
  unmark(question);
  chosen.closest(".answer")?.setAttribute("data-said", isRight ? "right" : "wrong");
  const other = isRight ? "" : ` The right answer is ${query(question, "[data-right]").dataset.answer}.`;
  message.textContent = `${isRight ? "Right." : "Not quite."} ${query(explanation, "span").textContent}${other}`;
  query(question, "details", HTMLDetailsElement).open = true;
  showScore();
}

for (const question of questions) {
  const message = statusLine("quiz__said");
  const checkButton = button("Check my answer", () => check(question, message), "md-button quiz__check");
  query(question, "fieldset").after(checkButton, message);
}

for (const choice of queryAll(document, ".quiz-controls input", HTMLInputElement)) {
  choice.addEventListener("change", () => {
    for (const question of questions) {
      const audiences = (question.dataset.for ?? "").split(", ");
      question.hidden = choice.value !== "" && !audiences.includes(choice.value);
    }
    showScore();
  });
}
showScore();
