// Finding and making elements.

/**
 * The first element that matches a selector. Throws when there is none: markup and script belong together.
 * @template {Element} [E=HTMLElement]
 * @param {ParentNode} root
 * @param {string} selector
 * @param {new () => E} [type]
 * @returns {E}
 */
export function query(root, selector, type = /** @type {any} */ (HTMLElement)) {
  const element = root.querySelector(selector);
  if (!(element instanceof type)) throw new Error(`no ${type.name} matches ${selector}`);
  return element;
}

/**
 * All elements of one type that match a selector.
 * @template {Element} [E=HTMLElement]
 * @param {ParentNode} root
 * @param {string} selector
 * @param {new () => E} [type]
 * @returns {E[]}
 */
export function queryAll(root, selector, type = /** @type {any} */ (HTMLElement)) {
  const elements = [...root.querySelectorAll(selector)].filter((element) => element instanceof type);
  return /** @type {E[]} */ (elements);
}

/**
 * A button that does something on this page. It never submits a form.
 * @param {string} text
 * @param {(event: MouseEvent) => void} onClick
 * @param {string} [className]
 */
export function button(text, onClick, className = "md-button") {
  const element = Object.assign(document.createElement("button"), { type: "button", className, textContent: text });
  element.addEventListener("click", onClick);
  return element;
}

/**
 * A paragraph in which a screen reader announces each change.
 * @param {string} className
 */
export function statusLine(className) {
  const element = Object.assign(document.createElement("p"), { className });
  element.setAttribute("role", "status");
  return element;
}
