// A snapshot of Python's memory just after it started, before any answer, cached so that the next visit starts faster.
// It is optional: where a browser stores nothing, or what it stored is damaged, these functions return nothing.

const CACHE = `python-start ${new URL("../../", import.meta.url).pathname} `;
const FILE = "/memory";

/** Whether this edition of the site can store a snapshot. The USB edition cannot. */
export const canStore = true;

/** @param {BufferSource} bytes */
async function sha256(bytes) {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Whether a snapshot of any build is stored. */
export async function isStored() {
  try {
    return (await caches.keys()).some((name) => name.startsWith(CACHE));
  } catch {
    return false;
  }
}

/**
 * Removes the snapshots of all builds, or of all but one.
 * @param {string} [exceptBuild]
 */
export async function remove(exceptBuild) {
  try {
    const names = (await caches.keys()).filter((name) => name.startsWith(CACHE) && name !== CACHE + exceptBuild);
    await Promise.all(names.map((name) => caches.delete(name)));
  } catch {
    // A browser that stores nothing has nothing to remove.
  }
}

/**
 * The snapshot of a build, if it is complete.
 * @param {string} build
 */
export async function load(build) {
  try {
    const response = await caches.match(FILE, { cacheName: CACHE + build });
    if (!response) return undefined;
    const bytes = await response.arrayBuffer();
    return (await sha256(bytes)) === response.headers.get("X-Digest") ? new Uint8Array(bytes) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Stores the snapshot of a build in place of any other build's. Returns whether that worked.
 * @param {string} build
 * @param {Uint8Array<ArrayBuffer>} bytes
 */
export async function store(build, bytes) {
  try {
    await remove(build);
    const cache = await caches.open(CACHE + build);
    await cache.put(FILE, new Response(bytes, { headers: { "X-Digest": await sha256(bytes) } }));
    return true;
  } catch {
    return false;
  }
}
