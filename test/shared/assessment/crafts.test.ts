/** Employed or self-employed, annex A or B, experience in the EU, diploma, master examination (R26, R27, R46, R47, R110-R115). */
import { describe, expect, test } from "@jest/globals";
import { assessed, chosen, findings, inCodes, likeliest, trained, untrained, worked, type Told } from "../../support/told.ts";

const own: Told = { "goal.work-form": "self_employed" };
const employed: Told = { "goal.work-form": "employed" };
const electrician = chosen("Elektroinstallateur", "elektroniker");
const hairdresser = chosen("Friseur", "friseur");
const polish: Told = { "qualification.country": "PL", "qualification.completed-year": 2004, "person.nationality": "eu" };
const shortTraining: Told = { "qualification.duration-years": 1 };

describe("form of work (HwO §§ 1, 18, 40a)", () => {
  const table: [circumstance: string, occupation: Told, form: Told, procedure: string, regulated: string, required: boolean][] = [
    ["hairdresser, employed: free", hairdresser, employed, "hwo_40a", "no", false],
    ["hairdresser, own business: licence", hairdresser, own, "hwo_50c", "yes", true],
    ["tiler, own business: back in annex A since 2020", chosen("Fliesenleger", "fliesen-platten-und-mosaikleger"), own, "hwo_50c", "yes", true],
    ["interior decorator, own business: back in annex A since 2020", chosen("Raumausstatter", "raumausstatter"), own, "hwo_50c", "yes", true],
    ["tailor, own business: annex B, registration only", chosen("Schneider", "massschneider"), own, "none_unregulated", "no", false],
    ["tailor, employed", chosen("Schneider", "massschneider"), employed, "hwo_40a", "no", false],
    ["cook, own restaurant: no craft at all", chosen("Koch", "koch"), own, "bqfg_unregulated", "no", false],
  ];
  test.each(table)("%s", (_circumstance, occupation, form, procedure, regulated, required) => {
    expect(likeliest([trained, occupation, form, { "person.nationality": "third" }])).toMatchObject({ procedure, regulated, required });
  });

  test("R191: the form of work is asked for every occupation of annex A", () => {
    for (const occupation of [electrician, hairdresser, chosen("Bäcker", "baecker"), chosen("Dachdecker", "dachdecker")]) expect(assessed([trained, occupation]).missing).toContain("goal.work-form");
  });

  test("tailor, own business: the registration is said once, among the reasons of the way", () => {
    const { qualifications, paths } = assessed([trained, chosen("Schneider", "massschneider"), own, { "person.nationality": "third" }]);
    const said = (trace: (typeof paths)[number]["trace"]) => trace.filter(({ rule, finding }) => `${rule}.${finding}` === "R27.registration-only").length;
    expect([said(qualifications[0]!.trace), said(paths[0]!.trace)]).toEqual([0, 1]);
  });

  test("form of work not known: both ways are shown", () => {
    const procedures = assessed([trained, hairdresser, { "goal.work-form": "unknown", "person.nationality": "third" }]).paths.map(({ procedure }) => procedure);
    expect(procedures).toContain("hwo_40a");
    expect(procedures).toContain("hwo_50c");
  });
});

describe("EU/EWR HwV § 2: recognition by experience, electrician with own business", () => {
  const table: [circumstance: string, told: Told, reached: boolean][] = [
    ["no. 1: six years self-employed until 2024", { ...shortTraining, ...worked(["PL", 6, "self_employed", 2024]) }, true],
    ["no. 1: six years in charge of the firm", { ...shortTraining, ...worked(["CZ", 6, "manager", 2024]) }, true],
    ["no. 1: five years only", { ...shortTraining, ...worked(["PL", 5, "self_employed", 2024]) }, false],
    ["no. 1: ended eleven years ago", { ...shortTraining, ...worked(["PL", 8, "self_employed", 2015]) }, false],
    ["no. 1: ended ten years ago", { ...shortTraining, ...worked(["PL", 8, "self_employed", 2016]) }, true],
    ["no. 1: six years without any training", { "qualification.level": "none", ...worked(["PL", 6, "self_employed", 2024]) }, true],
    ["no. 2: three years after three years' training", worked(["PL", 3, "manager", 2020]), true],
    ["no. 2: has no limit of ten years", worked(["PL", 3, "self_employed", 2010]), true],
    ["no. 2: three years after two years' training", { "qualification.duration-years": 2, ...worked(["PL", 3, "self_employed", 2020]) }, false],
    ["no. 2: two years only", worked(["PL", 2, "self_employed", 2020]), false],
    ["no. 2: the work came before the training", { "qualification.completed-year": 2016, ...worked(["PL", 3, "self_employed", 2013]) }, false],
    ["no. 2: the training was broken off", { "qualification.completed": "no", ...worked(["PL", 3, "self_employed", 2020]) }, false],
    ["no. 3: four years after two years' training", { "qualification.duration-years": 2, ...worked(["PL", 4, "self_employed", 2020]) }, true],
    ["no. 4: three self-employed and five employed", { ...shortTraining, ...worked(["PL", 5, "employee", 2017], ["PL", 3, "self_employed", 2020]) }, true],
    ["no. 4: four employed are too few", { ...shortTraining, ...worked(["PL", 4, "employee", 2017], ["PL", 3, "self_employed", 2020]) }, false],
    ["no. 4: two self-employed are too few", { ...shortTraining, ...worked(["PL", 9, "employee", 2018], ["PL", 2, "self_employed", 2020]) }, false],
    ["no. 4: ended twelve years ago", { ...shortTraining, ...worked(["PL", 5, "employee", 2011], ["PL", 3, "self_employed", 2014]) }, false],
    ["no. 5: five years in a leading post after three years' training", worked(["PL", 5, "technical_lead", 2012]), true],
    ["employee only", worked(["PL", 15, "employee", 2025]), false],
    ["(2): work in Germany does not count", worked(["DE", 8, "self_employed", 2025]), false],
    ["(2): work in a third country does not count", worked(["UA", 8, "self_employed", 2025]), false],
    ["(2): two stretches that follow each other count as one", { ...shortTraining, ...worked(["PL", 3, "self_employed", 2020], ["PL", 3, "manager", 2023]) }, true],
    ["no. 2: the work came before the training", { "qualification.completed-year": 2022, ...worked(["PL", 4, "self_employed", 2020]) }, false],
    ["(2) no. 1: interrupted for five years", { ...shortTraining, ...worked(["PL", 3, "self_employed", 2015], ["PL", 3, "self_employed", 2023]) }, false],
    ["nothing told of the work", { "experience.rows": "unknown" }, false],
  ];
  test.each(table)("%s", (_circumstance, told, reached) => {
    const [path] = assessed([trained, { "qualification.completed-year": 2004 }, electrician, own, polish, told]).paths;
    const byExperience = path?.procedure === "eu_ewr_hwv" && path.outcome === "full";
    expect(byExperience).toBe(reached);
    if (reached) expect(path).toMatchObject({ measures: [], exams: [], required: true }); // § 5 (2) no. 1
  });

  test("no. 5 is closed to hairdressers, nos. 1 to 4 are not", () => {
    const of = (told: Told) => likeliest([trained, hairdresser, own, polish, told]).outcome;
    expect(of(worked(["PL", 5, "technical_lead", 2024]))).toBe("compensation_needed");
    expect(of(worked(["PL", 3, "self_employed", 2024]))).toBe("full");
  });

  test.each([["augenoptiker"], ["hoerakustiker"], ["orthopaedietechnik-mechaniker"], ["orthopaedieschuhmacher"], ["zahntechniker"]])("§ 2 (1) sentence 2: %s stays with the diploma and the applicant's choice", (id) => {
    const path = likeliest([trained, chosen(id, id), own, polish, worked(["PL", 12, "self_employed", 2025])]);
    expect(inCodes(path)).toMatchObject({ procedure: "eu_ewr_hwv", outcome: "compensation_needed", measures: ["adaptation_period", "aptitude_test"], chosenBy: "applicant" });
  });
});

describe("who comes under the EU ordinance (§ 1, § 3 (5); R47)", () => {
  const sixYears = worked(["PL", 6, "self_employed", 2024]);
  const table: [circumstance: string, told: Told, procedure: string, chosenBy: string][] = [
    ["third-country national with Polish diploma and practice", { ...polish, "person.nationality": "third", ...sixYears }, "hwo_50c", "authority"],
    ["German with practice in Austria", { "qualification.country": "AT", "person.nationality": "de", ...worked(["AT", 6, "self_employed", 2024]) }, "eu_ewr_hwv", "nobody"],
    ["EU national with third-country diploma, nothing else", { "qualification.country": "CO", "person.nationality": "eu", ...worked() }, "hwo_50c", "authority"],
    ["… recognised in Spain, three years' work there", { "qualification.country": "CO", "person.nationality": "eu", "qualification.recognised-elsewhere": "yes", "qualification.recognised-elsewhere-country": "ES", "qualification.recognised-elsewhere-practice-years": 3, ...worked() }, "eu_ewr_hwv", "applicant"],
    ["… recognised in Spain, two years' work there", { "qualification.country": "CO", "person.nationality": "eu", "qualification.recognised-elsewhere": "yes", "qualification.recognised-elsewhere-country": "ES", "qualification.recognised-elsewhere-practice-years": 2, ...worked() }, "hwo_50c", "authority"],
    ["EU national, EU diploma, little work", { ...polish, ...worked(["PL", 1, "employee", 2024]) }, "eu_ewr_hwv", "applicant"],
  ];
  test.each(table)("%s", (_circumstance, told, procedure, chosenBy) => {
    const path = likeliest([trained, electrician, own, told]);
    expect(inCodes(path)).toMatchObject({ procedure, chosenBy });
    expect(path.authority.map(({ type }) => type)).toEqual([procedure === "hwo_50c" ? "hwk" : "hwk_or_higher_authority"]);
  });

  test("nationality not known: neither way is hidden", () => {
    const { paths } = assessed([trained, electrician, own, { "qualification.country": "PL", "person.nationality": "unknown", ...sixYears }]);
    expect(paths[0]!.range.best).toBe("full");
  });
});

describe("HwO § 50c: compared with the master examination", () => {
  const turkish: Told = { "qualification.country": "TR", "person.nationality": "third", "qualification.level": "master_craftsman" };
  test("the chamber, not the applicant, decides on the measure (§ 50c (5))", () => {
    const path = likeliest([trained, electrician, own, turkish]);
    expect(inCodes(path)).toMatchObject({ procedure: "hwo_50c", outcome: "compensation_needed", measures: ["adaptation_period", "aptitude_test"], chosenBy: "authority" });
    expect(findings(path)).toContain("R113.authority-chooses");
    expect(assessed([trained, electrician, own, turkish]).leftToAuthority).toContain("choice-of-measure");
  });
  test("§ 7b (1) is named, and excluded for nos. 12 and 33 to 37", () => {
    expect(findings(likeliest([trained, electrician, own, turkish]))).toContain("R112.experience-after-notice");
    for (const id of ["schornsteinfeger", "augenoptiker", "zahntechniker"]) expect(findings(likeliest([trained, chosen(id, id), own, turkish]))).toContain("R112.excluded-craft");
  });
  test("with a journeyman's certificate alone it is said that the yardstick is the master examination", () => {
    expect(findings(likeliest([trained, electrician, own, { ...turkish, "qualification.level": "secondary_vocational" }]))).toContain("R113.below-master");
    expect(findings(likeliest([trained, electrician, own, turkish]))).not.toContain("R113.below-master");
  });
  test("without any training no § 50c: other ways into the register", () => {
    const path = likeliest([untrained, electrician, own, { "person.nationality": "third" }]);
    expect(path).toMatchObject({ procedure: "none_available", outcome: "not_possible_other_path", measures: [] });
    expect(findings(path)).toContain("R111.ways-into-register");
  });
});
