// Python beside a page: starts it in a worker when a reader shows intent, and takes it its questions.

import { startWorker } from "../shared/files.js";
import { isKept, keeps, remove } from "./snapshot.js";

const root = new URL("../../", import.meta.url);
const WORKER = new URL("../python/worker.js", import.meta.url);
const PATIENCE = 20000; // milliseconds before a runtime that does not start is replaced by a plain message
const QUIET = 4000; // milliseconds after a start before a copy of its memory is made, so that it is in nobody's way
const STAGES = { loading: "Fetching the tool…", starting: "Starting it on this device…" };

/** Python for one element of a page; `tool` holds a `.tool__stage` in which it says how far it is. */
export class Python {
  constructor(tool) {
    this.tool = tool;
    this.stage = tool.querySelector(".tool__stage");
    this.waiting = new Map();
    this.last = 0;
    this.kept = Object.assign(document.createElement("p"), { className: "tool__kept", hidden: true });
    this.kept.innerHTML = `Program files are kept on this device so that this starts faster. They hold no answers. <button type="button" class="md-button">Remove them</button>`;
    this.kept.querySelector("button").addEventListener("click", async () => {
      await remove();
      this.tell();
    });
    tool.append(this.kept);
    this.tell();
  }

  async tell() {
    this.kept.hidden = !(await isKept());
  }

  show(words) {
    this.stage.textContent = words ?? "";
    this.stage.hidden = !words;
  }

  start() {
    if (this.worker) return;
    this.show(STAGES.loading);
    this.worker = startWorker(WORKER, { type: "module" });
    this.timer = setTimeout(() => this.fail("it took too long to start"), PATIENCE);
    this.worker.onerror = () => this.fail("it could not be loaded");
    this.worker.onmessage = ({ data }) => {
      if (data.stage === "ready") this.ready(data);
      else if (data.stage) this.show(STAGES[data.stage]);
      else if (data.failed) this.fail(data.failed);
      else {
        this.waiting.get(data.id)?.(data.html);
        this.waiting.delete(data.id);
      }
    };
  }

  ready({ from, heap }) {
    clearTimeout(this.timer);
    this.show();
    Object.assign(this.tool.dataset, { start: from, heap });
    if (from === "plain" && keeps) setTimeout(() => this.keep(), QUIET);
  }

  /** Lets a second, short-lived worker keep a copy of Python's memory for the next visit. */
  keep() {
    const keeper = startWorker(WORKER, { type: "module", name: "keep" });
    keeper.onerror = () => keeper.terminate();
    keeper.onmessage = () => {
      keeper.terminate();
      this.tell();
    };
  }

  fail(why) {
    clearTimeout(this.timer);
    this.worker?.terminate();
    this.show(`This tool is not running (${why}). ${this.tool.dataset.without ?? ""} `);
    const again = Object.assign(document.createElement("button"), {
      type: "button",
      className: "md-button",
      textContent: "Try again",
    });
    again.addEventListener("click", () => {
      this.worker = undefined;
      this.start();
      this.tool.querySelector("form").dispatchEvent(new Event("change"));
    });
    this.stage.append(again);
  }

  answer(request, form) {
    this.start();
    return new Promise((resolve) => {
      this.last += 1;
      this.waiting.set(this.last, resolve);
      this.worker.postMessage({ id: this.last, tool: request, form: JSON.stringify(form), root: root.href });
    });
  }
}
