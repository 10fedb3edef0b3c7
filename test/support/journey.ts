import type { Browser, BrowserContext, Locator, Page } from "playwright-core";

/** What a person says to a question: codes as options have them, words as they are typed; the first candidate offered. */
export type Said = string | readonly string[] | { readonly first: true };

/** What a person says, by fact id; everything else is answered by "I do not know". */
export type Person = Readonly<Record<string, Said>>;

/** How a person looks at the pages. */
export interface Device {
  readonly language: "de" | "en" | "uk" | "ar";
  readonly width: 360 | 1280;
  readonly script: boolean;
  readonly dark?: boolean;
}

/** A clean browser context of that device; its console faults and policy violations are kept in `faults`. */
export async function openDevice(browser: Browser, url: string, { language, width, script, dark = false }: Device): Promise<{ context: BrowserContext; page: Page; faults: string[] }> {
  const context = await browser.newContext({ baseURL: url, locale: language, javaScriptEnabled: script, viewport: { width, height: width === 360 ? 740 : 900 }, colorScheme: dark ? "dark" : "light", reducedMotion: "reduce" });
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(String(error)));
  // An answer of 400 is logged as a failed resource, which is no fault here.
  page.on("console", (message) => void (message.type() === "error" && !message.text().startsWith("Failed to load resource") && faults.push(message.text())));
  return { context, page, faults };
}

/** Clicks what leads to another page, and waits until that page is read. */
export async function follow(link: Locator): Promise<void> {
  await Promise.all([link.page().waitForEvent("domcontentloaded"), link.click()]);
}

/** Starts an interview at the first page. @returns its resume code, with the first question open */
export async function begin(page: Page): Promise<string> {
  await page.goto("/");
  await follow(page.locator('button[name="start"]'));
  const code = (await page.locator(".resume-code").innerText()).trim();
  await follow(page.locator("main a.primary"));
  return code;
}

/** Fact of the question that is open; undefined on any other page. */
export async function factOf(page: Page): Promise<string | undefined> {
  const heading = page.locator("h1[data-fact]");
  return (await heading.count()) > 0 ? ((await heading.getAttribute("data-fact")) ?? undefined) : undefined;
}

/** Gives one answer in whatever control the question has. @throws Error naming the fact when the page does not offer it */
export async function answer(page: Page, said: Said | undefined): Promise<void> {
  const fact = await factOf(page);
  if (said === undefined) return follow(page.locator('button[name="unknown"]'));
  const form = page.locator('main form:has(input[name="once"])');
  const done = form.locator('button[name="done"]');
  if (said === "none" && (await form.locator('button[name="none"]').count()) > 0) return follow(form.locator('button[name="none"]'));
  if ((await form.locator('input[type="radio"], input[type="checkbox"]').count()) > 0) {
    const wanted = typeof said === "object" && "first" in said ? [(await form.locator("input[type=radio]").first().getAttribute("value")) ?? ""] : [said].flat();
    for (const value of wanted) {
      const choice = form.locator(`input[value="${value}"]`);
      if ((await choice.count()) === 0) throw new Error(`${fact} does not offer ${value}`);
      await choice.first().check();
    }
  } else if ((await form.locator("select").count()) > 0) await form.locator("select").first().selectOption(String(said));
  else await form.locator('input[type="text"]').first().fill(String(said));
  return follow(done);
}

/**
 * Answers one question after the other until the answers can be checked.
 * @returns the facts that were asked, in order
 * @throws Error when an answer is refused, or when there is no end after 60 questions
 */
export async function answerAll(page: Page, person: Person): Promise<string[]> {
  const asked: string[] = [];
  for (let fact = await factOf(page); fact !== undefined; fact = await factOf(page)) {
    const before = page.url();
    asked.push(fact);
    await answer(page, person[fact]);
    if (page.url() === before) throw new Error(`${fact} was not accepted: ${await page.locator("main").innerText()}`);
    if (asked.length > 60) throw new Error(`no end after ${asked.join(", ")}`);
  }
  return asked;
}

/** From the checked answers to the result. @throws Error with the words of the page when it is not the check page */
export async function toResult(page: Page): Promise<void> {
  if (!new URL(page.url()).pathname.endsWith("/answers")) throw new Error(`no answers to check on ${page.url()}: ${await page.locator("main").innerText()}`);
  await follow(page.locator("main .buttons a.primary"));
}

/** What the result says in codes: of the first way, and of everything below it that is not another way. */
export interface ResultCodes {
  readonly procedure: string | null;
  readonly outcome: string | null;
  readonly regulated: string | null;
  readonly measures: readonly (string | null)[];
  readonly exams: readonly (string | null)[];
}

/** Reads the codes of the first way. */
export async function resultCodes(page: Page): Promise<ResultCodes> {
  const way = page.locator("article.result > .way");
  const codes = (attribute: string) => page.locator(`article.result [${attribute}]:not(.other-way *)`).evaluateAll((elements, name) => elements.map((element) => element.getAttribute(name)), attribute);
  return {
    procedure: await way.getAttribute("data-procedure"),
    outcome: await way.getAttribute("data-outcome"),
    regulated: await way.getAttribute("data-regulated"),
    measures: await codes("data-measure"),
    exams: await codes("data-exam"),
  };
}

/**
 * Keys and placeholders that no person should ever read: `R81.finding`, `{name}`, and the bare last part of a key, which
 * the pages show, marked as English, where the rules lack a sentence.
 * @returns what was found, with the words around it
 */
export const rawKeys = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const raw = /\bR\d{1,3}\.[\w-]+|\{\w+[^}]*\}|\bundefined\b|\bNaN\b|\[object|\b[a-z]+_[a-z]+\b/;
    const found: string[] = raw.test(document.title) ? [document.title] : [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const words = node.textContent ?? "";
      const bare = node.parentElement?.matches('span[lang="en"]:not(.target *, .name *, .detail *)') && /^[a-z][a-z0-9-]*$/.test(words);
      if (bare || raw.test(words)) found.push(words);
    }
    return [...new Set(found)];
  });

/** Width by which the page can be pushed sideways, px; 0 when everything fits. */
export const sideways = (page: Page): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
