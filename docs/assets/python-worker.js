// Runs Python beside the page: starts Pyodide from this site, then answers each form with HTML.
// A worker named "keep" answers nothing: it keeps a copy of Python's memory just after a start, for a faster one next time.

import { loadPyodide, plan } from "../runtime/start.js";
import { bytes, text } from "./files.js";
import { find, keep, remove } from "./kept.js";

const root = new URL("../", import.meta.url);
const at = (path) => new URL(path, root).href;
const say = (message) => postMessage(message);

/** Starts Python, from the memory that this device has kept if there is one. */
async function load(options) {
  const python = await loadPyodide({
    indexURL: at(plan.runtime), stdLibURL: at(plan.python), lockFileContents: plan.lock, enableRunUntilComplete: false, ...options,
  });
  return { python, answer: python.pyimport("macros.render.browser").answer };
}

/** The same, but what is kept and does not work is removed, and Python starts without it. */
async function loadEither() {
  const memory = await find(plan.build);
  if (memory) {
    try { return { ...await load({ _loadSnapshot: memory }), from: "memory" }; } catch { await remove(); }
  }
  return { ...await load({}), from: "plain" };
}

async function start() {
  const citations = text(at(plan.citations));
  say({ stage: "starting" });
  const { python, answer, from } = await loadEither();
  const table = await citations;
  say({ stage: "ready", from, heap: python._module.HEAP8.length });
  return async (tool, form) => {
    await bring(python, tool.split("/").length > 1 ? tool.split("/")[0] : "");
    return answer(tool, form, table, root.href);
  };
}

/** Fetches the group of tools that a request names, once, and lets Python find it. */
const brought = new Map();
function bring(python, group) {
  if (!brought.has(group)) brought.set(group, group ? fetchGroup(python, group) : undefined);
  return brought.get(group);
}

async function fetchGroup(python, group) {
  python.FS.writeFile(`/${group}.zip`, new Uint8Array(await bytes(at(plan.groups[group]))));
  // Its folders join those of the same name that Python already has; what it brings of the library is found by sys.path.
  python.runPython(`
import sys, tools, macros.render
sys.path.append("/${group}.zip")
tools.__path__.append("/${group}.zip/tools")
macros.render.__path__.append("/${group}.zip/macros/render")`);
}

async function keepMemory() {
  const { python } = await load({ _makeSnapshot: true });
  say({ kept: await keep(plan.build, python.makeMemorySnapshot()) });
}

const ready = (self.name === "keep" ? keepMemory() : start()).catch((error) => say({ failed: String(error.message ?? error) }));

addEventListener("message", async ({ data }) => {
  const answer = await ready;
  if (!answer) return;
  try {
    say({ id: data.id, html: await answer(data.tool, data.form) });
  } catch (error) {
    say({ failed: String(error.message ?? error).trim().split("\n").at(-1) });
  }
});
