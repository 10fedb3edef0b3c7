/** No finding of axe on any public page, in any language, light and dark. */
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, Page } from "playwright-core";
import { launchBrowser } from "../support/browser.ts";
import { answer, begin, factOf, openDevice, toResult } from "../support/journey.ts";
import { startServer, type TestServer } from "../support/server.ts";
import { technician } from "./persons.ts";

let server: TestServer;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

/** Findings of the page (no frames, so the quicker legacy mode is as good) as "rule: element", empty when there is none. */
async function findings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${target.join(" ")} ${failureSummary}`));
}

const devices = [
  { language: "de", width: 360, dark: false },
  { language: "en", width: 1280, dark: true },
  { language: "uk", width: 1280, dark: false },
  { language: "ar", width: 360, dark: true },
] as const;

describe.each(devices)("in $language at $width px, dark $dark", (device) => {
  test("no finding on any public page", async () => {
    const { context, page } = await openDevice(browser, server.url, { ...device, script: true });
    const seen: Record<string, string[]> = {};
    const look = async (name: string) => void (seen[name] = await findings(page));
    for (const path of ["/", "/about", "/occupations?title=elektriker", "/occupations/pflegefachperson", "/countries/ua", "/no-such-page"]) {
      await page.goto(path);
      await look(path);
    }
    const types = new Set<string>();
    const code = await begin(page);
    for (let fact = await factOf(page); fact !== undefined; fact = await factOf(page)) {
      // Every control once: what differs between two pages of one kind is words.
      const kind = await page.locator("main form").evaluate((form) => [...new Set([...form.querySelectorAll("input:not([type=hidden]), select, .areas, .rows")].map((control) => control.className || control.getAttribute("type") || control.tagName))].join());
      if (!types.has(kind)) {
        types.add(kind);
        await look(fact);
      }
      if (fact === "qualification.completed-year") {
        await answer(page, "19");
        await look("refused answer");
      }
      await answer(page, technician[fact]);
    }
    await look("answers");
    await toResult(page);
    await page.locator("details").evaluateAll((all) => all.forEach((details) => details.setAttribute("open", "")));
    await look("result");
    for (const rest of ["code", "delete"]) {
      await page.goto(`/i/${code}/${rest}`);
      await look(rest);
    }
    expect(Object.entries(seen).filter(([, found]) => found.length > 0)).toEqual([]);
    expect(types.size).toBeGreaterThan(5);
    await context.close();
  });
});
