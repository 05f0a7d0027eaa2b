// Visits the USB edition in Firefox, over WebDriver BiDi, and prints the results as JSON. The pages are read from
// standard input.

import puppeteer from "puppeteer-core";

const input = JSON.parse(
  await new Promise((done) => {
    let text = "";
    process.stdin
      .on("data", (part) => {
        text += part;
      })
      .on("end", () => done(text));
  }),
);
const unreachableProxy = Object.fromEntries(
  ["http", "ssl"].flatMap((kind) => [
    [`network.proxy.${kind}`, "127.0.0.1"],
    [`network.proxy.${kind}_port`, 9],
  ]),
);
const browser = await puppeteer.launch({
  browser: "firefox",
  executablePath: input.firefox,
  headless: true,
  extraPrefsFirefox: { "network.proxy.type": 1, ...unreachableProxy },
});
const page = await browser.newPage();
const complaints = [];
page.on("console", (message) => {
  if (["error", "warn"].includes(message.type())) complaints.push(message.text());
});
page.on("pageerror", (error) => complaints.push(String(error)));
page.on("dialog", (dialog) => dialog.accept()); // leaving a form with answers asks for confirmation

let visited = 0;
for (const url of input.pages) {
  await page.goto(url);
  if (await page.$("h1")) visited += 1;
}

await page.goto(`${input.root}decide/index.html`);
await page.click("input[name=danger][value=no]");
await page.waitForSelector("[data-tool][data-start]", { timeout: 60000 });
await page.evaluate(() => {
  const box = document.querySelector("input[value=weapon-found]");
  box.closest("details").open = true;
  box.click();
});
await page.waitForSelector('.tool__result[data-answered-by="python"] .result--amber', { timeout: 20000 });
const result = await page.$eval(".tool__result", (part) => part.textContent);

await page.click("[data-search]");
await page.type("#search-words", "appropriate adult");
await page.waitForSelector(".search__found a", { timeout: 20000 });
const found = await page.$eval(".search__found a", (link) => link.href);

await page.goto(`${input.root}forms/dates/index.html`);
await page.waitForSelector("#dates-status-order", { visible: true });
await page.$eval("#dates-detained", (field) => {
  field.value = "2026-11-24";
});
await page.click("#dates-status-order");
await page.locator("::-p-text(Work out the dates)").click();
await page.waitForSelector(".record__done:not([hidden]) tbody tr", { timeout: 60000 });
const dates = await page.$eval(".record__done", (part) => part.textContent);

await page.goto(`${input.root}evidence/your-local-picture/index.html`);
await page.locator("::-p-text(Try it with invented figures)").click();
await page.waitForSelector(".picture[data-answered=picture] svg", { timeout: 60000 });

await page.setViewport({ width: 1280, height: 720 });
await page.goto(`${input.root}training/recruits/index.html`);
await page.locator("::-p-text(Open the slides)").click();
await page.waitForSelector("[data-started]", { timeout: 20000 });

await page.goto(`${input.root}training/scenarios/room/index.html`);
await page.locator("[data-do=start]").click();
await page.waitForSelector("dialog.room[open]");

await browser.close();
console.log(JSON.stringify({ visited, complaints, result, found, dates }));
