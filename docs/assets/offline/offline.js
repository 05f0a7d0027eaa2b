// The site kept on this device: asked for on one page, announced on every page when there is a newer version, removed by one click.

const root = new URL("../../", import.meta.url);
const NAME = `kept-site ${root.pathname}`;
const worker = navigator.serviceWorker;
const part = document.querySelector("[data-offline]");
const say = part?.querySelector(".offline__say");
const megabytes = (bytes) => `${Math.max(1, Math.round(bytes / 1e6))} MB`;

function button(words, act) {
  const made = Object.assign(document.createElement("button"), {
    type: "button",
    className: "md-button",
    textContent: words,
  });
  made.addEventListener("click", act);
  return made;
}

/** What the reader can do now, in place of what they could do before. */
function offer(words, ...buttons) {
  say.textContent = words;
  for (const old of part.querySelectorAll("button")) old.remove();
  part.append(...buttons);
}

async function registration() {
  try {
    return await worker?.getRegistration(root.href);
  } catch {
    return undefined;
  }
}

/** Removes the kept site, and whatever tools have kept. */
async function remove() {
  await (await registration())?.unregister();
  for (const name of await caches.keys()) if (name.includes(root.pathname)) await caches.delete(name);
  offer("The site is no longer kept on this device.", button("Keep it again", keep));
}

let ended = false; // word of progress may come after the end: then it is not said any more

async function keep() {
  ended = false;
  const about = await (await fetch(new URL("offline/kept.json", root), { cache: "no-store" })).json();
  const room = await navigator.storage?.estimate?.().catch(() => undefined);
  if (room && room.quota - room.usage < about.bytes * 1.1) {
    offer(
      `There is not enough room: it needs ${megabytes(about.bytes)}. Nothing was kept, and the site goes on working online.`,
      button("Try again", keep),
    );
    return;
  }
  offer("Fetching…");
  try {
    await navigator.storage?.persist?.();
    const made = await worker.register(new URL("sw.js", root), { scope: root.pathname });
    const coming = made.installing ?? made.waiting ?? made.active;
    if (coming.state === "activated") return show();
    coming.addEventListener("statechange", () => {
      if (coming.state === "activated") show();
      if (coming.state === "redundant") failed();
    });
  } catch {
    failed();
  }
}

function failed() {
  ended = true;
  offer(
    "Not everything could be fetched, so nothing is used yet. The site goes on working online. What has come is not fetched twice.",
    button("Try again", keep),
    button("Remove what has come", remove),
  );
}

async function show() {
  const kept = await registration();
  ended = Boolean(kept?.active);
  if (ended)
    return offer(
      "The site is kept on this device. It opens without a network.",
      button("Remove it from this device", remove),
    );
  const about = await (await fetch(new URL("offline/kept.json", root))).json();
  return offer("", button(`Keep this site on my device, ${megabytes(about.bytes)}`, keep));
}

worker?.addEventListener("message", ({ data }) => {
  if (part && data.kept && !ended && !worker.controller)
    say.textContent = `Fetching: ${data.kept} of ${data.of} files.`;
  if (data.others)
    announce.querySelector("p").textContent =
      `A newer version is ready. Close the other ${data.others === 1 ? "tab" : `${data.others} tabs`} of this site first, then use it.`;
});

// A newer version: whole, on this device, and used when the reader says so or when no page of the old one is open.
const announce = Object.assign(document.createElement("div"), { className: "newer", hidden: true });
announce.setAttribute("role", "status");

function newer(waiting) {
  announce.innerHTML = "<p>A newer version of this site is ready on this device.</p>";
  announce.append(button("Use it now", () => waiting.postMessage("use")));
  announce.hidden = false;
}

async function watch() {
  const kept = await registration();
  if (!kept) return;
  document.body.prepend(announce);
  if (kept.waiting) newer(kept.waiting);
  kept.addEventListener("updatefound", () => {
    const coming = kept.installing;
    coming?.addEventListener("statechange", () => {
      if (coming.state === "installed" && kept.active) newer(coming);
    });
  });
  const served = worker.controller;
  worker.addEventListener("controllerchange", () => {
    if (served) location.reload();
  });
}

watch();
if (part && location.protocol === "file:")
  offer("This is the copy on a stick or a drive. It opens without a network already.");
else if (part && !worker)
  offer(
    "This browser does not let a site be kept, as in a private window. The site works online all the same; the edition on a stick works without a network.",
  );
else if (part) show().catch(() => offer("Nothing can be kept here now. The site goes on working online."));
