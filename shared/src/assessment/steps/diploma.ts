import { asNumber, asText, type Inquiry } from "../inquiry.ts";
import type { SoFar, Step } from "../so-far.ts";

/**
 * Where and when the diploma was issued, and so its country group. The diploma decides, not the passport (R45, R193).
 * @see BÄO § 3 (2)-(3); PflBG §§ 40, 41; HebG §§ 58, 59
 */
export const diploma: Step = { name: "diploma", run };

function run(inquiry: Inquiry, so: SoFar): Partial<SoFar> {
  // Country and year are asked of everybody (R193).
  const read = inquiry.applies("R193") ? inquiry.ask : inquiry.peek;
  const country = asText(read("qualification.country", so.row));
  const completedYear = asNumber(read("qualification.completed-year", so.row));
  if (country === undefined) return { ...(completedYear !== undefined && { completedYear }) };
  const successor = bySuccessor(inquiry, country) ? asText(inquiry.ask("qualification.successor-country", so.row)) : undefined;
  const group = successor === undefined ? groupOf(inquiry, country, completedYear) : inquiry.rules.countryGroupOf(successor, inquiry.on);
  const hasProfile = inquiry.rules.countries.has(country);
  return { country, group, hasProfile, ...(completedYear !== undefined && { completedYear }) };
}

/** Group of the state in the year of the diploma; a British one keeps its place by its year (R52), so that without a year its group is not known. */
function groupOf({ rules, on, applies }: Inquiry, country: string, year: number | undefined): SoFar["group"] {
  if (country !== "GB") return rules.countryGroupOf(country, year ?? on);
  if (!applies("R52")) return rules.countryGroupOf(country, on);
  return year === undefined ? "unknown" : rules.countryGroupOf(country, year);
}

/**
 * Does the group of a former state's diploma depend on the state that vouches for it today? The acts treat diplomas of the
 * Soviet Union and of Yugoslavia like European ones where a member state attests them the same force as its own.
 * @see BÄO § 14b; PflBG § 42 (1); HebG § 48
 */
function bySuccessor(inquiry: Inquiry, country: string): boolean {
  const former = inquiry.rules.countryGroups.former.find((state) => state.country === country);
  return former !== undefined && new Set(former.successors.map((successor) => inquiry.rules.countryGroupOf(successor, inquiry.on))).size > 1;
}
