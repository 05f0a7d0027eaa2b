// The worker in which Python runs: starts Pyodide from this site, then answers each form with HTML.
// A worker named "snapshot" answers nothing: it stores a snapshot of Python's memory for a faster start next time.

import { fetchBytes, fetchText } from "../shared/files.js";
import { at, plan, startRuntime } from "./runtime.js";
import { load, remove, store } from "./snapshot.js";
// runtime.js imports it too; named here, the browser fetches it in the same round trip.
import "../../runtime/start.js";

/** @typedef {import("pyodide").PyodideAPI} PyodideAPI */

/** @param {object} message */
const post = (message) => postMessage(message);

/**
 * Starts Python and imports the tools.
 * @param {Parameters<typeof startRuntime>[0]} options
 */
async function startTools(options) {
  const python = await startRuntime(options);
  return { python, answer: python.pyimport("macros.render.dispatch").answer };
}

/** Starts Python from the stored snapshot if there is one. A snapshot that does not work is removed. */
async function startFast() {
  const snapshot = plan.stock ? undefined : await load(plan.build);
  if (snapshot) {
    try {
      return { ...(await startTools({ _loadSnapshot: snapshot })), from: "memory" };
    } catch {
      await remove();
    }
  }
  return { ...(await startTools({})), from: "plain" };
}

/** Starts Python, and gives the function that answers a form. */
async function start() {
  const citations = fetchText(at(plan.citations));
  post({ stage: "starting" });
  const { python, answer, from } = await startFast();
  const table = await citations;
  post({ stage: "ready", from, heap: /** @type {any} */ (python)._module.HEAP8.length });
  return async (/** @type {string} */ tool, /** @type {string} */ form) => {
    if (tool.includes("/")) await loadGroup(python, tool.split("/")[0]);
    return answer(tool, form, table, at(""));
  };
}

/** Zip files that are on the device or on their way, each fetched once. @type {Map<string, Promise<void>>} */
const zips = new Map();

/**
 * Loads a group of tools and the groups it needs.
 * @param {PyodideAPI} python
 * @param {string} group
 */
async function loadGroup(python, group) {
  for (const zip of plan.groups[group]) if (!zips.has(zip)) zips.set(zip, loadZip(python, zip));
  await Promise.all(plan.groups[group].map((zip) => zips.get(zip)));
}

/**
 * Adds a zip file to what Python can import.
 * @param {PyodideAPI} python
 * @param {string} path
 */
async function loadZip(python, path) {
  const file = `/${path.split("/").at(-1)}`;
  python.FS.writeFile(file, new Uint8Array(await fetchBytes(at(path))));
  // Its folders join those of the same name that Python already has; its other modules are found by sys.path.
  python.runPython(`
import sys, tools, macros.render
sys.path.append("${file}")
tools.__path__.append("${file}/tools")
macros.render.__path__.append("${file}/macros/render")`);
}

async function storeSnapshot() {
  const { python } = await startTools({ _makeSnapshot: true });
  const snapshot = /** @type {Uint8Array<ArrayBuffer>} */ (python.makeMemorySnapshot());
  post({ stored: await store(plan.build, snapshot) });
}

const ready = (self.name === "snapshot" ? storeSnapshot() : start()).catch((error) => {
  console.error(error); // for maintainers; its text would not help a reader
  post({ failed: "a part of it could not be loaded" });
});

addEventListener("message", async ({ data }) => {
  const answer = await ready;
  if (!answer) return;
  try {
    post({ id: data.id, html: await answer(data.tool, data.form) });
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    post({ failed: text.trim().split("\n").at(-1) });
  }
});
