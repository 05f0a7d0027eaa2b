// How scripts get the site's own files and workers. The USB edition has no server, so it replaces this module.

/** @param {string | URL} url */
async function get(url) {
  const response = await fetch(url).catch(() => undefined);
  if (!response?.ok) throw new Error("a part of it could not be fetched");
  return response;
}

/**
 * A file's text.
 * @param {string | URL} url
 */
export const fetchText = async (url) => (await get(url)).text();

/**
 * A file's bytes.
 * @param {string | URL} url
 */
export const fetchBytes = async (url) => (await get(url)).arrayBuffer();

/**
 * A worker that runs one of the site's scripts.
 * @param {string | URL} url
 * @param {WorkerOptions} [options]
 */
export const startWorker = (url, options) => new Worker(url, options);
