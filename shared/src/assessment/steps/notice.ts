import type { Mark, Provision } from "@gleichwert/rules";
import { basisOf, statutesOf } from "../circumstances.ts";
import { traceOf, type Inquiry } from "../inquiry.ts";
import { lawWithin, lessCertain, statuteOf } from "../law.ts";
import type { SoFar } from "../so-far.ts";
import type { Path, Trace } from "../types.ts";

const name = "notice";

/** Ways that end in no notice (Bescheid) on a training. */
const withoutNotice = new Set<Path["procedure"]>(["zab_statement", "none_unregulated", "none_available", "validation", "external_exam", "advice_first", "brao_206", "rdg_10", "bkrfqg_fev", "heilprg_permit", "state_treaty"]);
const comparisons = new Set<Path["procedure"]>(["bqfg_unregulated", "hwo_40a", "follow_up_application", "new_application"]);

/** Does an authority decide on this way by a notice? */
export const hasNotice = ({ procedure, authority, outcome }: Path): boolean => authority.length > 0 && !withoutNotice.has(procedure) && outcome !== "no_recognition_needed" && outcome !== "not_possible_other_path";

/**
 * What holds of every notice (Bescheid), for one way: form of the papers, time, who decides and that this is no decision, what can
 * be done against it (R171, R173, R178-R181, R190, R194-R196).
 * @param isFirst the general sentences are said once, with the first way that has a notice
 * @see BQFG §§ 5-7, 12, 13, 15, 16
 */
export function noticeNotes(inquiry: Inquiry, so: SoFar, path: Path, isFirst: boolean): Trace[] {
  if (!hasNotice(path)) return dayOf(inquiry, path);
  // The law of the time limits names the acts on which the procedure rests too (HwO § 50c (6)).
  const statutes = new Set([...statutesOf(path), ...path.deadlines.flatMap(({ law }) => law).map(statuteOf)]);
  const own = (rule: string): Provision[] => ofChapter(path, lawWithin(inquiry, rule, statutes));
  const ruleMark = (rule: string): Mark => inquiry.rules.procedureRules.get(rule)?.mark ?? "general-knowledge";
  /** With the law of the way where the rule names none of it, and then never surer than general knowledge. */
  const said = (key: string): Trace => {
    const rule = key.slice(0, key.indexOf("."));
    const law = own(rule);
    return traceOf(inquiry, name, key, {}, law.length > 0 ? { law, mark: ruleMark(rule) } : { law: basisOf(path), mark: lessCertain(ruleMark(rule), "general-knowledge") });
  };
  const onlyOwn = (key: string): Trace[] => (own(key.slice(0, key.indexOf("."))).length > 0 ? [said(key)] : []);
  const profession = inquiry.rules.regulatedProfessions.get(path.target ?? "");
  const certified = path.documents.some(({ id }) => id === "officially-certified-copy");
  return [
    ...(path.documents.some(({ translation }) => translation === "certified") ? onlyOwn(certified ? "R171.certified-copy" : "R171.plain-copies") : []),
    ...(path.deadlines.some(({ rule }) => rule === "R173") ? onlyOwn(path.regulated !== "no" && so.group === "eu" ? "R173.one-month-more" : "R173.three-months") : []),
    ...(profession?.category === "health" && path.measures.length > 0 ? [said("R194.courses-prepare")] : []),
    ...(comparisons.has(path.procedure) && path.outcome === "partial" ? [said(path.differences.length > 0 ? "R195.fit-the-differences" : "R195.notice-names-them")] : []),
    ...onlyOwn("R181.other-land"),
    ...dayOf(inquiry, path),
    said("R190.indication"),
    ...(isFirst ? [said("R178.in-writing"), traceOf(inquiry, name, "R179.remedies", {}, { law: [...own("R179"), "VwGO § 68", "VwGO § 70", "VwGO § 74"], mark: "general-knowledge" }), ...onlyOwn("R180.cooperate")] : []),
  ];
}

/** Of the general act only the chapter of the way: on unregulated occupations (§§ 4-8), or on regulated ones (§§ 9-13). */
function ofChapter({ regulated }: Path, law: readonly Provision[]): Provision[] {
  const other = regulated === "no" ? /^BQFG § (9|1[0-3])\b/u : /^BQFG § [4-8]\b/u;
  return law.filter((provision) => !other.test(provision));
}

/** Rules and figures that change with time: a change of the law on doctors, the law on nursing assistants, salaries, the grant. */
const dated = new Set(["R77", "R86", "R161", "R176"]);

/** On which day the law stands, where the way rests on something that changes with time (R196). */
function dayOf(inquiry: Inquiry, { trace }: Path): Trace[] {
  const changing = trace.filter(({ rule }) => dated.has(rule) && inquiry.applies(rule));
  if (changing.length === 0) return [];
  const law = [...new Set(changing.flatMap((entry) => entry.law))].slice(0, 3);
  return [{ ...traceOf(inquiry, name, "R196.as-of", { day: inquiry.on }, { law }), url: [...new Set(changing.flatMap(({ url }) => url))] }];
}
