import type { ResidencePointer } from "@gleichwert/rules";
import type { Inquiry } from "./inquiry.ts";

/** Levels of German from none on, in order. */
export const germanLevels: readonly string[] = ["none", "A1", "A2", "B1", "B2", "C1", "C2"];

/** The words of residence law for knowledge of German and the level that each stands for (R169). */
const levelOf: Readonly<Record<NonNullable<ResidencePointer["german"]>, string>> = { hinreichend: "A2", ausreichend: "B1", gut: "B2", beherrscht: "C1" };

/**
 * Does the German that was told reach a word of residence law (hinreichende Sprachkenntnisse)?
 * @returns false while no level is known
 * @see AufenthG § 2 (10)-(12)
 */
export function knowsGerman(inquiry: Inquiry, word: NonNullable<ResidencePointer["german"]>): boolean {
  const told = inquiry.peek("person.german-level");
  return inquiry.applies("R169") && typeof told === "string" && told !== "unknown" && germanLevels.indexOf(told) >= germanLevels.indexOf(levelOf[word]);
}
