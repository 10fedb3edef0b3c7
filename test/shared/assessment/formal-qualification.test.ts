/** Is a procedure open at all: a completed training that the state of training regulates (R7-R11, R199). */
import { describe, expect, test } from "@jest/globals";
import { allFindings, assessed, chosen, inProfession, trained, type Told } from "../../support/told.ts";

const cook = chosen("Koch", "koch");

describe("BQFG § 3 (2): certificate of a completed training regulated by law", () => {
  const table: [circumstance: string, told: Told, formal: "open" | "not-open" | "unknown", finding: string][] = [
    ["completed and state-recognised", {}, "open", "R7.open"],
    ["broken off before the final examination", { "qualification.completed": "no" }, "not-open", "R9.not-completed"],
    ["private academy without recognition by the state", { "qualification.state-recognised": "no" }, "not-open", "R8.not-state-recognised"],
    ["only work, no training", { "qualification.level": "none" }, "not-open", "R11.experience-alone"],
    ["short course that is no occupational certificate", { "qualification.level": "short_course", "qualification.formal": "no" }, "not-open", "R10.short-course"],
    ["driving or welding licence alone", { "qualification.level": "professional_licence", "qualification.formal": "no" }, "not-open", "R10.licence-only"],
    ["nobody knows whether the state recognises it", { "qualification.state-recognised": "unknown" }, "unknown", "R199.ask-first"],
    ["nobody knows whether it was completed", { "qualification.completed": "unknown" }, "unknown", "R199.ask-first"],
    ["short course, nobody knows whether it is a formal one", { "qualification.level": "short_course", "qualification.formal": "unknown" }, "unknown", "R199.ask-first"],
    ["level not known, but completed and recognised", { "qualification.level": "unknown" }, "open", "R7.open"],
  ];
  test.each(table)("%s", (_circumstance, told, formal, finding) => {
    const result = assessed([trained, cook, told]);
    expect(result.qualifications[0]!.formal).toBe(formal);
    expect(allFindings(result)).toContain(finding);
  });

  test("a question that was not asked yet is missing, not doubtful", () => {
    const result = assessed([trained, cook, { "qualification.state-recognised": undefined }]);
    expect(result.missing).toContain("qualification.state-recognised@q1");
    expect(allFindings(result)).not.toContain("R199.ask-first");
  });

  test("no recognition is predicted for what is not open", () => {
    const closed: Told[] = [{ "qualification.completed": "no" }, { "qualification.state-recognised": "no" }, { "qualification.level": "none" }];
    for (const told of closed)
      for (const path of assessed([trained, cook, told]).paths) {
        expect(["full", "automatic", "partial", "compensation_needed"]).not.toContain(path.outcome);
        expect(["full", "automatic"]).not.toContain(path.range.best);
      }
  });

  test("R199: full is not the likely end while recognition by the state is unknown, and rejection stays possible", () => {
    for (const occupation of [cook, chosen("Krankenpfleger", "pflegefachperson")]) {
      const [path] = assessed([trained, occupation, { "qualification.state-recognised": "unknown", "experience.total-years": 10 }]).paths;
      expect(path!.outcome).not.toBe("full");
      expect(path!.range.worst).toBe("not_possible_other_path");
    }
  });

  test("R32: without training behind it lost papers open no skills analysis", () => {
    for (const path of assessed([trained, cook, { "qualification.level": "none", "evidence.documents": [], "evidence.missing-reason": "war-or-flight" }]).paths)
      expect(path.exams.map(({ code }) => code)).not.toContain("qualifikationsanalyse");
  });
});

describe("no regulated profession opens without training", () => {
  test.each(["pflegefachperson", "arzt", "hebamme", "physiotherapeut", "pta", "notfallsanitaeter", "psychotherapeut", "erzieher", "sozialarbeiter"])("%s: broken off", (id) => {
    const [path] = assessed([trained, inProfession(id), { "qualification.completed": "no" }]).paths;
    expect(path).toMatchObject({ outcome: "not_possible_other_path", measures: [] });
    expect(path!.exams.filter(({ code }) => code === "kenntnispruefung" || code === "eignungspruefung")).toEqual([]);
  });
});
