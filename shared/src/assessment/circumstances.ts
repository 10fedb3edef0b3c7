import type { Provision } from "@gleichwert/rules";
import { byProcedure, type Pointer } from "./by-procedure.ts";
import { decide } from "./condition.ts";
import { quietly, type Inquiry } from "./inquiry.ts";
import { isOfWay, statuteOf } from "./law.ts";
import { byNarrowing, type ProvingPaper } from "./paper-order.ts";
import { knowsGerman } from "./german-words.ts";
import { salaryCloses } from "./salary.ts";
import { targetOf, type SoFar } from "./so-far.ts";
import type { Path, PathDocument } from "./types.ts";

/** What of a way depends on where the person lives and what they bring (Umstaende). */
export type Circumstances = Pick<Path, "documents" | "fees" | "funding" | "residence"> & { readonly pointers: readonly Pointer[] };

/** Papers, money and residence paths of a way, once it is known where the person lives and what they bring. */
export function circumstancesOf(inquiry: Inquiry, so: SoFar, path: Path): Circumstances {
  const { rules } = inquiry;
  const quiet = quietly(inquiry);
  const target = path.target === undefined ? undefined : targetOf(inquiry, path.target);
  const scene: SoFar = { ...so, ...(target && { target }) };
  const hasExam = (exam: string | undefined) => exam === undefined || path.exams.some(({ code }) => code === exam || exam === "any");
  const pays = (rule: string | undefined) => rule === undefined || inquiry.applies(rule);
  const pointers = byProcedure(rules).pointers(path.procedure).filter(({ when, exam, german, salary }) => hasExam(exam) && (german === undefined || knowsGerman(inquiry, german)) && decide(when, quiet, scene) === "yes" && !salaryCloses(inquiry, quiet, scene, salary));
  const ids = new Set(pointers.map(({ pointer }) => pointer.id));
  return {
    pointers,
    documents: path.authority.length === 0 ? [] : documentsOf(inquiry, scene, path),
    fees: [...path.fees, ...rules.fees.filter(({ residence, rule }) => residence !== undefined && ids.has(residence) && pays(rule)).map(feeOf)],
    funding: path.authority.length === 0 ? [] : rules.funding.filter(({ rule, exam, forMeasures, when }) => pays(rule) && hasExam(exam) && (!forMeasures || path.measures.length > 0) && (!when || decide(when, quiet, scene) !== "no")).map(({ id }) => id),
    residence: pointers.map(({ pointer }) => pointer),
  };
}

type FeeRecord = Inquiry["rules"]["fees"][number];

/** Fees of a procedure or of its authorities (Gebuehren); one bound to an examination only where the way has it. */
export function feesOf(inquiry: Inquiry, { procedure, authority, exams }: { readonly procedure: string; readonly authority: readonly string[]; readonly exams: readonly string[] }): Path["fees"] {
  const isOf = ({ procedures, authorities }: FeeRecord) => (procedures as readonly string[]).includes(procedure) || authorities.some((type) => authority.includes(type));
  return inquiry.rules.fees.filter((fee) => isOf(fee) && (!fee.exam || exams.includes(fee.exam)) && (!fee.rule || inquiry.applies(fee.rule))).map(feeOf);
}

const feeOf = ({ id, rule, what, year, minEuro, maxEuro, mark }: FeeRecord): Path["fees"][number] => ({ id, ...(rule && { rule }), what, ...(year && { year }), minEuro, maxEuro, mark });

/**
 * Papers of a way, the person's own marked, those that narrow its range most first. A paper cites the statutes of the way; one
 * that every procedure asks for cites the law of the way, marked as general knowledge.
 */
function documentsOf(inquiry: Inquiry, so: SoFar, path: Path): PathDocument[] {
  const statutes = statutesOf(path);
  const told = inquiry.peek("evidence.documents");
  const has = Array.isArray(told) ? (told as readonly string[]) : undefined;
  const quiet = quietly(inquiry);
  const papers: ProvingPaper[] = [];
  const cited = new Set([...path.law, ...path.trace.flatMap((entry) => entry.law)]);
  for (const { id, rule, option, translation, proves = [], law, mark, group, when, whereCited } of byProcedure(inquiry.rules).papers(path.procedure, path.required)) {
    if (rule && !inquiry.applies(rule)) continue;
    if (whereCited && !whereCited.some((provision) => cited.has(provision))) continue;
    if (when && decide(when, quiet, so) !== "yes") continue;
    const own = law.filter((provision) => statutes.has(statuteOf(provision)) && isOfWay(provision, path));
    if (own.length === 0 && (option === undefined || group !== "all")) continue;
    const form = translation === "certified" && !inquiry.applies("R171") ? "none" : translation;
    papers.push({ document: { id, ...(rule && { rule }), translation: form, law: own.length > 0 ? own : basisOf(path), mark: own.length > 0 ? mark : "general-knowledge", has: !has || !option ? "not-known" : has.includes(option) ? "yes" : "no" }, proves });
  }
  return byNarrowing(inquiry, so.row, path.range, papers);
}

/** Statutes that a way rests on. */
export function statutesOf({ law, trace }: Pick<Path, "law" | "trace">): ReadonlySet<string> {
  const statutes = new Set<string>();
  for (const provision of law) statutes.add(statuteOf(provision));
  for (const entry of trace) for (const provision of entry.law) statutes.add(statuteOf(provision));
  return statutes;
}

/** The law that stands for what has none of its own. */
export const basisOf = ({ law, trace }: Pick<Path, "law" | "trace">): Provision[] => [...new Set(law.length > 0 ? law : trace.flatMap((entry) => entry.law))].slice(0, 2);
