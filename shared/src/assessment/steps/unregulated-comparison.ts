import type { AuthorityType, Outcome, Procedure, ReferenceOccupation } from "@gleichwert/rules";
import { endedYear, totalYears, worked } from "../experience.ts";
import { quietly, traceOf, type Inquiry } from "../inquiry.ts";
import { pathOf } from "../path.ts";
import type { SoFar, Step, Target } from "../so-far.ts";
import type { Path, Trace } from "../types.ts";
import { compareAreas, shareTold } from "./compare-areas.ts";
import { papersMissing, type Papers } from "./missing-papers.ts";

/**
 * Comparison with an unregulated training occupation: nobody must, everybody may; equivalence in full or in part, with
 * the differences named (R20-R30).
 * @returns one way for the target, one more for each alternative that is unregulated; nothing while no training is behind it
 * @see BQFG §§ 4, 7, 8; HwO § 40a; BBiG § 50a
 */
export const unregulatedComparison: Step = { name: "unregulated-comparison", run };

/** Chamber that compares, by the law of the training (BQFG § 8; HwO § 40a). */
const bodies: Readonly<Record<ReferenceOccupation["competent"], readonly [AuthorityType, string | undefined]>> = {
  ihk: ["ihk_fosa", "ihk"],
  hwk: ["hwk", "craft"],
  agriculture: ["lwk_niedersachsen", "agriculture"],
  "medical-chamber": ["aekwl", "mfa"],
  "dental-chamber": ["professional_chamber", "dental-assistant"],
  "veterinary-chamber": ["professional_chamber", "veterinary-assistant"],
  "pharmacist-chamber": ["professional_chamber", "pharmacy-assistant"],
  "bar-chamber": ["bar_chamber", "legal-assistant"],
  "tax-chamber": ["tax_chamber", "tax-assistant"],
  "public-service": ["land_authority", undefined],
  maritime: ["federal_authority", "maritime"],
  "health-authority": ["land_health_authority", "health-allied"],
};

/** Authority of an occupation's comparison and its field among the authorities. */
export const bodyOf = (occupation: ReferenceOccupation) => bodies[occupation.competent];

function run(inquiry: Inquiry, so: SoFar): Partial<SoFar> {
  if (so.formal === "not-open" || so.degreeOnly) return {};
  const targets = [so.target, ...so.alternatives].filter((target): target is Target => target !== undefined);
  const paths = targets.flatMap((target, i) => {
    const { occupation, profession } = target;
    // Beside a business of one's own the journeyman level stays open for employed work (HwO § 40a).
    const licensed = profession !== undefined && profession.id === target.craft?.id;
    if (licensed && target !== so.target) return [];
    if (!occupation || (profession && !licensed)) return [];
    return [compare(i === 0 && !licensed ? inquiry : quietly(inquiry), so, licensed ? { id: occupation.id, occupation } : target, occupation)];
  });
  return { paths: [...so.paths, ...paths] };
}

function compare(inquiry: Inquiry, so: SoFar, target: Target, occupation: ReferenceOccupation): Path {
  const name = unregulatedComparison.name;
  const crafts = occupation.competent === "hwk";
  const procedure: Procedure = crafts ? "hwo_40a" : "bqfg_unregulated";
  const [authority, field] = bodyOf(occupation);
  const note = (key: string, params: Trace["params"] = {}, law?: readonly string[]) => traceOf(inquiry, name, key, { occupation: occupation.id, ...params }, law && { law });
  const entry = crafts ? ["HwO § 40a", "BQFG § 3 (2)"] : ["BQFG § 3 (2)"];
  inquiry.ask("goal.land");
  const papers = papersMissing(inquiry, so, crafts ? "crafts" : "bqfg");
  const years = totalYears(inquiry);
  inquiry.ask("training.rows");
  const { areas, differences } = compareAreas(inquiry, occupation);
  // Of the wanted occupation only: what was learned itself may be among the alternatives.
  const elsewhere = so.otherField && target.id === so.target?.id;
  const estimate = likely(inquiry, { ...so, otherField: elsewhere }, occupation, { years, papers, differences: differences.length, told: shareTold(areas) });
  const open = so.formal === "unknown";
  return pathOf(inquiry, so, {
    target,
    procedure,
    regulated: "no",
    required: false,
    authority: [authority],
    ...(field && { field }),
    outcome: open && !onlyUnasked(inquiry, so) ? "insufficient_information" : estimate.outcome,
    range: { worst: open || elsewhere ? "not_possible_other_path" : "partial", best: elsewhere ? "partial" : "full" },
    measures: ["adaptation_qualification"],
    exams: papers.skillsAnalysis ? ["qualifikationsanalyse"] : [],
    areas,
    differences,
    next: ["next.collect-papers", ...(papers.skillsAnalysis ? ["next.skills-analysis"] : []), "next.check-grant", "next.apply", ...(estimate.outcome === "partial" ? ["next.close-differences"] : [])],
    trace: [
      ...(so.formal === "open" ? [note("R7.open", {}, entry)] : []),
      note("R20.no-duty"),
      note("R21.test"),
      // What is likely is our estimate; the law only says what is compared.
      traceOf(inquiry, name, estimate.key, { occupation: occupation.id, ...estimate.params }, { law: ["BQFG § 4 (2)"], mark: "general-knowledge" }),
      note("R22.partial-is-practice"),
      note("R23.effect", {}, [crafts ? "HwO § 40a" : "BBiG § 50a"]),
      note("R24.follow-up"),
      ...(crafts ? [note("R26.unregulated-when-employed")] : []),
      note("R28.body"),
      note("R165.no-language-condition", {}, ["BQFG § 4"]),
      ...papers.trace,
    ],
  });
}

interface Estimate { readonly outcome: Outcome; readonly key: string; readonly params: Trace["params"] }

/**
 * The likelier of full and partial. Where areas were told, they decide; else length, age and experience of the training
 * give an estimate that is named as one: the comparison itself is the authority's.
 */
function likely(inquiry: Inquiry, so: SoFar, occupation: ReferenceOccupation, known: { years: number | undefined; papers: Papers; differences: number; told: number }): Estimate {
  const german = occupation.training?.durationMonths;
  const foreign = so.durationYears === undefined ? undefined : Math.round(so.durationYears * 12);
  const params = { ...(german !== undefined && { german }), ...(foreign !== undefined && { foreign }) };
  if (so.otherField) return { outcome: "not_possible_other_path", key: "R15.not-same-profession", params: {} };
  if (known.differences > 0) return { outcome: "partial", key: "R21.differences-told", params: { count: known.differences } };
  if (known.told >= 0.75 && !known.papers.missing) return { outcome: "full", key: "R21.areas-covered", params: {} };
  if (known.papers.missing) return { outcome: "partial", key: "R21.papers-narrow", params: {} };
  if (so.hints.includes("R17") || so.hints.includes("R18")) return { outcome: "partial", key: "R21.broad-training", params };
  const works = worked(quietly(inquiry));
  const ended = Array.isArray(works) ? endedYear(works) : undefined;
  const outdated = so.completedYear !== undefined && inquiry.year - so.completedYear >= 20 && (ended === undefined ? (known.years ?? 0) < 10 : inquiry.year - ended >= 10);
  if (outdated) return { outcome: "partial", key: "R12.current-rules-compared", params };
  if (foreign !== undefined && german !== undefined && foreign >= german * 0.85 && (known.years ?? 0) >= 2) return { outcome: "full", key: "R21.length-and-experience", params: { ...params, years: known.years ?? 0 } };
  return { outcome: "partial", key: "R21.shorter-or-little-experience", params };
}

/** Formal status is unknown only because its questions were not asked yet. */
function onlyUnasked(inquiry: Inquiry, so: SoFar): boolean {
  return ["qualification.completed", "qualification.state-recognised", "qualification.formal"].every((id) => inquiry.stored(id, so.row)?.value !== "unknown") && inquiry.stored("qualification.state-recognised", so.row) === undefined;
}
