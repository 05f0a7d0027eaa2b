// Reads a page for young people aloud, one line at a time, with an English voice that is on the device. Without such a
// voice there is no button. Pausing stops the voice and remembers the line: not every device can pause within one.

import { button, query, queryAll, statusLine } from "../shared/dom.js";

const speech = /** @type {SpeechSynthesis | undefined} */ (globalThis.speechSynthesis);
const page = query(document, "[data-listen]");
const sections = queryAll(page, "section");
const lines = sections.flatMap((section) => [query(section, "h2"), ...queryAll(section, "[data-say]")]);
/** Paths of an SVG drawing. */
const ICONS = {
  play: "M4 2l17 10L4 22z",
  pause: "M4 3h6v18H4zM14 3h6v18h-6z",
  stop: "M4 4h16v16H4z",
};
const SVG = "http://www.w3.org/2000/svg";

/**
 * The device's own voice, which never sends the text anywhere: in English, British before others.
 * @param {SpeechSynthesis} speech
 */
function localVoice(speech) {
  const voices = speech.getVoices().filter((voice) => voice.localService === true && /^en([-_]|$)/i.test(voice.lang));
  return voices.find((voice) => /^en[-_]GB/i.test(voice.lang)) ?? voices[0];
}

/**
 * The text that is read for a line. A phone number is read digit by digit.
 * @param {HTMLElement} line
 */
function spokenText(line) {
  const copy = /** @type {HTMLElement} */ (line.cloneNode(true));
  for (const element of copy.querySelectorAll("button")) element.remove();
  for (const link of copy.querySelectorAll('a[href^="tel:"]'))
    link.textContent = [...link.textContent.replace(/\D/g, "")].join(" ");
  return copy.textContent.trim();
}

/**
 * Shows an icon and a text on a button.
 * @param {HTMLButtonElement} element
 * @param {keyof typeof ICONS} icon
 * @param {string} text
 */
function label(element, icon, text) {
  const drawing = document.createElementNS(SVG, "svg");
  const path = document.createElementNS(SVG, "path");
  drawing.setAttribute("viewBox", "0 0 24 24");
  drawing.setAttribute("aria-hidden", "true");
  path.setAttribute("d", ICONS[icon]);
  drawing.append(path);
  element.replaceChildren(drawing, text);
  return element;
}

/** Reads the page, and has the buttons for it. */
class Reader {
  /**
   * @param {SpeechSynthesis} speech
   * @param {SpeechSynthesisVoice} voice
   */
  constructor(speech, voice) {
    this.speech = speech;
    this.voice = voice;
    /** Index of the line that is read, or would be next. */
    this.line = 0;
    this.reading = false;
    /** Grows with every start and stop, so that events of an older utterance are ignored. */
    this.turn = 0;
    this.status = statusLine("listen__say");
    this.main = button("", () => this.toggle(), "listen__button");
    this.stopButton = button("", () => this.stop("Stopped"), "listen__button");
    label(this.main, "play", "Listen to this page");
    label(this.stopButton, "stop", "Stop").hidden = true;
    this.bar = Object.assign(document.createElement("div"), { className: "listen" });
    this.bar.append(this.main, this.stopButton, this.status);
  }

  /** Puts the buttons in place, each where the keyboard comes to it before the text that it reads. */
  show() {
    page.prepend(this.bar);
    for (const section of sections) {
      const heading = query(section, "h2");
      const read = () => this.read(lines.indexOf(heading));
      const own = label(button("", read, "listen__button listen__button--part"), "play", "Listen");
      own.setAttribute("aria-label", `Listen: ${spokenText(heading)}`);
      heading.after(own);
    }
  }

  remove() {
    this.stop("");
    for (const element of page.querySelectorAll(".listen, .listen__button")) element.remove();
  }

  toggle() {
    if (this.reading) this.pause();
    else this.read(this.line);
  }

  pause() {
    this.silence("Paused", "Carry on");
  }

  /** @param {string} text what is announced */
  stop(text) {
    this.line = 0;
    this.silence(text, "Listen to this page");
  }

  /**
   * @param {string} announcement
   * @param {string} mainText
   */
  silence(announcement, mainText) {
    this.turn += 1;
    this.reading = false;
    this.speech.cancel();
    for (const line of lines) line.classList.remove("is-read");
    label(this.main, "play", mainText);
    this.bar.classList.remove("listen--reading");
    if (document.activeElement === this.stopButton) this.main.focus();
    this.stopButton.hidden = true;
    this.status.textContent = announcement;
  }

  /**
   * Reads from a line to the end.
   * @param {number} index
   */
  read(index) {
    const turn = (this.turn += 1);
    const line = lines[index];
    this.speech.cancel();
    this.line = index;
    this.reading = true;
    for (const other of lines) other.classList.toggle("is-read", other === line);
    const section = query(/** @type {HTMLElement} */ (line.closest("section")), "h2");
    const place = `Reading: ${spokenText(section)}`;
    // Announced once a section, not at every line.
    if (this.status.textContent !== place) this.status.textContent = place;
    label(this.main, "pause", "Pause");
    this.stopButton.hidden = false;
    this.bar.classList.add("listen--reading");
    line.scrollIntoView({ block: "nearest" });
    // In a field, because some browsers collect an utterance while it is being spoken.
    this.utterance = this.makeUtterance(spokenText(line));
    this.utterance.onend = () => {
      if (turn !== this.turn) return;
      if (index + 1 < lines.length) this.read(index + 1);
      else this.stop("That is the end.");
    };
    this.utterance.onerror = () => {
      if (turn === this.turn) this.stop("Your device could not read this aloud.");
    };
    this.speech.speak(this.utterance);
  }

  /** @param {string} text */
  makeUtterance(text) {
    const { voice } = this;
    return Object.assign(new SpeechSynthesisUtterance(text), { voice, lang: voice.lang, rate: 0.95 });
  }
}

/** @type {Reader | undefined} */
let reader;

/**
 * Shows or removes the buttons whenever the device's voices change: they often come late, and may go.
 * @param {SpeechSynthesis} speech
 */
function update(speech) {
  const voice = localVoice(speech);
  if (voice && reader) reader.voice = voice;
  if (voice && !reader) {
    reader = new Reader(speech, voice);
    reader.show();
  }
  if (!voice && reader) {
    reader.remove();
    reader = undefined;
  }
}

if (speech) {
  speech.cancel();
  update(speech);
  speech.addEventListener?.("voiceschanged", () => update(speech));
  addEventListener("pagehide", () => {
    if (reader?.reading) reader.stop("Stopped");
  });
}
