/** Degrees, drivers, lawyers, teachers, earlier notices, treaties, late resettlers, nursing assistants (R5, R6, R24, R30, R86, R91-R102, R122). */
import { describe, expect, test } from "@jest/globals";
import { assessed, chosen, findings, inCodes, inProfession, likeliest, trained, worked, type Told } from "../../support/told.ts";

const degree: Told = { "qualification.level": "master_or_long_degree", "qualification.duration-years": 5 };
const employed: Told = { "goal.work-form": "employed" };

describe("degrees in unregulated fields (R98, R99)", () => {
  test.each([["Ökonom"], ["Diplom-Mathematiker"], ["Philosoph"], ["Biologe"]])("%s: statement of comparability, no recognition needed", (title) => {
    expect(likeliest([trained, degree, { "qualification.title": title, "goal.reference-occupation": "none" }])).toMatchObject({ procedure: "zab_statement", outcome: "no_recognition_needed", required: false, regulated: "no" });
  });
  test("only a statement is wanted", () => expect(likeliest([trained, degree, { "goal.purpose": "degree-statement", "qualification.title": "Bachelor of Technology" }])).toMatchObject({ procedure: "zab_statement" }));
  test("medicine: the statement is not enough, the licence decides", () => {
    const path = likeliest([trained, degree, inProfession("arzt")]);
    expect(path).toMatchObject({ procedure: "approbation_third", regulated: "yes", required: true });
  });
  test("engineer: work is free, only the title is protected (R94)", () => {
    const engineer = [trained, degree, inProfession("ingenieur")];
    expect(likeliest([...engineer, { "goal.title-wanted": "no" }])).toMatchObject({ procedure: "zab_statement", outcome: "no_recognition_needed", required: false });
    expect(likeliest([...engineer, { "goal.title-wanted": "yes" }])).toMatchObject({ procedure: "land_title", form: "title", required: false });
  });
});

describe("truck drivers (FeV § 31, Annex 11; BKrFQG)", () => {
  const driver = (country: string): Told => ({ ...inProfession("berufskraftfahrer-gueter"), "qualification.country": country, "qualification.level": "professional_licence", "qualification.formal": "no", "qualification.completed": "yes" });
  const table: [country: string, exams: string[]][] = [
    ["RS", ["grundqualifikation_ihk"]],
    ["UA", ["grundqualifikation_ihk"]],
    ["AL", ["grundqualifikation_ihk"]],
    ["XK", ["grundqualifikation_ihk"]],
    ["MD", ["fahrerlaubnispruefung", "grundqualifikation_ihk"]],
    ["GE", ["fahrerlaubnispruefung", "grundqualifikation_ihk"]],
    ["TR", ["fahrerlaubnispruefung", "grundqualifikation_ihk"]],
    ["BA", ["fahrerlaubnispruefung", "grundqualifikation_ihk"]],
    ["PL", []],
  ];
  test.each(table)("licence of %s", (country, exams) => {
    const path = likeliest([trained, driver(country)]);
    expect(path.procedure).toBe("bkrfqg_fev");
    expect(path.exams.map(({ code }) => code).sort()).toEqual(exams);
  });
});

describe("lawyers (BRAO § 206; RDG § 10; EuRAG; DRiG § 112a)", () => {
  const table: [circumstance: string, told: Told, procedure: string][] = [
    ["Ukraine: listed", { "qualification.country": "UA" }, "brao_206"],
    ["Tunisia: listed", { "qualification.country": "TN" }, "brao_206"],
    ["Armenia: not listed", { "qualification.country": "AM" }, "rdg_10"],
    ["Syria: not listed", { "qualification.country": "SY" }, "rdg_10"],
    ["Ukraine, never admitted there", { "qualification.country": "UA", "qualification.right-to-practise": "no" }, "rdg_10"],
    ["Spain, admitted", { "qualification.country": "ES" }, "eurag"],
    ["Spain, graduate only", { "qualification.country": "ES", "qualification.right-to-practise": "no" }, "drig_112a"],
  ];
  test.each(table)("%s", (_circumstance, told, procedure) => expect(likeliest([trained, degree, inProfession("rechtsanwalt"), told]).procedure).toBe(procedure));
  test("no third-country lawyer is told of full recognition", () => {
    for (const country of ["UA", "AM", "TR"]) for (const path of assessed([trained, degree, inProfession("rechtsanwalt"), { "qualification.country": country }]).paths) expect(path.outcome).not.toBe("full");
  });
});

describe("earlier notice (R5, R24)", () => {
  const cook = [trained, chosen("Koch", "koch")];
  test("partial, three years ago: follow-up application", () => expect(likeliest([...cook, { "notice.result": "partial", "notice.year": 2023 }])).toMatchObject({ procedure: "follow_up_application", target: "koch" }));
  test("partial, seven years ago: new application", () => expect(likeliest([...cook, { "notice.result": "partial", "notice.year": 2019 }]).procedure).toBe("new_application"));
  test("the year is asked", () => expect(assessed([...cook, { "notice.result": "partial" }]).missing).toContain("notice.year"));
  test("without a measure since then full is not the likely end", () => expect(likeliest([...cook, { "notice.result": "partial", "notice.year": 2024 }]).outcome).toBe("partial"));
  test("with further training since then it is, and no second adaptation is asked", () => {
    const path = likeliest([...cook, { "notice.result": "partial", "notice.year": 2024, "training.rows": "complete", "training.title@t1": "Anpassungsqualifizierung", "training.kind@t1": "occupational-certificate" }]);
    expect(inCodes(path)).toMatchObject({ procedure: "follow_up_application", outcome: "full", measures: [] });
  });
  test("equivalence found already: no second application", () => {
    const { qualifications, paths } = assessed([...cook, { "notice.result": "full" }]);
    expect([...findings(qualifications[0]!), ...paths.flatMap(findings)]).toContain("R5.one-application");
  });
  test("no notice: the first application", () => expect(likeliest([...cook, { "notice.result": "none" }]).procedure).toBe("bqfg_unregulated"));
});

describe("examinations that an ordinance puts on a par (BBiG § 50 (2), HwO § 40 (2); R30)", () => {
  const from = (country: string, told: Told): Told => ({ ...told, ...employed, "qualification.country": country, "person.nationality": "eu" });
  const table: [circumstance: string, told: Told, procedure: string, outcome: string | undefined][] = [
    ["French baker with the certificate named in the ordinance", from("FR", chosen("Certificat d'aptitude professionnelle boulanger", "baecker")), "state_treaty", "full"],
    ["Austrian cook, listed", from("AT", chosen("Koch", "koch")), "state_treaty", "full"],
    ["Austrian carpenter, listed", from("AT", chosen("Zimmerer", "zimmerer")), "state_treaty", "full"],
    ["French butcher, not in the list", from("FR", chosen("CAP boucher", "fleischer")), "hwo_40a", undefined],
    ["Polish cook: no treaty", from("PL", chosen("Koch", "koch")), "bqfg_unregulated", undefined],
    ["Austrian cook whose training was broken off", from("AT", { ...chosen("Koch", "koch"), "qualification.completed": "no" }), "none_available", undefined],
  ];
  test.each(table)("%s", (_circumstance, told, procedure, outcome) => {
    const path = likeliest([trained, told, { "experience.total-years": 3 }]);
    expect(path.procedure).toBe(procedure);
    if (outcome) expect(path).toMatchObject({ outcome, measures: [] });
  });
});

describe("late resettlers (BVFG § 10; R6)", () => {
  const resettler: Told = { "person.status": "late-resettler", "qualification.country": "KZ" };
  test("own right beside the general law: both ways are shown", () => {
    const procedures = assessed([trained, chosen("Koch", "koch"), resettler]).paths.map(({ procedure }) => procedure);
    expect(procedures[0]).toBe("bvfg_10");
    expect(procedures).toContain("bqfg_unregulated");
  });
  test("status is asked of people from successors of the Soviet Union only", () => {
    const cook = [trained, chosen("Koch", "koch")];
    expect(assessed([...cook, { "qualification.country": "KZ" }]).missing).toContain("person.status");
    expect(assessed([...cook, { "qualification.country": "BR" }]).missing).not.toContain("person.status");
  });
  test("§ 10 (2) covers every examination, also of a regulated profession", () => {
    const ways = assessed([trained, inProfession("pflegefachperson"), resettler]).paths;
    expect([...ways.map(({ procedure }) => procedure), ...ways.flatMap(findings)].some((code) => code === "bvfg_10" || code === "R6.own-right")).toBe(true);
  });
  test("§ 10 (3)-(5): lost papers are replaced by a certificate", () => {
    const path = likeliest([trained, chosen("Koch", "koch"), resettler, { "evidence.documents": ["resettler-certificate"], "evidence.missing-reason": "lost" }]);
    expect(findings(path)).toContain("R6.replacement-papers");
  });
});

describe("the law of the day (R86): nursing assistants", () => {
  const assistant = (on: string) => likeliest([trained, chosen("Pflegeassistent", "pflegefachassistenz"), { "qualification.duration-years": 1.5 }], on);
  test("until 31 December 2026 the federal title cannot be granted", () => expect(assistant("2026-12-31").measures).toEqual([]));
  test("from 1 January 2027: examination or adaptation under federal law", () => {
    expect(inCodes(assistant("2027-01-01"))).toMatchObject({ procedure: "federal_special", outcome: "compensation_needed", measures: ["adaptation_period", "knowledge_exam"] });
  });
  test("Land law ends on 31 December 2026", () => {
    const land = (on: string) => assessed([trained, chosen("Krankenpflegehelfer", "pflegehelfer-land")], on).paths.map(({ target }) => target);
    expect(land("2026-12-31")).toContain("pflegehelfer-land");
    expect(land("2027-01-01")).not.toContain("pflegehelfer-land");
  });
});

describe("Land law (R91-R93)", () => {
  test("educator, third country: measures, the Land says who chooses", () => {
    expect(likeliest([trained, inProfession("erzieher"), { "goal.land": "BE" }])).toMatchObject({ procedure: "land_regulated", outcome: "compensation_needed", chosenBy: "land" });
  });
  test("the Land is asked for every regulated profession (R192)", () => {
    for (const id of ["erzieher", "lehrer-gymnasium", "sozialarbeiter", "pflegefachperson", "arzt"]) expect(assessed([trained, inProfession(id), { "goal.land": undefined }]).missing).toContain("goal.land");
  });
  test("EU teacher: the general system with the applicant's choice", () => {
    expect(likeliest([trained, degree, inProfession("lehrer-gymnasium"), { "qualification.country": "ES", "goal.land": "BE", ...worked() }])).toMatchObject({ procedure: "land_regulated", chosenBy: "applicant" });
  });
});
