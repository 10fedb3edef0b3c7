import { traceOf, type Inquiry } from "../inquiry.ts";
import { ownLaw } from "../law.ts";
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
 * @see BQFG § 14, § 6 (4); HwO § 50c (4); PflBG § 40 (3)-(4)
 */
export function papersMissing(inquiry: Inquiry, so: SoFar, branch: "bqfg" | "crafts" | "crafts-master" | "health" | "land" | "regulated", law: readonly string[] = []): Papers {
  const name = "missing-papers";
  const told = inquiry.ask("evidence.documents");
  if (!Array.isArray(told) || (told as readonly string[]).includes("certificate")) return { missing: false, skillsAnalysis: false, trace: [] };
  if (so.formal === "not-open") return { missing: true, skillsAnalysis: false, trace: [traceOf(inquiry, name, "R32.papers-not-training")] };
  const reason = inquiry.ask("evidence.missing-reason");
  if (reason === undefined) return { missing: true, skillsAnalysis: false, trace: [traceOf(inquiry, name, "R197.ask-reason")] };
  if (reason === "not-yet-asked") return { missing: true, skillsAnalysis: false, trace: [traceOf(inquiry, name, "R31.ask-for-papers-first", {}, law.length > 0 ? { law } : undefined)] };
  const fled = reason === "war-or-flight";
  const why = fled ? "R197.no-contact-with-home-needed" : "R197.reason-decides";
  if (branch === "health") return { missing: true, skillsAnalysis: false, trace: [traceOf(inquiry, name, why, {}, { law }), traceOf(inquiry, name, "R34.health-straight-to-exam", {}, ownLaw(inquiry, "R34", law, "verified-law"))] };
  const own = branch === "land" ? { law: ["Land BQFG"], mark: "general-knowledge" as const } : branch === "crafts-master" ? { law: ["HwO § 50c (4)"] } : undefined;
  const say = (key: string) => traceOf(inquiry, name, key, {}, own);
  const trace = [say(why), say("R31.skills-analysis"), say("R32.papers-not-training"), ...(branch.startsWith("crafts") ? [traceOf(inquiry, name, "R33.wider-in-crafts")] : []), say("R35.clock-stops")];
  return { missing: true, skillsAnalysis: true, trace };
}
