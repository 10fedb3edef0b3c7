import { afterAll, describe, expect, test } from "@jest/globals";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { checkRules, countMarks, readRules, sentenceOf } from "@gleichwert/rules/load";
import { isKnownStatute, statuteOf } from "../../rules/src/check/laws.ts";
import { repositoryRoot } from "../support/paths.ts";
import { changed, removeRulesFolders, type RulesFiles, rulesFolderWith } from "../support/rules-folder.ts";

afterAll(removeRulesFolders);

/** Texts for every asked fact of the sound rules, alike in each language. */
const facts = 'goal:\n  work-form: { question: "{name}?" }\nexperience: { rows: { question: b }, years: { question: c } }\n';
const findings = "R114: { enough-practice: a }\n";
const worded: RulesFiles = Object.fromEntries(["de", "en", "uk", "ar"].flatMap((locale) => [[`texts/${locale}/facts.yaml`, facts], [`texts/${locale}/findings.yaml`, findings]]));

function remarks(changes: RulesFiles): string[] {
  const { content, faults, origins } = readRules(rulesFolderWith({ ...worded, ...changes }));
  expect(faults).toEqual([]);
  return checkRules(content, (record) => origins.get(record))
    .filter(({ text }) => !text.includes("found no records") && !text.includes("found no states"))
    .map((finding) => `${finding.level} ${sentenceOf(finding)}`);
}

describe("words", () => {
  test("nothing is said when every language has the same texts", () => {
    expect(remarks({})).toEqual([]);
  });

  test("a text that one language lacks", () => {
    expect(remarks({ "texts/uk/findings.yaml": "R114: { other: a }\n", ...Object.fromEntries(["de", "en", "ar"].map((locale) => [`texts/${locale}/findings.yaml`, "R114: { enough-practice: a, other: a }\n"])) })).toEqual([
      "error texts/uk/findings.yaml at /R114/enough-practice: found no text, expected one as in texts/en/findings.yaml; translate it",
    ]);
  });

  test("a text that only one language has is missing in the others", () => {
    expect(remarks({ "texts/ar/findings.yaml": "R114: { enough-practice: a, other: b }\n" })).toHaveLength(3);
  });

  test("a file that one language lacks is told once, not for each text", () => {
    expect(remarks({ "texts/ar/findings.yaml": undefined })).toEqual(["error texts/ar/findings.yaml: found no file, expected the same texts as in de, en or uk; add the file"]);
  });

  test("a translation with another placeholder", () => {
    expect(remarks({ "texts/ar/facts.yaml": facts.replace("{name}", "{nam}") })).toEqual([
      "error texts/ar/facts.yaml at /goal/work-form/question: found the placeholders {nam}, expected {name} as in texts/en/facts.yaml; write the same names in braces",
    ]);
  });

  test("an empty text", () => {
    expect(remarks({ "texts/ar/findings.yaml": 'R114: { enough-practice: "" }\n' })).toEqual(["error texts/ar/findings.yaml at /R114/enough-practice: found an empty text, expected a sentence; write it"]);
  });

  test("a fact without words in any language is an error in each", () => {
    const wordless = Object.fromEntries(Object.keys(worded).filter((file) => file.endsWith("facts.yaml")).map((file) => [file, facts.replace("years:", "age:")]));
    const said = remarks(wordless);
    expect(said).toHaveLength(4);
    for (const sentence of said) expect(sentence).toMatch(/^error texts\/(de|en|uk|ar)\/facts\.yaml: found no words for the fact "experience\.years"/);
  });

  test("facts without any file of words are a warning", () => {
    const none = Object.fromEntries(Object.keys(worded).filter((file) => file.endsWith("facts.yaml")).map((file) => [file, undefined]));
    expect(remarks(none)).toEqual(["ar", "de", "en", "uk"].map((locale) => `warning texts/${locale}/facts.yaml: found no file, expected the words of 3 facts; add the file`));
  });

  test("a finding of a route without a German sentence", () => {
    const other = Object.fromEntries(Object.keys(worded).filter((file) => file.endsWith("findings.yaml")).map((file) => [file, "R114: { other: a }\n"]));
    expect(remarks(other)).toEqual(['error texts/de/findings.yaml: found no sentence for the finding "R114.enough-practice" (hwa-38, route eu-practice), expected one; add it in every language']);
  });
});

describe("law", () => {
  test("a provision in the way of German papers is told with the way of the rules", () => {
    expect(remarks(changed("data/procedure-rules/basics.yaml", '["BQFG § 3 (5)"]', '["BQFG § 3 Abs. 5 Satz 2 Nr. 1"]'))).toEqual([
      'warning data/procedure-rules/basics.yaml at /0/law/0: found "BQFG § 3 Abs. 5 Satz 2 Nr. 1", expected the way in which the rules write provisions; write "BQFG § 3 (5) sentence 2 no. 1"',
    ]);
  });

  test("a statute that no list knows is told once with its first place", () => {
    expect(remarks(changed("data/procedure-rules/basics.yaml", '["BQFG § 3 (5)"]', '["BFQG § 3 (5)", "BFQG § 9"]'))).toEqual([
      'warning data/procedure-rules/basics.yaml at /0/law/0: found "BFQG § 3 (5)" (and 1 more of this statute), expected a known abbreviation instead of "BFQG"; correct it or add the statute to rules/src/check/laws.ts',
    ]);
  });

  test.each([
    ["PflBG § 40 (3)", "PflBG", true],
    ["EU/EWR HwV § 2", "EU/EWR HwV", true],
    ["Directive 2005/36/EC Art. 14", "Directive 2005/36/EC", true],
    ["Directive 2005/36/EC Annex V", "Directive 2005/36/EC", true],
    ["HwO Anlage A", "HwO", true],
    ["Land BQFG", "Land BQFG", true],
    ["SL SBG § 4", "SL SBG", true],
    ["VermG BW § 12", "VermG BW", true],
    ["ADR 8.2", "ADR", true],
    ["PrfgZAUTV Annex", "PrfgZAUTV", true],
    ["SGB III § 81", "SGB III", true],
    ["FriseurAusbV 2008 § 2", "FriseurAusbV 2008", true],
    ["Pflegegesetz § 40", "Pflegegesetz", false],
    ["Directive 2005-36", "Directive 2005-36", false],
    ["Land", "Land", false],
  ])("%s is of %s: known %s", (provision, statute, known) => {
    expect(statuteOf(provision)).toBe(statute);
    expect(isKnownStatute(statute, new Set(["FriseurAusbV 2008"]))).toBe(known);
  });
});

describe("a release", () => {
  test("an empty collection is an error, as what points to it was not checked", () => {
    const { content, origins } = readRules(rulesFolderWith({ "data/crafts/annex-a.yaml": undefined }));
    const said = checkRules(content, (record) => origins.get(record)).map(sentenceOf);
    expect(said.filter((sentence) => sentence.startsWith("data/crafts: found no records"))).toHaveLength(1);
    expect(said.filter((sentence) => sentence.startsWith("data/competent-authorities: found no records"))).toHaveLength(1);
  });

  test("marks are counted with those of inner records", () => {
    const { content } = readRules(rulesFolderWith({}));
    expect(countMarks(content).get("countries")).toEqual({ "verified-law": 0, "verified-page": 0, "general-knowledge": 2, model: 0 });
    expect(countMarks(content).get("regulatedProfessions")).toEqual({ "verified-law": 2, "verified-page": 0, "general-knowledge": 0, model: 0 });
  });
});

describe("npm run rules:check", () => {
  const run = (...args: string[]) => spawnSync(process.execPath, [join(repositoryRoot, "node_modules/tsx/dist/cli.mjs"), join(repositoryRoot, "server/src/commands/rules-check.ts"), ...args], { encoding: "utf8" });

  test("groups the findings of the folder by file, counts them, and ends with 1 on an error", () => {
    const { status, stdout } = run(rulesFolderWith(changed("data/countries/xk.yaml", "group: third", "group: europe")));
    expect(stdout).toContain('\ndata/countries/xk.yaml\n  error at /group (line 5): found "europe", expected eu or third');
    expect(stdout).toMatch(/\d+ errors, \d+ warnings?\.\n$/);
    expect(status).toBe(1);
  });

  test("tells errors before warnings, whatever their files, and the counts last", () => {
    const { stdout } = run(rulesFolderWith({ ...worded, "texts/uk/findings.yaml": 'R114: { enough-practice: "" }\n', ...changed("data/procedure-rules/basics.yaml", '["BQFG § 3 (5)"]', '["BFQG § 3 (5)"]') }));
    const [error, warning] = [stdout.indexOf("\ntexts/uk/findings.yaml\n  error"), stdout.indexOf("\ndata/procedure-rules/basics.yaml\n  warning")];
    expect(error).toBeGreaterThan(-1);
    expect(warning).toBeGreaterThan(error);
    expect(stdout.trimEnd().split("\n").at(-1)).toMatch(/^Version \w{12}: [1-9]\d* errors?, [1-9]\d* warnings?\.$/);
  });

  test("ends with 2 when the folder is none", () => {
    const { status, stderr } = run(join(repositoryRoot, "no-such-folder"));
    expect(stderr).toContain("name a rules folder");
    expect(status).toBe(2);
  });

  test("finds no error in the rules of this repository", () => {
    const { status, stdout } = run();
    expect(stdout).toMatch(/: 0 errors, /);
    expect(stdout).toMatch(/Proof: \d{5} example people assessed\./);
    expect(status).toBe(0);
  }, 240_000);
});
