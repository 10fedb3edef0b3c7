import { describe, expect, it } from "@jest/globals";
import { isStrong, match, matchingIndex, type MatchQuery } from "@gleichwert/shared/matching";
import { smallContent } from "./content.ts";

const index = matchingIndex(smallContent());
const first = (query: MatchQuery) => match(index, query)[0];
const ids = (query: MatchQuery, limit = 5) => match(index, query, limit).map(({ referenceOccupation }) => referenceOccupation);

describe("a title finds its reference occupation", () => {
  it.each([
    ["the German name", "Koch", "de", "koch"],
    ["the female German name", "Köchin", "de", "koch"],
    ["umlauts left out", "Backer", "de", "baecker"],
    ["capitals", "FRISEUR", "de", "friseur"],
    ["state recognition before the name", "staatlich anerkannter Erzieher", "de", "erzieher"],
    ["slash notation", "Verkäufer/in", "de", "verkaeufer"],
    ["gender star and marks", "Verkäufer*in (m/w/d)", "de", "verkaeufer"],
    ["a word in brackets of the law", "Tagesmutter", "de", "kindertagespflege"],
    ["a master of the trade", "Friseurmeisterin", "de", "friseur"],
    ["a journeyman", "Tischlergeselle", "de", "tischler"],
    ["an English word", "bricklayer", "en", "maurer"],
    ["an English word without language", "bricklayer", "", "maurer"],
    ["a region tag", "shop assistant", "en-IN", "verkaeufer"],
    ["a slip of the pen", "haridresser", "en", "friseur"],
    ["a diploma around the word", "Diploma of qualified cook, level 3", "en", "koch"],
    ["a paper with school and grade", "Диплом кваліфікованого робітника, ВПУ № 33, пекар 4 розряду", "uk", "baecker"],
    ["brackets after the word", "перукар (перукар-модельєр)", "uk", "friseur"],
    ["a female form that no label holds", "Maurerinnen", "de", "maurer"],
    ["Georgian", "მზარეული", "ka", "koch"],
    ["Armenian", "Հացթուխ", "hy", "baecker"],
    ["Persian with its own letters", "آشپز", "fa", "koch"],
    ["Arabic with the article", "الطباخ", "ar", "koch"],
    ["Turkish dotless i", "FIRINCI", "tr", "baecker"],
    ["Turkish dotless i, typed plainly", "firinci", "tr", "baecker"],
  ])("%s: %s", (_circumstance, title, language, expected) => {
    expect(ids({ title, language })[0]).toBe(expected);
  });
});

describe("the same word in two scripts finds the same occupation", () => {
  it.each([
    ["Serbian", "фризер", "frizer", "sr", "friseur"],
    ["Serbian, labelled in Latin only", "зидар", "zidar", "sr", "maurer"],
    ["Russian", "повар", "povar", "ru", "koch"],
    ["Ukrainian", "перукар", "perukar", "uk", "friseur"],
    ["Georgian", "მზარეული", "mzareuli", "ka", "koch"],
    ["Armenian", "խոհարար", "khoharar", "hy", "koch"],
  ])("%s: %s and %s", (_language, own, latin, language, expected) => {
    expect([ids({ title: own, language })[0], ids({ title: latin, language })[0]]).toEqual([expected, expected]);
  });
});

describe("what else is known", () => {
  it("the goal outweighs the title", () => {
    expect(ids({ title: "nurse", language: "en", goal: "Koch" })[0]).toBe("koch");
  });
  it("a goal that names no occupation leaves the title in force", () => {
    expect(ids({ title: "nurse", language: "en", goal: "in meinem Beruf arbeiten" })[0]).toBe("pflegefachperson");
  });
  it("a German title outweighs the original one", () => {
    expect(ids({ title: "кухар", language: "uk", titleGerman: "Konditorin" })[0]).toBe("konditor");
  });
  it("a word of the asked country's papers counts more than the same word of another country", () => {
    const own = first({ title: "თმის სტილისტი", country: "GE" });
    const other = first({ title: "თმის სტილისტი", country: "UA" });
    expect(own?.referenceOccupation).toBe("friseur");
    expect(own!.score).toBeGreaterThan(other!.score);
  });
  it("a level never excludes", () => {
    expect(ids({ title: "Arzt", level: "short_course" })[0]).toBe("arzt");
    expect(ids({ title: "Koch", level: "master_or_long_degree" })[0]).toBe("koch");
  });
  it("a helper is not taken for the full profession", () => {
    expect(ids({ title: "Krankenpflegehelferin", language: "de" })[0]).toBe("pflegehelfer-land");
  });
});

describe("hints", () => {
  it("a broad title gives its occupations in the order of the hint", () => {
    expect(ids({ title: "electrician", language: "en" }).slice(0, 2)).toEqual(["elektroniker", "elektroniker-fuer-betriebstechnik"]);
  });
  it("a title without German twin gives the wider occupations", () => {
    expect(ids({ title: "zavarivač", language: "sr" }).slice(0, 2)).toEqual(["konstruktionsmechaniker", "metallbauer"]);
  });
  it("a hint is named with its rule", () => {
    expect(first({ title: "Krankenschwester", language: "de" })?.reasons).toContainEqual({ criterion: "hint", finding: "met", params: { rule: "R14", label: "Krankenschwester" } });
  });
  it("a hint word within a longer title still counts", () => {
    expect(ids({ title: "зварник 3 розряду", language: "uk" }).slice(0, 2)).toEqual(["konstruktionsmechaniker", "metallbauer"]);
  });
});

describe("crafts of annex A", () => {
  it("the training occupation stands for the trade", () => {
    const found = ids({ title: "Friseure" });
    expect(found[0]).toBe("friseur");
    expect(found).not.toContain("hwa-38");
  });
  it("a trade without training occupation stands for itself", () => {
    expect(ids({ title: "Seiler" })[0]).toBe("hwa-52");
  });
  it("its English name leads to the training occupation", () => {
    expect(ids({ title: "Hairdresser" })[0]).toBe("friseur");
  });
});

describe("reasons", () => {
  const reasons = (query: MatchQuery) => Object.fromEntries(first(query)!.reasons.map(({ criterion, finding }) => [criterion, finding]));
  it("each criterion that was told has a finding", () => {
    expect(reasons({ title: "муляр", language: "uk", country: "UA", level: "secondary_vocational", durationYears: 3 })).toEqual({ title: "met", "country-qualification": "met", level: "met", duration: "met" });
  });
  it("a shorter training is said to be shorter", () => {
    expect(reasons({ title: "Koch", durationYears: 1.5 }).duration).toBe("not-met");
  });
  it("an unknown German duration stays unknown", () => {
    expect(reasons({ title: "Zahnarzt", durationYears: 5 }).duration).toBe("unknown");
  });
  it("a country without a row stays unknown", () => {
    expect(reasons({ title: "Koch", country: "BR" })["country-qualification"]).toBe("unknown");
  });
});

describe("strong candidates", () => {
  it.each(["Koch", "кухарка", "nurse", "haridresser", "Диплом, перукар (перукар-модельєр) 4 розряду"])("%s is strong", (title) => {
    expect(isStrong(first({ title })!)).toBe(true);
  });
  it.each(["economist", "philosopher", "biologist", "manager", "sociologist", "економіст", "politolog", "Geschäftsführer", "Historiker", "mathematician", "journalist", "secondary school certificate", "философ", "اقتصادي"])("%s is not", (title) => {
    expect(match(index, { title }).filter(isStrong)).toEqual([]);
  });
});

it("a profession that is a reference occupation too is one candidate", () => {
  expect(ids({ title: "nurse", language: "en" }, 50).filter((id) => id === "pflegefachperson")).toHaveLength(1);
});

it("the index of a content is built once", () => {
  const content = smallContent();
  expect(matchingIndex(content)).toBe(matchingIndex(content));
});

it("a profession that is not in force on the day is no candidate", () => {
  const content = smallContent();
  const rules = { content, referenceOccupations: new Set(["koch"]), regulatedProfessions: new Set<string>() };
  expect(match(rules, { title: "Koch" }).map(({ referenceOccupation }) => referenceOccupation)).toEqual(["koch"]);
  expect(match(rules, { title: "Zahnarzt" }).map(({ referenceOccupation }) => referenceOccupation)).not.toContain("zahnarzt");
});
