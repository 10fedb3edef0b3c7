/** Provisions on German pages: German words of law, and what law of the Laender is about. */
import { expect, test } from "@jest/globals";
import type { RulesetContent } from "@gleichwert/rules";
import { germanLaw } from "../../../client/src/explanation/german-law.ts";
import { ruleset } from "../../support/told.ts";

test.each([
  ["EU/EWR HwV § 6 (1) no. 4", "EU/EWR HwV § 6 (1) Nr. 4"],
  ["Directive 2005/36/EC Annex V 5.2.2", "Richtlinie 2005/36/EG Anhang V 5.2.2"],
  ["HwO Annex A", "HwO Anlage A"],
  ["Land BQFG", "BQFG des Landes"],
  ["Land Architektengesetz", "Architektengesetz des Landes"],
  ["Land law on social professions", "Landesrecht über soziale Berufe"],
  ["Land school law; Land BQFG", "Landesrecht über Schulen; BQFG des Landes"],
  ["Land teacher law", "Landesrecht über Lehrkräfte"],
  ["Land chamber law", "Landesrecht über Kammern"],
  ["Land engineer-chamber acts", "Landesrecht über Ingenieurkammern"],
  ["Land law", "Landesrecht"],
])("%s", (provision, german) => {
  expect(germanLaw(provision)).toBe(german);
});

/** Every provision in a list of law, wherever it stands in the rules. */
function lawsIn(value: unknown, found = new Set<string>()): Set<string> {
  if (Array.isArray(value)) for (const each of value) lawsIn(each, found);
  else if (typeof value === "object" && value !== null)
    for (const [key, inner] of Object.entries(value)) {
      if (key === "law" && Array.isArray(inner)) for (const provision of inner as string[]) found.add(provision);
      else lawsIn(inner, found);
    }
  return found;
}

test("law of the Laender that the rules cite says its subject, and nothing of it stays English", () => {
  const { texts: _texts, ...content }: RulesetContent = ruleset().content;
  const ofLand = [...lawsIn(content)].filter((provision) => provision.startsWith("Land ") && provision !== "Land law");
  expect(ofLand.length).toBeGreaterThan(20);
  expect(ofLand.filter((provision) => !/ des Landes|Landesrecht über /.test(germanLaw(provision)))).toEqual([]);
  expect(ofLand.filter((provision) => /\b(?:Land|laws?|acts?|ordinances?|rules|on)\b/.test(germanLaw(provision)))).toEqual([]);
});
