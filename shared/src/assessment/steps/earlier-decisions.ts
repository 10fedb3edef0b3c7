import type { Outcome } from "@gleichwert/rules";
import { hasFurtherTraining } from "../experience.ts";
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
  const treaty = byTreaty(inquiry, so, first);
  if (treaty) return { paths: [treaty, ...so.paths] };
  const resettler = asResettler(inquiry, so, first);
  if (resettler) return { paths: [resettler, ...so.paths] };
  if (first.outcome === "no_recognition_needed" || withoutNotice.has(first.procedure)) return {};
  const result = inquiry.ask("notice.result");
  if (result === "partial" && comparisons.has(first.procedure)) return { paths: [followUp(inquiry, first), ...so.paths.slice(1)] };
  if (result === "full" || result === "pending") return { trace: [...so.trace, note(inquiry, "R5.one-application")] };
  return {};
}

/** Ways that end in no notice on a training. */
const withoutNotice = new Set(["bkrfqg_fev", "heilprg_permit", "validation", "external_exam", "brao_206", "rdg_10"]);

function followUp(inquiry: Inquiry, first: Path): Path {
  const year = inquiry.ask("notice.year");
  const late = typeof year === "number" && inquiry.year - year > 5;
  const trained = hasFurtherTraining(inquiry);
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
    trace: [...(late ? [note(inquiry, "R24.five-years-over")] : [note(inquiry, "R24.follow-up-open"), note(inquiry, "R24.same-reference-occupation")]), note(inquiry, trained ? "R24.measure-done" : "R24.measure-first"), ...first.trace.filter(({ rule }) => rule === "R22" || rule === "R20" || rule === "R28" || rule === "R165")],
  };
}

/** Examinations of masters name their craft so in the lists of the ordinances. */
const masterTitle = /^Meisterprüfung im (.+)-Handwerk$/;

/** An Austrian or French examination that an ordinance puts on a par with the German one: a journeyman's, or a master's for a licensed craft. */
function byTreaty(inquiry: Inquiry, so: SoFar, first: Path): Path | undefined {
  if (so.formal !== "open" || (first.procedure !== "hwo_50c" && first.procedure !== "eu_ewr_hwv" && !comparisons.has(first.procedure))) return undefined;
  const master = !comparisons.has(first.procedure);
  if (master && so.level !== "master_craftsman") return undefined;
  const names = master ? [inquiry.rules.crafts.get(first.target ?? "")?.trade ?? "", ...namesOf(inquiry, so.target?.occupation?.id)] : namesOf(inquiry, first.target);
  const fits = (title: string | undefined) => title !== undefined && names.includes(master ? (masterTitle.exec(title)?.[1] ?? "") : title);
  const list = [...inquiry.rules.stateLists.values()].find((l) => l.rule === "R30" && l.entries.some((entry) => entry.country === so.country && fits(entry.title)));
  if (!list) return undefined;
  const law = master ? [...list.law, "HwO § 7"] : list.law;
  return { ...first, id: `${first.id}:treaty`, procedure: "state_treaty", outcome: "full", range: { worst: master ? "compensation_needed" : "partial", likely: "full", best: "full" }, measures: [], exams: [], trace: [traceOf(inquiry, earlierDecisions.name, "R30.equal-by-ordinance", { country: so.country ?? "" }, { law, mark: list.mark }), note(inquiry, "R5.one-application")] };
}

const namesOf = (inquiry: Inquiry, id: string | undefined): string[] => Object.values(inquiry.rules.referenceOccupations.get(id ?? "")?.names ?? {});

/** Late resettlers (Spaetaussiedler) have an own right to recognition and to replacement of lost papers. */
function asResettler(inquiry: Inquiry, so: SoFar, first: Path): Path | undefined {
  const area = inquiry.rules.stateLists.get("bvfg-resettlement-areas")?.entries.find(({ country }) => country === so.country);
  const asked = area?.effect === "asked" && inquiry.ask("person.residence") === "germany";
  // An interview asks where it is likely; a case file, which tells no purpose, may tell it of the other areas too.
  const told = area?.effect === "told" && inquiry.stored("goal.purpose") === undefined;
  const status = asked ? inquiry.ask("person.status") : told ? inquiry.peek("person.status") : undefined;
  if (status !== "late-resettler" || so.formal === "not-open") return undefined;
  const own = [note(inquiry, "R6.own-right"), note(inquiry, "R6.replacement-papers")];
  // A master examination abroad that is equivalent leads straight into the crafts register (HwO § 7 (9)).
  const master = first.procedure === "hwo_50c" && so.level === "master_craftsman";
  const better = master ? { outcome: "full" as const, range: { worst: "compensation_needed" as const, likely: "full" as const, best: "full" as const } } : {};
  return { ...first, ...better, id: `${first.id}:bvfg`, procedure: "bvfg_10", trace: [...own, ...(master ? [traceOf(inquiry, earlierDecisions.name, "R6.master-register", {}, { law: ["HwO § 7 (9)"], mark: "verified-law" })] : []), note(inquiry, "R5.one-application"), ...first.trace] };
}
