// Room mode: shows cards part by part, counts hands, and forgets. The cards stand in the page: nothing is fetched, sent or kept.

const page = document.querySelector('[data-module="room/room"]');
const setup = page.querySelector("[data-setup]");
const room = page.querySelector("[data-room]");
const [stage, title, place, say] = [".room__stage", "#room-title", ".room__place", ".room__say"].map((name) =>
  room.querySelector(name),
);
const hands = [...room.querySelectorAll(".hand")];
const control = (name) => page.querySelector(`[data-do=${name}]`);
const [LARGEST, SMALLEST] = [1.2, 0.6]; // a short story is written larger, a long answer smaller
const ON = { answer: "Show the answer", talk: "Talk about it", twist: "What changes next" };

let deck = []; // templates of the cards to show, in order
let card = 0; // which of them; after the last comes the end
let parts = []; // the card's parts, the trainer's note apart
let part = 0;
let note;
let votes = []; // counts by level, one group for each vote on this card; gone with the card

// -- Choosing cards

function fitting() {
  const { audience, topic } = Object.fromEntries(new FormData(setup));
  const [kind, ...words] = topic.split(" ");
  const name = words.join(" ");
  return [...page.querySelectorAll("template[data-card]")].filter(
    ({ dataset }) =>
      (!audience || dataset.for.split(" ").includes(audience)) &&
      (!topic || (kind === "pack" ? dataset.pack === name : dataset.routes.split("|").includes(name))),
  );
}

function found() {
  const { length } = fitting();
  setup.querySelector("[data-found]").textContent = length
    ? `${length} card${length === 1 ? "" : "s"}.`
    : "No card is written for both. Choose another topic, or anyone.";
  control("start").disabled = !length;
}

function shuffled(list) {
  for (let last = list.length - 1; last > 0; last -= 1) {
    const other = Math.floor(Math.random() * (last + 1));
    [list[last], list[other]] = [list[other], list[last]];
  }
  return list;
}

function start() {
  deck = new FormData(setup).get("order") === "shuffle" ? shuffled(fitting()) : fitting();
  open(0);
  room.showModal();
  show();
}

// -- Showing a card

function open(number, at = 0) {
  card = number;
  votes = [];
  note = undefined;
  if (card === deck.length) {
    const end = Object.assign(document.createElement("section"), {
      innerHTML: `<p>That was the last card.</p><p>What will you do differently tomorrow?</p>`,
    });
    end.dataset.part = "end";
    parts = [end];
  } else {
    const all = [...deck[card].content.cloneNode(true).children];
    note = all.pop();
    parts = all;
    // A paragraph opens beside the card, so that the room does not lose its place.
    for (const link of [...parts, note].flatMap((one) => [...one.querySelectorAll("a")]))
      Object.assign(link, { target: "_blank", rel: "noopener" });
  }
  part = at < 0 ? parts.length + at : at;
}

const kind = () => parts[part].dataset.part;
const asked = () => parts.slice(0, part + 1).filter((one) => ["story", "twist"].includes(one.dataset.part)).length - 1;
const counts = (vote = asked()) => (votes[vote] ??= Object.fromEntries(hands.map((hand) => [hand.dataset.level, 0])));
const total = (vote) => Object.values(counts(vote)).reduce((sum, count) => sum + count, 0);

function show() {
  const ended = card === deck.length;
  stage.replaceChildren(parts[part]);
  room.dataset.shows = kind();
  title.textContent = ended ? "The end" : deck[card].dataset.title;
  place.textContent = ended ? "" : `Card ${card + 1} of ${deck.length}`;
  control("back").disabled = card === 0 && part === 0;
  control("on").textContent = ended
    ? "Leave room mode"
    : (ON[parts[part + 1]?.dataset.part] ?? (card + 1 < deck.length ? "Next card" : "Finish"));
  control("note").hidden = ended;
  showNote(false);
  showHands();
  const level = stage.querySelector(".result__level");
  say.textContent = level
    ? `The rules say: ${level.textContent.trim()}. ${stage.querySelector(".result__contact").textContent}`
    : ({ story: "Vote by show of hands.", twist: "Vote again." }[kind()] ?? "");
  fit();
}

function showHands() {
  if (card === deck.length) return;
  const most = Math.max(1, ...Object.values(counts()));
  const answer = kind() === "answer" ? parts[part].dataset.level : "";
  for (const hand of hands) {
    const { level } = hand.dataset;
    const count = counts()[level];
    const input = hand.querySelector("input");
    if (input !== document.activeElement || Number(input.value) !== count) input.value = count;
    input.readOnly = Boolean(answer);
    hand.querySelector(".hand__bar").style.setProperty("--part", count / most);
    hand.querySelector(".hand__before").textContent =
      asked() > 0 && total(asked() - 1) ? `before: ${counts(asked() - 1)[level]}` : "";
    hand.toggleAttribute("data-answer", level === answer);
    for (const button of hand.querySelectorAll("button")) button.disabled = Boolean(answer);
  }
}

function showNote(wanted) {
  control("note").setAttribute("aria-pressed", wanted);
  stage.replaceChildren(wanted ? note : parts[part]);
  room.toggleAttribute("data-note", wanted);
  fit();
}

/** Writes a part as large as it can stand without scrolling; on a phone it scrolls instead. */
function fit() {
  let size = LARGEST;
  do {
    stage.style.setProperty("--fit", size);
    size -= 0.04;
  } while (size >= SMALLEST && stage.scrollHeight > stage.clientHeight);
}

// -- Turning and counting

function on() {
  if (card === deck.length) return room.close();
  if (part + 1 < parts.length) part += 1;
  else open(card + 1);
  show();
}

function back() {
  if (part > 0) part -= 1;
  else if (card > 0) open(card - 1, -1);
  else return;
  show();
}

function count(hand, change) {
  if (!["story", "twist"].includes(kind())) return;
  const { level } = hand.dataset;
  counts()[level] = Math.min(999, Math.max(0, counts()[level] + change));
  showHands();
  const every = total();
  say.textContent = `${hand.getAttribute("aria-label")}: ${counts()[level]}. ${every} hand${every === 1 ? "" : "s"} in all.`;
}

function clear() {
  if (!["story", "twist"].includes(kind())) return;
  votes[asked()] = undefined;
  showHands();
  say.textContent = "All counts are nought.";
}

function screen() {
  if (document.fullscreenElement) document.exitFullscreen();
  else room.requestFullscreen?.().catch(() => {});
}

const ACTS = {
  start,
  resume: () => {
    room.showModal();
    show();
  },
  on,
  back,
  screen,
  leave: () => room.close(),
  note: () => showNote(!room.hasAttribute("data-note")),
};
const KEYS = { PageDown: on, ArrowRight: on, " ": on, PageUp: back, ArrowLeft: back, t: ACTS.note, f: screen };

page.addEventListener("click", ({ target }) => {
  const button = target.closest("[data-do], [data-more], [data-less]");
  if (!button) return;
  if (button.dataset.do) ACTS[button.dataset.do]();
  else count(button.closest(".hand"), button.hasAttribute("data-more") ? 1 : -1);
});

room.addEventListener("keydown", (event) => {
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  const typing = event.target.matches("input");
  const [, digit] = /^(?:Digit|Numpad)([0-5])$/.exec(event.code) ?? [];
  const act = KEYS[event.key.length === 1 ? event.key.toLowerCase() : event.key];
  if (digit && !typing) {
    event.preventDefault();
    if (digit === "0") clear();
    else count(hands[digit - 1], event.shiftKey ? -1 : 1);
  } else if (
    act &&
    !(typing && !event.key.startsWith("Page")) &&
    !(event.key === " " && event.target.closest("button, a")) &&
    !(act === ACTS.note && control("note").hidden)
  ) {
    event.preventDefault();
    act();
  }
});

for (const hand of hands) {
  const input = hand.querySelector("input");
  input.addEventListener("input", () =>
    count(hand, (Math.trunc(Number(input.value)) || 0) - counts()[hand.dataset.level]),
  );
}
room.addEventListener("close", () => {
  if (document.fullscreenElement) document.exitFullscreen();
  control("resume").hidden = card === deck.length;
});
addEventListener("resize", () => {
  if (room.open) fit();
});
setup.addEventListener("change", found);
setup.addEventListener("submit", (event) => event.preventDefault());
found();
control("start").hidden = false; // a button that is seen works
