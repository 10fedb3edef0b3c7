/** Words of the screens: every language says the same, in its own script and plurals, and in words that do not hurt. */
import { describe, expect, test } from "@jest/globals";
import { catalogues, languages, parametersOf, pluralBlocks, readable } from "./catalogues.ts";
import type { Locale } from "../../../client/src/ui/locale.ts";
import { fill } from "../../../client/src/ui/text.tsx";

const english = catalogues.en;
const foreign = languages.filter((language) => language !== "en");
/** All entries of a language for which something holds, as lines to read. */
const where = (language: Locale, holds: (sentence: string, key: string) => boolean): string[] =>
  Object.entries(catalogues[language]).filter(([key, sentence]) => holds(sentence, key)).map(([key, sentence]) => `${key}: ${sentence}`);

describe.each(foreign)("%s and English", (language) => {
  test("have the same keys in the same order", () => {
    expect(Object.keys(catalogues[language])).toEqual(Object.keys(english));
  });

  test("take the same parameters", () => {
    const parameters = (catalogue: Readonly<Record<string, string>>) => Object.fromEntries(Object.entries(catalogue).map(([key, sentence]) => [key, parametersOf(sentence)]));
    expect(parameters(catalogues[language])).toEqual(parameters(english));
  });

  test("share no sentence, so nothing is left untranslated", () => {
    const sameInGerman = ["amount.euro"];
    expect(where(language, (sentence, key) => sentence === english[key] && !sameInGerman.includes(key))).toEqual([]);
  });
});

describe.each(languages)("plural forms of %s", (language) => {
  const rules = new Intl.PluralRules(language);
  const blocks = Object.entries(catalogues[language]).flatMap(([key, sentence]) => pluralBlocks(sentence).map((block) => ({ key, ...block })));
  const numbersOf = (category: string) => Array.from({ length: 201 }, (_, number) => number).filter((number) => rules.select(number) === category);

  test("are there for all categories of the language and no others", () => {
    const categories = [...rules.resolvedOptions().pluralCategories].sort();
    expect(blocks.length).toBeGreaterThan(5);
    for (const { key, forms } of blocks) expect({ key, categories: [...forms.keys()].sort() }).toEqual({ key, categories });
  });

  test("name the number wherever a form stands for several numbers", () => {
    const silent = blocks.flatMap(({ key, forms }) => [...forms].filter(([category, form]) => numbersOf(category).length !== 1 && form.split("#").length !== 2 && !(category === "other" && numbersOf(category).length === 0)).map(([category, form]) => `${key}, ${category}: ${form}`));
    expect(silent).toEqual([]);
  });

  test("leave no sign of the syntax behind", () => {
    const names = [...new Set(Object.values(catalogues[language]).flatMap(parametersOf))];
    for (const number of [0, 1, 2, 3, 5, 11, 21, 100, 1.5]) {
      const params = Object.fromEntries(names.map((name) => [name.replace("#", ""), number]));
      expect(where(language, (sentence) => /[{}|#]/.test(fill(language, sentence, params)))).toEqual([]);
    }
  });
});

/** Words that judge a person, and a sentence with each kind of them, to prove that they are found. */
const hurtful: Readonly<Record<Locale, { readonly words: RegExp; readonly example: readonly string[] }>> = {
  en: {
    words: /\b(?:not eligible|ineligib\w*|reject\w*|gaps?\b|deficit\w*|deficien\w*|inferior|unqualified|inadequate|insufficient|den(?:y|ied|ial)|fail(?:s|ed|ure)?\b|lack(?:s|ed|ing)?\b|worthless|refus\w*|unsuitable|invalid)/i,
    example: ["You are not eligible.", "It was rejected.", "There is a gap.", "deficits", "You failed."],
  },
  de: {
    words: /abgelehn|ablehn|nicht berechtigt|ungeeignet|defizit|lücke|mangel|mängel|minderwertig|ungültig|unzureichend|unqualifiziert|durchgefallen|versag|nicht ausreichend|wertlos|verweiger/i,
    example: ["Der Antrag wurde abgelehnt.", "Lücken", "Das ist ein Defizit.", "mangelhaft"],
  },
  uk: {
    words: /відхил|відмов|дефіцит|прогалин|недолік|непридатн|неповноцінн|недостатн|некваліфікован|не маєте права|не відповідаєте|недійсн|провал|нестач/i,
    example: ["Заяву відхилено.", "Вам відмовлено.", "прогалини", "Ви не маєте права."],
  },
  ar: {
    words: /رفض|مرفوض|غير مؤهل|لست مؤهل|عجز|نقص|ناقص|فجو|ثغر|قصور|غير كاف|غير صالح|فشل|رسب|دون المستوى/,
    example: ["رُفض طلبك مرفوض", "أنت غير مؤهل", "فجوة", "نقص", "قصور"],
  },
};

describe.each(languages)("wording of %s", (language) => {
  test("never judges the person", () => {
    const { words, example } = hurtful[language];
    for (const sentence of example) expect(sentence).toMatch(words);
    expect(where(language, (sentence) => words.test(readable(sentence)))).toEqual([]);
  });

  test("has short sentences, no blanks at the ends and none doubled", () => {
    const long = (text: string) => text.split(/[.!?؟:]\s/).some((sentence) => sentence.trim().split(/\s+/).length > 25);
    const told = (sentence: string) => fill(language, sentence, { count: 5 });
    expect(where(language, (sentence) => sentence.trim() === "" || sentence !== sentence.trim() || /\s\s/.test(sentence))).toEqual([]);
    expect(where(language, (sentence) => long(told(sentence)))).toEqual([]);
  });

  test("says wherever it sums up that the competent authority decides", () => {
    const competent = { en: "competent authority", de: "zuständige Stelle", uk: "компетентний орган", ar: "جهة المختصة" }[language];
    for (const key of ["shell.informs", "result.informs", "result.differences"]) expect(catalogues[language][key]).toContain(competent);
  });
});

test("German says Sie", () => {
  expect(where("de", (sentence) => /\b(?:du|dich|dir|dein\w*)\b/i.test(sentence))).toEqual([]);
});

describe("script", () => {
  const own = { uk: /\p{Script=Cyrillic}/u, ar: /\p{Script=Arabic}/u } as const;
  const foreignNames = /Gleichwert|EUPL/g;
  /** Share of the letters that are of the own script; 1 where there are no letters. */
  const share = (language: "uk" | "ar", sentence: string): number => {
    const letters = readable(sentence).replace(foreignNames, "").match(/\p{L}/gu) ?? [];
    return letters.length === 0 ? 1 : letters.filter((letter) => own[language].test(letter)).length / letters.length;
  };

  test.each(["uk", "ar"] as const)("%s is written in its own script", (language) => {
    expect(share(language, "Referenzberuf")).toBe(0);
    expect(where(language, (sentence) => share(language, sentence) < 0.6)).toEqual([]);
  });

  test("Ukrainian has no letters of Russian alone", () => {
    expect(where("uk", (sentence) => /[ыэёъ]/i.test(sentence))).toEqual([]);
  });

  test("Arabic holds no Latin marks of punctuation beside Arabic letters", () => {
    expect(where("ar", (sentence) => /\p{Script=Arabic}\s?[,;?]/u.test(sentence.replace(/\{\w+, /g, "{")))).toEqual([]);
  });
});
