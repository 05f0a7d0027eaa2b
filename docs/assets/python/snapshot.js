// What this device keeps so that Python starts faster next time: its memory just after a start, before any answer.
// Nothing depends on it. Where a browser keeps nothing, or what it kept is damaged, these functions say that there is none.

const NAME = `python-start ${new URL("../../", import.meta.url).pathname} `;
const FILE = "/memory";

/** Whether this edition of the site keeps anything. */
export const keeps = true;

async function digest(bytes) {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Whether anything is kept. */
export async function isKept() {
  try {
    return (await caches.keys()).some((name) => name.startsWith(NAME));
  } catch {
    return false;
  }
}

/** Removes what is kept, but for one build's if one is named. */
export async function remove(except) {
  try {
    const names = (await caches.keys()).filter((name) => name.startsWith(NAME) && name !== NAME + except);
    await Promise.all(names.map((name) => caches.delete(name)));
  } catch {
    /* a browser that keeps nothing has nothing to remove */
  }
}

/** The memory kept for a build, if it is whole. */
export async function find(build) {
  try {
    const found = await caches.match(FILE, { cacheName: NAME + build });
    const bytes = await found?.arrayBuffer();
    return bytes && (await digest(bytes)) === found.headers.get("X-Digest") ? new Uint8Array(bytes) : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps the memory for a build, in place of any other build's; says whether that worked. */
export async function keep(build, bytes) {
  try {
    await remove(build);
    const cache = await caches.open(NAME + build);
    await cache.put(FILE, new Response(bytes, { headers: { "X-Digest": await digest(bytes) } }));
    return true;
  } catch {
    return false;
  }
}
