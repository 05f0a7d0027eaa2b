// Files on the reader's own device: saving one, and opening one that was saved here.

import { query } from "./dom.js";

const MAX_BYTES = 1_000_000; // of a file that is opened; ours have a few thousand

/**
 * The name of a saved file: what it is, and when it was made (UTC).
 * @param {string} name
 * @param {string} extension
 */
export const stampedName = (name, extension, made = new Date()) =>
  `${name}-${made.toISOString().slice(0, 16).replace(/[:T]/g, "-")}.${extension}`;

/**
 * Saves a file on the reader's device.
 * @param {Blob} content
 * @param {string} filename
 */
export function download(content, filename) {
  const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(content), download: filename });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

/** The day and time as people here write them. */
export const now = () => new Date().toLocaleString("en-GB", { dateStyle: "long", timeStyle: "short" });

/**
 * A closed part of a page in which the reader chooses a saved file.
 * @param {object} options
 * @param {string} options.summary
 * @param {string} options.label
 * @param {string} options.tooLarge the message for a file that is too large
 * @param {(text: string, message: HTMLElement) => void} options.open gets the file's text, and an element for a message
 */
export function fileOpener({ summary, label, tooLarge, open }) {
  const opener = Object.assign(document.createElement("details"), { className: "tool__open" });
  opener.innerHTML =
    `<summary>${summary}</summary>` +
    `<label>${label} <input type="file" accept=".json,application/json"></label><p role="status"></p>`;
  const input = query(opener, "input", HTMLInputElement);
  const message = query(opener, "[role=status]");
  input.addEventListener("change", async () => {
    const file = input.files?.[0];
    if (!file) return;
    input.value = ""; // so that the same file can be chosen again
    if (file.size > MAX_BYTES) message.textContent = tooLarge;
    else open(await file.text(), message);
  });
  return opener;
}
