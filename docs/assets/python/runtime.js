// Starts Pyodide with the standard library and the tools that the build has put together.

import { plan, scripts } from "../../runtime/start.js";

export { plan };

const root = new URL("../../", import.meta.url);

/**
 * The URL of a file of this site.
 * @param {string} path
 */
export const at = (path) => new URL(path, root).href;

const library = at(plan.python);

/**
 * Pyodide requests its program and its library only after its scripts have run. Here both downloads start earlier; the
 * program is compiled while it arrives, and Pyodide's own requests are answered with what has been fetched. Returns the
 * compiled program.
 */
function startDownloads() {
  const program = at(`${plan.runtime}pyodide.asm.wasm`);
  const { fetch } = globalThis;
  const programResponse = fetch(program);
  const downloads = new Map([
    [program, programResponse],
    [library, fetch(library)],
  ]);
  const compiled = WebAssembly.compileStreaming(programResponse);
  // A failure is reported to whoever awaits the promise; here it must not count as unhandled.
  for (const promise of [compiled, ...downloads.values()]) promise.catch(() => {});

  globalThis.fetch = (url, ...options) => {
    const started = downloads.get(String(url));
    // A body can be read once; the program's is never read again.
    if (String(url) === library) downloads.delete(library);
    return started ?? fetch(url, ...options);
  };
  WebAssembly.instantiateStreaming = async (_, imports) => {
    const module = await compiled;
    return { module, instance: await WebAssembly.instantiate(module, imports) };
  };
  return compiled;
}

// A build with stock Pyodide (see macros/browser/README.md) leaves everything to Pyodide.
const compiled = plan.stock ? undefined : startDownloads();

/**
 * Starts Python. Fails when the program cannot be fetched, which Pyodide itself does not report.
 * @param {Parameters<typeof import("pyodide").loadPyodide>[0]} [options] more options of `loadPyodide`
 */
export async function startRuntime(options) {
  const { loadPyodide } = await scripts();
  const started = loadPyodide({
    indexURL: at(plan.runtime),
    stdLibURL: library,
    lockFileContents: plan.lock,
    ...(plan.stock ? {} : { enableRunUntilComplete: false }), // no tool waits, so no event loop is needed
    ...options,
  });
  await Promise.all([started, compiled]);
  return started;
}
