// Runs Python beside the page: starts Pyodide from this site, then answers each form with HTML.

import { find, keep, remove } from "./kept.js";

const root = new URL("../", import.meta.url);
const at = (path) => new URL(path, root).href;
const say = (message) => postMessage(message);

/** Starts Python, from the memory that this device has kept if there is one. */
async function load(plan, memory) {
  const { loadPyodide } = await import(at(`${plan.runtime}pyodide.mjs`));
  const python = await loadPyodide({
    indexURL: at(plan.runtime), stdLibURL: at(plan.python), lockFileContents: plan.lock, enableRunUntilComplete: false,
    ...(memory ? { _loadSnapshot: memory } : { _makeSnapshot: true }),
  });
  return { python, answer: python.pyimport("macros.render.browser").answer };
}

async function start() {
  const T = {};
  T.begin = performance.now();
  say({ stage: "loading" });
  const plan = await (await fetch(at("runtime/start.json"), { cache: "no-cache" })).json();
  T.plan = performance.now();
  const citations = fetch(at(plan.citations)).then((file) => file.text());
  const memory = await find(plan.build);
  T.read = performance.now();
  say({ stage: "starting" });
  let tools;
  const { python, answer } = await load(plan, memory);
  T.load = performance.now();
  const table = await citations;
  say({ stage: "ready", start: memory ? "memory" : "plain", heap: python._module.HEAP8.length, T });
  if (!memory) { 
  const bytes=python.makeMemorySnapshot();
  T.make = performance.now();
  let end=bytes.length; while(!bytes[end-1])end--; 
  T.trim = performance.now();
  keep(plan.build, bytes).then((kept) => {T.keep=performance.now();say({ kept, T })});
  }
  return (tool, form) => answer(tool, form, table, root.href);
}

const ready = start().catch((error) => say({ failed: String(error.message ?? error) }));

addEventListener("message", async ({ data }) => {
  const answer = await ready;
  if (!answer) return;
  try {
    say({ id: data.id, html: answer(data.tool, data.form) });
  } catch (error) {
    say({ failed: String(error.message ?? error).trim().split("\n").at(-1) });
  }
});
