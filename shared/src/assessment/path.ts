import type { AuthorityType, CompetentAuthority, Exam, Measure, Outcome, Procedure, Provision } from "@gleichwert/rules";
import { byProcedure } from "./by-procedure.ts";
import { decide } from "./condition.ts";
import { asText, quietly, type Inquiry } from "./inquiry.ts";
import { statuteOf } from "./law.ts";
import { targetOf, type SoFar, type Target } from "./so-far.ts";
import type { Path, PathAuthority, PathDocument, Range, Trace } from "./types.ts";

/** What a step must say of a way; everything else follows from the rules. */
export interface PathParts {
  readonly target?: Target;
  readonly procedure: Procedure;
  readonly regulated: Path["regulated"];
  readonly form?: Path["form"];
  readonly required: boolean;
  readonly authority: readonly AuthorityType[];
  readonly field?: string;
  readonly outcome: Outcome;
  readonly range: Omit<Range, "likely">;
  readonly measures?: readonly Measure[];
  readonly longestMonths?: number;
  readonly chosenBy?: Path["chosenBy"];
  readonly exams?: readonly Exam[];
  readonly repeats?: number;
  readonly language?: Path["language"];
  readonly deadlines?: Path["deadlines"];
  readonly areas?: Path["areas"];
  readonly differences?: Path["differences"];
  readonly freeWithout?: readonly string[];
  readonly next?: readonly string[];
  /** The whole legal basis of the way, beyond what single sentences cite. */
  readonly law?: readonly Provision[];
  readonly trace: readonly Trace[];
}

/** Completes a way with authority, papers, time, money and residence from the rules in force. */
export function pathOf(inquiry: Inquiry, so: SoFar, parts: PathParts): Path {
  const { procedure, target } = parts;
  const rules = inquiry.rules;
  const authority = parts.authority.filter((type) => type !== "none").map((type) => authorityOf(inquiry, so, type, parts.field, target));
  const longest = parts.longestMonths;
  return {
    id: `${so.row}:${target?.id ?? "degree"}:${procedure}`,
    qualification: so.row,
    ...(target && { target: target.id }),
    procedure,
    regulated: parts.regulated,
    form: parts.form ?? "none",
    required: parts.required,
    authority,
    outcome: parts.outcome,
    range: { worst: parts.range.worst, likely: parts.outcome, best: parts.range.best },
    areas: parts.areas ?? [],
    differences: parts.differences ?? [],
    measures: (parts.measures ?? []).filter((code) => code !== "none").map((code) => ({ code, ...(code === "adaptation_period" && longest !== undefined && { longestMonths: longest }) })),
    ...(parts.chosenBy && { chosenBy: parts.chosenBy }),
    exams: (parts.exams ?? []).filter((code) => code !== "none").map((code) => ({ code, ...(parts.repeats !== undefined && (code === "kenntnispruefung" || code === "eignungspruefung") && { repeats: parts.repeats }) })),
    language: parts.language ?? [],
    documents: [],
    fees: rules.fees.filter((fee) => fee.procedures.includes(procedure) || fee.authorities.some((type) => parts.authority.includes(type))).map(({ id, what, minEuro, maxEuro, mark }) => ({ id, what, minEuro, maxEuro, mark })),
    deadlines: parts.deadlines ?? byProcedure(rules).deadlines(procedure),
    funding: [],
    residence: [],
    freeWithout: parts.freeWithout ?? [],
    next: parts.next ?? [],
    law: parts.law ?? [],
    trace: parts.trace,
  };
}

/** Papers, money and residence paths of a way, once it is known where the person lives and what they bring. */
export function circumstancesOf(inquiry: Inquiry, so: SoFar, path: Path): Pick<Path, "documents" | "funding" | "residence"> {
  const { rules } = inquiry;
  const quiet = quietly(inquiry);
  const target = path.target === undefined ? undefined : targetOf(inquiry, path.target);
  const scene: SoFar = { ...so, ...(target && { target }) };
  return {
    documents: path.authority.length === 0 ? [] : documentsOf(inquiry, scene, path),
    funding: path.authority.length === 0 ? [] : rules.funding.filter(({ exam, when }) => (!exam || path.exams.some(({ code }) => code === exam)) && (!when || decide(when, quiet, scene) !== "no")).map(({ id }) => id),
    residence: byProcedure(rules).pointers(path.procedure).filter(({ when }) => decide(when, quiet, scene) === "yes").map(({ pointer }) => pointer),
  };
}

/**
 * Papers of a way in the order of the question on papers, the person's own marked. A paper cites the statutes of the way; one that
 * every procedure asks for cites the law of the way, marked as general knowledge.
 */
function documentsOf(inquiry: Inquiry, so: SoFar, path: Path): PathDocument[] {
  const statutes = statutesOf(path);
  const told = inquiry.peek("evidence.documents");
  const has = Array.isArray(told) ? (told as readonly string[]) : undefined;
  const quiet = quietly(inquiry);
  const documents: PathDocument[] = [];
  for (const { id, option, translation, law, mark, group, when } of byProcedure(inquiry.rules).papers(path.procedure, path.required)) {
    if (when && decide(when, quiet, so) !== "yes") continue;
    const own = law.filter((provision) => statutes.has(statuteOf(provision)));
    if (own.length === 0 && (option === undefined || group !== "all")) continue;
    documents.push({ id, translation, law: own.length > 0 ? own : basisOf(path), mark: own.length > 0 ? mark : "general-knowledge", has: !has || !option ? "not-known" : has.includes(option) ? "yes" : "no" });
  }
  return documents;
}

/** Statutes that a way rests on. */
function statutesOf({ law, trace }: Path): ReadonlySet<string> {
  const statutes = new Set<string>();
  for (const provision of law) statutes.add(statuteOf(provision));
  for (const entry of trace) for (const provision of entry.law) statutes.add(statuteOf(provision));
  return statutes;
}

/** The law that stands for what has none of its own. */
const basisOf = ({ law, trace }: Path) => [...new Set(law.length > 0 ? law : trace.flatMap((entry) => entry.law))].slice(0, 2);

/** The authority of a type for the Land, field, occupation and country of the case; only its type where none is named. */
function authorityOf(inquiry: Inquiry, so: SoFar, type: AuthorityType, field: string | undefined, target: Target | undefined): PathAuthority {
  const land = asText(inquiry.peek("goal.land"));
  const fits = (authority: CompetentAuthority) =>
    (authority.laender.length === 0 || (land !== undefined && (authority.laender as readonly string[]).includes(land))) &&
    (authority.diploma === "any" || authority.diploma === so.group) &&
    (authority.countries.length === 0 || (so.country !== undefined && authority.countries.includes(so.country))) &&
    (authority.occupations.length === 0 || (target !== undefined && authority.occupations.includes(target.id))) &&
    (field === undefined || authority.fields.includes(field));
  const fitting = byProcedure(inquiry.rules).authorities(type).filter(fits);
  // Without a field only a type that is one body may be named; else a wrong office would be.
  const found = field === undefined && fitting.length > 1 ? undefined : fitting[0];
  if (!found) return { type, mark: "general-knowledge" };
  return { type, id: found.id, name: found.name, ...(found.url && { url: found.url }), mark: found.mark };
}
