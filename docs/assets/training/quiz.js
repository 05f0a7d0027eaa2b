// The knowledge check: a choice is checked, what it says is announced, and the score stands on the screen until it is left. Nothing
// is kept, and nothing is sent.

const questions = [...document.querySelectorAll(".quiz__question")];
/** For each question answered: whether the first try was right. */
const tries = new Map();

const score = Object.assign(document.createElement("p"), { className: "quiz__score" });
const again = Object.assign(document.createElement("button"), {
  type: "button",
  className: "md-button",
  textContent: "Start again",
});
again.addEventListener("click", () => {
  tries.clear();
  for (const question of questions) reset(question);
  count();
  questions.find(shown)?.querySelector("input").focus();
});
const foot = Object.assign(document.createElement("div"), { className: "quiz__foot" });
foot.append(score, again);
[...document.querySelectorAll(".quiz")].at(-1)?.after(foot);

const shown = (question) => !question.hidden;

/** The score of the questions that are shown, in words. */
function scored() {
  const asked = questions.filter(shown);
  const tried = asked.filter((question) => tries.has(question));
  return `${tried.filter((question) => tries.get(question)).length} right at the first try, of ${tried.length} answered. ${asked.length} questions in all.`;
}

function count() {
  score.textContent = `${scored()} Only this screen knows.`;
}

function reset(question) {
  for (const input of question.querySelectorAll("input")) input.checked = false;
  for (const choice of question.querySelectorAll(".answer")) delete choice.dataset.said;
  question.querySelector("details").open = false;
  question.querySelector(".quiz__said").textContent = "";
}

function check(question, said) {
  const chosen = question.querySelector("input:checked");
  if (!chosen) {
    said.textContent = "Choose an answer first.";
    return;
  }
  const told = question.querySelector(`[data-answer="${chosen.value}"]`);
  const right = "right" in told.dataset;
  if (!tries.has(question)) tries.set(question, right);
  for (const choice of question.querySelectorAll(".answer")) delete choice.dataset.said;
  chosen.closest(".answer").dataset.said = right ? "right" : "wrong";
  const other = right ? "" : ` The right answer is ${question.querySelector("[data-right]").dataset.answer}.`;
  said.textContent = `${right ? "Right." : "Not quite."} ${told.querySelector("span").textContent}${other}`;
  question.querySelector("details").open = true;
  count();
}

for (const question of questions) {
  const said = Object.assign(document.createElement("p"), { className: "quiz__said" });
  said.setAttribute("role", "status");
  const button = Object.assign(document.createElement("button"), {
    type: "button",
    className: "md-button quiz__check",
    textContent: "Check my answer",
  });
  button.addEventListener("click", () => check(question, said));
  question.querySelector("fieldset").after(button, said);
}

for (const choice of document.querySelectorAll(".quiz-controls input")) {
  choice.addEventListener("change", () => {
    for (const question of questions)
      question.hidden = Boolean(choice.value) && !question.dataset.for.split(", ").includes(choice.value);
    count();
  });
}
count();
