import type { AuthorityType, Outcome, Procedure, ReferenceOccupation } from "@gleichwert/rules";
import { decide } from "../condition.ts";
import { totalYears } from "../experience.ts";
import { quietly, traceOf, type Inquiry } from "../inquiry.ts";
import { pathOf } from "../path.ts";
import type { SoFar, Step, Target } from "../so-far.ts";
import type { Path, Trace } from "../types.ts";
import { compareAreas } from "./compare-areas.ts";
import { papersMissing, type Papers } from "./missing-papers.ts";

/**
 * Comparison with an unregulated training occupation or further training: nobody must, everybody may; equivalence in full
 * or in part, with the differences named (R20-R28).
 * @returns one way for the target, one more for each alternative that is unregulated; nothing while no training is behind it
 * @see BQFG §§ 4, 7, 8; HwO § 40a; BBiG § 50a
 */
export const unregulatedComparison: Step = { name: "unregulated-comparison", run };

/**
 * Authority of an occupation's comparison, its field among the authorities, and the law of it (BQFG § 8; HwO § 40a).
 * @returns no authority where the rules in force name none
 */
export function bodyOf(inquiry: Inquiry, { competent }: ReferenceOccupation): { readonly authority: AuthorityType; readonly field?: string; readonly own?: Pick<Trace, "law" | "mark"> } {
  const body = inquiry.rules.comparisonBodies.get(competent);
  return body ? { authority: body.authority, ...(body.field && { field: body.field }), own: { law: body.law, mark: body.mark } } : { authority: "none" };
}

function run(inquiry: Inquiry, so: SoFar): Partial<SoFar> {
  if (so.formal === "not-open" || so.degreeOnly) return {};
  const targets = [so.target, ...so.alternatives].filter((target): target is Target => target !== undefined);
  const paths = targets.flatMap((target, i) => {
    const { occupation, profession } = target;
    // Beside a business of one's own the journeyman level stays open for employed work (HwO § 40a).
    const licensed = profession !== undefined && profession.id === target.craft?.id;
    if (licensed && target !== so.target) return [];
    if (!occupation || (profession && !licensed)) return [];
    // That further training is compared too follows from its own definition in the act (BQFG § 3 (3)).
    if (occupation.kind === "further-training" && !inquiry.applies("R25")) return [];
    return [compare(i === 0 && !licensed ? inquiry : quietly(inquiry), so, licensed ? { id: occupation.id, occupation } : target, occupation)];
  });
  return { paths: [...so.paths, ...paths] };
}

function compare(inquiry: Inquiry, so: SoFar, target: Target, occupation: ReferenceOccupation): Path {
  const name = unregulatedComparison.name;
  const crafts = occupation.competent === "hwk";
  const procedure: Procedure = crafts && inquiry.applies("R26") ? "hwo_40a" : "bqfg_unregulated";
  const { authority, field, own } = bodyOf(inquiry, occupation);
  const further = occupation.kind === "further-training";
  const note = (key: string, params: Trace["params"] = {}, law?: readonly string[]) => traceOf(inquiry, name, key, { occupation: occupation.id, ...params }, law && { law });
  const entry = crafts ? ["HwO § 40a", "BQFG § 3 (2)"] : ["BQFG § 3 (2)"];
  inquiry.ask("goal.land");
  const papers = papersMissing(inquiry, so, crafts ? "crafts" : "bqfg");
  const years = totalYears(inquiry);
  inquiry.ask("training.rows");
  const { areas, differences } = compareAreas(inquiry, occupation);
  // Of the wanted occupation only: what was learned itself may be among the alternatives.
  const elsewhere = so.otherField && target.id === so.target?.id;
  const estimate = likely(inquiry, { ...so, target, otherField: elsewhere }, occupation, { years, papers, differences: differences.length });
  const open = so.formal === "unknown";
  // Without the practice of partial equivalence, differences end in a rejection (BQFG § 7 (2)).
  const least: Outcome = inquiry.applies("R22") ? "partial" : "not_possible_other_path";
  const outcome = estimate.outcome === "partial" ? least : estimate.outcome;
  const closing = inquiry.applies("R24") && !elsewhere;
  return pathOf(inquiry, so, {
    target,
    procedure,
    regulated: "no",
    required: false,
    authority: [authority],
    ...(field && { field }),
    outcome: open && !onlyUnasked(inquiry, so) ? "insufficient_information" : outcome,
    range: { worst: open || elsewhere ? "not_possible_other_path" : least, best: elsewhere ? "partial" : "full" },
    measures: closing ? ["adaptation_qualification"] : [],
    exams: papers.skillsAnalysis ? ["qualifikationsanalyse"] : [],
    areas,
    differences,
    // Where the work needs a licence of its own, it is not free, however the comparison ends.
    freeWithout: inquiry.applies("R20") && !occupation.activityNeeds ? ["free.work-in-occupation"] : [],
    next: ["next.collect-papers", ...(papers.skillsAnalysis ? ["next.skills-analysis"] : []), "next.check-grant", "next.apply", ...(closing && estimate.outcome === "partial" ? ["next.close-differences"] : [])],
    trace: [
      ...(so.formal === "open" ? [note("R7.open", {}, entry)] : []),
      ...(occupation.activityNeeds ? [] : [note("R20.no-duty")]),
      note("R21.test"),
      ...(further ? [note("R25.further-training-compared")] : []),
      // What is likely is our estimate; the law only says what is compared.
      traceOf(inquiry, name, estimate.key, { occupation: occupation.id, ...estimate.params }, { law: ["BQFG § 4 (2)"], mark: "general-knowledge" }),
      note("R22.partial-is-practice"),
      note("R23.effect", {}, [crafts ? "HwO § 40a" : "BBiG § 50a"]),
      ...(closing ? [note("R24.follow-up")] : []),
      ...(crafts ? [note("R26.unregulated-when-employed")] : []),
      traceOf(inquiry, name, "R28.body", { occupation: occupation.id }, own),
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
function likely(inquiry: Inquiry, so: SoFar, occupation: ReferenceOccupation, known: { years: number | undefined; papers: Papers; differences: number }): Estimate {
  const german = occupation.training?.durationMonths;
  const foreign = so.durationYears === undefined ? undefined : Math.round(so.durationYears * 12);
  const params = { ...(german !== undefined && { german }), ...(foreign !== undefined && { foreign }) };
  if (so.otherField) return { outcome: "not_possible_other_path", key: "R15.not-same-profession", params: {} };
  if (known.differences > 0) return { outcome: "partial", key: "R21.differences-told", params: { count: known.differences } };
  // Without the test of equivalence nothing can be expected of it.
  if (!inquiry.applies("R21")) return { outcome: "insufficient_information", key: "R21.test", params: {} };
  if (!known.papers.missing && holds(inquiry, so, "estimate-areas-covered")) return { outcome: "full", key: "R21.areas-covered", params: {} };
  if (known.papers.missing) return { outcome: "partial", key: "R21.papers-narrow", params: {} };
  if (so.hints.includes("R17") || so.hints.includes("R18")) return { outcome: "partial", key: "R21.broad-training", params };
  if (holds(inquiry, so, "estimate-outdated")) return { outcome: "partial", key: "R12.current-rules-compared", params };
  if (holds(inquiry, so, "estimate-length-and-experience")) return { outcome: "full", key: "R21.length-and-experience", params: { ...params, years: known.years ?? 0 } };
  return { outcome: "partial", key: "R21.shorter-or-little-experience", params };
}

/** Does one of the figures of our estimate hold, as the rules in force state it? */
function holds(inquiry: Inquiry, so: SoFar, id: string): boolean {
  const condition = inquiry.rules.conditions.get(id);
  return condition !== undefined && decide(condition.when, inquiry, so) === "yes";
}

/** Formal status is unknown only because its questions were not asked yet. */
function onlyUnasked(inquiry: Inquiry, so: SoFar): boolean {
  return ["qualification.completed", "qualification.state-recognised", "qualification.formal"].every((id) => inquiry.stored(id, so.row)?.value !== "unknown") && inquiry.stored("qualification.state-recognised", so.row) === undefined;
}
