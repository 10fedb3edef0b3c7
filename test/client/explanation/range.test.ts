/** What can come out of a way: each end once, in words that leave "likely" to the label beside them. */
import { describe, expect, test } from "@jest/globals";
import { locales, type Outcome } from "@gleichwert/rules";
import type { Path } from "@gleichwert/shared/assessment";
import { presentPath } from "../../../client/src/explanation/present-result.ts";
import { textIn } from "../../../client/src/ui/index.ts";
import { chosen, facts, likeliest, rulesOn, trained } from "../../support/told.ts";

const likelyWords = { de: /wahrscheinlich/i, en: /likely|probabl/i, uk: /імовірн|мабуть/i, ar: /مرجّح|الأرجح/ } as const;
const cook = [trained, chosen("Koch", "koch")];
const way = likeliest(cook);

const rangeOf = (range: Path["range"], locale: (typeof locales)[number] = "en") => presentPath({ rules: rulesOn(), locale, facts: facts(...cook) }, { ...way, outcome: range.likely, range }).range.map(({ end, code, title }) => ({ end, code, title: title.text }));

test.each<[worst: Outcome, likely: Outcome, best: Outcome, ends: readonly string[]]>([
  ["partial", "partial", "full", ["likely", "best"]],
  ["partial", "full", "full", ["worst", "likely"]],
  ["not_possible_other_path", "partial", "full", ["worst", "likely", "best"]],
  ["full", "full", "full", ["likely"]],
])("%s, %s, %s", (worst, likely, best, ends) => {
  expect(rangeOf({ worst, likely, best }).map(({ end }) => end)).toEqual(ends);
});

describe.each(locales)("in %s", (locale) => {
  test("the label says that an end is likely, its words do not", () => {
    expect(textIn(locale, "result.likely")).toMatch(likelyWords[locale]);
    for (const outcome of ["full", "automatic", "partial", "compensation_needed", "no_recognition_needed", "not_possible_other_path", "insufficient_information"] as const) {
      const titles = rangeOf({ worst: "not_possible_other_path", likely: outcome, best: "full" }, locale).map(({ title }) => title);
      for (const title of titles) expect(title).not.toMatch(likelyWords[locale]);
    }
  });
});
