import type { Outcome } from "@gleichwert/rules";
import { decide } from "../condition.ts";
import { hasFurtherTraining } from "../experience.ts";
import { traceOf, type Inquiry } from "../inquiry.ts";
import { byOrdinance } from "../ordinance.ts";
import { deadlinesOf } from "../path.ts";
import type { SoFar, Step } from "../so-far.ts";
import type { Path, Trace } from "../types.ts";

/**
 * What an earlier notice, a treaty ordinance or the law of late resettlers changes in the ways found so far: a follow-up
 * instead of a first application, equality by ordinance, an own right beside the general law (R5, R6, R24, R30).
 * @see BQFG § 6 (5), § 7 (2); BBiG § 50 (2); HwO § 40 (2); BVFG § 10
 */
export const earlierDecisions: Step = { name: "earlier-decisions", run };

const note = (inquiry: Inquiry, key: string, params: Trace["params"] = {}, own?: Pick<Trace, "law" | "mark">) => traceOf(inquiry, earlierDecisions.name, key, params, own);
const comparisons = new Set(["bqfg_unregulated", "hwo_40a"]);

function run(inquiry: Inquiry, so: SoFar): Partial<SoFar> {
  const first = so.paths[0];
  if (!first || first.procedure === "none_available") return {};
  const treaty = byTreaty(inquiry, so, first);
  if (treaty?.sure) return { paths: [treaty.path, ...so.paths] };
  if (treaty) return { ...earlier(inquiry, so, first), paths: [...(earlier(inquiry, so, first).paths ?? so.paths), treaty.path] };
  const resettler = asResettler(inquiry, so, first);
  return resettler ?? earlier(inquiry, so, first);
}

/** Ways that end in no notice on a training. */
const withoutNotice = new Set(["bkrfqg_fev", "heilprg_permit", "validation", "external_exam", "brao_206", "rdg_10"]);

/** What an earlier application or notice in Germany changes. */
function earlier(inquiry: Inquiry, so: SoFar, first: Path): Partial<SoFar> {
  if (first.outcome === "no_recognition_needed" || withoutNotice.has(first.procedure)) return {};
  const result = inquiry.ask("notice.result");
  const rest = so.paths.slice(1);
  const compared = comparisons.has(first.procedure);
  if (result === "partial" && compared && inquiry.applies("R24")) return { paths: [followUp(inquiry, first), ...rest] };
  if (result === "rejected" && compared && inquiry.applies("R22")) return { paths: [afterRejection(inquiry, first), ...rest] };
  if ((result === "full" || result === "pending") && inquiry.applies("R5")) return { trace: [...so.trace, note(inquiry, "R5.one-application")], paths: [appliedBefore(first, result === "full"), ...rest] };
  return {};
}

const again = new Set(["next.apply", "next.check-grant", "next.collect-papers", "next.close-differences", "next.skills-analysis"]);

/** What is decided or still being decided is not applied for again; equivalence that a notice states is no estimate any more. */
function appliedBefore(first: Path, established: boolean): Path {
  const next = first.next.filter((step) => !again.has(step));
  if (!established || !comparisons.has(first.procedure)) return { ...first, next: established ? next : first.next.filter((step) => step !== "next.apply" && step !== "next.check-grant") };
  return { ...first, outcome: "full", range: { worst: "full", likely: "full", best: "full" }, measures: [], exams: [], differences: [], deadlines: [], fees: [], next: ["next.apply-for-jobs"], trace: first.trace.filter(({ rule }) => rule !== "R21" && rule !== "R22" && rule !== "R24" && rule !== "R12") };
}

/** A notice of partial equivalence: a follow-up in time and for the same occupation, else a new application. */
function followUp(inquiry: Inquiry, first: Path): Path {
  // What the office of the chambers asks for is known from its page; whether other chambers do the same is not.
  const practice = { law: ["BQFG § 4 (2)"], mark: first.procedure === "hwo_40a" ? ("general-knowledge" as const) : ("verified-page" as const) };
  const other = inquiry.ask("notice.same-occupation") === "no";
  const late = !other && isLate(inquiry);
  const procedure = other || late ? "new_application" : "follow_up_application";
  const trained = hasFurtherTraining(inquiry);
  const outcome: Outcome = other ? first.outcome : trained ? "full" : "partial";
  const kept = other ? first.trace : first.trace.filter(({ rule }) => rule === "R22" || rule === "R20" || rule === "R28" || rule === "R165");
  const place = other ? [note(inquiry, "R24.other-occupation", {}, practice)] : late ? [note(inquiry, "R24.five-years-over", {}, practice)] : [note(inquiry, "R24.follow-up-open", {}, practice), note(inquiry, "R24.same-reference-occupation", {}, practice)];
  const measure = other ? [] : [note(inquiry, trained ? "R24.measure-done" : "R24.measure-first"), note(inquiry, "R145.follow-up-first")];
  return {
    ...first,
    id: `${first.qualification}:${first.target ?? "degree"}:${procedure}`,
    procedure,
    outcome,
    range: { worst: first.range.worst, likely: outcome, best: first.range.best },
    // The limit of the follow-up itself, and those of the decision on it.
    deadlines: [...deadlinesOf(inquiry, procedure), ...first.deadlines],
    measures: trained && !other ? [] : first.measures,
    exams: other ? first.exams : [],
    next: other ? first.next : trained ? ["next.collect-papers", "next.apply"] : ["next.close-differences", "next.collect-papers", "next.apply"],
    trace: [...place, ...measure, ...kept],
  };
}

/** Is the notice too old for a follow-up? Where year and month leave it open, the person is asked; not known: no. */
function isLate(inquiry: Inquiry): boolean {
  const holds = (id: string) => {
    const condition = inquiry.rules.conditions.get(id);
    return condition ? decide(condition.when, inquiry, { row: "", group: "unknown" } as SoFar) : "no";
  };
  if (holds("follow-up-in-time") === "yes") return false;
  if (holds("follow-up-late") === "yes") return true;
  return inquiry.peek("notice.year") !== undefined && inquiry.peek("notice.year") !== "unknown" && inquiry.ask("notice.over-five-years") === "yes";
}

/** After a plain rejection the way stays open, but without new proofs a new application will hardly end otherwise. */
function afterRejection(inquiry: Inquiry, first: Path): Path {
  const trained = hasFurtherTraining(inquiry);
  const outcome: Outcome = trained ? first.outcome : "not_possible_other_path";
  return {
    ...first,
    id: `${first.qualification}:${first.target ?? "degree"}:new_application`,
    procedure: "new_application",
    outcome,
    range: { worst: "not_possible_other_path", likely: outcome, best: first.range.best },
    next: trained ? first.next : ["next.close-differences", "next.get-advice"],
    trace: [note(inquiry, "R22.after-rejection", {}, { law: ["BQFG § 6 (1)", "BQFG § 7 (3)"], mark: "general-knowledge" }), ...first.trace],
  };
}

/** An Austrian or French examination that an ordinance puts on a par with the German one: a journeyman's, or a master's for a licensed craft. */
function byTreaty(inquiry: Inquiry, so: SoFar, first: Path): { readonly sure: boolean; readonly path: Path } | undefined {
  if (so.formal !== "open" || (first.procedure !== "hwo_50c" && first.procedure !== "eu_ewr_hwv" && !comparisons.has(first.procedure))) return undefined;
  const master = !comparisons.has(first.procedure);
  if (master && so.level !== "master_craftsman") return undefined;
  const names = master ? [inquiry.rules.crafts.get(first.target ?? "")?.trade ?? "", ...namesOf(inquiry, so.target?.occupation?.id)] : namesOf(inquiry, first.target);
  const found = byOrdinance(inquiry, so, names, master);
  if (!found) return undefined;
  const { list, exam, sure } = found;
  const own = { law: master ? [...list.law, "HwO § 7 (1a)"] : list.law, mark: list.mark };
  const said = note(inquiry, sure ? "R30.equal-by-ordinance" : "R30.only-this-exam", { country: so.country ?? "", exam }, own);
  const range = { worst: master ? ("compensation_needed" as const) : ("partial" as const), likely: "full" as const, best: "full" as const };
  // Nobody compares what an ordinance has made equal (BQFG § 6 (5)).
  return { sure, path: { ...first, id: `${first.id}:treaty`, procedure: "state_treaty", outcome: "full", range, measures: [], exams: [], differences: [], deadlines: [], fees: [], next: master ? ["next.register-craft", "next.ask-chamber"] : ["next.apply-for-jobs", "next.ask-chamber"], trace: [said, note(inquiry, "R5.one-application")] } };
}

const namesOf = (inquiry: Inquiry, id: string | undefined): string[] => Object.values(inquiry.rules.referenceOccupations.get(id ?? "")?.names ?? {});

/** Late resettlers (Spaetaussiedler) have an own right to recognition and to replacement of lost papers. */
function asResettler(inquiry: Inquiry, so: SoFar, first: Path): Partial<SoFar> | undefined {
  const area = inquiry.rules.stateLists.get("bvfg-resettlement-areas")?.entries.find(({ country }) => country === so.country);
  const asked = area?.effect === "asked" && inquiry.ask("person.residence") === "germany";
  // An interview asks where it is likely; a case file, which tells no purpose, may tell it of the other areas too.
  const told = area?.effect === "told" && inquiry.stored("goal.purpose") === undefined;
  const status = asked ? inquiry.ask("person.status") : told ? inquiry.peek("person.status") : undefined;
  if (status !== "late-resettler" || so.formal === "not-open" || !inquiry.applies("R6")) return undefined;
  const papers = inquiry.peek("evidence.documents");
  const lost = Array.isArray(papers) && !(papers as readonly string[]).includes("certificate");
  const own = [note(inquiry, "R6.own-right", {}, { law: ["BVFG § 10 (2)", "BQFG § 2 (1)"], mark: "verified-law" }), ...(lost ? [note(inquiry, "R6.replacement-papers", {}, { law: ["BVFG § 10 (3)", "BVFG § 10 (4)", "BVFG § 10 (5)"], mark: "verified-law" })] : [])];
  // Where the work is free anyway, the right is told and the way stays.
  if (first.outcome === "no_recognition_needed") return { trace: [...so.trace, ...own] };
  // A master examination abroad that is equivalent leads straight into the crafts register (HwO § 7 (9)).
  const master = first.procedure === "hwo_50c" && so.level === "master_craftsman";
  const better = master ? { outcome: "full" as const, range: { worst: "compensation_needed" as const, likely: "full" as const, best: "full" as const } } : {};
  const path: Path = { ...first, ...better, id: `${first.id}:bvfg`, procedure: "bvfg_10", trace: [...own, ...(master ? [note(inquiry, "R6.master-register", {}, { law: ["HwO § 7 (9)"], mark: "verified-law" })] : []), note(inquiry, "R5.one-application"), ...first.trace] };
  return { paths: [path, ...so.paths] };
}
