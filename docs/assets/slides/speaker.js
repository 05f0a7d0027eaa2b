// The speaker view: a second window with the slide, the next one, the notes, and the clock. reveal.js brings one that needs scripts
// written into a page, which this site forbids; this one is built from the slides' own page, so that it needs no network either.

const MINUTE = 60000;

/** Minutes as on a watch: 7.5 is "7:30". */
const watch = (minutes) => `${Math.floor(minutes)}:${String(Math.floor((minutes % 1) * 60)).padStart(2, "0")}`;

function element(view, tag, className, text = "") {
  const made = view.document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
}

export class SpeakerView {
  constructor(reveal, deck) {
    this.reveal = reveal;
    this.total = Number(deck.dataset.minutes);
    this.began = 0;
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
    if (view !== this.view || !view.document.querySelector(".speaker")) {
      this.view = view;
      this.build();
    }
    view.focus();
    this.show();
  }

  close() {
    this.view?.close();
  }

  get isOpen() {
    return this.view && !this.view.closed;
  }

  build() {
    const { view } = this;
    const page = view.document;
    page.head.replaceChildren();
    page.title = `Speaker view: ${document.title}`;
    page.documentElement.lang = "en-GB";
    page.adoptedStyleSheets = [];
    dress(view);
    const part = (name, tag = "div") => {
      this[name] = element(view, tag, `speaker__${name}`);
      return this[name];
    };
    const control = (words, action) => {
      const made = element(view, "button", "speaker__button", words);
      made.type = "button";
      made.addEventListener("click", action);
      return made;
    };
    const bar = element(view, "div", "speaker__bar");
    bar.append(
      part("clock", "p"),
      part("plan", "p"),
      control("Back", () => this.reveal.prev()),
      control("Next", () => this.reveal.next()),
      control("Clock to 0", () => {
        this.began = Date.now();
        this.tick();
      }),
    );
    const stages = element(view, "div", "speaker__stages");
    stages.append(element(view, "h2", "speaker__label", "Now"), part("now"), part("coming", "h2"), part("next"));
    const whole = element(view, "main", "speaker");
    whole.append(bar, stages, part("notes"));
    this.notes.tabIndex = 0;
    page.body.replaceChildren(whole);
    view.addEventListener("keydown", (event) => this.key(event));
    view.addEventListener("resize", () => this.show());
  }

  /** The keys of the slides work here too, so that a clicker may move whichever window has been touched last. */
  key(event) {
    if (
      event.ctrlKey ||
      event.metaKey ||
      event.altKey ||
      (event.target.closest("button") && ["Enter", " "].includes(event.key))
    )
      return;
    const { reveal } = this;
    const action = {
      PageDown: () => reveal.next(),
      ArrowRight: () => reveal.next(),
      " ": () => reveal.next(),
      n: () => reveal.next(),
      PageUp: () => reveal.prev(),
      ArrowLeft: () => reveal.prev(),
      p: () => reveal.prev(),
      Home: () => reveal.slide(0),
      End: () => reveal.slide(reveal.getTotalSlides() - 1),
      b: () => reveal.togglePause(),
      ".": () => reveal.togglePause(),
    }[event.key];
    if (!action) return;
    event.preventDefault();
    action();
  }

  /** The clock starts by itself when the first slide is left. */
  moved() {
    if (!this.began && this.reveal.getIndices().h > 0) this.began = Date.now();
    this.show();
  }

  show() {
    if (!this.isOpen) return;
    this.view.document.documentElement.dataset.mdColorScheme = document.documentElement.dataset.mdColorScheme;
    const now = this.reveal.getCurrentSlide();
    const next = this.reveal.getSlides()[this.reveal.getIndices().h + 1];
    this.stage(this.now, now);
    this.coming.className = "speaker__label";
    this.coming.textContent = next ? "Next" : "This is the last slide";
    this.stage(this.next, next);
    this.notes.replaceChildren(
      ...[...now.querySelector(".notes").childNodes].map((node) => this.view.document.importNode(node, true)),
    );
    this.notes.scrollTop = 0;
    this.tick();
  }

  /** A copy of a slide, as small as its place. What has not been pressed yet is shown faintly. */
  stage(place, slide) {
    place.replaceChildren();
    place.hidden = !slide;
    if (!slide) return;
    const copy = this.view.document.importNode(slide, true);
    for (const name of ["style", "hidden", "aria-hidden", "inert"]) copy.removeAttribute(name);
    for (const part of [copy, ...copy.querySelectorAll("[id]")]) part.removeAttribute("id");
    copy.querySelector(".notes")?.remove();
    copy.inert = true;
    const frame = element(this.view, "div", "projected stage");
    frame.append(copy);
    place.append(frame);
    const scale = place.clientWidth / 1280;
    frame.style.transform = `scale(${scale})`;
    place.style.height = `${Math.round(720 * scale)}px`;
  }

  tick() {
    if (!this.isOpen) return;
    const { starts, minutes } = this.reveal.getCurrentSlide().dataset;
    const gone = this.began ? (Date.now() - this.began) / MINUTE : 0;
    const due = Number(starts) + Number(minutes);
    const late = Math.floor(gone - due);
    this.clock.textContent = `${watch(gone)} of ${this.total}:00`;
    this.plan.textContent =
      `Slide ${this.reveal.getIndices().h + 1} of ${this.reveal.getTotalSlides()}: ${watch(Number(starts))} to ${watch(due)}. ` +
      (gone <= due
        ? gone >= Number(starts) || !this.began
          ? "On time."
          : "Ahead of the plan."
        : `Behind the plan${late ? ` by ${late} min` : ""}.`);
  }
}

/** The styles of the slides' page. A page that is a file may not read its style sheets: there the window loads them itself. */
function dress(view) {
  for (const sheet of document.styleSheets) {
    try {
      const copy = new view.CSSStyleSheet();
      copy.replaceSync([...sheet.cssRules].map((rule) => rule.cssText).join("\n"));
      view.document.adoptedStyleSheets = [...view.document.adoptedStyleSheets, copy];
    } catch {
      const link = view.document.createElement("link");
      link.rel = "stylesheet";
      link.href = sheet.href;
      view.document.head.append(link);
    }
  }
}
