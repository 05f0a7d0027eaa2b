// What every form that talks to Python does.

/**
 * Starts Python when the reader shows that they mean to use the form, and keeps the form from ever being sent.
 * @param {HTMLFormElement} form
 * @param {{ start: () => void }} python
 * @param {string[]} [events]
 */
export function startOnIntent(form, python, events = ["focusin", "pointerenter"]) {
  for (const name of events) form.addEventListener(name, () => python.start(), { once: true });
  form.addEventListener("submit", (event) => event.preventDefault());
}

/**
 * Asks before the page is left with something that has not been saved. Leaving quickly empties the page first, so it
 * does not wait for that question.
 * @param {HTMLFormElement} form
 * @param {() => boolean} hasUnsavedChanges
 */
export function warnBeforeLeaving(form, hasUnsavedChanges) {
  addEventListener("beforeunload", (event) => {
    if (hasUnsavedChanges() && document.body.contains(form)) event.preventDefault();
  });
}
