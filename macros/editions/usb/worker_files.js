// Replaces docs/assets/shared/files.js in the worker, which asks its page for files: the page can load embedded ones.

/** @type {Map<string, { resolve: (content: ArrayBuffer) => void, reject: (error: Error) => void }>} */
const requested = new Map();

addEventListener("message", (event) => {
  const { file, content, failed } = event.data;
  if (!file) return;
  event.stopImmediatePropagation();
  if (content) requested.get(file)?.resolve(content);
  else requested.get(file)?.reject(new Error(failed));
});

/**
 * @param {string} url
 * @returns {Promise<ArrayBuffer>}
 */
export const fetchBytes = (url) =>
  new Promise((resolve, reject) => {
    requested.set(url, { resolve, reject });
    postMessage({ requestedFile: url });
  });

/** @param {string} url */
export const fetchText = async (url) => new TextDecoder().decode(await fetchBytes(url));

// Pyodide's own start fetches its program and its library.
globalThis.fetch = async (url) =>
  new Response(await fetchBytes(String(url)), { headers: { "Content-Type": "application/wasm" } });
