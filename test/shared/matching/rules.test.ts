import { beforeAll, describe, expect, it } from "@jest/globals";
import { loadRules } from "@gleichwert/rules/load";
import type { RulesetContent } from "@gleichwert/rules";
import { isStrong, match, matchingIndex, type MatchingIndex } from "@gleichwert/shared/matching";

let content: RulesetContent;
let index: MatchingIndex;
beforeAll(() => {
  ({ content } = loadRules());
  index = matchingIndex(content);
});

describe("titles as people write them, with the rules of this repository", () => {
  it.each([
    ["Gesundheits- und Krankenpflegerin", "de", "pflegefachperson"],
    ["Diplom-Krankenschwester", "de", "pflegefachperson"],
    ["Bäckermeister", "de", "baecker"],
    ["Elektroniker für Betriebstechnik", "de", "elektroniker-fuer-betriebstechnik"],
    ["Staatlich anerkannte Erzieherin", "de", "erzieher"],
    ["Zahnarzt", "de", "zahnarzt"],
    ["Medizinische Technologin für Radiologie", "de", "mtr"],
    ["hairdresser", "en", "friseur"],
    ["bricklayer", "en", "maurer"],
    ["dental technician", "en", "zahntechniker"],
    ["кухар 3 розряду", "uk", "koch"],
    ["сантехник", "ru", "anlagenmechaniker-fuer-sanitaer-heizungs-und-klimatechnik"],
    ["kuvar", "sr", "koch"],
    ["кувар", "sr", "koch"],
    ["აღმზრდელი", "ka", "erzieher"],
    ["berber", "tr", "friseur"],
    ["خياط", "ar", "massschneider"],
  ])("%s (%s)", (title, language, expected) => {
    expect(match(index, { title, language })[0]?.referenceOccupation).toBe(expected);
  });
});

it.each(["economist", "philosopher", "biologist", "manager", "sociologist", "historian", "mathematician", "Wirtschaftswissenschaftler", "Politologe", "філософ", "менеджер", "filozof", "اقتصاد", "Doctor of Philosophy", "Master of Business Administration", "secondary school certificate"])(
  "%s is no strong candidate for a training occupation",
  (title) => {
    const trainings = new Set(content.referenceOccupations.filter(({ kind }) => kind === "training-occupation").map(({ id }) => id));
    expect(match(index, { title }, 10).filter((candidate) => isStrong(candidate) && trainings.has(candidate.referenceOccupation))).toEqual([]);
  },
);

it("an academic degree is not taken for the school training of the same name", () => {
  const strong = match(index, { title: "економіст", country: "UA", level: "master_or_long_degree" }).filter(isStrong);
  expect(strong).toEqual([]);
});

it("every German name of every occupation is found among the first three", () => {
  const lost = index.targets
    .filter(({ craftOnly }) => !craftOnly)
    .flatMap(({ id, germanNames }) => germanNames.map((name) => ({ id, name })))
    .filter(({ id, name }) => !match(index, { title: name, language: "de" }, 3).some(({ referenceOccupation }) => referenceOccupation === id));
  expect(lost).toEqual([]);
});

it("the first word of every label leads to its occupation among the first five", () => {
  const lost = Object.entries(content.labels).flatMap(([language, labels]) =>
    labels.flatMap(({ target, words }) => words.slice(0, 1).filter((title) => !match(index, { title, language }, 5).some(({ referenceOccupation }) => referenceOccupation === target)).map((title) => `${language} ${title} ${target}`)),
  );
  expect(lost).toEqual([]);
});

