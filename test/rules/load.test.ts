import { afterAll, describe, expect, test } from "@jest/globals";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { loadRules, readRules, RulesFaulty, sentenceOf } from "@gleichwert/rules/load";
import { readTree } from "../../rules/src/load/tree.ts";
import { changed, removeRulesFolders, type RulesFiles, rulesFolderWith, soundRules } from "../support/rules-folder.ts";

afterAll(removeRulesFolders);

const faultsOf = (changes: RulesFiles) => readRules(rulesFolderWith(changes)).faults.map(sentenceOf);

const occupation = "data/reference-occupations/friseur/2008-08-01.yaml";
const profession = "data/regulated-professions/hwa-38/2004-01-01.yaml";
const country = "data/countries/xk.yaml";
const work = "data/facts/work.yaml";
const experience = "data/facts/experience.yaml";
const bomb = `a: &a [x, x, x, x, x, x, x, x, x]\n${"bcdefghi".replace(/./g, (name, i: number) => `${name}: &${name} [${Array(9).fill(`*${"abcdefgh"[i]}`).join(", ")}]\n`)}`;

const sourced = "source: { work: annex }, mark: model";
const credential = `{ id: al-01, status: model, country: AL, provider: P, sector: S, titles: { en: T }, eqfLevel: 4, hours: 40, learningOutcomes: [cut], assessment: A,
  helps: [{ referenceOccupation: friseur, areas: [A.1, A.9], position: p, gap: g }], ${sourced} }`;

/** The circumstance, what is changed, and parts of the one sentence that is told. */
const faulty: readonly (readonly [circumstance: string, changes: RulesFiles, ...parts: string[]])[] = [
  ["the craft of an occupation does not exist", changed(occupation, "craft: hwa-38", "craft: hwa-99"), `${occupation} at /craft (line 11): `, 'found "hwa-99"', "expected the id of a record in data/crafts", 'did you mean "hwa-38"?'],
  ["a country names an occupation that does not exist", changed(country, "occupations: [friseur]", "occupations: [frisoer]"), `${country} at /qualifications/0/occupations/0 (line 8): found "frisoer"`, 'did you mean "friseur"?'],
  ["a route names a rule that does not exist", changed(profession, "R114.enough-practice", "R999.enough-practice"), `${profession} at /routes/0/findings/0`, 'found "R999"', "data/procedure-rules"],
  ["no rule reads a fact", changed(work, "readBy: [R41]", "readBy: [R4]"), `${work} at /facts/0/readBy/0 (line 4): found "R4"`, "data/procedure-rules"],
  ["a country has no source", changed(country, "source: { work: school law }\nmark", "mark"), `${country} at /source`, "found no source", "expected a law, an address or a work", "rules/src/schema/country.ts"],
  ["a source names nothing", changed(country, "source: { work: school law }\nmark", "source: {}\nmark"), `${country} at /source (line 9)`, "a law, an address or a work"],
  ["the group of a country is misspelt", changed(country, "group: third", "group: europe"), `${country} at /group (line 5): found "europe", expected eu or third;`, "see rules/src/schema/country.ts"],
  ["a fact has a unit that does not exist", changed(experience, "unit: years", "unit: weeks"), `${experience} at /facts/1/unit (line 5): found "weeks", expected years, months, hours or year`],
  ["a length of time has the unit of a calendar year", changed(experience, "unit: years", "unit: year"), `${experience} at /facts/1/unit`, 'found "year", expected years, months or hours'],
  ["a duration is written with its unit", changed(occupation, "durationMonths: 36", "durationMonths: 36 months"), `${occupation} at /training/durationMonths (line 8): found "36 months", expected a number (months); write the bare number`],
  ["a duration is given in another unit", changed(occupation, "durationMonths: 36", "durationWeeks: 156"), `${occupation} at /training/durationWeeks (line 8): found the key "durationWeeks", expected the key "durationMonths" with a number (months)`],
  ["a key is not in the schema", changed(occupation, "sector:", "town: Bonn\nsector:"), `${occupation} at /town (line 13): found the unknown key "town"`],
  ["a key is misspelt", changed(country, "iso3:", "isso3:"), `${country} at /isso3 (line 3)`, 'expected the key "iso3"'],
  ["a key stands twice", changed(country, "iso3: XKX", "iso3: XKX\niso3: XKX"), `${country} (line 4): found the key "iso3" twice`, "remove one of the two lines"],
  ["a file repeats itself through aliases", { "data/fees/bomb.yaml": bomb }, 'data/fees/bomb.yaml (line 1): found the anchor "&a"', "expected written-out values"],
  ["a value has a tag", changed(country, "iso3: XKX", "iso3: !!str XKX"), `${country} (line 3): found the tag`, "expected plain values"],
  ["lists stand 60 deep in each other", { "data/fees/deep.yaml": `- ${"[".repeat(60)}${"]".repeat(60)}` }, "data/fees/deep.yaml (line 1): found blocks nested deeper than 50 levels"],
  ["a file is all brackets", { "data/fees/deep.yaml": "[".repeat(900_000) }, "data/fees/deep.yaml (line 1): found blocks nested deeper than 50 levels"],
  ["a file is larger than 1 MB", { "data/fees/large.yaml": `# ${"x".repeat(1_048_576)}` }, "data/fees/large.yaml: found a file of 1048578 bytes, expected at most 1 MB"],
  ["a bracket is never closed", changed(country, "names: { de: Kosovo, en: Kosovo }", "names: { de: Kosovo, en: Kosovo"), `${country} (line 5): found something that is not YAML in column 1`, "a bracket that is never closed"],
  ["a line begins too far left", changed(profession, "    diploma:", "   diploma:"), "found something that is not YAML", "as many blanks as the other keys of its block"],
  ["a line begins too far right", changed(profession, "    diploma:", "      diploma:"), "found something that is not YAML", "as many blanks as the other keys of its block"],
  ["a line begins with a tab", changed(profession, "    diploma:", "\tdiploma:"), "found something that is not YAML", "blanks instead of the tab"],
  ["a text with a colon has no quotes", changed(country, "iso3: XKX", "iso3: XKX: Kosovo"), `${country} (line 3): found something that is not YAML`, "put a text that holds a colon in quotes"],
  ["a condition names a craft that does not exist", changed(profession, "{ fact: goal.work-form, is: self_employed }", "{ fact: derived.craft, in: [hwa-39] }"), `${profession} at /routes/0/when/all/0/in/0`, 'found "hwa-39", expected the id of a craft in data/crafts; did you mean "hwa-38"?'],
  ["a file is not UTF-8", { "data/fees/latin.yaml": Uint8Array.of(0x2d, 0x20, 0xe4) }, "data/fees/latin.yaml: found letters that are not UTF-8"],
  ["a list file holds no list", { "data/fees/one.yaml": "id: exam" }, "data/fees/one.yaml: found a block of keys, expected a list of records"],
  ["a file is empty", { [country]: "" }, `${country}: found nothing`],
  ["a condition names a fact that does not exist", changed(profession, "fact: goal.work-form", "fact: goal.workform"), `${profession} at /routes/0/when/all/0/fact (line 18): found "goal.workform"`, 'did you mean "goal.work-form"?'],
  ["a condition names a sum that does not exist", changed(profession, "sum.self-employed-years", "sum.idle-years"), 'found "sum.idle-years"', "a derived fact"],
  ["a condition asks for a code that the fact never holds", changed(profession, "is: self_employed", "is: selfemployed"), `${profession} at /routes/0/when/all/0/is`, 'found "selfemployed", expected employed or self_employed'],
  ["a condition measures a choice", changed(profession, "is: self_employed", "atLeast: 3"), "found atLeast with the fact \"goal.work-form\", which is no number"],
  ["a condition compares a number with text", changed(profession, "atLeast: 3", "is: three"), 'found "three", expected a number'],
  ["a condition has no test", changed(profession, ", is: self_employed", ""), `${profession} at /routes/0/when/all/0 (line 18): found no test of the fact "goal.work-form"`],
  ["a test inside a condition is misspelt", changed(profession, "atLeast: 3", "atLast: 3"), `${profession} at /routes/0/when/all/1/atLast (line 18): found the unknown key "atLast"`],
  ["a limit inside a condition is text", changed(profession, "atLeast: 3", "atLeast: three years"), `${profession} at /routes/0/when/all/1/atLeast (line 18): found "three years", expected a number`],
  ["a choice has no options", changed(work, "options: [employed, self_employed], ", ""), `${work} at /facts/0`, 'found no options for the choice "goal.work-form"'],
  ["a list has a field that is no fact", changed(experience, "fields: [experience.years]", "fields: [experience.year]"), `${experience} at /facts/0/fields/0 (line 4): found "experience.year"`, 'did you mean "experience.years"?'],
  ["a fact stands in two stages", changed(work, "facts:", "facts:\n  - { id: experience.years, type: years, readBy: [R41] }"), `${work} at /facts/0/id`, "which data/facts/experience.yaml also holds"],
  ["the folder has another name than the record", changed(occupation, "id: friseur", "id: friseurin"), `${occupation} at /id (line 2): found "friseurin", expected "friseur" as the folder is named`],
  ["the file has another day than the record", changed(occupation, "validFrom: 2008-08-01", "validFrom: 2008-08-02"), `${occupation} at /validFrom (line 3): found "2008-08-02", expected "2008-08-01"`],
  ["the file has another name than the record", { [country]: undefined, "data/countries/rs.yaml": soundRules[country] }, 'data/countries/rs.yaml at /id (line 2): found "XK", expected "rs"'],
  ["two versions hold on the same days", { "data/reference-occupations/friseur/2027-01-01.yaml": soundRules[occupation]?.replace("2008-08-01", "2027-01-01") }, 'data/reference-occupations/friseur/2027-01-01.yaml at /id (line 2): found "friseur"', "also holds on the same days", 'give the older one a "validTo"'],
  ["two crafts have one id", { "data/crafts/annex-b1.yaml": soundRules["data/crafts/annex-a.yaml"] }, 'data/crafts/annex-b1.yaml at /0/id (line 2): found "hwa-38", which data/crafts/annex-a.yaml at /0 also holds'],
  ["a record ends before it begins", changed(country, "validFrom: 2008-02-17", "validFrom: 2008-02-17\nvalidTo: 2007-01-01"), `${country} at /validTo`, 'expected a day not before "2008-02-17"'],
  ["two competence areas have one code", changed(occupation, "craft:", `competenceAreas: { areas: [{ code: A.1, name: Cutting }, { code: A.1, name: Colouring }], ${sourced} }\ncraft:`), `${occupation} at /competenceAreas/areas/1/code (line 11): found "A.1", which /competenceAreas/areas/0 also holds`],
  ["a micro-credential helps with an area that the occupation does not have", { ...changed(occupation, "craft:", `competenceAreas: { areas: [{ code: A.1, name: Cutting }], ${sourced} }\ncraft:`), "data/micro-credentials/al-01.yaml": credential }, 'data/micro-credentials/al-01.yaml at /helps/0/areas/1 (line 2): found "A.9", expected the code of a competence area of friseur'],
  ["two routes have one id", changed(profession, "source: { law", `  - { id: eu-practice, diploma: any, procedure: hwo_50c, outcome: full, range: { worst: full, best: full }, findings: [R114.other], law: [HwO § 50c], mark: verified-law }\nsource: { law`), `${profession} at /routes/1/id (line 25): found "eu-practice", which /routes/0 also holds`],
  ["a text key of free work does not exist", { ...changed(profession, "freeWithout: []", "freeWithout: [free.helping]"), "texts/de/measures.yaml": "free: { assisting: Sie dürfen mitarbeiten. }" }, `${profession} at /freeWithout/0`, 'found "free.helping", expected a key of texts/de/measures.yaml'],
  ["a file lies in an unknown folder", { "data/country/xk.yaml": "id: XK" }, "data/country/xk.yaml: found a file in an unknown folder", "data/countries"],
  ["a file has the other ending", { "data/countries/rs.yml": "id: RS" }, 'data/countries/rs.yml: found a file that ends in ".yml"'],
  ["texts are in a language that the product does not have", { "texts/xx/facts.yaml": "a: b" }, 'texts/xx/facts.yaml: found the folder "xx", expected a language of the product'],
  ["an occupation that others point to is faulty itself", changed(occupation, "kind: training-occupation", "kind: trade"), `${occupation} at /kind (line 4): found "trade"`],
  ["a list that others point to cannot be read", { "data/crafts/annex-a.yaml": "- { id: hwa-38" }, "data/crafts/annex-a.yaml (line 1): found something that is not YAML"],
  ["a stage of facts that conditions name is faulty itself", changed(work, "type: choice", "type: choose"), `${work} at /facts/0/type (line 4): found "choose"`],
];

describe("one fault is told in one clear sentence", () => {
  test.each(faulty)("%s", (_circumstance, changes, ...parts) => {
    const sentences = faultsOf(changes);
    expect(sentences).toHaveLength(1);
    for (const part of parts) expect(sentences[0]).toContain(part);
  });
});

describe("loading", () => {
  test("sound rules load, missing folders are empty collections", () => {
    const { content } = loadRules(rulesFolderWith({}));
    expect(content.referenceOccupations.map(({ id }) => id)).toEqual(["friseur"]);
    expect(content.facts.map(({ stage }) => stage)).toEqual(["work", "experience"]);
    expect(content.microCredentials).toEqual([]);
    expect(content.texts).toEqual({});
  });

  test("a version that ends before the next begins is no fault", () => {
    const older = soundRules[occupation]?.replace("validFrom: 2008-08-01", "validFrom: 2008-08-01\nvalidTo: 2026-12-31");
    const younger = soundRules[occupation]?.replace("2008-08-01", "2027-01-01");
    expect(faultsOf({ [occupation]: older, "data/reference-occupations/friseur/2027-01-01.yaml": younger })).toEqual([]);
  });

  test("all faults are thrown together", () => {
    const dir = rulesFolderWith({ ...changed(country, "group: third", "group: europe"), ...changed(occupation, "craft: hwa-38", "craft: hwa-99") });
    let thrown: unknown;
    try {
      loadRules(dir);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(RulesFaulty);
    expect((thrown as RulesFaulty).findings.map(({ file }) => file)).toEqual([country, occupation]);
    expect((thrown as RulesFaulty).message).toContain("2 faults");
  });

  test("a folder that is no rules folder is refused", () => {
    expect(() => loadRules(join(rulesFolderWith({}), "data"))).toThrow('holds no folder "data"');
  });

  test("the rules of this repository have no fault", () => {
    expect(readRules().faults.map(sentenceOf)).toEqual([]);
  });
});

describe("the hash of a version", () => {
  const hashOf = (changes: RulesFiles, base?: RulesFiles) => loadRules(rulesFolderWith(changes, base)).hash;

  test("does not depend on the order in which files were written", () => {
    expect(hashOf({}, Object.fromEntries(Object.entries(soundRules).toReversed()))).toBe(hashOf({}));
  });

  test("does not depend on how a list is divided into files, nor on blanks, comments and the order of keys", () => {
    const file = "data/procedure-rules/basics.yaml";
    const [first = "", second = ""] = (soundRules[file] ?? "").trim().split("\n");
    const divided = { [file]: undefined, "data/procedure-rules/a.yaml": `# practice\n${second}\n`, "data/procedure-rules/b.yaml": first };
    const turned = changed(country, "iso3: XKX\nnames: { de: Kosovo, en: Kosovo }", "names:\n  en: Kosovo\n  de: Kosovo\niso3: XKX");
    expect(hashOf({ ...divided, ...turned })).toBe(hashOf({}));
  });

  test("changes with a single value", () => {
    expect(hashOf(changed(occupation, "durationMonths: 36", "durationMonths: 37"))).not.toBe(hashOf({}));
  });

  test("is 64 hexadecimal digits", () => {
    expect(hashOf({})).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe("the cache of what was read", () => {
  const valuesOf = (files: ReturnType<typeof readTree>) => files.map(({ file, read }) => [file, read]);

  test("gives what the files hold now, also when it is stale, damaged or forged", () => {
    const folder = rulesFolderWith({});
    const cache = join(folder, "rules.cache");
    const plain = valuesOf(readTree(folder));
    expect(valuesOf(readTree(folder, cache))).toEqual(plain);
    expect(valuesOf(readTree(folder, cache))).toEqual(plain);

    const kept = readFileSync(cache, "utf8");
    for (const damaged of ["", "1", kept.slice(0, 200), kept.replace("Kosovo", "Kosova")]) {
      writeFileSync(cache, damaged);
      expect(valuesOf(readTree(folder, cache))).toEqual(plain);
    }
    writeFileSync(join(folder, country), (soundRules[country] ?? "").replace("third", "eu"));
    expect(valuesOf(readTree(folder, cache))).toEqual(valuesOf(readTree(folder)));
  });

  test("never hides a fault", () => {
    const folder = rulesFolderWith({ [country]: "id: [" });
    const cache = join(folder, "rules.cache");
    readTree(folder, cache);
    expect(readTree(folder, cache).find(({ file }) => file === country)?.read).toHaveProperty("faults");
  });
});
