// The whole site stored on this device: the reader asks for it on one page and removes it there with one click.
// Every page announces a newer version.

import { button, query, queryAll } from "../shared/dom.js";

const root = new URL("../../", import.meta.url);
const manager = /** @type {ServiceWorkerContainer | undefined} */ (navigator.serviceWorker);
const part = queryAll(document, "[data-offline]").at(0);

/** @param {number} bytes */
const megabytes = (bytes) => `${Math.max(1, Math.round(bytes / 1e6))} MB`;

/**
 * Shows what the reader can do now, in place of what they could do before.
 * @param {string} text
 * @param {...HTMLButtonElement} buttons
 */
function offer(text, ...buttons) {
  if (!part) return;
  query(part, ".offline__say").textContent = text;
  for (const old of part.querySelectorAll("button")) old.remove();
  part.append(...buttons);
}

async function registration() {
  try {
    return await manager?.getRegistration(root.href);
  } catch {
    return undefined;
  }
}

/**
 * How large the stored site is.
 * @param {RequestInit} [options]
 * @returns {Promise<{ bytes: number }>}
 */
const siteSize = async (options) => (await fetch(new URL("offline/kept.json", root), options)).json();

/** Removes the stored site, and what tools have stored. */
async function remove() {
  await (await registration())?.unregister();
  for (const name of await caches.keys()) if (name.includes(root.pathname)) await caches.delete(name);
  offer("The site is no longer kept on this device.", button("Keep it again", store));
}

let ended = false; // progress messages can arrive after completion; they are ignored

/** Stores the whole site, if there is room for it. */
async function store() {
  ended = false;
  const { bytes } = await siteSize({ cache: "no-store" });
  if (!(await hasRoom(bytes * 1.1))) {
    offer(
      `There is not enough room: it needs ${megabytes(bytes)}. Nothing was kept, and the site goes on working online.`,
      button("Try again", store),
    );
    return;
  }
  offer("Fetching…");
  try {
    await navigator.storage?.persist?.();
    await register();
  } catch {
    showFailure();
  }
}

/**
 * Whether the device has room. A browser that does not say counts as having it.
 * @param {number} bytes
 */
async function hasRoom(bytes) {
  const { quota, usage } = (await navigator.storage?.estimate?.().catch(() => undefined)) ?? {};
  return quota === undefined || usage === undefined || quota - usage >= bytes;
}

/** Registers the service worker, which fetches all files before it becomes active. */
async function register() {
  const made = await manager?.register(new URL("sw.js", root), { scope: root.pathname });
  const worker = made?.installing ?? made?.waiting ?? made?.active;
  if (!worker || worker.state === "activated") return showState();
  worker.addEventListener("statechange", () => {
    if (worker.state === "activated") showState();
    if (worker.state === "redundant") showFailure();
  });
}

function showFailure() {
  ended = true;
  offer(
    "Not everything could be fetched, so nothing is used yet. The site goes on working online. " +
      "What has come is not fetched twice.",
    button("Try again", store),
    button("Remove what has come", remove),
  );
}

/** Offers to store the site, or to remove it where it is stored. */
async function showState() {
  ended = Boolean((await registration())?.active);
  if (ended) {
    offer("The site is kept on this device. It opens without a network.", button("Remove it from this device", remove));
    return;
  }
  const { bytes } = await siteSize();
  offer("", button(`Keep this site on my device, ${megabytes(bytes)}`, store));
}

const announcement = Object.assign(document.createElement("div"), { className: "newer", hidden: true });
announcement.setAttribute("role", "status");

/**
 * Announces a newer version that is complete on this device. It is used when the reader says so, or when no page of the
 * old one is open.
 * @param {ServiceWorker} waiting
 */
function announce(waiting) {
  announcement.innerHTML = "<p>A newer version of this site is ready on this device.</p>";
  announcement.append(button("Use it now", () => waiting.postMessage("use")));
  announcement.hidden = false;
}

/** Watches for a newer version where the site is stored. */
async function watch() {
  const stored = await registration();
  if (!stored) return;
  document.body.prepend(announcement);
  if (stored.waiting) announce(stored.waiting);
  stored.addEventListener("updatefound", () => {
    const newer = stored.installing;
    newer?.addEventListener("statechange", () => {
      if (newer.state === "installed" && stored.active) announce(newer);
    });
  });
  const controller = manager?.controller;
  manager?.addEventListener("controllerchange", () => {
    if (controller) location.reload();
  });
}

manager?.addEventListener("message", ({ data }) => {
  if (part && data.fetched && !ended && !manager.controller)
    query(part, ".offline__say").textContent = `Fetching: ${data.fetched} of ${data.total} files.`;
  if (data.others) {
    const tabs = data.others === 1 ? "tab" : `${data.others} tabs`;
    const text = `A newer version is ready. Close the other ${tabs} of this site first, then use it.`;
    query(announcement, "p").textContent = text;
  }
});

watch();
if (location.protocol === "file:") offer("This is the copy on a stick or a drive. It opens without a network already.");
else if (!manager)
  offer(
    "This browser does not let a site be kept, as in a private window. " +
      "The site works online all the same; the edition on a stick works without a network.",
  );
else if (part) showState().catch(() => offer("Nothing can be kept here now. The site goes on working online."));
