// Runs Python beside the page: starts Pyodide from this site, then answers each form with HTML.
// A worker named "keep" answers nothing: it keeps a copy of Python's memory just after a start, for a faster one next time.

import { bytes, text } from "../shared/files.js";
import { find, keep, remove } from "./snapshot.js";
import { at, plan, startRuntime } from "./runtime.js";
import "../../runtime/start.js"; // what runtime.js begins with: named here too, it is fetched in the same go

const say = (message) => postMessage(message);

/** Starts Python, from the memory that this device has kept if there is one. */
async function load(options) {
  const python = await startRuntime(options);
  return { python, answer: python.pyimport("macros.render.dispatch").answer };
}

/** The same, but what is kept and does not work is removed, and Python starts without it. */
async function loadEither() {
  const memory = await find(plan.build);
  if (memory) {
    try {
      return { ...(await load({ _loadSnapshot: memory })), from: "memory" };
    } catch {
      await remove();
    }
  }
  return { ...(await load({})), from: "plain" };
}

async function start() {
  const citations = text(at(plan.citations));
  say({ stage: "starting" });
  const { python, answer, from } = await loadEither();
  const table = await citations;
  say({ stage: "ready", from, heap: python._module.HEAP8.length });
  return async (tool, form) => {
    await bring(python, tool.split("/").length > 1 ? tool.split("/")[0] : "");
    return answer(tool, form, table, at(""));
  };
}

/** Fetches the group of tools that a request names, and the groups that it needs, each once, and lets Python find them. */
const brought = new Map();
function bring(python, group) {
  const zips = group ? plan.groups[group] : [];
  for (const zip of zips) if (!brought.has(zip)) brought.set(zip, fetchGroup(python, zip));
  return Promise.all(zips.map((zip) => brought.get(zip)));
}

async function fetchGroup(python, address) {
  const file = `/${address.split("/").at(-1)}`;
  python.FS.writeFile(file, new Uint8Array(await bytes(at(address))));
  // Its folders join those of the same name that Python already has; what it brings of the library is found by sys.path.
  python.runPython(`
import sys, tools, macros.render
sys.path.append("${file}")
tools.__path__.append("${file}/tools")
macros.render.__path__.append("${file}/macros/render")`);
}

async function keepMemory() {
  const { python } = await load({ _makeSnapshot: true });
  say({ kept: await keep(plan.build, python.makeMemorySnapshot()) });
}

const ready = (self.name === "keep" ? keepMemory() : start()).catch((error) => {
  console.error(error); // for whoever mends it; a reader is helped by neither its name nor its line
  say({ failed: "a part of it could not be loaded" });
});

addEventListener("message", async ({ data }) => {
  const answer = await ready;
  if (!answer) return;
  try {
    say({ id: data.id, html: await answer(data.tool, data.form) });
  } catch (error) {
    say({
      failed: String(error.message ?? error)
        .trim()
        .split("\n")
        .at(-1),
    });
  }
});
