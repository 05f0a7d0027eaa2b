// Room mode: shows scenario cards to a group part by part and counts hands. The cards are in the page already;
// nothing is fetched, sent or stored.

import { query, queryAll } from "../shared/dom.js";

/** A show of hands: a count for each level. @typedef {Record<string, number>} Vote */

const page = query(document, '[data-module="room/room"]');
const setup = query(page, "[data-setup]", HTMLFormElement);
const room = query(page, "[data-room]", HTMLDialogElement);
const stage = query(room, ".room__stage");
const title = query(room, "#room-title");
const place = query(room, ".room__place");
const announcement = query(room, ".room__say");
const hands = queryAll(room, ".hand");
/** @param {string} name */
const control = (name) => query(page, `[data-do=${name}]`, HTMLButtonElement);
// The text size: a short story is shown larger, a long answer smaller.
const LARGEST = 1.2;
const SMALLEST = 0.6;
const SIZE_STEP = 0.04;
const MAX_HANDS = 999;
/** The button that leads on, by the part that comes next. @type {Record<string, string>} */
const NEXT = { answer: "Show the answer", talk: "Talk about it", twist: "What changes next" };

/** The cards to show, in order. @type {HTMLTemplateElement[]} */
let deck = [];
/** Index of the card that is shown; after the last comes the end. */
let card = 0;
/** The card's parts without the trainer's note. @type {HTMLElement[]} */
let parts = [];
/** Index of the part that is shown. */
let part = 0;
/** The trainer's note. @type {HTMLElement | undefined} */
let note;
/** The votes on this card, forgotten with it. @type {Vote[]} */
let votes = [];

const atEnd = () => card === deck.length;

// -- Choosing cards

/** The cards for the audience and the topic that were chosen. */
function matchingCards() {
  const { audience, topic } = Object.fromEntries(new FormData(setup));
  const [kind, ...words] = String(topic).split(" ");
  const name = words.join(" ");
  return queryAll(page, "template[data-card]", HTMLTemplateElement).filter(({ dataset }) => {
    const forAudience = !audience || (dataset.for ?? "").split(" ").includes(String(audience));
    const onTopic = kind === "pack" ? dataset.pack === name : (dataset.routes ?? "").split("|").includes(name);
    return forAudience && (!topic || onTopic);
  });
}

function showCount() {
  const { length } = matchingCards();
  const none = "No card is written for both. Choose another topic, or anyone.";
  query(setup, "[data-found]").textContent = length ? `${length} card${length === 1 ? "" : "s"}.` : none;
  control("start").disabled = !length;
}

/**
 * Puts a list in random order (Fisher and Yates).
 * @template T
 * @param {T[]} list
 */
function shuffle(list) {
  for (let last = list.length - 1; last > 0; last -= 1) {
    const other = Math.floor(Math.random() * (last + 1));
    [list[last], list[other]] = [list[other], list[last]];
  }
  return list;
}

function start() {
  deck = new FormData(setup).get("order") === "shuffle" ? shuffle(matchingCards()) : matchingCards();
  openCard(0);
  room.showModal();
  show();
}

// -- Showing a card

/**
 * Opens a card at one of its parts; a negative index counts from the end.
 * @param {number} index
 * @param {number} [partIndex]
 */
function openCard(index, partIndex = 0) {
  card = index;
  votes = [];
  note = undefined;
  if (atEnd()) parts = [endPart()];
  else {
    const copy = /** @type {DocumentFragment} */ (deck[card].content.cloneNode(true));
    // A linked paragraph opens in a new tab, so that the room does not lose its place.
    for (const link of copy.querySelectorAll("a")) Object.assign(link, { target: "_blank", rel: "noopener" });
    parts = /** @type {HTMLElement[]} */ ([...copy.children]);
    note = parts.pop();
  }
  part = partIndex < 0 ? parts.length + partIndex : partIndex;
}

function endPart() {
  const end = document.createElement("section");
  end.innerHTML = `<p>That was the last card.</p><p>What will you do differently tomorrow?</p>`;
  end.dataset.part = "end";
  return end;
}

const kind = () => parts[part].dataset.part ?? "";
const isVote = (/** @type {string | undefined} */ name) => name === "story" || name === "twist";
/** The number of the vote that is on, or was last. */
const voteIndex = () => parts.slice(0, part + 1).filter(({ dataset }) => isVote(dataset.part)).length - 1;
const levelOf = (/** @type {HTMLElement} */ hand) => hand.dataset.level ?? "";

/** The counts of a vote. */
function vote(index = voteIndex()) {
  votes[index] ??= Object.fromEntries(hands.map((hand) => [levelOf(hand), 0]));
  return votes[index];
}

const total = (index = voteIndex()) => Object.values(vote(index)).reduce((sum, count) => sum + count, 0);

function show() {
  stage.replaceChildren(parts[part]);
  room.dataset.shows = kind();
  title.textContent = atEnd() ? "The end" : (deck[card].dataset.title ?? "");
  place.textContent = atEnd() ? "" : `Card ${card + 1} of ${deck.length}`;
  control("back").disabled = card === 0 && part === 0;
  control("on").textContent = nextText();
  control("note").hidden = atEnd();
  showNote(false);
  showHands();
  announcement.textContent = announcementText();
  fit();
}

function nextText() {
  if (atEnd()) return "Leave room mode";
  const next = NEXT[parts[part + 1]?.dataset.part ?? ""];
  return next ?? (card + 1 < deck.length ? "Next card" : "Finish");
}

function announcementText() {
  const level = stage.querySelector(".result__level");
  if (level)
    return `The rules say: ${level.textContent.trim()}. ${query(stage, ".result__contact", Element).textContent}`;
  if (kind() === "story") return "Vote by show of hands.";
  return kind() === "twist" ? "Vote again." : "";
}

/** Shows the counts, those of the vote before, and the level of the answer. */
function showHands() {
  if (atEnd()) return;
  const index = voteIndex();
  const counts = vote();
  const largest = Math.max(1, ...Object.values(counts));
  const answer = kind() === "answer" ? (parts[part].dataset.level ?? "") : "";
  for (const hand of hands) {
    const level = levelOf(hand);
    const count = counts[level];
    const input = query(hand, "input", HTMLInputElement);
    if (input !== document.activeElement || Number(input.value) !== count) input.value = String(count);
    input.readOnly = Boolean(answer);
    query(hand, ".hand__bar").style.setProperty("--part", String(count / largest));
    const before = index > 0 && total(index - 1) ? `before: ${vote(index - 1)[level]}` : "";
    query(hand, ".hand__before").textContent = before;
    hand.toggleAttribute("data-answer", level === answer);
    for (const button of hand.querySelectorAll("button")) button.disabled = Boolean(answer);
  }
}

/** @param {boolean} visible */
function showNote(visible) {
  control("note").setAttribute("aria-pressed", String(visible));
  stage.replaceChildren(visible && note ? note : parts[part]);
  room.toggleAttribute("data-note", visible);
  fit();
}

/** Makes the text of a part as large as fits without scrolling; on a phone it scrolls instead. */
function fit() {
  let size = LARGEST;
  do {
    stage.style.setProperty("--fit", String(size));
    size -= SIZE_STEP;
  } while (size >= SMALLEST && stage.scrollHeight > stage.clientHeight);
}

// -- Turning and counting

function next() {
  if (atEnd()) {
    room.close();
    return;
  }
  if (part + 1 < parts.length) part += 1;
  else openCard(card + 1);
  show();
}

function back() {
  if (part > 0) part -= 1;
  else if (card > 0) openCard(card - 1, -1);
  else return;
  show();
}

/**
 * Changes a count, while a vote is on.
 * @param {HTMLElement} hand
 * @param {number} change
 */
function count(hand, change) {
  if (!isVote(kind())) return;
  const counts = vote();
  const level = levelOf(hand);
  counts[level] = Math.min(MAX_HANDS, Math.max(0, counts[level] + change));
  showHands();
  const all = total();
  const inAll = `${all} hand${all === 1 ? "" : "s"} in all.`;
  announcement.textContent = `${hand.getAttribute("aria-label")}: ${counts[level]}. ${inAll}`;
}

function clear() {
  if (!isVote(kind())) return;
  delete votes[voteIndex()];
  showHands();
  announcement.textContent = "All counts are nought.";
}

function toggleFullscreen() {
  if (document.fullscreenElement) document.exitFullscreen();
  else room.requestFullscreen?.().catch(() => {});
}

function resume() {
  room.showModal();
  show();
}

const toggleNote = () => showNote(!room.hasAttribute("data-note"));
/** @type {Record<string, () => void>} */
const ACTIONS = {
  start,
  resume,
  on: next,
  back,
  screen: toggleFullscreen,
  leave: () => room.close(),
  note: toggleNote,
};
/** @type {Record<string, () => void>} */
const KEYS = {
  PageDown: next,
  ArrowRight: next,
  " ": next,
  PageUp: back,
  ArrowLeft: back,
  t: toggleNote,
  f: toggleFullscreen,
};

page.addEventListener("click", ({ target }) => {
  const button = target instanceof Element && target.closest("[data-do], [data-more], [data-less]");
  if (!(button instanceof HTMLElement)) return;
  if (button.dataset.do) ACTIONS[button.dataset.do]();
  else {
    const hand = button.closest(".hand");
    if (hand instanceof HTMLElement) count(hand, button.hasAttribute("data-more") ? 1 : -1);
  }
});

/**
 * Whether a key belongs to the control that has the focus.
 * @param {KeyboardEvent} event
 * @param {Element} target
 */
function isForControl(event, target) {
  if (target.matches("input")) return !event.key.startsWith("Page");
  return event.key === " " && target.closest("button, a") !== null;
}

room.addEventListener("keydown", (event) => {
  if (event.altKey || event.ctrlKey || event.metaKey || !(event.target instanceof Element)) return;
  const [, digit] = /^(?:Digit|Numpad)([0-5])$/.exec(event.code) ?? [];
  const action = KEYS[event.key.length === 1 ? event.key.toLowerCase() : event.key];
  if (digit && !event.target.matches("input")) {
    event.preventDefault();
    if (digit === "0") clear();
    else count(hands[Number(digit) - 1], event.shiftKey ? -1 : 1);
  } else if (action && !isForControl(event, event.target) && !(action === toggleNote && control("note").hidden)) {
    event.preventDefault();
    action();
  }
});

for (const hand of hands) {
  const input = query(hand, "input", HTMLInputElement);
  input.addEventListener("input", () => count(hand, (Math.trunc(Number(input.value)) || 0) - vote()[levelOf(hand)]));
}
room.addEventListener("close", () => {
  if (document.fullscreenElement) document.exitFullscreen();
  control("resume").hidden = atEnd();
});
addEventListener("resize", () => {
  if (room.open) fit();
});
setup.addEventListener("change", showCount);
setup.addEventListener("submit", (event) => event.preventDefault());
showCount();
control("start").hidden = false; // only now, so that a visible button always works
