import { describe, expect, test } from "@jest/globals";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { authorityTypes, Chooser, Deadline, exams, Fee, laender, type Locale, locales, Mark, measures, outcomes, procedures, RegulatedProfession, stages } from "@gleichwert/rules";
import { readRules } from "@gleichwert/rules/load";
import { placeholdersOf, sentencesOf } from "../../rules/src/check/texts.ts";
import { repositoryRoot } from "../support/paths.ts";

const { content } = readRules();
const files = Object.keys(content.texts.en ?? {});
const byLocale = Object.fromEntries(locales.map((locale) => [locale, new Map(files.flatMap((file) => [...sentencesOf(content.texts[locale]?.[file], `${file}.`)]))])) as Record<Locale, Map<string, string>>;
const english = byLocale.en;
const lacking = (keys: Iterable<string>) => [...new Set(keys)].filter((key) => !english.has(key));
const except = <T>(values: readonly T[], ...left: T[]) => values.filter((value) => !left.includes(value));

/** Source of the steps and of the reading of fields, as text. */
const source = (folder: string, ...names: string[]) =>
  readdirSync(join(repositoryRoot, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts") && (names.length === 0 || names.includes(name)))
    .map((name) => readFileSync(join(repositoryRoot, folder, name), "utf8"))
    .join("\n");
const steps = source("shared/src/assessment");
const found = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, key]) => key ?? "");
const routes = content.regulatedProfessions.flatMap((profession) => profession.routes.map((route) => ({ profession: profession.id, ...route })));

/** Findings on the language that the step puts together from rule and result (R166-R168). */
const built = ["R166", "R167", "R168"].flatMap((rule) => ["asked-later", "level-reached", "level-to-reach"].map((result) => `${rule}.${result}`));
describe.each(locales)("words in %s", (locale) => {
  const texts = byLocale[locale];

  test("the same files and keys as in English", () => {
    expect(Object.keys(content.texts[locale] ?? {}).toSorted()).toEqual(files.toSorted());
    expect([...texts.keys()].toSorted()).toEqual([...english.keys()].toSorted());
  });

  test("the same figures and names as in English", () => {
    expect([...texts].filter(([key, text]) => placeholdersOf(text).join() !== placeholdersOf(english.get(key) ?? "").join()).map(([key]) => key)).toEqual([]);
  });

  test("every number has the forms that the language needs", () => {
    const { pluralCategories } = new Intl.PluralRules(locale).resolvedOptions();
    const needed = pluralCategories.filter((category) => category !== "zero").toSorted();
    const wrong = [...texts].flatMap(([key, text]) => found(text, /\{\w+, ([^}]+)\}/g).filter((forms) => forms.split("|").map((form) => form.split(":")[0]?.trim()).toSorted().join() !== needed.join()).map(() => key));
    expect(wrong).toEqual([]);
  });

  test("sentences are not empty, have no markup and no blanks around", () => {
    expect([...texts].filter(([, text]) => text === "" || text !== text.trim() || /[<>]|\s{2}/.test(text)).map(([key]) => key)).toEqual([]);
  });
});

describe("what the rules say has words", () => {
  test("findings of the steps", () => {
    expect(found(steps, /traceOf\([^`\n]*`([^`]+)`/g)).toEqual(["${rule}.${finding}"]);
    expect(found(steps, /"(R16[678])"/g).toSorted()).toEqual(["R166", "R167", "R168"]);
    expect(found(steps, /"(asked-later|level-reached|level-to-reach)"/g)).toHaveLength(3);
    const keys = [...found(steps, /["`](R\d+[a-z]?\.[a-z0-9-]+)["`]/g), ...built];
    expect(keys.length).toBeGreaterThan(100);
    expect(lacking(keys.map((key) => `findings.${key}`))).toEqual([]);
  });

  test("findings of the regulated professions", () => {
    const keys = routes.flatMap(({ findings }) => findings);
    expect(keys.length).toBeGreaterThan(500);
    expect(lacking(keys.map((key) => `findings.${key}`))).toEqual([]);
  });

  test("a way whose sentence names months has them", () => {
    const without = routes.filter(({ findings, longestAdaptationMonths }) => longestAdaptationMonths === undefined && findings.some((key) => placeholdersOf(english.get(`findings.${key}`) ?? "").includes("months")));
    expect(without.map(({ profession, id }) => `${profession}/${id}`)).toEqual([]);
  });

  test("what is free without recognition, and the next steps", () => {
    const free = [...found(steps, /"(free\.[a-z0-9-]+)"/g), ...content.regulatedProfessions.flatMap(({ freeWithout }) => freeWithout)];
    const next = found(steps, /"(next\.[a-z0-9-]+)"/g);
    expect(free.length).toBeGreaterThan(50);
    expect(next.length).toBeGreaterThan(10);
    expect(lacking([...free, ...next])).toEqual([]);
  });

  test("every fact has a question, a reason and a label for each answer", () => {
    const facts = content.facts.flatMap(({ facts: all }) => all);
    expect(facts.length).toBeGreaterThan(30);
    const keys = facts.flatMap(({ id, options = [], type }) => [`facts.${id}.question`, `facts.${id}.why`, ...[...options, ...(type === "land" ? laender : [])].map((code) => `facts.${id}.options.${code}`)]);
    expect(lacking([...keys, "facts.areas.yes", "facts.areas.partly", "facts.areas.no"])).toEqual([]);
  });

  test("every code of a result", () => {
    const titled = (file: string, codes: readonly string[]) => codes.flatMap((code) => [`${file}.${code}.title`, `${file}.${code}.sentence`]);
    const plain = (file: string, codes: readonly string[]) => codes.map((code) => `${file}.${code}`);
    expect(
      lacking([
        ...titled("outcomes", outcomes),
        ...outcomes.map((code) => `outcomes.${code}.short`),
        ...titled("procedures", procedures),
        ...titled("measures", measures),
        ...titled("exams", exams),
        ...titled("marks", Mark.options),
        ...plain("authorities", authorityTypes),
        ...plain("chosen-by", Chooser.options),
        ...plain("stages", stages),
        ...plain("forms", [...RegulatedProfession.shape.form.options, "none"]),
        ...plain("regulated", [...RegulatedProfession.shape.regulated.options, "no", "unknown"]),
        ...plain("fees.what", Fee.shape.what.options),
        ...plain("deadlines.from", Deadline.shape.from.options),
        ...plain("countries.groups", ["eu", "third", "de", "unknown"]),
        ...plain("countries.former", content.countryGroups.former.map(({ country }) => country)),
        "countries.no-profile",
      ]),
    ).toEqual([]);
  });

  test("papers, money, residence and what is left to the authority", () => {
    const left = found(steps, /open\.push\(([^)]*)\)/g).flatMap((list) => found(list, /"([a-z-]+)"/g));
    expect(left).not.toEqual([]);
    expect(lacking([...content.requiredDocuments.map(({ id }) => `documents.${id}`), ...content.funding.map(({ id }) => `funding.${id}`), ...content.residencePointers.map(({ id }) => `residence.${id}`), ...left.map((code) => `left-to-authority.${code}`)])).toEqual([]);
  });

  test("every fault of an answer", () => {
    const codes = found(source("shared/src/facts", "check.ts", "parse.ts"), /(?:code: |return |\? |: )"([a-z]+(?:-[a-z]+)+|empty|unreadable)"/g);
    expect(codes).toContain("too-long");
    expect(lacking(codes.map((code) => `errors.${code}`))).toEqual([]);
  });
});

describe("how it is said", () => {
  /** Words that leave a person at a closed door. A refusal that can be foreseen is said plainly (R8), with the better way. */
  const closed: Readonly<Record<Locale, RegExp>> = {
    en: /not eligible|ineligible|reject|refus|\bgaps?\b|deficit|\bfail|not valid|invalid|worthless/iu,
    de: /nicht berechtigt|ungeeignet|ablehn|abgelehnt|lücke|defizit|mangel|durchgefallen|gescheitert|misserfolg|ungültig|wertlos/iu,
    uk: /не маєте права|відхил|(?:мусить|мусив би|може) відмовити|прогалин|недолік|дефіцит|провал|невдач|недійсн|непридатн/iu,
    ar: /غير مؤهل|ترفض|مرفوض|فجوة|عجز|فشل|رسوب|نقص|قصور|باطل|غير صالح/u,
  };
  const foreseen = ["findings.R8.not-state-recognised", "findings.R8.check-before-applying", "findings.R113.below-master", "findings.R22.after-rejection", "facts.qualification.state-recognised.why"];

  test.each(locales)("no closed doors in %s", (locale) => {
    const said = [...byLocale[locale]].filter(([key, text]) => closed[locale].test(text) && !foreseen.includes(key) && !key.endsWith(".authority-refuses"));
    expect(said.map(([key, text]) => `${key}: ${text}`)).toEqual([]);
  });

  test.each(locales)("a refusal that can be foreseen and its fee stand in the first sentence in %s", (locale) => {
    const fee = { en: /pay a fee/u, de: /Gebühr/u, uk: /збір/u, ar: /رسوم/u }[locale];
    for (const key of ["findings.R8.not-state-recognised", "findings.R8.check-before-applying"]) {
      const [first = "", ...more] = (byLocale[locale].get(key) ?? "").split(/(?<=\.)\s/u);
      expect(first).toMatch(closed[locale]);
      expect(first).toMatch(fee);
      expect(more.length).toBeGreaterThan(0);
    }
  });

  test.each(["uk", "ar"] as const)("%s stands in its own script, German terms in brackets apart", (locale) => {
    const own = locale === "uk" ? /\p{Script=Cyrillic}/gu : /\p{Script=Arabic}/gu;
    const mixed = [...byLocale[locale]].filter(([, text]) => {
      const bare = text.replace(/\([^)]*\)|\{\w+(?:,[^}]*)?\}|[«„][A-Z][^»“]*[»“]/gu, " ");
      const letters = bare.match(/\p{Letter}/gu)?.length ?? 0;
      return letters === 0 || (bare.match(own)?.length ?? 0) < letters * 0.6;
    });
    expect(mixed.map(([key]) => key)).toEqual([]);
  });

  test.each(["uk", "ar"] as const)("names that stand in letters keep their German word in %s", (locale) => {
    const named = [...except(procedures, "none_unregulated", "none_available", "advice_first").map((code) => `procedures.${code}.title`), ...except(measures, "none").map((code) => `measures.${code}.title`), ...except(exams, "none").map((code) => `exams.${code}.title`), ...except(authorityTypes, "none").map((code) => `authorities.${code}`)];
    expect(named.filter((key) => !/\([^)]*[A-Z][^)]*\)/u.test(byLocale[locale].get(key) ?? ""))).toEqual([]);
  });

  test.each(locales)("on residence the immigration office decides in %s", (locale) => {
    const office = { en: /immigration office/u, de: /Ausländerbehörde/u, uk: /Ausländerbehörde/u, ar: /Ausländerbehörde/u }[locale];
    const residence = [...byLocale[locale]].filter(([key]) => key.startsWith("residence.") && key !== "residence.digital-information");
    expect(residence.length).toBeGreaterThan(5);
    expect(residence.filter(([, text]) => !office.test(text)).map(([key]) => key)).toEqual([]);
  });
});
