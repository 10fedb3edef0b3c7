import type { Outcome } from "@gleichwert/rules";
import { rowsOf } from "../../facts/index.ts";
import { traceOf, type Inquiry } from "../inquiry.ts";
import type { SoFar, Step } from "../so-far.ts";
import type { Path, Trace } from "../types.ts";

/**
 * What an earlier notice, a treaty ordinance or the law of late resettlers changes in the ways found so far: a follow-up
 * instead of a first application, equality by ordinance, an own right beside the general law (R5, R6, R24, R30).
 * @see BQFG § 6 (5), § 7 (2); BBiG § 50 (2); HwO § 40 (2); BVFG § 10
 */
export const earlierDecisions: Step = { name: "earlier-decisions", run };

const note = (inquiry: Inquiry, key: string, params: Trace["params"] = {}) => traceOf(inquiry, earlierDecisions.name, key, params);
const comparisons = new Set(["bqfg_unregulated", "hwo_40a"]);

function run(inquiry: Inquiry, so: SoFar): Partial<SoFar> {
  const first = so.paths[0];
  if (!first || first.procedure === "none_available") return {};
  if (comparisons.has(first.procedure)) {
    const treaty = byTreaty(inquiry, so, first);
    if (treaty) return { paths: [treaty, ...so.paths] };
    const resettler = asResettler(inquiry, so, first);
    if (resettler) return { paths: [resettler, ...so.paths] };
  }
  const result = inquiry.ask("notice.result");
  if (result === "partial" && comparisons.has(first.procedure)) return { paths: [followUp(inquiry, first), ...so.paths.slice(1)] };
  if (result === "full" || result === "pending") return { trace: [...so.trace, note(inquiry, "R5.one-application")] };
  return {};
}

function followUp(inquiry: Inquiry, first: Path): Path {
  const year = inquiry.ask("notice.year");
  const late = typeof year === "number" && inquiry.year - year > 5;
  const trained = rowsOf(inquiry.facts, "training").length > 0;
  const outcome: Outcome = trained ? "full" : "partial";
  return {
    ...first,
    id: `${first.qualification}:${first.target ?? "degree"}:${late ? "new_application" : "follow_up_application"}`,
    procedure: late ? "new_application" : "follow_up_application",
    outcome,
    range: { worst: "partial", likely: outcome, best: "full" },
    measures: trained ? [] : first.measures,
    exams: [],
    next: trained ? ["next.collect-papers", "next.apply"] : ["next.close-differences", "next.collect-papers", "next.apply"],
    trace: [note(inquiry, late ? "R24.five-years-over" : "R24.follow-up-open"), note(inquiry, "R24.same-reference-occupation"), note(inquiry, trained ? "R24.measure-done" : "R24.measure-first"), ...first.trace.filter(({ rule }) => rule === "R22" || rule === "R20" || rule === "R28" || rule === "R165")],
  };
}

/** An Austrian or French examination that an ordinance puts on a par with the German one. */
function byTreaty(inquiry: Inquiry, so: SoFar, first: Path): Path | undefined {
  const names = Object.values(inquiry.rules.referenceOccupations.get(first.target ?? "")?.names ?? {});
  const list = [...inquiry.rules.stateLists.values()].find((l) => l.rule === "R30" && l.entries.some((entry) => entry.country === so.country && entry.title !== undefined && names.includes(entry.title)));
  if (!list || so.formal !== "open") return undefined;
  return { ...first, id: `${first.id}:treaty`, procedure: "state_treaty", outcome: "full", range: { worst: "partial", likely: "full", best: "full" }, measures: [], trace: [traceOf(inquiry, earlierDecisions.name, "R30.equal-by-ordinance", { country: so.country ?? "" }, list), note(inquiry, "R5.one-application")] };
}

/** Late resettlers (Spaetaussiedler) have an own right to recognition and to replacement of lost papers. */
function asResettler(inquiry: Inquiry, so: SoFar, first: Path): Path | undefined {
  const former = inquiry.rules.countryGroups.former.find(({ country }) => country === "SU");
  const possible = so.country === "SU" || (former?.successors.includes(so.country ?? "") ?? false);
  const status = possible && inquiry.ask("person.residence") === "germany" ? inquiry.ask("person.status") : inquiry.peek("person.status");
  if (status !== "late-resettler") return undefined;
  return { ...first, id: `${first.id}:bvfg`, procedure: "bvfg_10", trace: [note(inquiry, "R6.own-right"), note(inquiry, "R6.replacement-papers"), note(inquiry, "R5.one-application"), ...first.trace] };
}
