import type { AuthorityType, CompetentAuthority, Exam, Measure, Outcome, Procedure, Provision } from "@gleichwert/rules";
import { byProcedure } from "./by-procedure.ts";
import { feesOf } from "./circumstances.ts";
import { asText, type Inquiry } from "./inquiry.ts";
import type { SoFar, Target } from "./so-far.ts";
import type { Path, PathAuthority, Range, Trace } from "./types.ts";

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
    fees: feesOf(inquiry, { procedure, authority: parts.authority, exams: parts.exams ?? [] }),
    deadlines: parts.deadlines ?? deadlinesOf(inquiry, procedure),
    funding: [],
    residence: [],
    freeWithout: parts.freeWithout ?? [],
    next: parts.next ?? [],
    law: parts.law ?? [],
    trace: parts.trace,
  };
}

/** Time limits of a procedure whose rule is in force (Fristen). */
export const deadlinesOf = (inquiry: Inquiry, procedure: Procedure): Path["deadlines"] => byProcedure(inquiry.rules).deadlines(procedure).filter(({ rule }) => rule === undefined || inquiry.applies(rule));

/** Kinds of offices of a Land: which of them has a task differs by Land, so that one of another kind may be the right one. */
const officesOfLand = new Set<AuthorityType>(["land_health_authority", "land_school_authority", "land_social_authority", "land_authority"]);

/**
 * The authority of a type for the Land, field, occupation and country of the case.
 * @returns only its type where none is known; where its name, place or competence is not sure, with the office that tells
 * @see BQFG § 17 (7)
 */
function authorityOf(inquiry: Inquiry, so: SoFar, type: AuthorityType, field: string | undefined, target: Target | undefined): PathAuthority {
  const land = asText(inquiry.peek("goal.land"));
  const fits = (authority: CompetentAuthority) =>
    (authority.laender.length === 0 || (land !== undefined && (authority.laender as readonly string[]).includes(land))) &&
    (authority.diploma === "any" || authority.diploma === so.group) &&
    (authority.countries.length === 0 || (so.country !== undefined && authority.countries.includes(so.country))) &&
    (authority.occupations.length === 0 || (target !== undefined && authority.occupations.includes(target.id)));
  const { authorities } = byProcedure(inquiry.rules);
  const ofType = authorities(type);
  const inField = (authority: CompetentAuthority) => (field === undefined ? authority.occupations.length > 0 : authority.fields.includes(field));
  // A type that is one body is named for every task; else only who has the field, or lists the occupation: a wrong office would be named.
  const isNamed = (authority: CompetentAuthority) => fits(authority) && (ofType.length === 1 || inField(authority));
  const elsewhere = () => (officesOfLand.has(type) ? [...officesOfLand].flatMap((other) => authorities(other)).find((authority) => authority.laender.length > 0 && isNamed(authority)) : undefined);
  const found = ofType.find(isNamed) ?? elsewhere();
  const finder = inquiry.rules.competentAuthorities.get("bibb");
  const tells = finder?.url ? { tells: { name: finder.name, url: finder.url } } : {};
  if (!found) return { type, mark: "general-knowledge", ...tells };
  // A body for all Laender beside which single chambers may have kept the task.
  const hasExceptions = () => field !== undefined && found.laender.length === 0 && [...inquiry.rules.competentAuthorities.values()].some((other) => other !== found && other.mark === "general-knowledge" && other.fields[0] === found.fields[0] && fits(other) && inField(other));
  const isUnsure = !found.url || found.url === finder?.url || found.mark === "general-knowledge" || hasExceptions();
  return { type, id: found.id, name: found.name, ...(found.url && { url: found.url }), mark: found.mark, ...(isUnsure && tells) };
}
