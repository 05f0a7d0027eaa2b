// Runs Python beside the page: loads Pyodide from this site, then answers each form with HTML.

const root = new URL("../", import.meta.url);
const say = (message) => postMessage(message);

async function start() {
  say({ stage: "loading" });
  const plan = await (await fetch(new URL("runtime/start.json", root))).json();
  const at = (path) => new URL(path, root).href;
  const { loadPyodide } = await import(at(`${plan.runtime}pyodide.mjs`));
  const files = [plan.tools, plan.citations].map((path) => fetch(at(path)));
  say({ stage: "starting" });
  const python = await loadPyodide({ indexURL: at(plan.runtime), enableRunUntilComplete: false });
  const [tools, citations] = await Promise.all(files);
  python.unpackArchive(await tools.arrayBuffer(), "zip", { extractDir: "/tools" });
  python.runPython("import sys; sys.path.insert(0, '/tools')");
  const answer = python.pyimport("macros.render.browser").answer;
  const table = await citations.text();
  say({ stage: "ready" });
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
