import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { launchBrowser } from "../support/browser.ts";
import { outputFolder } from "../support/paths.ts";

const samples = {
  German: { lang: "de", text: "Prüfung der Gleichwertigkeit: Maß, Größe, Übung" },
  Ukrainian: { lang: "uk", text: "Визнання професійної кваліфікації, їжак, ґанок" },
  Arabic: { lang: "ar", text: "الاعتراف بالمؤهلات المهنية ٢٠٢٦" },
  Persian: { lang: "fa", text: "به رسمیت شناختن مدرک، پچگژ ۱۲۳" },
  Georgian: { lang: "ka", text: "კვალიფიკაციის აღიარება" },
  Armenian: { lang: "hy", text: "Որակավորման ճանաչում" },
};

const paragraphs = Object.values(samples).map(({ lang, text }) => `<p lang="${lang}" dir="auto">${text} <b>${text}</b></p>`);
const document = `<!doctype html><meta charset="utf-8"><title>scripts</title><style>body { font: 24px sans-serif }</style>${paragraphs.join("")}`;

/** Draws signs one by one on a canvas; two equal pictures are equal strings. Runs in the browser. */
function pictures(signs: string[]): string[] {
  const canvas = globalThis.document.createElement("canvas");
  canvas.width = canvas.height = 96;
  const pen = canvas.getContext("2d")!;
  pen.font = "48px sans-serif";
  return signs.map((sign) => {
    pen.clearRect(0, 0, 96, 96);
    pen.fillText(sign, 16, 64);
    return canvas.toDataURL();
  });
}

describe("the test browser", () => {
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    browser = await launchBrowser();
    page = await (await browser.newContext({ viewport: { width: 900, height: 480 } })).newPage();
    await page.goto(`data:text/html;charset=utf-8,${encodeURIComponent(document)}`);
  });

  afterAll(() => browser?.close());

  test("leaves a picture of all scripts", async () => {
    const picture = await page.screenshot({ path: join(outputFolder, "scripts.png") });
    expect(picture.length).toBeGreaterThan(10_000);
  });

  test("draws a box for a sign that no font has, unlike an empty place", async () => {
    const [missing, otherMissing, space] = await page.evaluate(pictures, ["\u{378}", "\u{379}", " "]);
    expect(missing).toBe(otherMissing);
    expect(missing).not.toBe(space);
  });

  test.each(Object.entries(samples))("has every letter of the %s sample", async (_language, { text }) => {
    const letters = [...new Set(text.replace(/\s/g, ""))];
    const [missing, space, ...drawn] = await page.evaluate(pictures, ["\u{378}", " ", ...letters]);
    const absent = letters.filter((_letter, index) => drawn[index] === missing || drawn[index] === space);
    expect(absent).toEqual([]);
  });
});
