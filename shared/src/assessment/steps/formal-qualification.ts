import { countryRowOf } from "../country-row.ts";
import { asNumber, asText, traceOf, type Inquiry } from "../inquiry.ts";
import type { SoFar, Step } from "../so-far.ts";
import type { Trace } from "../types.ts";

/**
 * Is there a completed training that the state of training regulates (formale Qualifikation)? Without one no
 * recognition procedure is open, and the person is told before a fee arises (R7-R12, R147, R199).
 * @returns formal: open, not-open with its reason, or unknown while a fact is missing
 * @see BQFG § 3 (1)-(3), § 4 (1); HwO § 50c (1)
 */
export const formalQualification: Step = { name: "formal-qualification", run };

/** Diplomas this old are told that they do not expire. */
const old = 15;

function run(inquiry: Inquiry, so: SoFar): Partial<SoFar> {
  const level = asText(inquiry.ask("qualification.level", so.row));
  if (level === "none" && inquiry.applies("R11")) return notOpen(inquiry, so, level, "none", "R11.experience-alone");
  const durationYears = asNumber(inquiry.ask("qualification.duration-years", so.row));
  const countryRow = countryRowOf(inquiry, so.country, asText(inquiry.ask("qualification.title", so.row)));
  const known = { ...(level !== undefined && { level }), ...(durationYears !== undefined && { durationYears }), ...(countryRow && { countryRow }) };
  const completed = inquiry.ask("qualification.completed", so.row);
  if (completed === "no" && inquiry.applies("R9")) return { ...known, ...notOpen(inquiry, so, level, "not-completed", "R9.not-completed") };
  const recognised = inquiry.ask("qualification.state-recognised", so.row);
  if (recognised === "no" && inquiry.applies("R8")) return { ...known, ...notOpen(inquiry, so, level, "not-state-recognised", "R8.not-state-recognised") };
  const short = (level === "short_course" || level === "professional_licence") && inquiry.applies("R10");
  const formal = short ? inquiry.ask("qualification.formal", so.row) : undefined;
  if (formal === "no") return { ...known, ...notOpen(inquiry, so, level, "short-course", level === "professional_licence" ? "R10.licence-only" : "R10.short-course") };
  // Told as a course, and the country's profile knows it as one: a module, whoever issued it (R10).
  if (short && level === "short_course" && countryRow?.baseQualification === false) return { ...known, ...notOpen(inquiry, so, level, "short-course", "R10.short-course") };
  const trace = [...so.trace, ...age(inquiry, so)];
  if (completed === "yes" && recognised === "yes" && (!short || formal === "yes") && inquiry.applies("R7")) return { ...known, formal: "open", trace };
  const doubt = completed === "unknown" || recognised === "unknown" || (short && formal === "unknown");
  // What is not known is asked and not predicted; only without that rule would the doubt count for the person.
  if (doubt && !inquiry.applies("R199")) return { ...known, formal: "open", trace };
  return { ...known, formal: "unknown", trace: doubt ? [...trace, traceOf(inquiry, formalQualification.name, "R199.ask-first")] : trace };
}

/** An old diploma does not expire (R12); nothing to people who have none to compare. */
function age(inquiry: Inquiry, { completedYear }: SoFar): Trace[] {
  return completedYear !== undefined && inquiry.year - completedYear >= old ? [traceOf(inquiry, formalQualification.name, "R12.no-expiry", { year: completedYear })] : [];
}

function notOpen(inquiry: Inquiry, so: SoFar, level: string | undefined, formalReason: NonNullable<SoFar["formalReason"]>, key: string): Partial<SoFar> {
  const note = (of: string) => traceOf(inquiry, formalQualification.name, of);
  const also = formalReason === "not-state-recognised" && level === "short_course" ? [note("R10.short-course")] : formalReason === "short-course" ? [note("R8.check-before-applying")] : [];
  // Issued by a German chamber of commerce abroad: no diploma of a state by itself, but it counts for residence (R147).
  const nationality = inquiry.stored("person.nationality")?.value;
  const chamber = formalReason === "not-state-recognised" && nationality !== "eu" && nationality !== "de" && inquiry.peek("qualification.german-chamber-abroad", so.row) === "yes" ? [note("R147.counts-for-residence")] : [];
  return { ...(level !== undefined && { level }), formal: "not-open", formalReason, trace: [...so.trace, note(key), ...also, ...chamber] };
}
