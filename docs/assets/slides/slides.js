// Presents a page of slides with reveal.js: keyboard, clicker, full screen, and the speaker view. On a narrow screen the page
// stays a page until the reader asks. Nothing about the room is kept.

import Reveal from "../reveal/reveal.mjs";
import { SpeakerView } from "./speaker.js";

const deck = document.querySelector("[data-deck]");
const button = (name) => document.querySelector(`[data-${name}]`);
const present = button("present");

/** The size in which slides are laid out; reveal.js scales it to the screen. */
const SIZE = { width: 1280, height: 720, margin: 0 };
/** Narrower than this, slides would be too small to read. */
const NARROW = 640;

/** Keys on a button or link are its own. */
const free = (event) => !event.target.closest?.("button, a") || !["Enter", " "].includes(event.key);

async function start() {
  document.documentElement.classList.add("presenting");
  deck.classList.add("reveal", "projected");
  deck.firstElementChild.classList.add("slides");
  const reveal = new Reveal(deck, {
    ...SIZE,
    minScale: 0.1,
    maxScale: 8,
    display: "grid",
    center: false,
    hash: true,
    transition: "none",
    backgroundTransition: "none",
    slideNumber: "c/t",
    controlsTutorial: false,
    help: false,
    jumpToSlide: false,
    autoAnimate: false,
    postMessage: false,
    scrollActivationWidth: 0,
    keyboardCondition: free,
  });
  await reveal.initialize();
  // Slides are words to read, and links to follow: a screen reader must not take them for an application.
  deck.removeAttribute("role");
  const speaker = new SpeakerView(reveal, deck);
  reveal.addKeyBinding({ keyCode: 83, key: "S", description: "Speaker view" }, () => speaker.open());
  reveal.addKeyBinding({ keyCode: 68, key: "D", description: "Dark colours" }, () => button("colours").click());
  present.hidden = true;
  for (const name of ["speaker", "whole"]) button(name).hidden = false;
  button("speaker").addEventListener("click", () => speaker.open());
  button("whole").addEventListener("click", () => document.documentElement.requestFullscreen?.());
  button("colours").addEventListener("click", () => speaker.show());
  addEventListener("pagehide", () => speaker.close());
  deck.dataset.started = "";
}

// The bar steps back while nobody points, so that the room sees only the slide.
let quiet;
function stir() {
  document.documentElement.classList.remove("idle");
  clearTimeout(quiet);
  quiet = setTimeout(() => document.documentElement.classList.add("idle"), 3000);
}
for (const kind of ["pointermove", "pointerdown", "focusin"]) addEventListener(kind, stir);
stir();

present.addEventListener("click", start, { once: true });
// A button that is seen works: it is shown once this script is there.
if (innerWidth >= NARROW) start();
else present.hidden = false;
