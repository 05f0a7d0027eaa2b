// Drives Firefox for firefox.py, over WebDriver BiDi. Each line of standard input is a command with its arguments, as
// JSON; each line of standard output is its answer. When the input ends, Firefox is closed.

import { createInterface } from "node:readline";
import puppeteer from "puppeteer-core";

const { firefox, downloads, find, timeout, width, height } = JSON.parse(process.argv[2]);
const browser = await puppeteer.launch({
  browser: "firefox",
  executablePath: firefox,
  headless: true,
  defaultViewport: { width, height },
});
let context, page, seen;

/** The first visible element that matches a CSS selector and contains a text; its actions wait for it. */
function locate(selector, text) {
  return page.locator(new Function(`return (${find})(...${JSON.stringify([selector, text])})`)).setTimeout(timeout);
}

const commands = {
  async fresh() {
    await context?.close();
    context = await browser.createBrowserContext({ downloadBehavior: { policy: "allow", downloadPath: downloads } });
    seen = { console: [], requests: [] };
    page = await context.newPage();
    page.setDefaultTimeout(timeout);
    page.on("console", (message) => {
      if (["error", "warn"].includes(message.type())) seen.console.push(message.text());
    });
    page.on("pageerror", (error) => seen.console.push(String(error)));
    page.on("response", (response) => {
      if (response.status() >= 400) seen.console.push(`${response.status()} ${response.url()}`);
    });
    page.on("request", (request) => seen.requests.push(request.url()));
    page.on("dialog", (dialog) => dialog.accept());
  },
  open: async (url) => {
    await page.goto(url);
  },
  click: (selector, text) => locate(selector, text).click(),
  fill: (selector, value) => locate(selector, "").fill(value),
  waitFor: (selector, text) =>
    locate(selector, text)
      .map((element) => element.innerText)
      .setTimeout(timeout)
      .wait(),
  evaluate: (expression) => page.evaluate(expression),
  screenshot: async (path) => {
    await page.screenshot({ path });
  },
  seen: () => seen,
};

for await (const line of createInterface({ input: process.stdin })) {
  const [command, ...args] = JSON.parse(line);
  let answer;
  try {
    answer = { value: await commands[command](...args) };
  } catch (error) {
    answer = { error: String(error) };
  }
  console.log(JSON.stringify(answer));
}
await browser.close();
