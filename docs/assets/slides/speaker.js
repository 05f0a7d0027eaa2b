// The speaker view: a second window with the slide, the next one, the notes, and the clock. reveal.js has one that
// needs inline scripts, which this site forbids; this one is built from the slides' own page, so it needs no network
// either.

import { query } from "../shared/dom.js";

/** @typedef {InstanceType<typeof import("reveal.js").default>} Reveal */

const MINUTE = 60_000; // in milliseconds
const SLIDE_WIDTH = 1280;
const SLIDE_HEIGHT = 720;

/**
 * Minutes as a clock shows them: 7.5 is "7:30".
 * @param {number} minutes
 */
export const clockTime = (minutes) =>
  `${Math.floor(minutes)}:${String(Math.floor((minutes % 1) * 60)).padStart(2, "0")}`;

/**
 * How the time that has passed compares with the plan of a slide.
 * @param {{ passed: number, starts: number, ends: number, running: boolean }} times in minutes
 */
export function progress({ passed, starts, ends, running }) {
  if (passed <= ends) return passed >= starts || !running ? "On time." : "Ahead of the plan.";
  const late = Math.floor(passed - ends);
  return `Behind the plan${late ? ` by ${late} min` : ""}.`;
}

/**
 * The speaker's window, its parts, and what they show.
 */
export class SpeakerView {
  /**
   * @param {Reveal} reveal
   * @param {HTMLElement} deck
   */
  constructor(reveal, deck) {
    this.reveal = reveal;
    this.total = Number(deck.dataset.minutes);
    /** When the clock was started, or 0. */
    this.startedAt = 0;
    /** @type {Window | undefined} */
    this.view = undefined;
    for (const event of ["slidechanged", "fragmentshown", "fragmenthidden"]) reveal.on(event, () => this.moved());
    setInterval(() => this.tick(), 500);
  }

  /** Opens the window, or brings it to the front. */
  open() {
    const view = window.open("", "speaker-view", "popup,width=1200,height=760");
    if (!view) {
      alert(
        "The browser did not open a second window. Allow pop-ups for this page, or print it: it prints with the notes.",
      );
      return;
    }
    if (view !== this.view || !view.document.querySelector(".speaker")) this.build(view);
    view.focus();
    this.show();
  }

  close() {
    this.view?.close();
  }

  get isOpen() {
    return this.view !== undefined && !this.view.closed;
  }

  /** @param {Window} view */
  build(view) {
    this.view = view;
    const page = view.document;
    page.head.replaceChildren();
    page.title = `Speaker view: ${document.title}`;
    page.documentElement.lang = "en-GB";
    page.adoptedStyleSheets = [];
    copyStyles(view);
    /** @type {(tag: string, className: string, text?: string) => HTMLElement} */
    const make = (tag, className, text = "") =>
      Object.assign(page.createElement(tag), { className, textContent: text });
    /** @type {(text: string, onClick: () => void) => HTMLElement} */
    const control = (text, onClick) => {
      const button = Object.assign(make("button", "speaker__button", text), { type: "button" });
      button.addEventListener("click", onClick);
      return button;
    };
    const clock = make("p", "speaker__clock");
    const plan = make("p", "speaker__plan");
    const now = make("div", "speaker__now");
    const coming = make("h2", "speaker__coming");
    const next = make("div", "speaker__next");
    const notes = make("div", "speaker__notes");
    notes.tabIndex = 0;
    this.parts = { clock, plan, now, coming, next, notes };
    const bar = make("div", "speaker__bar");
    bar.append(
      clock,
      plan,
      control("Back", () => this.reveal.prev()),
      control("Next", () => this.reveal.next()),
      control("Clock to 0", () => this.startClock()),
    );
    const stages = make("div", "speaker__stages");
    stages.append(make("h2", "speaker__label", "Now"), now, coming, next);
    const main = make("main", "speaker");
    main.append(bar, stages, notes);
    page.body.replaceChildren(main);
    view.addEventListener("keydown", (event) => this.key(event));
    view.addEventListener("resize", () => this.show());
  }

  /**
   * The keys of the slides work here too, so that a clicker may move whichever window was used last.
   * @param {KeyboardEvent} event
   */
  key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const target = /** @type {Element} */ (event.target); // of the other window, so `instanceof` would not know it
    if (target.closest("button") && ["Enter", " "].includes(event.key)) return;
    const { reveal } = this;
    const next = () => reveal.next();
    const back = () => reveal.prev();
    const pause = () => reveal.togglePause();
    /** @type {Record<string, () => void>} */
    const actions = {
      PageDown: next,
      ArrowRight: next,
      " ": next,
      n: next,
      PageUp: back,
      ArrowLeft: back,
      p: back,
      Home: () => reveal.slide(0),
      End: () => reveal.slide(reveal.getTotalSlides() - 1),
      b: pause,
      ".": pause,
    };
    if (!actions[event.key]) return;
    event.preventDefault();
    actions[event.key]();
  }

  startClock() {
    this.startedAt = Date.now();
    this.tick();
  }

  /** The clock starts by itself when the first slide is left. */
  moved() {
    if (!this.startedAt && this.reveal.getIndices().h > 0) this.startedAt = Date.now();
    this.show();
  }

  show() {
    const { view, parts } = this;
    if (!view || !parts || !this.isOpen) return;
    view.document.documentElement.dataset.mdColorScheme = document.documentElement.dataset.mdColorScheme;
    const slide = this.reveal.getCurrentSlide();
    const next = this.reveal.getSlides()[this.reveal.getIndices().h + 1];
    showSlide(view, parts.now, slide);
    parts.coming.className = "speaker__label";
    parts.coming.textContent = next ? "Next" : "This is the last slide";
    showSlide(view, parts.next, next);
    const notes = [...query(slide, ".notes").childNodes].map((node) => view.document.importNode(node, true));
    parts.notes.replaceChildren(...notes);
    parts.notes.scrollTop = 0;
    this.tick();
  }

  /** Shows the time, and how it compares with the plan. */
  tick() {
    if (!this.parts || !this.isOpen) return;
    const { dataset } = this.reveal.getCurrentSlide();
    const passed = this.startedAt ? (Date.now() - this.startedAt) / MINUTE : 0;
    const starts = Number(dataset.starts);
    const ends = starts + Number(dataset.minutes);
    const slide = `Slide ${this.reveal.getIndices().h + 1} of ${this.reveal.getTotalSlides()}`;
    this.parts.clock.textContent = `${clockTime(passed)} of ${this.total}:00`;
    this.parts.plan.textContent =
      `${slide}: ${clockTime(starts)} to ${clockTime(ends)}. ` +
      progress({ passed, starts, ends, running: this.startedAt > 0 });
  }
}

/**
 * Shows a copy of a slide, as small as its place. What has not been revealed yet is faint.
 * @param {Window} view
 * @param {HTMLElement} place
 * @param {Element | undefined} slide
 */
function showSlide(view, place, slide) {
  place.replaceChildren();
  place.hidden = !slide;
  if (!slide) return;
  const copy = /** @type {HTMLElement} */ (view.document.importNode(slide, true));
  for (const name of ["style", "hidden", "aria-hidden", "inert"]) copy.removeAttribute(name);
  for (const part of [copy, ...copy.querySelectorAll("[id]")]) part.removeAttribute("id");
  copy.querySelector(".notes")?.remove();
  copy.inert = true;
  const frame = Object.assign(view.document.createElement("div"), { className: "projected stage" });
  frame.append(copy);
  place.append(frame);
  const scale = place.clientWidth / SLIDE_WIDTH;
  frame.style.transform = `scale(${scale})`;
  place.style.height = `${Math.round(SLIDE_HEIGHT * scale)}px`;
}

/**
 * Gives the window the styles of the slides' page. A page opened from a file cannot read its style sheets: there the
 * window loads them itself.
 * @param {Window} view
 */
function copyStyles(view) {
  const { CSSStyleSheet } = /** @type {Window & typeof globalThis} */ (view);
  for (const sheet of document.styleSheets) {
    try {
      const copy = new CSSStyleSheet();
      copy.replaceSync([...sheet.cssRules].map((rule) => rule.cssText).join("\n"));
      view.document.adoptedStyleSheets = [...view.document.adoptedStyleSheets, copy];
    } catch {
      const link = { rel: "stylesheet", href: sheet.href ?? "" };
      view.document.head.append(Object.assign(view.document.createElement("link"), link));
    }
  }
}
