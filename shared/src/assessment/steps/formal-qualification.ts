import { countryRowOf } from "../country-row.ts";
import { asNumber, asText, traceOf, type Inquiry } from "../inquiry.ts";
import type { SoFar, Step } from "../so-far.ts";

/**
 * Is there a completed training that the state of training regulates (formale Qualifikation)? Without one no
 * recognition procedure is open, and the person is told before a fee arises (R7-R11, R199).
 * @returns formal: open, not-open with its reason, or unknown while a fact is missing
 * @see BQFG § 3 (1)-(3), § 4 (1); HwO § 50c (1)
 */
export const formalQualification: Step = { name: "formal-qualification", run };

function run(inquiry: Inquiry, so: SoFar): Partial<SoFar> {
  const level = asText(inquiry.ask("qualification.level", so.row));
  if (level === "none") return notOpen(inquiry, so, level, "none", "R11.experience-alone");
  const durationYears = asNumber(inquiry.ask("qualification.duration-years", so.row));
  const countryRow = countryRowOf(inquiry, so.country, asText(inquiry.ask("qualification.title", so.row)));
  const known = { ...(level !== undefined && { level }), ...(durationYears !== undefined && { durationYears }), ...(countryRow && { countryRow }) };
  const completed = inquiry.ask("qualification.completed", so.row);
  if (completed === "no") return { ...known, ...notOpen(inquiry, so, level, "not-completed", "R9.not-completed") };
  const recognised = inquiry.ask("qualification.state-recognised", so.row);
  if (recognised === "no") return { ...known, ...notOpen(inquiry, so, level, "not-state-recognised", "R8.not-state-recognised") };
  const short = level === "short_course" || level === "professional_licence";
  const formal = short ? inquiry.ask("qualification.formal", so.row) : undefined;
  if (formal === "no") return { ...known, ...notOpen(inquiry, so, level, "short-course", level === "professional_licence" ? "R10.licence-only" : "R10.short-course") };
  // Told as a course, and the country's profile knows it as one: a module, whoever issued it (R10).
  if (level === "short_course" && countryRow?.baseQualification === false) return { ...known, ...notOpen(inquiry, so, level, "short-course", "R10.short-course") };
  if (completed === "yes" && recognised === "yes" && (!short || formal === "yes")) return { ...known, formal: "open" };
  const doubt = completed === "unknown" || recognised === "unknown" || (short && formal === "unknown");
  return { ...known, formal: "unknown", trace: doubt ? [...so.trace, traceOf(inquiry, formalQualification.name, "R199.ask-first")] : so.trace };
}

function notOpen(inquiry: Inquiry, so: SoFar, level: string | undefined, formalReason: NonNullable<SoFar["formalReason"]>, key: string): Partial<SoFar> {
  const also = formalReason === "not-state-recognised" && level === "short_course" ? [traceOf(inquiry, formalQualification.name, "R10.short-course")] : formalReason === "short-course" ? [traceOf(inquiry, formalQualification.name, "R8.check-before-applying")] : [];
  return { ...(level !== undefined && { level }), formal: "not-open", formalReason, trace: [...so.trace, traceOf(inquiry, formalQualification.name, key), ...also] };
}
