// A tool page's form: posts its data to Python in a worker and shows the HTML that comes back.
// It decides nothing. Until Python answers, the result written into the page for the same answer is shown.

const root = new URL("../", import.meta.url);
const PATIENCE = 20000;  // milliseconds before a runtime that does not start is replaced by a plain message
const STAGES = { loading: "Fetching the decision tool…", starting: "Starting it on this device…", ready: "" };

class Python {
  constructor(onStage) {
    this.waiting = new Map();
    this.last = 0;
    this.onStage = onStage;
  }

  start() {
    if (this.worker) return;
    this.worker = new Worker(new URL("python-worker.js", import.meta.url), { type: "module" });
    this.timer = setTimeout(() => this.fail("it took too long to start"), PATIENCE);
    this.worker.onerror = () => this.fail("it could not be loaded");
    this.worker.onmessage = ({ data }) => {
      if (data.stage) { if (data.stage === "ready") clearTimeout(this.timer); this.onStage(STAGES[data.stage]); }
      else if (data.failed) this.fail(data.failed);
      else { this.waiting.get(data.id)?.(data.html); this.waiting.delete(data.id); }
    };
  }

  fail(why) {
    clearTimeout(this.timer);
    this.worker?.terminate();
    this.onStage(`The decision tool is not running (${why}). What you see is the written result for the same answer.`);
  }

  answer(tool, form) {
    this.start();
    return new Promise((resolve) => {
      this.last += 1;
      this.waiting.set(this.last, resolve);
      this.worker.postMessage({ id: this.last, tool, form: JSON.stringify(form), root: root.href });
    });
  }
}

for (const tool of document.querySelectorAll("[data-tool]")) {
  const form = tool.querySelector("form");
  const result = tool.querySelector(".tool__result");
  const stage = tool.querySelector(".tool__stage");
  const python = new Python((words) => { stage.textContent = words; stage.hidden = !words; });
  form.addEventListener("focusin", () => python.start(), { once: true });
  form.addEventListener("pointerenter", () => python.start(), { once: true });
  form.addEventListener("submit", (event) => event.preventDefault());
  const show = async () => {
    const pairs = [...new FormData(form)];
    if (!pairs.length) return;
    const written = tool.querySelector(`.written[data-answer="${pairs[0][1]}"] .result`);
    result.replaceChildren(written.cloneNode(true));
    result.dataset.answeredBy = "page";
    const asked = JSON.stringify(pairs);
    const html = await python.answer(tool.dataset.tool, pairs);
    if (asked !== JSON.stringify([...new FormData(form)])) return;
    const fresh = document.createElement("template");
    fresh.innerHTML = html;
    // The same words need no second announcement; only a different result replaces what is read out.
    if (fresh.content.textContent !== result.textContent) result.replaceChildren(fresh.content);
    result.dataset.answeredBy = "python";
  };
  form.addEventListener("change", show);
  show();
}
