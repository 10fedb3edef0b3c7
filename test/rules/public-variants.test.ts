/**
 * The public cases told in other ways: a title as somebody types it on a Latin keyboard, and work as a sum of years. The
 * cases are in the folder of reference material (`../shared`); without it these tests are left out.
 */
import { describe, expect, test } from "@jest/globals";
import { existsSync, readFileSync } from "node:fs";
import { assess, likelyLine } from "@gleichwert/shared/assessment";
import { readCaseInput } from "@gleichwert/shared/facts";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { rulesOn } from "../support/told.ts";

interface PublicCase {
  readonly id: string;
  readonly title: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly expected: { readonly outcome_class: string; readonly acceptable_outcomes?: readonly string[]; readonly regulated: string; readonly reference_occupations?: readonly string[]; readonly procedure: string | readonly string[] };
}

const file = new URL("../../../shared/domain/cases-public.yaml", import.meta.url);
const { meta, cases } = existsSync(file)
  ? (parse(readFileSync(file, "utf8"), { schema: "core" }) as { meta: { reference_date: string }; cases: readonly PublicCase[] })
  : { meta: { reference_date: "2026-11-22" }, cases: [] };

test("the public cases are read, or it is said that they are not here", () => {
  if (cases.length === 0) console.warn(`No public cases in ${fileURLToPath(file)}, the folder of reference material: the variants were not tried.`);
  expect(cases.length > 0).toBe(existsSync(file));
});

/** Letters of other scripts as people write them on a Latin keyboard; what a language omits is omitted. */
const letters: Readonly<Record<string, string>> = Object.fromEntries(
  [
    // Cyrillic of Ukrainian, Russian, Macedonian and Serbian.
    "а a б b в v г h ґ g д d е e є ie ё e ж zh з z и y і i ї i й i к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts ч ch ш sh щ shch ъ _ ы y ь _ э e ю iu я ia ѓ gj ѕ dz ј j љ lj њ nj ќ kj џ dzh ђ dj ћ c",
    // Arabic and Persian; short vowels are not written.
    "ا a أ a إ i آ a ب b پ p ت t ث th ج j چ ch ح h خ kh د d ذ dh ر r ز z ژ zh س s ش sh ص s ض d ط t ظ z ع _ غ gh ف f ق q ک k ك k گ g ل l م m ن n و w ه h ة a ی i ي i ى a ئ _ ؤ _ ء _",
    // Georgian.
    "ა a ბ b გ g დ d ე e ვ v ზ z თ t ი i კ k ლ l მ m ნ n ო o პ p ჟ zh რ r ს s ტ t უ u ფ p ქ k ღ gh ყ q შ sh ჩ ch ც ts ძ dz წ ts ჭ ch ხ kh ჯ j ჰ h",
    // Armenian.
    "ա a բ b գ g դ d ե e զ z է e ը y թ t ժ zh ի i լ l խ kh ծ ts կ k հ h ձ dz ղ gh ճ ch մ m յ y ն n շ sh ո o չ ch պ p ջ j ռ r ս s վ v տ t ր r ց ts ւ v փ p ք k օ o ֆ f և ev",
    // Latin letters that are no letter with a mark.
    "ł l ı i ø o đ d ß ss æ ae",
  ].flatMap((script) => {
    const words = script.split(" ");
    return words.flatMap((word, i) => (i % 2 === 0 ? [[word, words[i + 1]!.replace("_", "")]] : []));
  }),
);

/** A title in plain Latin letters. */
const latin = (title: string): string =>
  [...title.normalize("NFC").toLowerCase()].map((letter) => letters[letter] ?? letter).join("").normalize("NFD").replace(/\p{M}/gu, "");

const lineOf = (input: Readonly<Record<string, unknown>>) => {
  const { facts } = readCaseInput(input);
  const assessment = assess(rulesOn(meta.reference_date), facts, meta.reference_date);
  return { line: likelyLine(assessment), missing: assessment.missing };
};
const list = (value: string | readonly string[]) => (typeof value === "string" ? [value] : value);

describe("a title in Latin letters, without a German one", () => {
  test("other scripts become Latin letters", () => {
    expect([latin("Кухар 4 розряду"), latin("Avukat"), latin("Cirurgião"), latin("მძღოლი"), latin("دیپلوم"), latin("Հաշվապահ")]).toEqual(["kukhar 4 rozriadu", "avukat", "cirurgiao", "mdzgholi", "diplwm", "hashvapah"]);
    for (const { input } of cases) expect(latin(String(input["title_original"]))).toMatch(/^[\x20-\x7e–—’]*$/);
  });

  for (const { id, title, input, expected } of cases)
    test(`${id} ${title}`, () => {
      const { title_de: _german, ...rest } = input;
      const { line } = lineOf({ ...rest, title_original: latin(String(input["title_original"])) });
      expect([expected.outcome_class, ...(expected.acceptable_outcomes ?? [])]).toContain(line.outcome_class);
      expect(line.regulated).toBe(expected.regulated);
      expect(line.procedure.filter((each) => list(expected.procedure).includes(each))).not.toEqual([]);
      if (expected.reference_occupations) expect(line.reference_occupations.slice(0, 3)).toContain(expected.reference_occupations[0]);
    });
});

/** Where the law counts years of work by country, kind and time: experience in the crafts, and rights acquired before a state joined. */
const countsRows = ({ input, expected }: PublicCase) =>
  list(expected.procedure).includes("eu_ewr_hwv") || (["PL", "SK", "CS"].includes(String(input["country"])) && Number(input["completed_year"]) < 2004 && list(expected.procedure).some((each) => /^(pflbg|approbation)_/.test(each)));

describe("work told as years only", () => {
  const withRows = cases.filter(({ input: { experience } }) => Array.isArray(experience));
  const years = ({ experience }: PublicCase["input"]) => (experience as readonly { readonly years: number }[]).reduce((sum, each) => sum + each.years, 0);
  const told = ({ input }: PublicCase) => {
    const { experience: _rows, ...rest } = input;
    return lineOf({ ...rest, experience_years: years(input) });
  };

  for (const each of withRows.filter(countsRows))
    test(`${each.id} ${each.title}: which work it was is asked`, () => {
      const { line, missing } = told(each);
      expect([line.outcome_class, missing]).toEqual(["insufficient_information", expect.arrayContaining(["experience.rows"])]);
      expect(line.regulated).toBe(each.expected.regulated);
    });

  for (const each of withRows.filter((one) => !countsRows(one)))
    test(`${each.id} ${each.title}: the same answer as with single jobs`, () => {
      expect(told(each).line).toEqual(lineOf(each.input).line);
    });

  if (cases.length > 0)
    test("both kinds are among the cases", () => {
      expect([withRows.filter(countsRows).length > 2, withRows.filter((one) => !countsRows(one)).length > 2]).toEqual([true, true]);
    });
});
