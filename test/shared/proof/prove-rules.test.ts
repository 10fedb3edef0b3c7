/** Each kind of damage is found, with an example person where there is one; a harmless change is not. */
import { describe, expect, test } from "@jest/globals";
import type { RulesetContent } from "@gleichwert/rules";
import { assess } from "@gleichwert/shared/assessment";
import { factsOf, lineOf, proveRules } from "@gleichwert/shared/proof";
import { inForce } from "@gleichwert/shared/ruleset";
import { keyDate, ruleset } from "../../support/told.ts";
import { euRoute, newFindings, profession, route, smallRules } from "./small-rules.ts";

const content = (): RulesetContent => ruleset().content;
const withRoutes = (...routes: Parameters<typeof route>[0][]): Partial<RulesetContent> => ({ regulatedProfessions: [profession({ routes: routes.map((changes) => route(changes)) })] });
const eu = euRoute();

type Row = [what: string, changes: () => Partial<RulesetContent>, kind: string, level: "error" | "warning", says: RegExp];

describe("a. contradictions inside a route, told to somebody", () => {
  const rows: Row[] = [
    ["automatic recognition with measures", () => withRoutes({ outcome: "automatic", range: { worst: "automatic", best: "automatic" } }, eu), "contradiction", "error", /outcome automatic with the measures/],
    ["full recognition with measures that its range never needs", () => withRoutes({ outcome: "full", range: { worst: "full", best: "full" } }, eu), "contradiction", "error", /outcome full with the measures/],
    ["a choice of one measure", () => withRoutes({ measures: ["knowledge_exam"], longestAdaptationMonths: undefined }, eu), "contradiction", "error", /applicant chooses among one measure/],
    ["an examination without its measure", () => withRoutes({ exams: ["kenntnispruefung", "eignungspruefung"] }, eu), "contradiction", "error", /examination eignungspruefung without the measure aptitude_test/],
    ["a measure without its examination", () => withRoutes({ exams: [] }, eu), "contradiction", "error", /measure knowledge_exam without the examination/],
    ["partial access for a diploma of a third country", () => withRoutes({ findings: ["R81.applicant-chooses", "R59.partial-access"] }, eu), "contradiction", "error", /partial access for a diploma of a third country/],
    ["the European procedure for a diploma of a third country", () => withRoutes({ procedure: "pflbg_eu_general" }, eu), "contradiction", "error", /procedure pflbg_eu_general for a diploma of a third country/],
    ["a likely end outside of its range", () => withRoutes({ range: { worst: "full", best: "full" } }, eu), "contradiction", "error", /outside of its range/],
    ["an adaptation period of more than three years", () => withRoutes({ longestAdaptationMonths: 48 }, eu), "contradiction", "error", /48 months, expected at most 36/],
    ["months of an adaptation period that is none of the measures", () => withRoutes({ measures: ["knowledge_exam"], chosenBy: "law" }, eu), "contradiction", "error", /36 months without the measure/],
    ["measures and nobody who chooses", () => withRoutes({ chosenBy: undefined }, eu), "contradiction", "warning", /nobody who chooses/],
  ];
  test.each(rows)("%s", (_what, changes, kind, level, says) => {
    const [found] = newFindings(changes()).filter(({ text }) => says.test(text));
    expect(found).toMatchObject({ kind, level, at: { record: { id: "probepflege" }, place: "/routes/0" } });
    expect(lineOf(found!.person!)).toContain("goal.reference-occupation = probepflege");
  });

  test("the European procedure is none where another state of the EU has recognised the diploma", () => {
    expect(newFindings(withRoutes({ id: "recognised", when: { fact: "derived.recognised-in-eu", is: "yes" }, procedure: "pflbg_eu_general", measures: ["aptitude_test", "adaptation_period"], exams: ["eignungspruefung"] }, {}, eu))).toEqual([]);
  });
});

describe("b. routes that nobody reaches", () => {
  const years = (below: number) => ({ fact: "qualification.duration-years", below });
  const rows: Row[] = [
    ["behind one without a condition", () => withRoutes({}, { id: "late", when: { fact: "person.nationality", is: "third" } }, eu), "unreachable", "error", /"late" behind "third"/],
    ["behind one whose condition is wider", () => withRoutes({ id: "short", when: years(3) }, { id: "shorter", when: years(2) }, {}, eu), "unreachable", "error", /"shorter" behind "short"/],
    ["with a condition that contradicts itself", () => withRoutes({ id: "never", when: { all: [{ fact: "qualification.level", is: "bachelor" }, { fact: "qualification.level", is: "post_secondary" }] } }, {}, eu), "unreachable", "error", /"never", whose condition no answers can meet/],
    ["behind two that share everybody out", () => withRoutes({ id: "a", when: { fact: "goal.land", is: "BY" } }, { id: "b", when: { not: { fact: "goal.land", is: "BY" } } }, { id: "both", when: { fact: "goal.land", in: ["BY", "HE"] } }, {}, eu), "unreachable", "error", /"both" behind/],
    ["of automatic recognition in a profession that has none", () => withRoutes({}, { ...eu, id: "eu-automatic", when: { fact: "derived.annex-v", is: "yes" } }, eu), "unreachable", "error", /"eu-automatic", whose condition no answers can meet/],
    ["of automatic recognition whose days are not there", () => ({ regulatedProfessions: [profession({ euAutomatic: true, routes: [route(), { ...eu, id: "eu-automatic", when: { fact: "derived.annex-v", is: "yes" } }, eu] })] }), "unreachable", "warning", /"eu-automatic".*only ever stands as a possibility/],
    ["whose training the step refuses before", () => withRoutes({ id: "closed", when: { fact: "derived.formal", is: "not-open" } }, {}, eu), "unreachable", "error", /"closed".*no step of the assessment takes it/],
  ];
  test.each(rows)("%s", (_what, changes, kind, level, says) => {
    expect(newFindings(changes()).filter(({ text }) => says.test(text))).toMatchObject([{ kind, level }]);
  });

  test("one that only a figure on the boundary reaches is reached", () => {
    expect(newFindings(withRoutes({ id: "short", when: years(2) }, { id: "exactly", when: { fact: "qualification.duration-years", atMost: 2 } }, {}, eu))).toEqual([]);
  });

  test("the person behind another route is one whom that route takes", () => {
    const changes = withRoutes({}, { id: "late", when: { fact: "person.nationality", is: "third" } }, eu);
    const [found] = newFindings(changes).filter(({ kind }) => kind === "unreachable");
    const { paths } = assess(inForce({ hash: "small", content: smallRules(changes) }, keyDate), factsOf(found!.person!), keyDate);
    expect(paths[0]).toMatchObject({ target: "probepflege", procedure: "pflbg_third" });
  });
});

describe("c. rows that no person reaches", () => {
  const office = (id: string, field: string): RulesetContent["competentAuthorities"][number] => ({ id, name: id, type: "land_health_authority", laender: ["BY"], fields: [field], diploma: "any", countries: [], occupations: [], source: { law: ["BQFG § 8"] }, mark: "general-knowledge" });
  const pointer = content().residencePointers[0]!;
  const rows: Row[] = [
    ["a condition that no step reads", () => ({ conditions: [...content().conditions, { id: "spare", rule: "R7", when: { fact: "person.age", atLeast: 18 }, law: ["BQFG § 3"], mark: "verified-law", validFrom: "2020-01-01" }] }), "unused", "warning", /condition "spare", which no step/],
    ["a residence pointer without a condition", () => ({ residencePointers: [...content().residencePointers, { ...pointer, id: "spare", when: undefined }] }), "unused", "warning", /pointer "spare" without a condition/],
    ["a residence pointer whose condition nobody meets", () => ({ residencePointers: [...content().residencePointers, { ...pointer, id: "spare", when: { all: [{ fact: "person.residence", is: "germany" }, { fact: "person.residence", is: "eu" }] } }] }), "unused", "warning", /"spare".*can hold for nobody/],
    ["money for an examination that no way has", () => ({ funding: [...content().funding, { ...content().funding[0]!, id: "spare", exam: "heilpraktiker_check" }] }), "unused", "warning", /"spare", which nobody is shown/],
    ["a fee of a procedure that no way has", () => ({ fees: [{ id: "spare", procedures: ["eurag"], authorities: [], minEuro: 1, maxEuro: 2, what: "procedure", source: { law: ["BQFG § 6"] }, mark: "general-knowledge" }] }), "unused", "warning", /fee "spare" of eurag/],
    ["a time limit of a procedure that no way has", () => ({ deadlines: [{ id: "spare", procedures: ["eurag"], months: 3, from: "notice", law: ["EuRAG § 16a"], mark: "verified-law" }] }), "unused", "warning", /time limit "spare" of eurag/],
    ["an authority of a field that no profession has", () => ({ competentAuthorities: [office("amt", "health-allied"), office("spare", "teachers")] }), "unused", "warning", /authority "spare".*nobody is sent/],
    ["a second cut-off day of one country", () => ({ regulatedProfessions: [profession({ euAutomatic: true, cutOffs: ["2004-05-01", "1993-01-01"].map((before) => ({ country: "PL", before, law: ["Directive 2005/36/EC Annex V"], mark: "verified-law" })) })] }), "unused", "warning", /more than one day for PL/],
    ["a time limit inside a profession for a procedure it has not", () => ({ regulatedProfessions: [profession({ deadlines: [{ id: "spare", procedure: "eurag", diploma: "any", months: 4, law: ["EuRAG § 16a"], mark: "verified-law" }] })] }), "unused", "warning", /time limit "spare", which nobody/],
    ["a craft to which no occupation leads", () => ({ crafts: content().crafts.filter(({ id }) => id === "hwa-38" || id === "hwb2-01") }), "unused", "warning", /craft "hwb2-01"/],
    ["a field of study whose words another field takes", () => ({ degreeFields: ["first", "second"].map((id) => ({ id, words: ["Philologie"], source: { work: "own list" }, mark: "general-knowledge" as const })) }), "unused", "warning", /field "second"/],
    ["a list of states that no step reads", () => ({ stateLists: [{ id: "spare", rule: "R7", entries: [{ country: "FR" }], law: ["BQFG § 3"], mark: "verified-law", validFrom: "2020-01-01" }] }), "unused", "warning", /list "spare"/],
    ["a change of law that nothing names", () => ({ lawVariants: [{ id: "spare", rule: "R7", source: { law: ["BQFG § 3"] }, mark: "verified-law" }] }), "unused", "warning", /change of law "spare"/],
  ];
  test.each(rows)("%s", (_what, changes, kind, level, says) => {
    expect(newFindings(changes()).filter(({ text }) => says.test(text))).toMatchObject([{ kind, level }]);
  });

  test("an authority of the Land and field of a profession is reached", () => {
    expect(newFindings({ competentAuthorities: [office("amt", "health-allied")] })).toEqual([]);
  });
});

describe("d. facts", () => {
  test("one that is asked while nothing reads it", () => {
    const facts = content().facts.map((stage) => (stage.stage === "person" ? { ...stage, facts: [...stage.facts, { id: "person.shoe-size", type: "years" as const, unit: "years" as const, readBy: ["R1"] }] } : stage));
    expect(newFindings({ facts })).toMatchObject([{ kind: "unread-fact", level: "warning", text: expect.stringContaining('fact "person.shoe-size", which is asked') }]);
  });

  test("one in a condition that exists nowhere", () => {
    expect(newFindings(withRoutes({ id: "tall", when: { fact: "person.height", is: "tall" } }, {}, eu)).filter(({ kind }) => kind === "unread-fact")).toMatchObject([{ level: "error", text: expect.stringContaining("person.height") }]);
  });

  test.each(["qualification.completed", "qualification.duration-years"])("%s as volunteered, while a step asks for it", (asked) => {
    const facts = content().facts.map((stage) => ({ ...stage, facts: stage.facts.map((fact) => (fact.id === asked ? { ...fact, volunteered: true } : fact)) }));
    const [found] = newFindings({ facts }).filter(({ kind }) => kind === "contradiction");
    expect(found).toMatchObject({ level: "error", text: expect.stringContaining(`"${asked}"`) });
    expect(assess(inForce(ruleset(), keyDate), factsOf(found!.person!), keyDate).missing.map((key) => key.split("@")[0])).toContain(asked);
  });

  test("one that a step reads while it is not defined", () => {
    const facts = content().facts.map((stage) => ({ ...stage, facts: stage.facts.filter(({ id }) => id !== "goal.land") }));
    expect(newFindings({ facts, funding: [] }).filter(({ kind }) => kind === "unread-fact")).toMatchObject([{ level: "error", text: expect.stringContaining('no fact "goal.land"') }]);
  });
});

describe("e. and h. sentences", () => {
  test("one without law and page, with somebody who is told it", () => {
    const procedureRules = content().procedureRules.map((rule) => (rule.id === "R182" ? { ...rule, law: [], url: [] } : rule));
    const [found] = newFindings({ procedureRules }).filter(({ kind }) => kind === "dead-end");
    expect(found).toMatchObject({ level: "error", at: { record: { id: "R182" } }, text: expect.stringContaining("R182.free-advice without law and page") });
    expect(found!.person).toBeDefined();
  });

  test("one behind which no record names its source", () => {
    const [found, ...more] = newFindings({ statements: content().statements.filter(({ id }) => id !== "next.apply") });
    expect([found, more]).toMatchObject([{ kind: "dead-end", level: "error", text: expect.stringContaining('sentence "next.apply" without a record') }, []]);
    expect(found!.person).toBeDefined();
  });
  test("a source of a sentence that has no words", () => {
    expect(newFindings({ statements: [...content().statements, { id: "next.fly", rule: "R7", law: ["BQFG § 3"], of: [], url: [], mark: "verified-law" }] }).map(({ kind }) => kind)).toEqual(["missing-text", "unused"]);
  });

  const texts = (locale: string, change: (findings: Record<string, Record<string, string>>) => void): Partial<RulesetContent> => {
    const changed = structuredClone(content().texts);
    change(changed[locale]!["findings"] as Record<string, Record<string, string>>);
    return { texts: changed };
  };
  test("one that a language lacks", () => {
    const found = newFindings(texts("uk", (findings) => delete findings["R81"]!["applicant-chooses"]));
    expect(found).toMatchObject([{ kind: "missing-text", level: "error", at: { file: "texts/uk/findings.yaml", place: "/R81/applicant-chooses" } }]);
    expect(lineOf(found[0]!.person!)).toContain("probepflege");
  });
  test("one whose placeholder nothing fills", () => {
    expect(newFindings(texts("ar", (findings) => (findings["R81"]!["applicant-chooses"] = "{colour}")))).toMatchObject([{ kind: "missing-text", level: "error", at: { file: "texts/ar/findings.yaml" }, text: expect.stringContaining("{colour}") }]);
  });
});

describe("g. what is out of date", () => {
  const rows: Row[] = [
    ["an ended profession", () => ({ regulatedProfessions: [profession(), profession({ id: "altpflege", validTo: "2025-12-31" })] }), "expired", "warning", /"altpflege" ended on 2025-12-31/],
    ["an ended rule that records in force still name", () => ({ procedureRules: content().procedureRules.map((rule) => (rule.id === "R81" ? { ...rule, validTo: "2025-12-31" } : rule)) }), "expired", "error", /"R81" ended.*still name it/],
    ["two versions on the same days", () => ({ regulatedProfessions: [profession({ validTo: "2026-12-31" }), profession({ validFrom: "2026-01-01" })] }), "expired", "error", /two versions on the same days/],
    ["days between two versions", () => ({ regulatedProfessions: [profession({ validTo: "2024-12-31" }), profession({ validFrom: "2025-02-01" })] }), "expired", "error", /no version of "probepflege" from 2025-01-01 to 2025-01-31, .* last until 2025-01-31, or the next begin on 2025-01-01/],
    ["one day between two versions", () => ({ regulatedProfessions: [profession({ validTo: "2024-12-31" }), profession({ validFrom: "2025-01-02" })] }), "expired", "error", /no version of "probepflege" on 2025-01-01, /],
    ["an old figure", () => ({ statistics: [{ id: "share", year: 2019, value: 1, unit: "percent", source: { work: "a yearbook" }, mark: "verified-page" }] }), "expired", "warning", /"share" of the year 2019/],
    ["money that nobody has looked at for long", () => ({ funding: [{ ...content().funding[0]!, source: { work: "a page", checkedOn: "2023-01-01" } }] }), "expired", "warning", /last checked on 2023-01-01/],
  ];
  test.each(rows)("%s", (_what, changes, kind, level, says) => {
    expect(newFindings(changes()).filter(({ text }) => says.test(text))).toMatchObject([{ kind, level }]);
  });
});

describe("the proof itself", () => {
  test("says nothing of a harmless change", () => {
    expect(newFindings({ regulatedProfessions: [profession({ names: { de: "Probepflegefachkraft", en: "Trial nurse" }, routes: [route({ law: ["PflBG § 40 (3)", "PflBG § 40 (2)"] }), eu] })] })).toEqual([]);
  });
  test("proves a profession that begins later on its first day", () => {
    const later = profession({ id: "neupflege", validFrom: "2027-01-01", routes: [route(), route({ id: "late" }), eu] });
    expect(newFindings({ regulatedProfessions: [profession(), later] }).filter(({ kind }) => kind === "unreachable")).toMatchObject([{ at: { record: { id: "neupflege" }, place: "/routes/1" } }]);
  });
  test("finds the same twice", () => {
    const once = () => proveRules(smallRules(), keyDate).map(({ text }) => text);
    expect(once()).toEqual(once());
  });
});
