// Starts the runtime: Pyodide, with the library and the tools that this site's build has put together.

import { plan, scripts } from "../../runtime/start.js";

export { plan };

const root = new URL("../../", import.meta.url);
export const at = (path) => new URL(path, root).href;

// Pyodide asks for its program and its library only once its scripts have run. Here both are on their way before that, the
// program is compiled while it comes, and Pyodide is handed what it asks for.
const program = at(`${plan.runtime}pyodide.asm.wasm`),
  library = at(plan.python);
const { fetch } = globalThis;
const coming = new Map([program, library].map((address) => [address, fetch(address)]));
const compiled = WebAssembly.compileStreaming(coming.get(program));
for (const expected of [compiled, ...coming.values()]) expected.catch(() => {}); // told to whoever asks for it

globalThis.fetch = (address, ...options) => {
  const found = coming.get(String(address));
  if (String(address) === library) coming.delete(library); // it can be read once; the program is not read again
  return found ?? fetch(address, ...options);
};
WebAssembly.instantiateStreaming = async (_, imports) => {
  const module = await compiled;
  return { module, instance: await WebAssembly.instantiate(module, imports) };
};

/** Python, started; `options` are further ones of `loadPyodide`. Fails when its program cannot be had, of which Pyodide itself says nothing. */
export async function startRuntime(options) {
  const { loadPyodide } = await scripts();
  const started = loadPyodide({
    indexURL: at(plan.runtime),
    stdLibURL: library,
    lockFileContents: plan.lock,
    enableRunUntilComplete: false,
    ...options,
  });
  await Promise.all([started, compiled]);
  return started;
}
