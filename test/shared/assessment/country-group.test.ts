/** Country group of the diploma (R45, R50-R52): the state of the diploma decides, and its year where membership ended. */
import { describe, expect, test } from "@jest/globals";
import { allFindings, assessed, chosen, likeliest, trained, worked, type Told } from "../../support/told.ts";

const nurse = chosen("Krankenschwester", "pflegefachperson");
const groupOf = (country: string, year: number | "unknown") => assessed([trained, nurse, { "qualification.country": country, "qualification.completed-year": year }]).qualifications[0]!.countryGroup;

describe("group of the diploma", () => {
  const table: [circumstance: string, country: string, year: number | "unknown", group: string][] = [
    ["member state", "PL", 2015, "eu"],
    ["member state today, diploma before its accession", "RO", 1995, "eu"],
    ["EEA", "NO", 2010, "eu"],
    ["Switzerland", "CH", 2010, "eu"],
    ["United Kingdom, last year before 2021", "GB", 2020, "eu"],
    ["United Kingdom, from 2021", "GB", 2021, "third"],
    ["candidate country", "RS", 2020, "third"],
    ["Kosovo", "XK", 2020, "third"],
    ["state without an own profile", "BD", 2010, "third"],
    ["Czechoslovakia: both successors are members", "CS", 1988, "eu"],
    ["German Democratic Republic", "DD", 1985, "de"],
  ];
  test.each(table)("%s (%s %s)", (_circumstance, country, year, group) => expect(groupOf(country, year)).toBe(group));

  test("country not known: no group is assumed", () => {
    expect(assessed([trained, nurse, { "qualification.country": "unknown" }]).qualifications[0]!.countryGroup).toBe("unknown");
  });

  test("a diploma of the Soviet Union or Yugoslavia is never automatically one of a member state", () => {
    for (const country of ["SU", "YU"]) expect(likeliest([trained, nurse, { "qualification.country": country, "qualification.completed-year": 1985, ...worked() }]).outcome).not.toBe("automatic");
  });
});

describe("the passport does not decide in the health laws (BÄO § 3 (2)-(3), PflBG §§ 40, 41)", () => {
  const doctor = { ...chosen("Arzt", "arzt"), "qualification.level": "master_or_long_degree", "qualification.duration-years": 6 };
  test("third-country national with a Romanian diploma of 2018: EU case", () => {
    const path = likeliest([trained, doctor, { "qualification.country": "RO", "qualification.completed-year": 2018, "qualification.training-started-year": 2012, "person.nationality": "third" }]);
    expect(path).toMatchObject({ procedure: "approbation_eu_automatic", outcome: "automatic" });
  });
  test("EU national with a Colombian diploma: third-country case", () => {
    const path = likeliest([trained, doctor, { "qualification.country": "CO", "person.nationality": "eu" }]);
    expect(path).toMatchObject({ procedure: "approbation_third" });
    expect(path.measures.map(({ code }) => code)).toEqual(["knowledge_exam"]);
  });
});

describe("UK nurses (R52)", () => {
  const uk = (completed: number, started: number): Told => ({ "qualification.country": "GB", "qualification.completed-year": completed, "qualification.training-started-year": started, "qualification.level": "bachelor", ...worked() });
  test("diploma of 2019: automatic", () => expect(likeliest([trained, nurse, uk(2019, 2016)])).toMatchObject({ procedure: "pflbg_eu_automatic", outcome: "automatic" }));
  test("diploma of 2022: third country, applicant chooses", () => expect(likeliest([trained, nurse, uk(2022, 2019)])).toMatchObject({ procedure: "pflbg_third", chosenBy: "applicant" }));
  test("the finding says why", () => {
    expect(allFindings(assessed([trained, nurse, uk(2019, 2016)]))).toContain("R52.before-2021");
    expect(allFindings(assessed([trained, nurse, uk(2022, 2019)]))).toContain("R52.from-2021");
  });
});

describe("automatic recognition and acquired rights (R50, R51; PflBG §§ 41, 42)", () => {
  const polish = (told: Told): Told => ({ "qualification.country": "PL", "qualification.level": "bachelor", ...told });
  test("training begun after accession: automatic, no measure", () => {
    const path = likeliest([trained, nurse, polish({ "qualification.completed-year": 2011, "qualification.training-started-year": 2008, ...worked() })]);
    expect(path).toMatchObject({ procedure: "pflbg_eu_automatic", outcome: "automatic", measures: [], exams: [] });
    expect(path.deadlines.map(({ months }) => months)).toEqual([3]);
  });
  test("old diploma, three of the last five years in practice: acquired rights", () => {
    const path = likeliest([trained, nurse, polish({ "qualification.country": "HU", "qualification.completed-year": 1992, ...worked(["HU", 20, "employee", 2026]) })]);
    expect(path.procedure).toBe("pflbg_acquired_rights");
  });
  test("old diploma of Poland, still at work: recognition is likely, comparison stays possible, as the text leaves it open (PflBG § 42 (2), (4))", () => {
    const path = likeliest([trained, nurse, polish({ "qualification.completed-year": 1992, ...worked(["PL", 20, "employee", 2026]) })]);
    expect(path).toMatchObject({ procedure: "pflbg_acquired_rights", outcome: "automatic", range: { worst: "compensation_needed" } });
  });
  test("old diploma, practice ended ten years ago: general system, choice", () => {
    const path = likeliest([trained, nurse, polish({ "qualification.completed-year": 1992, ...worked(["PL", 20, "employee", 2016]) })]);
    expect(path).toMatchObject({ procedure: "pflbg_eu_general", chosenBy: "applicant" });
  });
  test("old diploma, two years only within the last five: general system", () => {
    const path = likeliest([trained, nurse, polish({ "qualification.completed-year": 1992, ...worked(["PL", 2, "employee", 2026]) })]);
    expect(path.procedure).toBe("pflbg_eu_general");
  });
  test("old diploma, work not told: acquired rights stay possible", () => {
    const path = likeliest([trained, nurse, polish({ "qualification.completed-year": 1992, "experience.rows": "unknown" })]);
    expect(path.outcome === "automatic" || path.range.best === "automatic").toBe(true);
    expect(path.range.worst).toBe("compensation_needed");
  });
});
