// Serves the kept site when there is no network, and the same version of it when there is.
// SCRIPTS, VERSION, FILES and SHORT are written above when the site is built.

importScripts(...SCRIPTS);

const { addPlugins, cleanupOutdatedCaches, matchPrecache, precacheAndRoute } = workbox.precaching;
const { registerRoute, setCatchHandler } = workbox.routing;
const root = new URL("./", self.location);
let fetched = 0;

/** Tells every open page something. */
async function tell(message) {
  for (const page of await clients.matchAll({ includeUncontrolled: true, type: "window" })) page.postMessage(message);
}

workbox.core.setCacheNameDetails({ prefix: `kept-site ${root.pathname}`, precache: "files" });
addPlugins([
  {
    cacheDidUpdate: () => {
      fetched += 1;
      tell({ kept: fetched, of: FILES.length, version: VERSION });
    },
  },
]);
cleanupOutdatedCaches();
// What is asked in an address, such as the filters of the directory, makes no other page of it.
precacheAndRoute(FILES, { ignoreURLParametersMatching: [/./], cleanURLs: false });

const short = (url) =>
  SHORT[url.pathname.slice(root.pathname.length)] ?? SHORT[`${url.pathname.slice(root.pathname.length)}/`];
registerRoute(
  ({ url, request }) => request.mode === "navigate" && url.origin === root.origin && short(url) !== undefined,
  ({ url }) => Response.redirect(new URL(short(url), url.pathname.endsWith("/") ? url : `${url}/`), 302),
);
registerRoute(
  ({ url, request }) => request.mode === "navigate" && url.origin === root.origin,
  ({ request }) => fetch(request),
);
setCatchHandler(() => matchPrecache("404.html"));

// A new version waits until no page of the old one is open, or until the reader says so on the only one.
addEventListener("message", async ({ data, source }) => {
  if (data !== "use") return;
  const pages = await clients.matchAll({ includeUncontrolled: true, type: "window" });
  if (pages.length > 1) source.postMessage({ others: pages.length - 1 });
  else self.skipWaiting();
});

// The first version serves the page that asked for it, too.
addEventListener("activate", (event) => event.waitUntil(clients.claim()));
