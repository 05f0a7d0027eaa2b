// Presents a page of slides with reveal.js: keyboard, clicker, full screen, and the speaker view. On a narrow screen
// the page stays a page until the reader asks. Nothing about the room is stored.

import Reveal from "../reveal/reveal.mjs";
import { query } from "../shared/dom.js";
import { SpeakerView } from "./speaker.js";

const deck = query(document, "[data-deck]");
/** @param {string} name */
const button = (name) => query(document, `[data-${name}]`, HTMLButtonElement);
const present = button("present");

/** The size in which slides are laid out; reveal.js scales it to the screen. */
const SIZE = { width: 1280, height: 720, margin: 0 };
/** Pixels; on a narrower screen slides would be too small to read. */
const NARROW = 640;
const IDLE_AFTER = 3000; // milliseconds until the bar of buttons fades

/**
 * Whether reveal.js may use a key. Those of a button or link that has the focus are not for it.
 * @param {KeyboardEvent} event
 */
function keyboardCondition(event) {
  const onControl = event.target instanceof Element && event.target.closest("button, a");
  return !onControl || !["Enter", " "].includes(event.key);
}

async function start() {
  document.documentElement.classList.add("presenting");
  deck.classList.add("reveal", "projected");
  deck.firstElementChild?.classList.add("slides");
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
    keyboardCondition,
  });
  await reveal.initialize();
  // Slides are text to read and links to follow: a screen reader must not take them for an application.
  deck.removeAttribute("role");
  const speaker = new SpeakerView(reveal, deck);
  const openSpeakerView = () => speaker.open();
  reveal.addKeyBinding({ keyCode: 83, key: "S", description: "Speaker view" }, openSpeakerView);
  reveal.addKeyBinding({ keyCode: 68, key: "D", description: "Dark colours" }, () => button("colours").click());
  present.hidden = true;
  for (const name of ["speaker", "whole"]) button(name).hidden = false;
  button("speaker").addEventListener("click", openSpeakerView);
  button("whole").addEventListener("click", () => document.documentElement.requestFullscreen?.());
  button("colours").addEventListener("click", () => speaker.show());
  addEventListener("pagehide", () => speaker.close());
  deck.dataset.started = "";
}

// The bar of buttons fades while nobody points, so that the room sees only the slide.
/** @type {ReturnType<typeof setTimeout> | undefined} */
let idleTimer;
function showBar() {
  document.documentElement.classList.remove("idle");
  clearTimeout(idleTimer);
  idleTimer = setTimeout(() => document.documentElement.classList.add("idle"), IDLE_AFTER);
}
for (const name of ["pointermove", "pointerdown", "focusin"]) addEventListener(name, showBar);
showBar();

present.addEventListener("click", start, { once: true });
if (innerWidth >= NARROW) start();
else present.hidden = false; // only now, so that a visible button always works
