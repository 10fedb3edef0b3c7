import type { Mark } from "@gleichwert/rules";
import { traceOf, type Answer, type Inquiry } from "../inquiry.ts";
import { lessCertain, ownLaw } from "../law.ts";
import { needsTitleToCome } from "../residence-facts.ts";
import type { SoFar } from "../so-far.ts";
import type { Trace } from "../types.ts";

/** What follows when the certificate cannot be shown. */
export interface Papers {
  readonly missing: boolean;
  /** A skills analysis (Qualifikationsanalyse) can replace the papers. */
  readonly skillsAnalysis: boolean;
  readonly trace: readonly Trace[];
}

/**
 * Papers that are missing without the person's fault open other suitable procedures, but replace papers only, never a
 * training (R31-R35, R197). Why they are missing is asked first.
 * @param branch law of the procedure: BQFG, crafts (wider), health (no skills analysis), other regulated professions
 * @param mark how sure the given law is; no sentence that cites it is surer
 * @see BQFG § 14, § 6 (4); HwO § 50c (4); PflBG § 40 (3)-(4)
 */
export function papersMissing(inquiry: Inquiry, so: SoFar, branch: "bqfg" | "crafts" | "crafts-master" | "health" | "land" | "regulated", law: readonly string[] = [], mark: Mark = "verified-law"): Papers {
  const name = "missing-papers";
  const told = inquiry.ask("evidence.documents");
  if (!Array.isArray(told) || (told as readonly string[]).includes("certificate")) return { missing: false, skillsAnalysis: false, trace: doubtful(inquiry, so, branch, told) };
  if (so.formal === "not-open" && inquiry.applies("R32")) return { missing: true, skillsAnalysis: false, trace: [traceOf(inquiry, name, "R32.papers-not-training")] };
  const reason = inquiry.applies("R197") ? inquiry.ask("evidence.missing-reason") : inquiry.peek("evidence.missing-reason");
  if (reason === undefined) return { missing: true, skillsAnalysis: false, trace: [traceOf(inquiry, name, "R197.ask-reason")] };
  const within = (rule: string) => ({ law, mark: lessCertain(mark, inquiry.rules.procedureRules.get(rule)?.mark ?? "general-knowledge") });
  if (reason === "not-yet-asked") return { missing: true, skillsAnalysis: false, trace: [traceOf(inquiry, name, "R31.ask-for-papers-first", {}, law.length > 0 ? within("R31") : undefined)] };
  const why = reason === "war-or-flight" ? "R197.no-contact-with-home-needed" : "R197.reason-decides";
  if (branch === "health" && inquiry.applies("R34")) return { missing: true, skillsAnalysis: false, trace: [traceOf(inquiry, name, why, {}, within("R197")), traceOf(inquiry, name, "R34.health-straight-to-exam", {}, ownLaw(inquiry, "R34", law, mark))] };
  const crafts = branch.startsWith("crafts");
  const own = branch === "land" ? { law: ["Land BQFG"], mark: "general-knowledge" as const } : branch === "crafts-master" ? { law: ["HwO § 50c (4)"] } : undefined;
  const say = (key: string) => traceOf(inquiry, name, key, {}, own);
  // BQFG § 14 (1) asks for a reason that is not the person's fault; HwO § 50c (4) does not.
  const excused = reason !== "own-fault" && inquiry.applies("R31");
  const wider = crafts && inquiry.applies("R33");
  const analysis = excused || wider;
  const clock = own && branch === "land" ? own : { law: crafts && branch !== "crafts-master" || branch === "bqfg" ? ["BQFG § 6 (4)"] : ["BQFG § 13 (4)"] };
  const trace = [
    ...(excused ? [say(why), say("R31.skills-analysis")] : reason === "own-fault" ? [say("R31.fault-closes")] : []),
    say("R32.papers-not-training"),
    ...(crafts ? [traceOf(inquiry, name, "R33.wider-in-crafts", {}, { law: branch === "crafts-master" ? ["HwO § 50c (4)"] : ["HwO § 50c (4)", "HwO § 40a"] })] : []),
    ...(analysis ? [traceOf(inquiry, name, "R35.clock-stops", {}, clock), ...visa(inquiry)] : []),
  ];
  return { missing: true, skillsAnalysis: analysis, trace };
}

/** In the crafts the chamber can also check skills where the papers say too little of the contents (HwO § 50c (4)). */
function doubtful(inquiry: Inquiry, so: SoFar, branch: string, told: Answer): Trace[] {
  const contents = Array.isArray(told) && (told as readonly string[]).includes("transcript");
  return branch === "crafts" && Array.isArray(told) && !contents && so.formal !== "not-open" ? [traceOf(inquiry, "missing-papers", "R33.wider-in-crafts", {}, { law: ["HwO § 50c (4)", "HwO § 40a"] })] : [];
}

/** For a skills analysis people from outside can get a residence permit of up to six months (R36, R153). */
function visa(inquiry: Inquiry): Trace[] {
  return needsTitleToCome(inquiry) ? [traceOf(inquiry, "missing-papers", "R36.visa-for-analysis")] : [];
}
