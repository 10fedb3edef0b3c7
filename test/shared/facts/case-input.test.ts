/** Case files: every key is optional, absent is not asked, “unknown” is “I do not know”, and nothing is fatal. */
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { checkChanges, readCaseInput, said } from "@gleichwert/shared/facts";
import { rulesOn } from "../../support/told.ts";

const read = (input: Record<string, unknown>) => readCaseInput(input);
const valueOf = (input: Record<string, unknown>, key: string) => read(input).facts[key]?.value;

describe("keys and the fact each stands for", () => {
  const table: [key: string, told: unknown, fact: string, value: unknown][] = [
    ["country", "UA", "qualification.country@q1", "UA"],
    ["nationality_group", "eu_eea_ch", "person.nationality", "eu"],
    ["title_original", "Кухар", "qualification.title@q1", "Кухар"],
    ["title_de", "Koch", "qualification.title-german@q1", "Koch"],
    ["level", "bachelor", "qualification.level@q1", "bachelor"],
    ["duration_years", 2.5, "qualification.duration-years@q1", 2.5],
    ["completed_year", 2014, "qualification.completed-year@q1", 2014],
    ["training_started_year", 2010, "qualification.training-started-year@q1", 2010],
    ["formal", "no", "qualification.formal@q1", "no"],
    ["formal", true, "qualification.formal@q1", "yes"],
    ["state_recognised", false, "qualification.state-recognised@q1", "no"],
    ["right_to_practise_home", "not_applicable", "qualification.right-to-practise@q1", "not_applicable"],
    ["documents", ["certificate", "work book"], "evidence.documents", ["certificate", "work-book"]],
    ["experience_years", 7, "experience.total-years", 7],
    ["waives_comparison", "yes", "person.waives-comparison", "yes"],
    ["work_form", "self_employed", "goal.work-form", "self_employed"],
    ["land", "NW", "goal.land", "NW"],
    ["residence", "DE", "person.residence", "germany"],
    ["residence", "abroad", "person.residence", "elsewhere"],
    ["german_level", "B2", "person.german-level", "B2"],
    ["status", "late_resettler", "person.status", "late-resettler"],
    ["age", 33, "person.age", 33],
    ["further_training", [], "training.rows", "none"],
    ["experience", [], "experience.rows", "none"],
  ];
  test.each(table)("%s: %p", (key, told, fact, value) => {
    expect(valueOf({ [key]: told }, fact)).toEqual(value);
    expect(read({ [key]: told }).faults).toEqual([]);
  });

  test("rows of work, further training, recognition elsewhere, an earlier notice and an offer", () => {
    const { facts, faults } = read({
      experience: [{ country: "PL", years: 6, role: "self_employed", to: 2024 }, { country: "DE", years: 1, role: "employee", graduate_level: false }],
      further_training: ["Kurs A", { title: "Kurs B" }],
      recognised_elsewhere: { country: "ES", year: 2018, practice_years: 4 },
      previous_notice: { authority: "IHK FOSA", date: "2024-05-01", result: "partial" },
      job_offer: { same_field: true, collective_agreement: false, annual_gross_eur: 42000 },
    });
    expect(faults).toEqual([]);
    expect(facts).toMatchObject({
      "experience.rows": said("complete"),
      "experience.country@e1": said("PL"),
      "experience.to@e1": said(2024),
      "experience.role@e2": said("employee"),
      "experience.graduate-level@e2": said("no"),
      "training.title@t1": said("Kurs A"),
      "training.title@t2": said("Kurs B"),
      "qualification.recognised-elsewhere@q1": said("yes"),
      "qualification.recognised-elsewhere-country@q1": said("ES"),
      "qualification.recognised-elsewhere-practice-years@q1": said(4),
      "notice.result": said("partial"),
      "notice.year": said(2024),
      "offer.same-field": said("yes"),
      "offer.collective-agreement": said("no"),
      "offer.annual-gross-euro": said(42000),
    });
  });
});

describe("absent, unknown, wrong", () => {
  test("absent is not asked", () => expect(read({}).facts).toEqual({}));
  test.each(["country", "level", "duration_years", "completed", "land", "residence", "nationality_group", "german_level", "age", "experience_years", "status", "state_recognised", "documents", "work_form"])("%s: unknown is “I do not know”", (key) => {
    const { facts, faults } = read({ [key]: "unknown" });
    expect(faults).toEqual([]);
    expect(Object.values(facts).map(({ value }) => value)).toEqual(["unknown"]);
  });
  const lists: [string, string][] = [["recognised_elsewhere", "qualification.recognised-elsewhere@q1"], ["previous_notice", "notice.result"], ["experience", "experience.rows"], ["further_training", "training.rows"]];
  test.each(lists)("%s: unknown is “I do not know” too", (key, fact) => {
    expect(read({ [key]: "unknown" }).faults).toEqual([]);
    expect(valueOf({ [key]: "unknown" }, fact)).toBe("unknown");
  });
  const wrong: [string, unknown][] = [["level", "doctorate"], ["land", "Bayern"], ["duration_years", "three"], ["work_form", "freelance"], ["documents", "certificate"], ["experience", "ten years"], ["recognised_elsewhere", "Spain"], ["age", {}]];
  test.each(wrong)("%s: %p is a fault that names the key, and no fact", (key, told) => {
    const { facts, faults } = read({ [key]: told });
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(key);
    expect(facts).toEqual({});
  });
  test("an unknown key is a fault, the others are read", () => {
    const { facts, faults } = read({ shoe_size: 42, country: "UA" });
    expect(faults).toEqual(["shoe_size: unknown key"]);
    expect(facts).toEqual({ "qualification.country@q1": said("UA") });
  });
  test("names of objects are unknown keys", () => {
    for (const key of ["constructor", "toString", "hasOwnProperty"]) expect(read({ [key]: "x" }).faults).toHaveLength(1);
  });
  test("a row that is no row is a fault, never fatal", () => {
    for (const key of ["experience", "further_training"]) expect(() => read({ [key]: [null, 3, "x", {}] })).not.toThrow();
  });
});

test("papers that are missing without a reason: the reason is not known", () => {
  expect(valueOf({ missing_documents: ["certificate"] }, "evidence.missing-reason")).toBe("unknown");
  expect(valueOf({ missing_documents: [] }, "evidence.missing-reason")).toBeUndefined();
});

test("reasons in free words", () => {
  const reasons: [string, string][] = [["school destroyed in the war", "war-or-flight"], ["fled without papers", "war-or-flight"], ["the archive was closed", "archive-lost"], ["the ministry refuses to issue a copy", "authority-refuses"], ["not requested yet", "not-yet-asked"], ["stolen on a journey", "lost"], ["the dog ate it", "other"]];
  for (const [words, code] of reasons) expect([words, valueOf({ missing_reason: words }, "evidence.missing-reason")]).toEqual([words, code]);
});

test("whatever a case file holds: facts that the definitions allow, and no throw", () => {
  const keys = ["country", "level", "documents", "experience", "further_training", "recognised_elsewhere", "previous_notice", "job_offer", "duration_years", "completed", "missing_reason", "age", "land", "title_original"];
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...keys), fc.jsonValue()), (input) => {
      const { facts } = read(input as Record<string, unknown>);
      for (const { code } of checkChanges(rulesOn(), Object.entries(facts).map(([key, fact]) => ({ key, fact })))) expect(["fact-unknown", "row-wrong", "grade-unknown"]).not.toContain(code);
    }),
    { numRuns: 1500, seed: 9 },
  );
});
