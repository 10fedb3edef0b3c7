/** Whole interviews in a real browser: with script and without, on a phone and on a desk, in German, Ukrainian and Arabic. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from "@jest/globals";
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { launchBrowser } from "../support/browser.ts";
import { answer, answerAll, begin, type Device, factOf, follow, openDevice, type Person, rawKeys, resultCodes, sideways, toResult } from "../support/journey.ts";
import { outputFolder } from "../support/paths.ts";
import { startServer, type TestServer } from "../support/server.ts";
import { hairdresser, nobodyKnows, nurse, salonOwner, technician } from "./persons.ts";

let server: TestServer;
let browser: Browser;
const opened: BrowserContext[] = [];

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});
afterEach(async () => {
  for (const context of opened.splice(0)) await context.close();
});

async function open(device: Partial<Device> = {}) {
  const found = await openDevice(browser, server.url, { language: "de", width: 360, script: true, ...device });
  opened.push(found.context);
  return found;
}

const picture = (page: Page, name: string) => page.screenshot({ path: join(outputFolder, `${name}.png`), fullPage: true });

interface Journey {
  readonly who: string;
  readonly person: Person;
  readonly device: Device;
  /** One of these procedures; which one is right depends on the occupation chosen. */
  readonly procedure: readonly string[];
  readonly regulated: "yes" | "no";
  readonly outcome?: string;
  readonly measures?: readonly string[];
  readonly authority?: string;
}

const journeys: readonly Journey[] = [
  { who: "Ukrainian nurse", person: nurse, device: { language: "de", width: 360, script: true }, procedure: ["pflbg_third"], regulated: "yes", outcome: "compensation_needed", measures: ["adaptation_period", "knowledge_exam"], authority: "Bayerisches Landesamt für Pflege" },
  { who: "Ukrainian nurse", person: nurse, device: { language: "uk", width: 1280, script: false }, procedure: ["pflbg_third"], regulated: "yes", outcome: "compensation_needed", measures: ["adaptation_period", "knowledge_exam"], authority: "Bayerisches Landesamt für Pflege" },
  { who: "Macedonian electrical technician", person: technician, device: { language: "ar", width: 360, script: false }, procedure: ["bqfg_unregulated", "hwo_40a"], regulated: "no" },
  { who: "Macedonian electrical technician", person: technician, device: { language: "de", width: 1280, script: true }, procedure: ["bqfg_unregulated", "hwo_40a"], regulated: "no" },
  { who: "Bosnian hairdresser, employed", person: hairdresser, device: { language: "uk", width: 360, script: true }, procedure: ["hwo_40a"], regulated: "no" },
  { who: "Bosnian hairdresser with an own salon", person: salonOwner, device: { language: "ar", width: 1280, script: true }, procedure: ["hwo_50c"], regulated: "yes" },
];

describe.each(journeys)("$who, $device.language, $device.width px, script $device.script", ({ who, person, device, procedure, regulated, outcome, measures, authority }) => {
  test("comes from the first page to a result", async () => {
    const { page, faults } = await open(device);
    const asked = [];
    await begin(page);
    for (let fact = await factOf(page); fact !== undefined; fact = await factOf(page)) {
      asked.push(fact);
      expect([fact, await rawKeys(page), await sideways(page)]).toEqual([fact, [], 0]);
      await answer(page, person[fact]);
      expect(asked.length).toBeLessThan(60);
    }
    expect(new Set(asked).size).toBe(asked.length); // nothing is asked twice
    expect([await rawKeys(page), await sideways(page)]).toEqual([[], 0]);

    await toResult(page);
    await picture(page, `result-${who.replace(/\W+/g, "-").toLowerCase()}-${device.language}-${device.width}`);
    const codes = await resultCodes(page);
    expect(procedure).toContain(codes.procedure);
    expect(codes.regulated).toBe(regulated);
    if (outcome) expect(codes.outcome).toBe(outcome);
    if (measures) expect([...codes.measures].sort()).toEqual(measures);
    if (measures?.includes("knowledge_exam")) expect(codes.exams.length).toBeGreaterThan(0);
    if (authority) expect(await page.locator("article.result > .way .key-facts").innerText()).toContain(authority);

    // Whether the work needs recognition is said with its law, without unfolding anything.
    expect(await page.locator("article.result > section .reason .law").first().isVisible()).toBe(true);
    const html = page.locator("html");
    expect([await html.getAttribute("lang"), await html.getAttribute("dir")]).toEqual([device.language, device.language === "ar" ? "rtl" : "ltr"]);
    expect([await rawKeys(page), await sideways(page)]).toEqual([[], 0]);
    expect(faults).toEqual([]);
  });
});

describe("an interview under way", () => {
  test("goes back to the question before, which keeps its answer", async () => {
    const { page } = await open({ script: false });
    await begin(page);
    await answer(page, "own-occupation");
    await answer(page, "UA");
    await follow(page.locator(".back a"));
    expect(await factOf(page)).toBe("qualification.country");
    expect(await page.locator("select").inputValue()).toBe("UA");
    await follow(page.locator(".back a"));
    expect(await page.locator('input[value="own-occupation"]').isChecked()).toBe(true);
  });

  test.each([true, false])("an answer changed on the check page leads back there and changes the result (script %s)", async (script) => {
    const { page } = await open({ script });
    await begin(page);
    await answerAll(page, hairdresser);
    await follow(page.locator('[data-fact="goal.work-form"] a'));
    expect(await page.locator('input[value="employed"]').isChecked()).toBe(true);
    await answer(page, "self_employed");
    await answerAll(page, salonOwner); // only what is new
    expect(new URL(page.url()).pathname).toMatch(/\/answers$/);
    await toResult(page);
    expect((await resultCodes(page)).procedure).toBe("hwo_50c");
  });

  test("a person who knows nothing comes to a result with a next step", async () => {
    const { page } = await open();
    await begin(page);
    const asked = await answerAll(page, nobodyKnows);
    expect(asked.length).toBeGreaterThan(3);
    await toResult(page);
    expect((await resultCodes(page)).outcome).toBe("insufficient_information");
    expect(await page.locator(".next li").count()).toBeGreaterThan(0);
    expect(await rawKeys(page)).toEqual([]);
    expect(await page.locator("main").innerText()).not.toMatch(/\bunknown\b/);
  });

  test.each([true, false])("a refused answer is named at its field and stays there (script %s)", async (script) => {
    const { page } = await open({ script, language: "uk" });
    await begin(page);
    await answer(page, "own-occupation");
    await answer(page, "UA");
    const field = page.locator('input[type="text"]');
    await field.fill("20l4");
    const [response] = await Promise.all([page.waitForResponse((found) => found.request().method() === "POST"), follow(page.locator('button[name="done"]'))]);
    expect(response.status()).toBe(400);
    expect(await field.inputValue()).toBe("20l4");
    expect(await field.getAttribute("aria-invalid")).toBe("true");
    expect(await page.locator(`#${await field.getAttribute("aria-describedby").then((ids) => ids?.split(" ").at(-1))}`).innerText()).not.toBe("");
    expect(await page.locator(".error-summary a").getAttribute("href")).toBe(`#${await field.getAttribute("id")}`);
    expect(await rawKeys(page)).toEqual([]);
    if (script) expect(await page.locator(".error-summary").evaluate((summary) => summary === document.activeElement)).toBe(true);
    await picture(page, `refused-script-${script}`);
  });

  test("the language can be changed on the way without losing the place", async () => {
    const { page } = await open({ script: false });
    await begin(page);
    await answer(page, "own-occupation");
    const before = page.url();
    await follow(page.locator('.languages button[value="ar"]'));
    expect(page.url()).toBe(before);
    expect(await page.locator("html").getAttribute("dir")).toBe("rtl");
  });

  test("the code opens the same result in a clean browser, and nothing after deletion", async () => {
    const first = await open();
    const code = await begin(first.page);
    await answerAll(first.page, nurse);
    await toResult(first.page);
    const codes = await resultCodes(first.page);

    const { page } = await open({ script: false });
    await page.goto("/");
    await page.locator("#f-code").fill(code.toLowerCase());
    await follow(page.locator('button[name="resume"]'));
    await toResult(page);
    expect(await resultCodes(page)).toEqual(codes);

    await page.goto(`/i/${code}/delete`);
    await follow(page.locator("button.warning"));
    expect((await page.goto(`/i/${code}/result`))?.status()).toBe(404);
    await page.goto("/");
    await page.locator("#f-code").fill(code);
    await follow(page.locator('button[name="resume"]'));
    expect(await page.locator("#f-code-error").count()).toBe(1);
    expect(await page.locator("#f-code").inputValue()).toBe(code);
  });
});

describe("with script", () => {
  test("similar titles are offered while typing and can be taken by keyboard; any other word stays allowed", async () => {
    const { page, faults } = await open({ width: 1280 });
    await begin(page);
    for (const fact of ["goal.purpose", "qualification.country", "qualification.completed-year"]) await answer(page, nurse[fact]);
    const field = page.locator("input[data-suggest]");
    await field.pressSequentially("krankensch");
    const offered = page.locator('[role="listbox"] [role="option"]');
    await offered.first().waitFor();
    const word = await offered.first().innerText();
    await picture(page, "suggestions");
    await field.press("ArrowDown");
    expect(await field.getAttribute("aria-activedescendant")).toBe(await offered.first().getAttribute("id"));
    await field.press("Enter");
    expect(await field.inputValue()).toBe(word);
    expect(await offered.count()).toBe(0);
    expect(await factOf(page)).toBe("qualification.title"); // taking a word sends nothing
    await field.fill("сестра медична");
    await Promise.all([page.waitForEvent("domcontentloaded"), field.press("Enter")]);
    expect(await factOf(page)).toBe("qualification.level");
    expect(faults).toEqual([]);
  });

  test("two taps send one answer", async () => {
    const { page } = await open();
    await begin(page);
    let posts = 0;
    page.on("request", (request) => (posts += request.method() === "POST" ? 1 : 0));
    await page.locator('input[value="own-occupation"]').check();
    await page.locator('button[name="done"]').dblclick();
    await page.waitForURL(/qualification\.country/);
    expect(posts).toBe(1);
  });
});

test("on paper every part is open and nothing that only a screen can use is left", async () => {
  const { page } = await open({ width: 1280 });
  await begin(page);
  await answerAll(page, nurse);
  await toResult(page);
  await page.emulateMedia({ media: "print" });
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  for (const gone of [".site-header", ".buttons", ".site-footer nav"]) expect(await page.locator(gone).first().isVisible()).toBe(false);
  expect(await page.locator("details:not([open])").count()).toBe(0);
  expect(await page.locator(".reason .law").first().isVisible()).toBe(true);
  await picture(page, "print");
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  expect(await page.locator("details[open]").count()).toBeLessThan(await page.locator("details").count());
});
