// Python beside a tool's page: starts it in a worker when a reader shows intent, and takes it its questions.

import { connect } from "./form.js";

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
  const stage = tool.querySelector(".tool__stage");
  connect(tool, new Python((words) => { stage.textContent = words; stage.hidden = !words; }));
}
