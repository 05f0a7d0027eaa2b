// Serves the stored site when there is no network, and the same version of it when there is.
// The build writes SCRIPTS, VERSION, FILES and SHORT above this file.

importScripts(...SCRIPTS);

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const { addPlugins, cleanupOutdatedCaches, matchPrecache, precacheAndRoute } = workbox.precaching;
const { registerRoute, setCatchHandler } = workbox.routing;
const root = new URL("./", worker.location.href);
let fetched = 0;

const openPages = () => worker.clients.matchAll({ includeUncontrolled: true, type: "window" });

/** Reports progress to every open page. */
async function reportProgress() {
  fetched += 1;
  for (const page of await openPages()) page.postMessage({ fetched, total: FILES.length, version: VERSION });
}

workbox.core.setCacheNameDetails({ prefix: `kept-site ${root.pathname}`, precache: "files" });
addPlugins([{ cacheDidUpdate: reportProgress }]);
cleanupOutdatedCaches();
// Parameters of a URL, such as the filters of the directory, do not make it another page.
precacheAndRoute(FILES, { ignoreURLParametersMatching: [/./], cleanURLs: false });

/**
 * Whether a request opens a page of this site.
 * @param {{ url: URL, request: Request }} options
 */
const isPage = ({ url, request }) => request.mode === "navigate" && url.origin === root.origin;

/**
 * The page that a short URL leads to, relative to that URL.
 * @param {URL} url
 */
function shortTarget(url) {
  const path = url.pathname.slice(root.pathname.length);
  return SHORT[path] ?? SHORT[`${path}/`];
}

registerRoute(
  (options) => isPage(options) && shortTarget(options.url) !== undefined,
  async ({ url }) =>
    Response.redirect(new URL(shortTarget(url), url.pathname.endsWith("/") ? url : `${url}/`).href, 302),
);
registerRoute(isPage, ({ request }) => fetch(request));
setCatchHandler(async () => (await matchPrecache("404.html")) ?? Response.error());

// A new version waits until no page of the old one is open, or until the reader says so on the only one.
worker.addEventListener("message", async ({ data, source }) => {
  if (data !== "use") return;
  const pages = await openPages();
  if (pages.length > 1) source?.postMessage({ others: pages.length - 1 });
  else worker.skipWaiting();
});

// The first version serves the page that asked for it, too.
worker.addEventListener("activate", (event) => event.waitUntil(worker.clients.claim()));
