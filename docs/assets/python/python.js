// Python for one tool on a page: starts it in a worker when the reader shows intent, sends it requests and returns
// its answers.

import { button, query } from "../shared/dom.js";
import { startWorker } from "../shared/files.js";
import { canStore, isStored, remove } from "./snapshot.js";

// Named from the folder above, because in the USB edition all scripts are one file, assets/site/site.js.
const WORKER = new URL("../python/worker.js", import.meta.url);
/** Milliseconds before a plain message replaces a runtime that does not start. */
const START_TIMEOUT = 20_000;
/** Milliseconds after the start before a snapshot is made, so that it does not compete with the reader. */
const SNAPSHOT_DELAY = 4_000;
/** @type {Record<string, string>} */
const STAGES = { loading: "Fetching the tool…", starting: "Starting it on this device…" };

export class Python {
  /** @param {HTMLElement} tool an element with a `.tool__stage` in which the progress of the start is shown */
  constructor(tool) {
    this.tool = tool;
    this.stage = query(tool, ".tool__stage");
    /** @type {Worker | undefined} */
    this.worker = undefined;
    this.failed = false;
    /**
     * Resolves the promise of each request that has no answer yet.
     * @type {Map<number, (answer: string | undefined) => void>}
     */
    this.pending = new Map();
    this.lastId = 0;
    this.notice = Object.assign(document.createElement("p"), { className: "tool__kept", hidden: true });
    this.notice.append(
      "Program files are kept on this device so that this starts faster. They hold no answers. ",
      button("Remove them", async () => {
        await remove();
        this.updateNotice();
      }),
    );
    tool.append(this.notice);
    this.updateNotice();
  }

  async updateNotice() {
    this.notice.hidden = !(await isStored());
  }

  /** @param {string} [text] */
  showStage(text = "") {
    this.stage.textContent = text;
    this.stage.hidden = !text;
  }

  /** Starts Python unless it has been started. After a failure only the reader's "Try again" starts it anew. */
  start() {
    if (this.worker || this.failed) return;
    this.showStage(STAGES.loading);
    this.worker = startWorker(WORKER, { type: "module" });
    this.timer = setTimeout(() => this.fail("it took too long to start"), START_TIMEOUT);
    this.worker.onerror = () => this.fail("it could not be loaded");
    this.worker.onmessage = ({ data }) => {
      if (data.stage === "ready") this.ready(data);
      else if (data.stage) this.showStage(STAGES[data.stage]);
      else if (data.failed) this.fail(data.failed);
      else this.settle(data.id, data.html);
    };
  }

  /** @param {{ from: string, heap: number }} data where Python started from, and the size of its memory in bytes */
  ready({ from, heap }) {
    clearTimeout(this.timer);
    this.showStage();
    Object.assign(this.tool.dataset, { start: from, heap });
    if (from === "plain" && canStore) setTimeout(() => this.makeSnapshot(), SNAPSHOT_DELAY);
  }

  /** Lets a second, short-lived worker store a snapshot of Python's memory for the next visit. */
  makeSnapshot() {
    const worker = startWorker(WORKER, { type: "module", name: "snapshot" });
    worker.onerror = () => worker.terminate();
    worker.onmessage = () => {
      worker.terminate();
      this.updateNotice();
    };
  }

  /**
   * @param {number} id
   * @param {string | undefined} answer
   */
  settle(id, answer) {
    this.pending.get(id)?.(answer);
    this.pending.delete(id);
  }

  /** @param {string} reason */
  fail(reason) {
    clearTimeout(this.timer);
    this.worker?.terminate();
    this.worker = undefined;
    this.failed = true;
    this.showStage(`This tool is not running (${reason}). ${this.tool.dataset.without ?? ""} `);
    this.stage.append(button("Try again", () => this.retry()));
    for (const id of [...this.pending.keys()]) this.settle(id, undefined);
  }

  retry() {
    this.failed = false;
    this.start();
    query(this.tool, "form").dispatchEvent(new Event("change"));
  }

  /**
   * Python's answer to a request, or undefined when Python is not running.
   * @param {string} request
   * @param {unknown} data
   * @returns {Promise<string | undefined>}
   */
  async answer(request, data) {
    this.start();
    const { worker } = this;
    if (!worker) return undefined;
    const id = (this.lastId += 1);
    return new Promise((resolve) => {
      this.pending.set(id, resolve);
      worker.postMessage({ id, tool: request, form: JSON.stringify(data) });
    });
  }
}
