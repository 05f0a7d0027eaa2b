// Stands in for Material's search worker until the first message, so that ordinary pages do not load it.
addEventListener("message", function first(event) {
  removeEventListener("message", first);
  importScripts(new URL("javascripts/workers/search.min.js", self.location));
  dispatchEvent(new MessageEvent("message", { data: event.data }));
});
