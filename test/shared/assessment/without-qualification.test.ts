/** Ways of people without a formal qualification: validation, external examination, work without either (R140-R146). */
import { describe, expect, test } from "@jest/globals";
import { assessed, chosen, findings, inProfession, likeliest, untrained, worked, type Told } from "../../support/told.ts";

const cook = chosen("Koch", "koch"); // three years: 4.5 needed
const warehouse = chosen("Lagerist", "fachlagerist"); // two years: 3 needed
const electronics = chosen("Elektroniker für Betriebstechnik", "elektroniker-fuer-betriebstechnik"); // three and a half: 5.25 needed
const told = (years: number, age: number, more: Told = {}): Told => ({ "experience.total-years": years, "person.age": age, ...more });

describe("BBiG § 50b (2)-(3), § 45 (2): thresholds", () => {
  const table: [circumstance: string, occupation: Told, told: Told, procedure: string][] = [
    ["cook, exactly one and a half times the training, aged 25", cook, told(4.5, 25), "validation"],
    ["cook, a little less", cook, told(4.4, 40), "none_available"],
    ["cook, aged 24: the external examination has no age limit", cook, told(6, 24), "external_exam"],
    ["warehouse operator, three years", warehouse, told(3, 30), "validation"],
    ["warehouse operator, two and a half years", warehouse, told(2.5, 30), "none_available"],
    ["electronics, five years and three months", electronics, told(5.25, 30), "validation"],
    ["electronics, five years", electronics, told(5, 30), "none_available"],
    ["cook, lives abroad, all work abroad: no validation", cook, told(9, 30, { "person.residence": "elsewhere", "person.nationality": "third", ...worked(["IN", 9, "employee", 2026]) }), "none_available"],
    ["cook, lives abroad, half of the needed work was done in Germany", cook, told(9, 30, { "person.residence": "elsewhere", "person.nationality": "third", ...worked(["DE", 3, "employee", 2020], ["IN", 6, "employee", 2026]) }), "validation"],
  ];
  test.each(table)("%s", (_circumstance, occupation, facts, procedure) => {
    const path = likeliest([untrained, occupation, facts]);
    expect(path).toMatchObject({ procedure, outcome: "not_possible_other_path", regulated: "no", required: false });
  });

  test("R143: the external examination asks neither residence nor age, and that is said to people abroad", () => {
    expect(findings(likeliest([untrained, cook, told(9, 22, { "person.residence": "elsewhere" })]))).toContain("R143.external-exam-open");
  });
  test("R142: validation is no vocational degree", () => expect(findings(likeliest([untrained, cook, told(6, 30)]))).toContain("R142.not-a-degree"));
  test("the work itself is free", () => expect(findings(likeliest([untrained, cook, told(1, 30)]))).toContain("R20.no-duty"));
  test("age not known: validation is not promised", () => {
    const path = likeliest([untrained, cook, told(6, 30), { "person.age": "unknown" }]);
    expect(path.procedure === "validation" && findings(path).includes("R140.validation-open")).toBe(false);
  });
  test("work not known: no way is promised", () => expect(likeliest([untrained, cook, told(6, 30), { "experience.total-years": "unknown" }]).procedure).toBe("none_available"));
});

describe("limits", () => {
  test("R141: no validation in health professions", () => {
    for (const id of ["pflegefachperson", "physiotherapeut", "pta"]) expect(assessed([untrained, inProfession(id), told(20, 40)]).paths.map(({ procedure }) => procedure)).toEqual(["none_available"]);
  });
  test("R141: no validation of further-training degrees", () => {
    for (const id of ["bilanzbuchhalter", "industriemeister-metall"]) expect(assessed([untrained, chosen(id, id), told(20, 40)]).paths.map(({ procedure }) => procedure)).not.toContain("validation");
  });
  test("HwO § 41b: crafts are validated by the chamber of crafts", () => {
    const path = likeliest([untrained, chosen("Maler", "maler-und-lackierer"), told(6, 30), { "goal.work-form": "employed" }]);
    expect(path.procedure).toBe("validation");
    expect(path.authority.map(({ type }) => type)).toEqual(["hwk"]);
  });
  test("R146: information technology needs no diploma", () => {
    expect(likeliest([untrained, chosen("Softwareentwickler", "fachinformatiker"), told(5, 30, { "person.residence": "elsewhere" })])).toMatchObject({ outcome: "no_recognition_needed", required: false });
  });
});
