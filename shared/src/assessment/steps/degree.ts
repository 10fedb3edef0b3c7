import { unregulatedField } from "../degree-field.ts";
import { traceOf, type Inquiry } from "../inquiry.ts";
import { pathOf } from "../path.ts";
import { needsTitleToCome } from "../residence-facts.ts";
import type { SoFar, Step } from "../so-far.ts";

/**
 * A higher-education degree outside the regulated professions: no recognition procedure exists and none is needed; a
 * statement of comparability (Zeugnisbewertung) helps with employers and residence (R98, R99).
 * @see BQFG § 2 (1); AufenthG § 18 (3) no. 2
 */
export const degree: Step = { name: "degree", run };

const levels = new Set(["higher_education_short", "bachelor", "master_or_long_degree"]);

function run(inquiry: Inquiry, so: SoFar): Partial<SoFar> {
  if (so.level === undefined || !levels.has(so.level) || so.formal === "not-open") return {};
  const regulated = so.target?.profession !== undefined;
  if (regulated && !so.degreeOnly) return { trace: [...so.trace, traceOf(inquiry, degree.name, "R99.statement-not-enough")] };
  const note = (key: string) => traceOf(inquiry, degree.name, key);
  // Not to find an occupation is no proof that its work is free: many degrees lead into regulated professions (R99).
  if (!inquiry.applies("R98")) return {};
  const open = inquiry.applies("R99") && (so.degreeWanted ? so.nearRegulated : so.target === undefined) && unregulatedField(inquiry.rules, ...so.words) === undefined;
  const path = pathOf(inquiry, so, {
    ...(so.target && { target: so.target }),
    procedure: "zab_statement",
    regulated: open ? "unknown" : "no",
    required: false,
    authority: ["zab"],
    field: "degree",
    outcome: open ? "insufficient_information" : "no_recognition_needed",
    range: { worst: open ? "not_possible_other_path" : "no_recognition_needed", best: "no_recognition_needed" },
    next: [...(open ? ["next.choose-occupation", "next.get-advice"] : []), "next.check-anabin", "next.order-statement", "next.apply-for-jobs"],
    trace: [...(open ? [note("R199.ask-first"), note("R99.statement-not-enough")] : [traceOf(inquiry, degree.name, "R98.no-procedure", {}, { law: ["BQFG § 2 (1)", "BQFG § 3 (3)"], mark: "verified-law" })]), note("R98.anabin-first"), note("R98.statement"), traceOf(inquiry, degree.name, "R165.no-language-condition", {}, { law: ["BQFG § 2 (1)"] }), ...(so.level === "higher_education_short" ? [note("R156.statement-not-digital-information")] : []), ...itNote(inquiry, so)],
  });
  return { paths: [path, ...so.paths] };
}

function itNote(inquiry: Inquiry, so: SoFar) {
  if (!isIt(so)) return [];
  const note = (key: string) => traceOf(inquiry, degree.name, key);
  return [note("R146.no-diploma-needed"), ...(needsTitleToCome(inquiry) ? [note("R155.experienced-workers"), note("R158.it-without-degree")] : [])];
}

/** Does the target belong to information technology? */
export const isIt = (so: SoFar): boolean => so.target?.occupation?.isInformationTechnology === true;
