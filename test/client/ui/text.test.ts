/** How parameters and plural forms get into sentences. */
import { describe, expect, test } from "@jest/globals";
import { fill, textIn } from "../../../client/src/ui/text.tsx";
import { findRuleText, ruleText } from "../../../client/src/ui/rule-text.ts";
import type { RulesetInForce } from "@gleichwert/shared/ruleset";

describe("fill", () => {
  test("puts parameters in, each as often as it is named", () => {
    expect(fill("en", "{a} and {b}, {a} again", { a: "one", b: 2 })).toBe("one and 2, one again");
  });

  test("leaves a parameter visible that nobody gave", () => {
    expect(fill("en", "until {date}", {})).toBe("until {date}");
  });

  test.each<[Parameters<typeof fill>[0], number, string]>([
    ["de", 0, "0 Monate"], ["de", 1, "1 Monat"], ["de", 2, "2 Monate"],
    ["en", 0, "0 months"], ["en", 1, "1 month"], ["en", 21, "21 months"],
    ["uk", 1, "1 місяць"], ["uk", 2, "2 місяці"], ["uk", 5, "5 місяців"], ["uk", 11, "11 місяців"], ["uk", 21, "21 місяць"], ["uk", 24, "24 місяці"], ["uk", 36, "36 місяців"],
    ["ar", 1, "شهر واحد"], ["ar", 2, "شهران"], ["ar", 3, "3 أشهر"], ["ar", 11, "11 شهرًا"], ["ar", 36, "36 شهرًا"], ["ar", 100, "100 شهر"],
  ])("%s says %d months", (locale, count, expected) => {
    expect(textIn(locale, "amount.months", { count })).toBe(expected);
  });

  test.each<[Parameters<typeof fill>[0], string]>([["de", "2,5 Jahre"], ["en", "2.5 years"], ["uk", "2,5 року"], ["ar", "2.5 سنة"]])("half years in %s have the point and the form of the language", (locale, expected) => {
    expect(textIn(locale, "amount.years", { count: 2.5 })).toBe(expected);
  });

  test("a number told as a word counts as a number", () => {
    expect(fill("en", "{count, one: # day | other: # days}", { count: "1" })).toBe("1 day");
  });

  test("a form that is not there falls back to other", () => {
    expect(fill("ar", "{count, other: # x}", { count: 2 })).toBe("2 x");
  });

  test("parameters and plurals stand together, and a colon belongs to the form", () => {
    expect(fill("en", "{name}: {count, one: only: # | other: # of them}.", { name: "Papers", count: 1 })).toBe("Papers: only: 1.");
  });
});

describe("words of the rules", () => {
  const rules = { texts: { en: { facts: { a: { b: "{count, one: # year | other: # years}" } } }, uk: { facts: { a: { c: "{count, one: # рік | few: # роки | many: # років | other: # року}" } } } } } as unknown as RulesetInForce;

  test("come in the language of the page", () => {
    expect(findRuleText(rules, "uk", "facts", "a.c", { count: 3 })).toEqual({ text: "3 роки" });
  });

  test("come in English, marked as English, where the language has none", () => {
    expect(findRuleText(rules, "uk", "facts", "a.b", { count: 1 })).toEqual({ text: "1 year", lang: "en" });
  });

  test("that nobody wrote are not there, and a page still shows something", () => {
    expect(findRuleText(rules, "uk", "facts", "a.d")).toBeUndefined();
    expect(findRuleText(rules, "uk", "facts", "a")).toBeUndefined();
    expect(findRuleText(rules, "uk", "facts", "constructor")).toBeUndefined();
    expect(ruleText(rules, "uk", "facts", "a.d")).toEqual({ text: "d", lang: "en" });
  });
});
