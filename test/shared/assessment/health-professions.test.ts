/** Who chooses which measure in the federal health professions (R55, R56), and what papers and recognitions elsewhere change (R34, R46, R82). */
import { describe, expect, test } from "@jest/globals";
import { assessed, chosen, findings, inCodes, inProfession, likeliest, trained, worked, type Told } from "../../support/told.ts";

type Row = [profession: string, procedure: string, measures: string[], chosenBy: string];
const both = ["adaptation_period", "knowledge_exam"];
const bothEu = ["adaptation_period", "aptitude_test"];
const academic: Told = { "qualification.level": "master_or_long_degree", "qualification.duration-years": 6 };
const degreed = new Set(["arzt", "zahnarzt", "apotheker", "tierarzt", "psychotherapeut"]);
const levelFor = (id: string): Told => (degreed.has(id) ? academic : { "qualification.level": "post_secondary" });

describe("diploma of a third country", () => {
  const table: Row[] = [
    ["arzt", "approbation_third", ["knowledge_exam"], "law"], // BÄO § 3 (3)
    ["zahnarzt", "approbation_third", ["knowledge_exam"], "law"], // ZHG § 2 (3)
    ["apotheker", "approbation_third", ["knowledge_exam"], "law"], // BApO § 4 (3)
    ["tierarzt", "approbation_third", ["knowledge_exam"], "law"], // BTÄO § 4 (2)
    ["psychotherapeut", "psychthg_third", ["knowledge_exam"], "law"], // PsychThG § 11 (4)
    ["pflegefachperson", "pflbg_third", both, "applicant"], // PflBG § 40 (3)
    ["kinderkrankenpflege", "pflbg_third", both, "applicant"], // PflBG §§ 40, 58, 59
    ["altenpfleger", "pflbg_third", both, "applicant"],
    ["hebamme", "hebg_third", both, "applicant"], // HebG § 59 (2)
    ["notfallsanitaeter", "notsan_third", both, "applicant"], // NotSanG § 2 (3)
    ...["mtl", "mtr", "mtf", "mtvet", "ata", "ota", "pta", "physiotherapeut", "masseur", "ergotherapeut", "logopaede", "diaetassistent", "podologe", "orthoptist"].map((id): Row => [id, "therapy_third", both, "applicant"]),
  ];
  test.each(table)("%s: %s", (id, procedure, measures, chosenBy) => {
    const path = likeliest([trained, inProfession(id), levelFor(id), { "qualification.country": "IN", "person.nationality": "third" }]);
    expect(inCodes(path)).toMatchObject({ procedure, outcome: "compensation_needed", measures, chosenBy });
    expect(path.exams.map(({ code }) => code)).toContain("kenntnispruefung");
    expect(path).toMatchObject({ regulated: "yes", required: true, target: id });
    for (const { code, longestMonths } of path.measures) if (code === "adaptation_period") expect(longestMonths).toBe(36);
  });

  test("R75: no adaptation period for doctors, dentists and pharmacists on any way", () => {
    for (const id of ["arzt", "zahnarzt", "apotheker"])
      for (const country of ["IN", "PL"])
        for (const path of assessed([trained, inProfession(id), academic, { "qualification.country": country, "qualification.completed-year": 1990, ...worked() }]).paths)
          if (path.target === id) expect(path.measures.map(({ code }) => code)).not.toContain("adaptation_period");
  });
});

describe("diploma of the EU, the EEA or Switzerland without automatic recognition", () => {
  const old: Told = { "qualification.country": "PL", "qualification.completed-year": 1990, ...worked() };
  const table: Row[] = [
    ["arzt", "approbation_eu_general", ["aptitude_test"], "law"],
    ["zahnarzt", "approbation_eu_general", ["aptitude_test"], "law"],
    ["apotheker", "approbation_eu_general", ["aptitude_test"], "law"],
    ["tierarzt", "approbation_eu_general", ["aptitude_test"], "law"], // BTÄO § 4 (1a)
    ["psychotherapeut", "psychthg_eu_general", bothEu, "applicant"], // PsychThG § 12 (3)
    ["pflegefachperson", "pflbg_eu_general", bothEu, "applicant"], // PflBG § 41 (2)
    ["hebamme", "hebg_eu_general", bothEu, "applicant"], // HebG § 58 (2) no. 3
    ["notfallsanitaeter", "notsan_eu_general", bothEu, "applicant"],
    ...["mtl", "mtr", "mtf", "ata", "ota", "pta", "physiotherapeut", "masseur", "ergotherapeut", "logopaede", "diaetassistent", "podologe", "orthoptist"].map((id): Row => [id, "therapy_eu_general", bothEu, "applicant"]),
  ];
  test.each(table)("%s: %s", (id, procedure, measures, chosenBy) => {
    const path = likeliest([trained, inProfession(id), levelFor(id), old]);
    expect(inCodes(path)).toMatchObject({ procedure, outcome: "compensation_needed", measures, chosenBy });
    expect(path.exams.map(({ code }) => code)).toContain("eignungspruefung");
    expect(path.exams.map(({ code }) => code)).not.toContain("kenntnispruefung");
  });
});

describe("level (a) or (b) of Article 11 takes the choice away (R55)", () => {
  const eu = (level: string): Told => ({ "qualification.country": "PL", "qualification.completed-year": 1990, "qualification.level": level, "qualification.formal": "yes", "qualification.duration-years": 2, ...worked() });
  const table: [profession: string, level: string, measures: string[], chosenBy: string][] = [
    ["pflegefachperson", "short_course", ["aptitude_test"], "law"], // PflBG § 41 (3)
    ["physiotherapeut", "short_course", ["aptitude_test"], "law"], // MPhG § 2 (4a)
    ["ota", "short_course", ["aptitude_test"], "law"], // ATA-OTA-G § 47 (3)
    ["hebamme", "short_course", bothEu, "law"], // HebG § 58 (2) no. 1: both
    ["hebamme", "secondary_vocational", ["aptitude_test"], "law"], // no. 2
    ["hebamme", "post_secondary", bothEu, "applicant"], // no. 3
    ["pflegefachperson", "secondary_vocational", bothEu, "applicant"],
    ["physiotherapeut", "secondary_vocational", bothEu, "applicant"],
  ];
  test.each(table)("%s with %s", (id, level, measures, chosenBy) => expect(inCodes(likeliest([trained, inProfession(id), eu(level)]))).toMatchObject({ measures, chosenBy }));
});

describe("third-country diploma recognised in another EU or EEA state (R46)", () => {
  const recognised = (country: string, years: number): Told => ({ "qualification.country": "PH", "qualification.level": "bachelor", "qualification.recognised-elsewhere": "yes", "qualification.recognised-elsewhere-country": country, "qualification.recognised-elsewhere-practice-years": years });
  const table: [circumstance: string, profession: string, told: Told, procedure: string, measures: string[]][] = [
    ["nurse: no period of practice asked (PflBG § 41 (2))", "pflegefachperson", recognised("ES", 0), "pflbg_eu_general", bothEu],
    ["nurse: recognised in a third country counts for nothing", "pflegefachperson", recognised("AE", 9), "pflbg_third", both],
    ["midwife: three years there (HebG § 58 (1) no. 3)", "hebamme", recognised("ES", 3), "hebg_eu_general", bothEu],
    ["midwife: two years are too few", "hebamme", recognised("ES", 2), "hebg_third", both],
    ["doctor: no period of practice asked (BÄO § 3 (2))", "arzt", { ...recognised("ES", 0), ...academic }, "approbation_eu_general", ["aptitude_test"]],
    ["dentist", "zahnarzt", { ...recognised("PL", 0), ...academic }, "approbation_eu_general", ["aptitude_test"]],
  ];
  test.each(table)("%s", (_circumstance, id, told, procedure, measures) => expect(inCodes(likeliest([trained, inProfession(id), told]))).toMatchObject({ procedure, measures }));
});

describe("nurses who waive the comparison (R82; PflBG § 40 (3a))", () => {
  const indian = [trained, chosen("Krankenpfleger", "pflegefachperson"), { "qualification.country": "IN" }];
  test("straight to examination or adaptation; full is given up", () => {
    const path = likeliest([...indian, { "person.waives-comparison": "yes" }]);
    expect(inCodes(path)).toMatchObject({ procedure: "pflbg_third", measures: both, chosenBy: "applicant" });
    expect(path.range.best).toBe("compensation_needed");
    expect(findings(path)).toContain("R82.waiver-final");
  });
  test("without a waiver full stays possible", () => expect(likeliest(indian).range.best).toBe("full"));
});

describe("papers that cannot be shown (R34): no skills analysis, straight to the proof of knowledge", () => {
  const lost: Told = { "evidence.documents": ["identity"], "evidence.missing-reason": "war-or-flight", "qualification.country": "SY" };
  test.each(["arzt", "pflegefachperson", "physiotherapeut", "hebamme", "psychotherapeut"])("%s", (id) => {
    const path = likeliest([trained, inProfession(id), levelFor(id), lost]);
    expect(path.exams.map(({ code }) => code)).not.toContain("qualifikationsanalyse");
    expect(path.exams.map(({ code }) => code)).toContain("kenntnispruefung");
    expect(findings(path)).toContain("R34.health-straight-to-exam");
    expect(findings(path).some((finding) => finding.startsWith("R31."))).toBe(false);
  });

  test("PflBG § 40 (3): who has simply not asked for the papers yet is not sent to the examination for want of papers", () => {
    const path = likeliest([trained, chosen("Krankenpfleger", "pflegefachperson"), { ...lost, "evidence.missing-reason": "not-yet-asked" }]);
    expect(findings(path)).not.toContain("R34.health-straight-to-exam");
  });
});
