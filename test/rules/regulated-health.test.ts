/** Access to health, education and social professions: what the data say, against the words of the statutes. */
import { describe, expect, test } from "@jest/globals";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { FactStage, ProcedureRule, RegulatedProfession, RequiredDocument, type Condition, type Route } from "@gleichwert/rules";

const data = fileURLToPath(new URL("../../rules/data/", import.meta.url));
const read = (path: string): unknown => parse(readFileSync(join(data, path), "utf8"));
const list = (path: string): string[] => readdirSync(join(data, path)).sort();

const folder = "regulated-professions";
const records = list(folder)
  .flatMap((id) => list(`${folder}/${id}`).map((file) => ({ id, file, record: RegulatedProfession.parse(read(`${folder}/${id}/${file}`)) })))
  .filter(({ record }) => ["health", "education", "social"].includes(record.category));
const procedureRules = list("procedure-rules").flatMap((file) => ProcedureRule.array().parse(read(`procedure-rules/${file}`)));

/** Record of a profession in force on a day. */
function profession(id: string, on = "2026-11-22"): RegulatedProfession {
  const found = records.filter(({ record }) => record.id === id && record.validFrom <= on && (record.validTo ?? "9999-12-31") >= on);
  if (found.length !== 1) throw new Error(`${id} has ${found.length} records on ${on}`);
  return found[0]!.record;
}

type Known = Readonly<Record<string, string | number>>;

/** A condition over facts of which all are known; a fact left out counts as "not so". */
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

/** The way for a diploma of a country group: the first whose condition holds. */
function way(id: string, diploma: "third" | "eu", facts: Known = {}, on?: string): Route {
  const found = profession(id, on).routes.find((route) => [diploma, "any"].includes(route.diploma) && (route.when === undefined || holds(route.when, facts)));
  if (!found) throw new Error(`${id} has no way for ${diploma}`);
  return found;
}

const therapy = ["physiotherapeut", "masseur", "ergotherapeut", "logopaede", "diaetassistent", "podologe", "orthoptist"];
const technologists = ["mtl", "mtr", "mtf", "mtvet"];
const choosing = [...therapy, ...technologists, "ata", "ota", "pta", "notfallsanitaeter", "pflegefachperson", "kinderkrankenpflege", "altenpfleger", "hebamme"];
const licensed = ["arzt", "zahnarzt", "tierarzt", "apotheker"];
const federal = [...choosing, ...licensed, "psychotherapeut"];

describe("records", () => {
  test("lie under their id and their first day", () => {
    for (const { id, file, record } of records) expect([id, file]).toEqual([record.id, `${record.validFrom}.yaml`]);
    expect(new Set(records.map(({ id }) => id)).size).toBe(72);
  });

  test("end both branches with a way without condition, and name each way once", () => {
    for (const { record } of records) {
      for (const group of ["third", "eu"]) expect([record.id, record.routes.filter((route) => [group, "any"].includes(route.diploma)).at(-1)?.when]).toEqual([record.id, undefined]);
      expect(new Set(record.routes.map(({ id }) => id)).size).toBe(record.routes.length);
    }
  });

  test("name only rules of the procedure in their findings", () => {
    const known = new Set(procedureRules.map(({ id }) => id));
    for (const { record } of records) for (const { findings } of record.routes) for (const key of findings) expect([record.id, known.has(key.split(".")[0]!)]).toEqual([record.id, true]);
  });

  test("say who chooses wherever two measures stand side by side and the text of the act was read", () => {
    for (const { record } of records) for (const route of record.routes) if (route.measures.length > 1 && route.mark === "verified-law") expect([record.id, route.id, route.chosenBy]).not.toContain(undefined);
  });
});

describe("rules of the procedure", () => {
  test("are all there, once", () => {
    const span = (from: number, to: number): string[] => Array.from({ length: to - from + 1 }, (_, step) => `R${from + step}`);
    const all = [...span(1, 36), ...span(40, 62), ...span(70, 106), ...span(110, 116), ...span(120, 125), "R122a", "R130", ...span(140, 147), ...span(150, 182), ...span(190, 199)];
    expect(procedureRules.map(({ id }) => id).sort()).toEqual(all.sort());
  });

  test("name a provision, or the address where only a page was read", () => {
    for (const { id, mark, law, url } of procedureRules) expect([id, (mark === "verified-page" ? url : law).length > 0]).toEqual([id, true]);
  });
});

describe("third country: who chooses", () => {
  test.each(choosing)("%s: the applicant chooses knowledge exam or adaptation of at most three years", (id) => {
    expect(way(id, "third")).toMatchObject({ outcome: "compensation_needed", measures: ["knowledge_exam", "adaptation_period"], chosenBy: "applicant", longestAdaptationMonths: 36, exams: ["kenntnispruefung"] });
  });

  test.each([...licensed, "psychotherapeut"])("%s: the knowledge exam is the only measure", (id) => {
    const route = way(id, "third");
    expect(route).toMatchObject({ outcome: "compensation_needed", measures: ["knowledge_exam"], chosenBy: "law" });
    expect(route.longestAdaptationMonths).toBeUndefined();
  });

  test.each(federal)("%s: equivalence without a measure stays possible", (id) => {
    expect(way(id, "third").range).toEqual({ worst: "compensation_needed", best: "full" });
  });

  test.each(records.map(({ record }) => record.id))("%s: partial access is never offered", (id) => {
    for (const { record } of records) if (record.id === id) for (const route of record.routes) if (route.diploma !== "eu") expect([...route.findings, route.procedure].filter((key) => /R59|partial_access/.test(key))).toEqual([]);
  });
});

describe("European diploma: who chooses", () => {
  test.each(licensed)("%s: test on the differences only", (id) => {
    expect(way(id, "eu")).toMatchObject({ measures: ["aptitude_test"], chosenBy: "law" });
  });

  test.each([...choosing, "psychotherapeut"])("%s: the applicant chooses test or adaptation", (id) => {
    expect(way(id, "eu")).toMatchObject({ measures: ["aptitude_test", "adaptation_period"], chosenBy: "applicant", exams: ["eignungspruefung"] });
  });

  test.each([["masseur", 30], ["podologe", 24], ["physiotherapeut", 36], ["hebamme", 36]] as const)("%s: adaptation of at most %d months", (id, months) => {
    expect(way(id, "eu").longestAdaptationMonths).toBe(months);
  });

  test.each(choosing.filter((id) => id !== "hebamme"))("%s: the lowest level takes the choice away", (id) => {
    expect(way(id, "eu", { "derived.level-a": "yes" })).toMatchObject({ measures: ["aptitude_test"], chosenBy: "law" });
  });

  test("midwives: both on the lowest level, the test on the second", () => {
    expect(way("hebamme", "eu", { "derived.level-a": "yes" })).toMatchObject({ measures: ["aptitude_test", "adaptation_period"], chosenBy: "law" });
    expect(way("hebamme", "eu", { "qualification.level": "secondary_vocational" })).toMatchObject({ measures: ["aptitude_test"], chosenBy: "law" });
    expect(way("hebamme", "eu", { "qualification.level": "bachelor" }).chosenBy).toBe("applicant");
  });

  test.each([...licensed, "pflegefachperson", "hebamme"])("%s: listed diploma is recognised without comparison", (id) => {
    const route = way(id, "eu", { "derived.annex-v": "yes" });
    expect([route.outcome, route.measures]).toEqual(["automatic", []]);
    expect(profession(id).euAutomatic).toBe(true);
  });

  test.each(["arzt", "zahnarzt", "apotheker"])("%s: the language exam stays even for a listed diploma", (id) => {
    expect(way(id, "eu", { "derived.annex-v": "yes" }).exams).toEqual(["fachsprachpruefung"]);
  });

  test.each(["pflegefachperson", "hebamme", "mtl", "psychotherapeut"])("%s: the act knows a permit for a part of the profession", (id) => {
    expect(way(id, "eu").findings).toContain("R59.partial-access");
  });

  test.each([...therapy, "ata", "ota", "pta", "notfallsanitaeter", ...licensed])("%s: the act knows none", (id) => {
    for (const route of profession(id).routes) expect(route.findings).not.toContain("R59.partial-access");
  });
});

describe("third-country diploma recognised elsewhere in Europe", () => {
  const recognised = { "derived.recognised-in-eu": "yes" };
  test.each([["arzt", "approbation_eu_general"], ["pflegefachperson", "pflbg_eu_general"], ["psychotherapeut", "psychthg_eu_general"], ["pta", "therapy_eu_general"], ["notfallsanitaeter", "notsan_eu_general"]] as const)("%s needs no practice there", (id, procedure) => {
    expect(way(id, "third", recognised).procedure).toBe(procedure);
  });

  test.each([["hebamme", "hebg_third", "hebg_eu_general"], ["mtr", "therapy_third", "therapy_eu_general"]] as const)("%s needs three years of practice there", (id, without, enough) => {
    expect(way(id, "third", { ...recognised, "derived.recognised-practice-years": 2 }).procedure).toBe(without);
    expect(way(id, "third", { ...recognised, "derived.recognised-practice-years": 3 }).procedure).toBe(enough);
  });

  test.each(therapy)("%s: three certified years make the training equivalent", (id) => {
    expect(way(id, "third", { ...recognised, "derived.recognised-practice-years": 3 }).outcome).toBe("full");
    expect(way(id, "third", { ...recognised, "derived.recognised-practice-years": 2 }).outcome).toBe("compensation_needed");
  });
});

describe("single rules", () => {
  test("a nurse who gives up the comparison cannot reach full equivalence", () => {
    expect(way("pflegefachperson", "third", { "person.waives-comparison": "yes" }).range).toEqual({ worst: "compensation_needed", best: "compensation_needed" });
  });

  test.each(["pflegefachperson", "physiotherapeut", "arzt"])("%s: another profession is no ordinary case", (id) => {
    expect(way(id, "third", { "derived.same-profession": "no" }).outcome).toBe("not_possible_other_path");
  });

  test.each(federal)("%s: a course of some months opens no procedure", (id) => {
    expect(way(id, "third", { "qualification.level": "short_course", "qualification.duration-years": 0.5 })).toMatchObject({ procedure: "none_available", measures: [], exams: [] });
  });

  test.each(["arzt", "zahnarzt", "apotheker", "psychotherapeut"])("%s: no right to practise at home", (id) => {
    expect(way(id, "third", { "qualification.right-to-practise": "no" }).outcome).toBe("not_possible_other_path");
  });

  test("vets: nationals of a member state pass a test on the differences whatever their diploma", () => {
    expect(way("tierarzt", "third", { "person.nationality": "eu" }).measures).toEqual(["aptitude_test"]);
    expect(way("tierarzt", "third", { "person.nationality": "third" }).measures).toEqual(["knowledge_exam"]);
  });

  test("nursing assistants: Land law until the end of 2026, federal law from 2027", () => {
    expect(way("pflegehelfer-land", "third", {}, "2026-12-31").procedure).toBe("land_regulated");
    expect(way("pflegefachassistenz", "third", {}, "2026-12-31").procedure).toBe("none_available");
    expect(way("pflegefachassistenz", "third", {}, "2027-01-01").procedure).toBe("federal_special");
    expect(() => profession("pflegehelfer-land", "2027-01-01")).toThrow("0 records");
  });

  test("teachers: Bavaria is closed for third-country degrees, not for European ones", () => {
    expect(way("lehrer-gymnasium", "third", { "goal.land": "BY" }).outcome).toBe("not_possible_other_path");
    expect(way("lehrer-gymnasium", "third", { "goal.land": "BE" })).toMatchObject({ procedure: "land_regulated", chosenBy: "land" });
    expect(way("lehrer-gymnasium", "eu", { "goal.land": "BY" }).chosenBy).toBe("applicant");
  });

  test.each([["arzt", 2], ["zahnarzt", 2], ["apotheker", 2], ["psychotherapeut", 2], ["pta", 2], ["pflegefachperson", 1], ["hebamme", 1], ["mtl", 1], ["ata", 1], ["physiotherapeut", 1], ["notfallsanitaeter", 1]] as const)("%s: the exam can be repeated %d times", (id, repeats) => {
    expect(profession(id).examRepeats?.repeats).toBe(repeats);
  });

  test("time for a nurse permit: four months, three for a listed diploma", () => {
    expect(profession("pflegefachperson").deadlines.map(({ months, automatic }) => [months, automatic ?? false])).toEqual([[3, true], [4, false]]);
  });
});

test("papers name options that the interview knows", () => {
  const documents = list("documents").flatMap((file) => RequiredDocument.array().parse(read(`documents/${file}`)));
  const options = FactStage.parse(read("facts/evidence.yaml")).facts.find(({ id }) => id === "evidence.documents")?.options ?? [];
  expect(existsSync(join(data, "documents"))).toBe(true);
  expect(new Set(documents.map(({ id }) => id)).size).toBe(documents.length);
  expect(documents.flatMap(({ option }) => option ?? []).filter((option) => !options.includes(option))).toEqual([]);
  expect(options.filter((option) => !documents.some((document) => document.option === option))).toEqual([]);
});
