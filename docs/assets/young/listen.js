// Reads a page for young people aloud, a line at a time, with an English voice that lives on the device. No such voice, no button.
// Pausing stops the voice and remembers the line: not every device can hold a voice in the middle of one.

const speech = globalThis.speechSynthesis;
const page = document.querySelector("[data-listen]");
const parts = [...page.querySelectorAll("section")];
const lines = parts.flatMap((part) => [part.querySelector("h2"), ...part.querySelectorAll("[data-say]")]);
const SHAPES = { play: "M4 2l17 10L4 22z", pause: "M4 3h6v18H4zM14 3h6v18h-6z", stop: "M4 4h16v16H4z" };

let voice, bar, main, stop, say;
let at = 0; // the line that is read, or would be next
let reading = false;
let turn = 0; // grows with every start and stop: what an older voice still reports is not listened to
let utterance; // kept, so that the browser does not throw it away while it speaks

/** A voice that never sends the words anywhere: the device's own, in English, British before others. */
function ownVoice() {
  const own = speech.getVoices().filter((v) => v.localService === true && /^en([-_]|$)/i.test(v.lang));
  return own.find((v) => /^en[-_]GB/i.test(v.lang)) ?? own[0];
}

/** What is said of a line: a phone number is said digit by digit. */
function spoken(line) {
  const copy = line.cloneNode(true);
  for (const button of copy.querySelectorAll("button")) button.remove();
  for (const link of copy.querySelectorAll('a[href^="tel:"]'))
    link.textContent = [...link.textContent.replace(/\D/g, "")].join(" ");
  return copy.textContent.trim();
}

function button(shape, words, act, extra = "") {
  const made = Object.assign(document.createElement("button"), {
    type: "button",
    className: `listen__button ${extra}`,
  });
  made.addEventListener("click", act);
  return show(made, shape, words);
}

function show(made, shape, words) {
  const drawing = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  drawing.setAttribute("viewBox", "0 0 24 24");
  drawing.setAttribute("aria-hidden", "true");
  path.setAttribute("d", SHAPES[shape]);
  drawing.append(path);
  made.replaceChildren(drawing, words);
  return made;
}

/** Ends the voice. What was heard so far is forgotten, unless `keep` says to go on from there. */
function quiet(words, keep = false) {
  turn += 1;
  reading = false;
  speech.cancel();
  for (const line of lines) line.classList.remove("is-read");
  if (!keep) at = 0;
  show(main, "play", keep ? "Carry on" : "Listen to this page");
  bar.classList.remove("listen--reading");
  if (document.activeElement === stop) main.focus();
  stop.hidden = true;
  say.textContent = words;
}

function read(from) {
  const mine = (turn += 1);
  const line = lines[from];
  speech.cancel();
  at = from;
  reading = true;
  for (const other of lines) other.classList.toggle("is-read", other === line);
  const where = `Reading: ${spoken(line.closest("section").querySelector("h2"))}`;
  if (say.textContent !== where) say.textContent = where; // said once a part, not at every line
  show(main, "pause", "Pause");
  stop.hidden = false;
  bar.classList.add("listen--reading");
  line.scrollIntoView({ block: "nearest" });
  utterance = Object.assign(new SpeechSynthesisUtterance(spoken(line)), { voice, lang: voice.lang, rate: 0.95 });
  utterance.onend = () => {
    if (mine === turn) from + 1 < lines.length ? read(from + 1) : quiet("That is the end.");
  };
  utterance.onerror = () => {
    if (mine === turn) quiet("Your device could not read this aloud.");
  };
  speech.speak(utterance);
}

/** Puts the buttons in place, each where the keyboard comes to it before the words that it reads. */
function offer() {
  say = Object.assign(document.createElement("p"), { className: "listen__say" });
  say.setAttribute("role", "status");
  main = button("play", "Listen to this page", () => (reading ? quiet("Paused", true) : read(at)));
  stop = button("stop", "Stop", () => quiet("Stopped"));
  stop.hidden = true;
  bar = document.createElement("div");
  bar.className = "listen";
  bar.append(main, stop, say);
  page.prepend(bar);
  for (const part of parts) {
    const head = part.querySelector("h2");
    const own = button("play", "Listen", () => read(lines.indexOf(head)), "listen__button--part");
    own.setAttribute("aria-label", `Listen: ${spoken(head)}`);
    head.after(own);
  }
}

/** Looks again whenever the device's voices change: they often come late, and may go. */
function look() {
  voice = ownVoice();
  if (voice && !bar) offer();
  if (!voice && bar) {
    quiet("");
    for (const old of page.querySelectorAll(".listen, .listen__button")) old.remove();
    bar = undefined;
  }
}

if (speech) {
  speech.cancel();
  look();
  speech.addEventListener?.("voiceschanged", look);
  addEventListener("pagehide", () => {
    if (reading) quiet("Stopped");
  });
}
