/** Papers that are missing without the person's fault, by branch of the law (R31-R35, R197). */
import { describe, expect, test } from "@jest/globals";
import { chosen, assessed, findings, likeliest, trained, type Told } from "../../support/told.ts";

const without = (reason: string | undefined, more: Told = {}): Told => ({ "evidence.documents": ["identity", "cv"], "evidence.missing-reason": reason, ...more });
const cook = chosen("Koch", "koch");
const painter = { ...chosen("Maler", "maler-und-lackierer"), "goal.work-form": "employed" };
const analysed = (told: Told[]) => likeliest([trained, ...told]).exams.some(({ code }) => code === "qualifikationsanalyse");

describe("BQFG § 14: other suitable procedures", () => {
  const table: [circumstance: string, told: Told[], skillsAnalysis: boolean][] = [
    ["school destroyed in war", [cook, without("war-or-flight")], true],
    ["archive lost", [cook, without("archive-lost")], true],
    ["authority of the home state refuses", [cook, without("authority-refuses")], true],
    ["not asked for yet: ask first", [cook, without("not-yet-asked")], false],
    ["certificate is there", [cook, { "evidence.documents": ["certificate"] }], false],
    ["certificate and more are there", [cook, { "evidence.documents": ["identity", "certificate", "transcript"] }], false],
    ["nobody knows which papers are there", [cook, { "evidence.documents": "unknown" }], false],
    ["craft, war", [painter, without("war-or-flight")], true],
  ];
  test.each(table)("%s", (_circumstance, told, expected) => expect(analysed(told)).toBe(expected));

  test("R197: why they are missing is asked", () => expect(assessed([trained, cook, without(undefined)]).missing).toContain("evidence.missing-reason"));
  test("R197: who fled need not turn to the home state", () => expect(findings(likeliest([trained, cook, without("war-or-flight")]))).toContain("R197.no-contact-with-home-needed"));
  test("R35: the clock stops meanwhile", () => expect(findings(likeliest([trained, cook, without("archive-lost")]))).toContain("R35.clock-stops"));
  test("R33: wider in the crafts only (HwO § 50c (4), § 40a)", () => {
    expect(findings(likeliest([trained, painter, without("archive-lost")]))).toContain("R33.wider-in-crafts");
    expect(findings(likeliest([trained, cook, without("archive-lost")]))).not.toContain("R33.wider-in-crafts");
  });
  test("R32: no training, no skills analysis", () => expect(analysed([cook, without("war-or-flight"), { "qualification.completed": "no" }])).toBe(false));
  test("own business in a craft: R33 stands in the way to the licence", () => {
    const path = likeliest([trained, { ...painter, "goal.work-form": "self_employed" }, { "person.nationality": "third" }, without("war-or-flight")]);
    expect(path.procedure).toBe("hwo_50c");
    expect(findings(path)).toContain("R33.wider-in-crafts");
  });
});
