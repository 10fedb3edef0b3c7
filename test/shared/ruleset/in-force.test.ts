import { describe, expect, test } from "@jest/globals";
import type { Country, CountryGroups, FactStage, RegulatedProfession, RulesetContent } from "@gleichwert/rules";
import { inForce } from "@gleichwert/shared/ruleset";

const sourced = { source: { work: "made for this test" }, mark: "model" } as const;

const profession = (id: string, validFrom: string, validTo?: string, exam = "exam"): RegulatedProfession => ({
  id, validFrom, ...(validTo && { validTo }), names: { de: id, en: id }, category: "health", regulatedBy: "land", law: "Land law", protected: "both", form: "activity", regulated: "yes",
  authority: ["land_health_authority"], euAutomatic: false, examName: exam, freeWithout: [], routes: [], deadlines: [], cutOffs: [], acquiredRights: [], ...sourced,
});

const country = (id: string, group: "eu" | "third"): Country => ({
  id, iso3: id, names: { de: id, en: id }, languages: [], group, validFrom: "1990-01-01", succeededBy: [], legacy: [], facts: [], verifyAt: [], qualifications: [], ...sourced,
});

const names = { de: "", en: "" };
const groups: CountryGroups = {
  eu: [{ country: "GB", until: "2020-12-31" }, { country: "HR", from: "2013-07-01" }, { country: "PL", from: "2004-05-01" }, { country: "CZ" }, { country: "SK" }, { country: "LT" }, { country: "CH" }],
  former: [
    { country: "SU", names, until: "1991-12-26", successors: ["LT", "UA", "RU"] },
    { country: "YU", names, until: "1992-04-27", successors: ["HR", "RS"] },
    { country: "CS", names, until: "1992-12-31", successors: ["CZ", "SK"] },
    { country: "DD", names, until: "1990-10-02", successors: ["DE"] },
  ],
  ...sourced,
};

const stages: FactStage[] = [
  { stage: "purpose", facts: [{ id: "goal.purpose", type: "choice", options: ["a"], readBy: ["R2"] }] },
  { stage: "origin", facts: [{ id: "qualification.country", type: "country", list: "qualification", readBy: ["R45"] }, { id: "qualification.year", type: "year", unit: "year", readBy: ["R12"] }] },
];

const content = (changes: Partial<RulesetContent> = {}): RulesetContent => ({
  schemaVersion: 1, referenceOccupations: [], regulatedProfessions: [], crafts: [], compensationMeasures: [], microCredentials: [], competentAuthorities: [], countries: [],
  countryGroups: groups, procedureRules: [], referenceHints: [], degreeFields: [], conditions: [], stateLists: [], comparisonBodies: [], deadlines: [], fees: [], funding: [], residencePointers: [], requiredDocuments: [],
  statistics: [], lawVariants: [], statements: [], facts: stages, labels: {}, texts: {}, ...changes,
});

const rulesetOf = (changes?: Partial<RulesetContent>) => ({ hash: "abc", content: content(changes) });

describe("rules in force on a day", () => {
  test("a version that was published before there was a collection can still be read", () => {
    const { degreeFields: _later, ...earlier } = content();
    expect(inForce({ hash: "earlier", content: earlier as RulesetContent }, "2026-11-22").degreeFields).toEqual([]);
  });

  // Nursing assistants: Land law until the end of 2026, the federal act from 2027 on (PflFAssG).
  const ruleset = rulesetOf({
    regulatedProfessions: [profession("pflegehelfer-land", "2003-01-01", "2026-12-31"), profession("pflegefachassistenz", "2027-01-01"), profession("arzt", "2012-04-01", "2026-12-31", "old"), profession("arzt", "2027-01-01", undefined, "new")],
  });

  test.each([
    ["2002-12-31", []],
    ["2003-01-01", ["pflegehelfer-land"]],
    ["2026-12-31", ["arzt", "pflegehelfer-land"]],
    ["2027-01-01", ["arzt", "pflegefachassistenz"]],
  ])("on %s: %p", (on, ids) => {
    expect([...inForce(ruleset, on).regulatedProfessions.keys()].toSorted()).toEqual(ids);
  });

  test("of two versions of a record, the one of the day is found", () => {
    expect(inForce(ruleset, "2026-12-31").regulatedProfessions.get("arzt")?.examName).toBe("old");
    expect(inForce(ruleset, "2027-01-01").regulatedProfessions.get("arzt")?.examName).toBe("new");
  });

  test("records without validity hold always, funding that ended does not", () => {
    const measure = { id: "none", names: { de: "", en: "" }, branch: "regulated", canCompensate: "", ...sourced } as const;
    const grant = { id: "grant", names: { de: "", en: "" }, applyBefore: true, validFrom: "2016-12-01", validTo: "2026-12-31", ...sourced } as const;
    const rules = rulesetOf({ compensationMeasures: [measure], funding: [grant] });
    expect(inForce(rules, "2026-12-31").funding.map(({ id }) => id)).toEqual(["grant"]);
    expect(inForce(rules, "2027-01-01").funding).toEqual([]);
    expect(inForce(rules, "1900-01-01").compensationMeasures.has("none")).toBe(true);
  });

  test("the same ruleset and day give the same object; another ruleset with equal content does not", () => {
    expect(inForce(ruleset, "2026-11-22")).toBe(inForce(ruleset, "2026-11-22"));
    expect(inForce({ ...ruleset }, "2026-11-22")).not.toBe(inForce(ruleset, "2026-11-22"));
  });

  test("many days asked for do not change what a day gives", () => {
    for (let year = 2000; year < 2100; year++) inForce(ruleset, `${year}-01-01`);
    expect([...inForce(ruleset, "2003-01-01").regulatedProfessions.keys()]).toEqual(["pflegehelfer-land"]);
  });

  test("nobody can change them", () => {
    const rules = inForce(rulesetOf({ regulatedProfessions: [profession("arzt", "2012-04-01")] }), "2026-11-22");
    expect(() => Object.assign(rules, { hash: "other" })).toThrow(TypeError);
    expect(() => Object.assign(rules.regulatedProfessions.get("arzt") ?? {}, { regulated: "mixed" })).toThrow(TypeError);
    expect(() => rules.regulatedProfessions.get("arzt")?.authority.push("none")).toThrow(TypeError);
    expect(() => (rules.fees as unknown[]).push({})).toThrow(TypeError);
  });

  test("facts know their stage and their place over all stages", () => {
    const { facts } = inForce(ruleset, "2026-11-22");
    expect([...facts.values()].map(({ id, stage, position }) => [id, stage, position])).toEqual([
      ["goal.purpose", "purpose", 0],
      ["qualification.country", "origin", 1],
      ["qualification.year", "origin", 2],
    ]);
  });

  test.each(["", "22.11.2026", "2026-11", "today"])("refuses %p as a day", (on) => {
    expect(() => inForce(ruleset, on)).toThrow(RangeError);
  });
});

describe("group of a state", () => {
  const rules = inForce(rulesetOf({ countries: [country("SU", "third"), country("YU", "third")] }), "2026-11-22");

  test.each<[string, string, string | number | undefined, string]>([
    ["Germany", "DE", undefined, "de"],
    ["a state that no list names", "SY", undefined, "third"],
    ["Switzerland", "CH", undefined, "eu"],
    ["the United Kingdom on the key date", "GB", undefined, "third"],
    ["a British diploma issued on the last day", "GB", "2020-12-31", "eu"],
    ["a British diploma issued a day later", "GB", "2021-01-01", "third"],
    ["a British diploma of 2020", "GB", 2020, "eu"],
    ["a British diploma of 2021", "GB", 2021, "third"],
    ["a Polish diploma from before the accession", "PL", 1990, "eu"],
    ["work in Croatia on the day before the accession", "HR", "2013-06-30", "third"],
    ["work in Croatia on the day of the accession", "HR", "2013-07-01", "eu"],
    ["a Soviet diploma, whose successors are in different groups", "SU", 1985, "third"],
    ["a Yugoslav diploma, whose successors are in different groups", "YU", 1985, "third"],
    ["a Czechoslovak diploma, whose successors are both members", "CS", 1985, "eu"],
    ["a diploma of the German Democratic Republic", "DD", 1985, "de"],
  ])("%s", (_circumstance, code, when, group) => {
    expect(rules.countryGroupOf(code, when)).toBe(group);
  });

  test("a diploma of a state that joins later is a third-country diploma until then", () => {
    expect(inForce(rulesetOf(), "2013-06-30").countryGroupOf("HR", 2000)).toBe("third");
    expect(inForce(rulesetOf(), "2013-07-01").countryGroupOf("HR", 2000)).toBe("eu");
  });

  test("without a profile of its own, a former state with mixed successors is a third country", () => {
    expect(inForce(rulesetOf(), "2026-11-22").countryGroupOf("SU", 1985)).toBe("third");
  });
});
