import { asNumber, asText, traceOf, type Inquiry } from "../inquiry.ts";
import type { SoFar, Step } from "../so-far.ts";
import type { Trace } from "../types.ts";

/**
 * Where and when the diploma was issued, and so its country group. The diploma decides, not the passport (R45).
 * @see BÄO § 3 (2)-(3); PflBG §§ 40, 41; HebG §§ 58, 59
 */
export const diploma: Step = { name: "diploma", run };

function run(inquiry: Inquiry, so: SoFar): Partial<SoFar> {
  const country = asText(inquiry.ask("qualification.country", so.row));
  const completedYear = asNumber(inquiry.ask("qualification.completed-year", so.row));
  if (country === undefined) return { ...(completedYear !== undefined && { completedYear }) };
  const group = inquiry.rules.countryGroupOf(country, completedYear ?? inquiry.on);
  const hasProfile = inquiry.rules.countries.has(country);
  const trace: Trace[] = [];
  if (completedYear !== undefined && inquiry.year - completedYear >= 15) trace.push(traceOf(inquiry, diploma.name, "R12.no-expiry", { year: completedYear }));
  return { country, group, hasProfile, ...(completedYear !== undefined && { completedYear }), trace: [...so.trace, ...trace] };
}
