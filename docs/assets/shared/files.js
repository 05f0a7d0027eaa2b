// How scripts get the site's own files and workers: one place, so that the edition without a server can bring them its own way.

async function fetched(address) {
  const answer = await fetch(address).catch(() => undefined);
  if (!answer?.ok) throw new Error("a part of it could not be fetched");
  return answer;
}

/** A file's text. */
export const text = async (address) => (await fetched(address)).text();

/** A file's bytes, as an ArrayBuffer. */
export const bytes = async (address) => (await fetched(address)).arrayBuffer();

/** A worker that runs one of the site's scripts. */
export const startWorker = (address, options) => new Worker(address, options);
