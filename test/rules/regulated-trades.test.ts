/** Crafts, law, tax, trade licences, driving, engineering and the lists behind them: the data against the words of the statutes. */
import { describe, expect, test } from "@jest/globals";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { Deadline, Fee, Funding, NamedCondition, RegulatedProfession, ResidencePointer, StateList, Statistic, type Condition, type Route } from "@gleichwert/rules";

const data = fileURLToPath(new URL("../../rules/data/", import.meta.url));
const list = (path: string): string[] => readdirSync(join(data, path)).sort();
const read = (path: string): unknown => parse(readFileSync(join(data, path), "utf8"));
const all = <T>(folder: string, schema: { parse(value: unknown): T[] }): T[] => list(folder).flatMap((file) => schema.parse(read(`${folder}/${file}`)));

const categories = ["crafts", "technical", "legal", "transport", "security", "agriculture", "other"];
const records = list("regulated-professions")
  .flatMap((id) => list(`regulated-professions/${id}`).map((file) => ({ id, file, record: RegulatedProfession.parse(read(`regulated-professions/${id}/${file}`)) })))
  .filter(({ record }) => categories.includes(record.category));
const conditions = new Map(all("conditions", NamedCondition.array()).map((each) => [each.id, each]));
const stateList = (id: string): StateList => StateList.parse(read(`state-lists/${id}.yaml`));

type Known = Readonly<Record<string, string | number>>;

/** A condition over facts; a fact left out counts as "not so". */
function holds(condition: Condition, facts: Known): boolean {
  if ("all" in condition) return condition.all.every((each) => holds(each, facts));
  if ("any" in condition) return condition.any.some((each) => holds(each, facts));
  if ("not" in condition) return !holds(condition.not, facts);
  const value = facts[condition.fact];
  if (value === undefined) return false;
  if (condition.is !== undefined) return value === condition.is;
  if (condition.in) return condition.in.includes(value);
  if (condition.notIn) return !condition.notIn.includes(value);
  if (condition.atLeast !== undefined) return Number(value) >= condition.atLeast;
  if (condition.atMost !== undefined) return Number(value) <= condition.atMost;
  return condition.below !== undefined && Number(value) < condition.below;
}

function profession(id: string): RegulatedProfession {
  const found = records.find(({ record }) => record.id === id);
  if (!found) throw new Error(`no record of ${id}`);
  return found.record;
}

/** The way for a diploma of a group: the first route that holds. */
function way(id: string, group: "eu" | "third", facts: Known = {}): Route {
  const route = profession(id).routes.find((each) => (each.diploma === "any" || each.diploma === group) && (!each.when || holds(each.when, facts)));
  if (!route) throw new Error(`${id} has no way for ${group}`);
  return route;
}

const craft = (n: number) => `hwa-${String(n).padStart(2, "0")}`;
const country = (code: string, more: Known = {}): Known => ({ "qualification.country": code, "qualification.right-to-practise": "yes", "qualification.level": "professional_licence", ...more });

describe("the whole of these professions", () => {
  test("127 professions, each file named by id and first day", () => {
    expect(new Set(records.map(({ record }) => record.id)).size).toBe(127);
    for (const { id, file, record } of records) expect([id, file]).toEqual([record.id, `${record.validFrom}.yaml`]);
  });

  test("every profession has a way for a third-country and for a European diploma of which nothing else is known", () => {
    for (const { id } of records) for (const group of ["third", "eu"] as const) expect(() => way(id, group)).not.toThrow();
  });

  test("whoever gets a measure is told who chooses, and no diploma from outside gets partial access", () => {
    for (const { record } of records)
      for (const route of record.routes) {
        if (route.measures.length > 0) expect([record.id, route.id, route.chosenBy]).not.toContain(undefined);
        if (route.diploma === "third") expect(route.findings).not.toContain("R102.partial-access");
      }
  });
});

describe("licensed crafts (HwO Annex A)", () => {
  const european = { "person.nationality": "eu" };
  const turk = { "person.nationality": "third", "qualification.level": "master_craftsman" };

  test("53 numbers, all tied to running a business only", () => {
    const crafts = records.filter(({ id }) => id.startsWith("hwa-"));
    expect(crafts.map(({ id }) => id)).toEqual(Array.from({ length: 53 }, (_, i) => craft(i + 1)));
    for (const { record } of crafts) expect([record.form, record.regulated, record.craft]).toEqual(["self-employment", "yes", record.id]);
  });

  test.each([
    ["German master abroad", 3, "eu", { "person.nationality": "de" }, "eu_ewr_hwv", "applicant"],
    ["Polish tiler with Polish diploma", 42, "eu", european, "eu_ewr_hwv", "applicant"],
    ["Turkish national with Polish diploma: nationality decides (§ 9 (1))", 25, "eu", turk, "hwo_50c", "authority"],
    ["Turkish master", 25, "third", turk, "hwo_50c", "authority"],
    ["Spanish national, diploma taken over in Spain, three years there (§ 3 (5))", 25, "third", { ...european, "derived.recognised-in-eu": "yes", "derived.recognised-practice-years": 3 }, "eu_ewr_hwv", "applicant"],
    ["the same with two years", 25, "third", { ...european, "derived.recognised-in-eu": "yes", "derived.recognised-practice-years": 2 }, "hwo_50c", "authority"],
  ] as const)("%s", (_, number, group, facts, procedure, chosenBy) => {
    const route = way(craft(number), group, facts);
    expect([route.procedure, route.chosenBy, [...route.measures].sort()]).toEqual([procedure, chosenBy, ["adaptation_period", "aptitude_test"]]);
  });

  const six = { "sum.self-employed-or-manager-years": 6, "sum.ended-years-ago": 2 };
  test.each([
    ["six years as owner or manager", "hwv-six-years", 20, six, true],
    ["six years that ended eleven years ago", "hwv-six-years", 20, { ...six, "sum.ended-years-ago": 11 }, false],
    ["six years as optician", "hwv-six-years", 33, six, false],
    ["six years as dental technician", "hwv-six-years", 37, six, false],
    ["three years after three years of training, however long ago", "hwv-three-years-after-three-year-training", 4, { "sum.self-employed-or-manager-years-after-training": 3, "qualification.duration-years": 3, "sum.ended-years-ago": 20 }, true],
    ["four years after two years of training", "hwv-four-years-after-two-year-training", 4, { "sum.self-employed-or-manager-years-after-training": 4, "qualification.duration-years": 2 }, true],
    ["three years after two years of training", "hwv-four-years-after-two-year-training", 4, { "sum.self-employed-or-manager-years-after-training": 3, "qualification.duration-years": 2 }, false],
    ["three years self-employed and five employed", "hwv-three-self-employed-and-five-employed", 10, { "sum.self-employed-years": 3, "sum.employed-years": 5, "sum.ended-years-ago": 10 }, true],
    ["three years self-employed and four employed", "hwv-three-self-employed-and-five-employed", 10, { "sum.self-employed-years": 3, "sum.employed-years": 4, "sum.ended-years-ago": 1 }, false],
    ["five years in a leading post as baker", "hwv-five-years-leading-post", 30, { "sum.leading-years-after-training": 5, "qualification.duration-years": 3 }, true],
    ["five years in a leading post as hairdresser", "hwv-five-years-leading-post", 38, { "sum.leading-years-after-training": 5, "qualification.duration-years": 3 }, false],
  ] as const)("EU/EWR HwV § 2 (2): %s", (_, id, number, facts, expected) => {
    expect(holds(conditions.get(id)!.when, { "derived.craft": craft(number), ...facts })).toBe(expected);
  });

  test("§ 7b HwO leaves out nos. 12 and 33 to 37", () => {
    const rule = conditions.get("hwo-excluded-from-journeyman-rule")!.when;
    for (let number = 1; number <= 53; number++) expect(holds(rule, { "derived.craft": craft(number) })).toBe(number === 12 || (number >= 33 && number <= 37));
  });
});

describe("lawyers (BRAO § 206 with its ordinance)", () => {
  const listed = new Map(stateList("brao-206").entries.map(({ country: code, title, effect }) => [code, [title, effect]]));

  test("49 states and territories in annex 1, Kosovo and Serbia in annex 2", () => {
    expect([...listed.values()].filter(([, effect]) => effect === "home-law-and-international-law")).toHaveLength(49);
    expect(listed.get("RS")).toEqual(["Advokat", "home-law-only"]);
    expect(listed.get("XK")).toEqual(["Avokat, Advokat", "home-law-only"]);
  });

  test.each([["TR", "Avukat"], ["UA", "Advokat"], ["IN", "Advocate"], ["GE", "Adwokati"], ["SV", "Abogado"], ["TN", "Avocat"]])("%s is listed as %s: foreign lawyer of a bar chamber", (code, title) => {
    expect(listed.get(code)?.[0]).toBe(title);
    const route = way("rechtsanwalt", "third", country(code));
    expect([route.procedure, route.outcome, route.authority, route.measures]).toEqual(["brao_206", "not_possible_other_path", ["bar_chamber"], []]);
  });

  test.each(["IR", "AM", "SY", "BA", "ME"])("%s is not listed: registration for foreign law only", (code) => {
    expect(listed.has(code)).toBe(false);
    const route = way("rechtsanwalt", "third", country(code));
    expect([route.procedure, route.findings.includes("R100.not-listed"), route.exams]).toEqual(["rdg_10", true, ["state_exams"]]);
  });

  test.each([
    ["Serbian lawyer: law of Serbia only", "third", country("RS"), "brao_206", "R100.listed-home-law-only"],
    ["Turkish law graduate who is no lawyer there", "third", country("TR", { "qualification.right-to-practise": "no" }), "rdg_10", "R100.admission-at-home-missing"],
    ["British barrister with a diploma of 2010: no European lawyer any more", "eu", country("GB"), "brao_206", "R100.listed-home-and-international-law"],
    ["French lawyer", "eu", country("FR"), "eurag", "R101.aptitude-test-or-three-years"],
    ["French law graduate", "eu", country("FR", { "qualification.level": "master_or_long_degree", "qualification.right-to-practise": "no" }), "drig_112a", "R101.graduate-traineeship"],
    ["Syrian diploma, lawyer in Spain for three years (EuRAG § 16 (2))", "third", country("SY", { "derived.recognised-in-eu": "yes", "derived.recognised-practice-years": 3 }), "eurag", "R46.recognised-elsewhere-three-years"],
  ] as const)("%s", (_, group, facts, procedure, finding) => {
    const route = way("rechtsanwalt", group, facts);
    expect([route.procedure, route.findings.includes(finding)]).toEqual([procedure, true]);
  });

  test.each(["steuerberater", "wirtschaftspruefer"])("%s: aptitude test for Europe only", (id) => {
    expect(way(id, "eu").measures).toEqual(["aptitude_test"]);
    expect([way(id, "third").procedure, way(id, "third").measures, way(id, "third").exams]).toEqual(["none_available", [], ["state_exams"]]);
  });

  test.each(["notar", "richter"])("%s: German judicial qualification, whatever the diploma", (id) => {
    for (const group of ["eu", "third"] as const) expect(way(id, group).outcome).toBe("not_possible_other_path");
  });
});

describe("driving for hire (FeV Annex 11, BKrFQG)", () => {
  const annex = stateList("fev-annex-11").entries;
  const truck = (code: string) => annex.filter((entry) => entry.country === code && (entry.classes?.includes("C") || entry.classes?.includes("all")));

  test("Georgia, Turkey, India and Brazil are not listed; Bosnia without trucks; Serbia and Ukraine with trucks and no test; Moldova with a practice test", () => {
    for (const code of ["GE", "TR", "IN", "BR", "AM", "SY"]) expect(annex.some((entry) => entry.country === code)).toBe(false);
    expect(annex.filter(({ country: code }) => code === "BA").map(({ classes }) => classes)).toEqual([["A1", "A", "B"]]);
    for (const code of ["RS", "UA", "AL", "ME", "MK", "XK"]) expect(truck(code).map(({ theoryTest, practiceTest }) => [theoryTest, practiceTest])).toEqual([[false, false]]);
    expect(truck("MD").map(({ theoryTest, practiceTest }) => [theoryTest, practiceTest])).toEqual([[false, true]]);
  });

  test.each([
    ["GE", ["fahrerlaubnispruefung", "grundqualifikation_ihk"]],
    ["BA", ["fahrerlaubnispruefung", "grundqualifikation_ihk"]],
    ["MD", ["fahrerlaubnispruefung", "grundqualifikation_ihk"]],
    ["RS", ["grundqualifikation_ihk"]],
    ["UA", ["grundqualifikation_ihk"]],
  ])("truck driver of %s: %j", (code, exams) => {
    expect(way("berufskraftfahrer-gueter", "third", country(code)).exams).toEqual(exams);
  });

  test("Namibia: trucks without test, buses with the full test", () => {
    expect(way("berufskraftfahrer-gueter", "third", country("NA")).exams).toEqual(["grundqualifikation_ihk"]);
    expect(way("berufskraftfahrer-personen", "third", country("NA")).exams).toContain("fahrerlaubnispruefung");
  });
});

describe("trades, titles, lists", () => {
  test.each([
    ["guard with exam duty, EU proof: the person chooses (§ 13c (3))", "wachperson-sachkunde", "eu", country("PL"), "applicant", 2],
    ["guard with exam duty, third-country proof", "wachperson-sachkunde", "third", country("TR"), "authority", 2],
    ["Swiss proof is not named in § 13c (3)", "wachperson-sachkunde", "eu", country("CH"), "authority", 2],
    ["guard with instruction: exam instead on request", "wachperson-unterrichtung", "third", country("TR"), "applicant", 2],
    ["insurance broker: VersVermV § 6 names the exam alone", "versicherungsvermittler", "eu", country("PL"), "law", 1],
  ] as const)("%s", (_, id, group, facts, chosenBy, measures) => {
    const route = way(id, group, facts);
    expect([route.procedure, route.chosenBy, route.measures.length]).toEqual(["gewo_13c", chosenBy, measures]);
  });

  test.each([
    ["engineer who does not ask for the title", "ingenieur", { "qualification.level": "bachelor" }, "zab_statement", "no_recognition_needed"],
    ["engineer who wants the title", "ingenieur", { "qualification.level": "bachelor", "goal.title-wanted": "yes" }, "land_title", "full"],
    ["architect, title open", "architekt", {}, "land_title", "insufficient_information"],
    ["architect without title", "architekt", { "goal.title-wanted": "no" }, "zab_statement", "no_recognition_needed"],
    ["architect from outside Europe with title", "architekt", { "goal.title-wanted": "yes", "derived.annex-v": "no" }, "land_title", "compensation_needed"],
  ])("%s", (_, id, facts, procedure, outcome) => {
    const route = way(id, "third", facts as Known);
    expect([route.procedure, route.outcome]).toEqual([procedure, outcome]);
  });

  test("validation from 25 on, in Germany, after one and a half times the training; the external examination asks for the time alone", () => {
    const facts = { "person.age": 25, "person.residence": "germany", "sum.beyond-needed-years": 0 };
    for (const id of ["validation-bbig", "validation-hwo"]) {
      expect(holds(conditions.get(id)!.when, facts)).toBe(true);
      const lacking: Record<string, string | number>[] = [{ "person.age": 24 }, { "person.residence": "elsewhere", "sum.germany-beyond-half-needed-years": -1 }, { "sum.beyond-needed-years": -0.5 }];
      for (const less of lacking) expect(holds(conditions.get(id)!.when, { ...facts, ...less })).toBe(false);
    }
    expect(holds(conditions.get("validation-bbig")!.when, { ...facts, "person.residence": "elsewhere", "sum.germany-beyond-half-needed-years": 0 })).toBe(true);
    expect(holds(conditions.get("external-exam")!.when, { "person.age": 19, "sum.beyond-needed-years": 0 })).toBe(true);
  });

  test.each([["treaty-at-vocational", "Bäcker", "Bäcker"], ["treaty-at-master", "Meisterprüfung im Klempner-Handwerk", "Spengler"], ["treaty-fr-vocational", "Koch", "Certificat d'aptitude professionnelle cuisinier"], ["treaty-fr-master", "Meisterprüfung im Friseur-Handwerk", "Brevet de Maitrise coiffeur - Option C"]])("%s puts %s on a par", (id, german, foreign) => {
    expect(stateList(id).entries.filter(({ title }) => title === german).map(({ effect }) => effect)).toContain(foreign);
  });

  test("times, money, residence and figures", () => {
    const deadlines = new Map(all("deadlines", Deadline.array()).map(({ id, months }) => [id, months]));
    expect(["bqfg-decision", "eu-ewr-hwv-decision", "gewo-13c-decision", "eurag-decision", "pflbg-decision", "pflbg-automatic-decision"].map((id) => deadlines.get(id))).toEqual([3, 3, 3, 4, 4, 3]);
    expect(all("fees", Fee.array()).find(({ what }) => what === "accelerated")?.maxEuro).toBe(411);
    for (const grant of all("funding", Funding.array()).filter(({ id }) => id.startsWith("recognition-grant"))) expect([grant.validTo, grant.applyBefore]).toEqual(["2027-06-30", true]);
    expect(new Set(all("residence", ResidencePointer.array()).map(({ rule }) => rule))).toEqual(new Set(["R150", "R151", "R152", "R153", "R154", "R155", "R156", "R157", "R158", "R159", "R160", "R162", "R163", "R164"]));
    expect(all("statistics", Statistic.array()).filter(({ id, year }) => id.startsWith("outcome-") && year === 2024).map(({ value }) => value)).toEqual([43, 10, 45]);
  });
});
