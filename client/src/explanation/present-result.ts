import { type Assessment, countsByItself, type Path, statementsOf, type Trace } from "@gleichwert/shared/assessment";
import type { FactKey, Facts } from "@gleichwert/shared/facts";
import type { RulesetInForce } from "@gleichwert/shared/ruleset";
import { countryName, commonName, findRuleText, germanName, ruleText, type RuleText, textIn, type TextKey, type Locale } from "../ui/index.ts";

/** A reason as a sentence, with its law and how sure the law is. */
export interface Reason {
  readonly key: string;
  readonly sentence: RuleText;
  readonly law: readonly string[];
  readonly url: readonly string[];
  readonly mark: string;
  readonly markText: RuleText;
}

export type PathView = ReturnType<typeof presentPath>;

interface Scene {
  readonly rules: RulesetInForce;
  readonly locale: Locale;
  readonly facts: Facts;
}

/** A sentence of the trace; names of occupations and countries take the place of their codes. */
export function reasonOf({ rules, locale }: Scene, trace: Trace): Reason {
  const params = Object.fromEntries(
    Object.entries(trace.params).map(([name, value]) => [name, name === "country" ? countryName(rules, locale, String(value)) : name === "occupation" || name === "profession" || name === "craft" ? germanName(rules, String(value)) : name === "months" || name === "german" || name === "foreign" ? Number(value) : name === "euro" || name === "percent" ? amount(locale, Number(value)) : name === "day" ? dayIn(locale, String(value)) : value]),
  );
  return {
    key: `${trace.rule}.${trace.finding}`,
    sentence: ruleText(rules, locale, "findings", `${trace.rule}.${trace.finding}`, params),
    law: trace.law,
    url: trace.url,
    mark: trace.mark,
    markText: ruleText(rules, locale, "marks", `${trace.mark}.title`),
  };
}

const amount = (locale: Locale, value: number) => value.toLocaleString(locale, { numberingSystem: "latn", maximumFractionDigits: 2 });
const dayIn = (locale: Locale, day: string) => new Date(`${day}T00:00:00Z`).toLocaleDateString(locale, { dateStyle: "long", timeZone: "UTC", numberingSystem: "latn" });

/** Rules that say whether the work needs recognition: their findings stand first, not among the other reasons. */
const dutyRules: ReadonlySet<string> = new Set(["R20", "R26", "R27", "R40", "R41", "R42", "R110"]);

/** Measures that are an exam and no training. */
const examMeasures: ReadonlySet<string> = new Set(["aptitude_test", "knowledge_exam", "specific_proof_exam"]);

/** How long the decision takes comes first. */
const deadlineOrder: readonly string[] = ["complete-papers", "application", "notice"];

/** Law and pages of an entry of the rules. */
function sourceOf(entries: readonly { readonly id: string; readonly source: { readonly law?: readonly string[] | undefined; readonly url?: readonly string[] | undefined } }[], id: string): { law: readonly string[]; url: readonly string[] } {
  const source = entries.find((entry) => entry.id === id)?.source;
  return { law: source?.law ?? [], url: source?.url ?? [] };
}

/** Everything the result page shows of one way, in words. */
export function presentPath(scene: Scene, path: Path) {
  const { rules, locale } = scene;
  const words = (file: string, key: string, params?: Readonly<Record<string, string | number>>) => ruleText(rules, locale, file, key, params);
  const examOnly = path.measures.length > 0 && path.measures.every(({ code }) => examMeasures.has(code));
  const outcomeWords = (outcome: string, part: "title" | "short" | "sentence") => words("outcomes", `${outcome === "compensation_needed" && examOnly ? "compensation_exam" : outcome}.${part}`);
  // Only in the health professions can an adaptation period end with an examination or a talk.
  const isHealth = path.target !== undefined && rules.regulatedProfessions.get(path.target)?.category === "health";
  const measureWords = (code: string) => (isHealth && findRuleText(rules, locale, "measures", `${code}.health`)) || words("measures", `${code}.sentence`);
  const sure = (mark: string) => ({ mark, markText: words("marks", `${mark}.title`) });
  const sources = statementsOf(rules, path);
  const sourced = (key: string) => {
    const { law = [], url = [], mark = "general-knowledge" } = sources.get(key) ?? {};
    return { law, url, ...sure(mark) };
  };
  const said = (file: string, key: string) => ({ sentence: words(file, key), ...sourced(`${file}.${key}`) });
  return {
    id: path.id,
    procedure: path.procedure,
    outcome: path.outcome,
    regulated: path.regulated,
    required: path.required,
    target: path.target,
    targetGerman: path.target ? germanName(rules, path.target) : undefined,
    targetCommon: path.target ? commonName(rules, locale, path.target) : undefined,
    title: outcomeWords(path.outcome, "title"),
    sentence: outcomeWords(path.outcome, "sentence"),
    source: sourced(`outcomes.${path.outcome}`),
    procedureTitle: words("procedures", `${path.procedure}.title`),
    procedureSentence: words("procedures", `${path.procedure}.sentence`),
    procedureSource: sourced(`procedures.${path.procedure}`),
    // An end that is the likely one is not said twice.
    range: (["worst", "likely", "best"] as const).filter((end) => end === "likely" || path.range[end] !== path.range.likely).map((end) => ({ end, code: path.range[end], title: outcomeWords(path.range[end], "short") })),
    // Without an occupation nobody can say that the work is free.
    regulatedText: words("regulated", path.target ? path.regulated : "unknown"),
    regulatedSource: sourced(`regulated.${path.target ? path.regulated : "unknown"}`),
    formText: path.form === "none" ? undefined : words("forms", path.form),
    authorities: namedOnce(path.authority).map((authority) => ({ type: words("authorities", authority.type), name: authority.name, url: authority.url, tells: authority.tells, ...sure(authority.mark) })),
    measures: path.measures.map(({ code, longestMonths }) => ({ code, title: words("measures", `${code}.title`), sentence: measureWords(code), longest: longestMonths, ...sourced(`measures.${code}`) })),
    chosenBy: path.chosenBy && path.measures.length > 0 ? said("chosen-by", path.chosenBy) : undefined,
    exams: path.exams.map(({ code, repeats }) => ({ code, title: words("exams", `${code}.title`), sentence: words("exams", `${code}.sentence`), repeats, ...sourced(`exams.${code}`) })),
    language: path.language.map(({ level, professional, text, law, mark }) => ({ level, professional, text, law: law.length > 0 ? law : path.law.slice(0, 2), ...sure(mark) })),
    documents: path.documents.map(({ id, has, translation, law, mark }) => ({ id, title: words("documents", id), has, translation, law, ...sure(mark) })),
    fees: path.fees.map(({ id, what, minEuro, maxEuro, mark }) => ({ id, what: words("fees", `what.${what}`), min: minEuro, max: maxEuro, ...sourceOf(rules.fees, id), ...sure(mark) })),
    deadlines: [...path.deadlines].sort((a, b) => deadlineOrder.indexOf(a.from) - deadlineOrder.indexOf(b.from)).map(({ months, from, law, mark }) => ({ months, from: words("deadlines", `from.${from}`), law, ...sure(mark) })),
    funding: path.funding.map((id) => ({ sentence: words("funding", id), ...sourceOf(rules.funding, id), ...sure(rules.funding.find((entry) => entry.id === id)?.mark ?? "general-knowledge") })),
    residence: path.residence.map(({ id, law, mark }) => ({ sentence: words("residence", id), law, url: [] as readonly string[], ...sure(mark) })),
    free: path.freeWithout.map((key) => said("free", key.replace(/^free\./, ""))),
    next: path.next.map((key) => said("next", key.replace(/^next\./, ""))),
    areas: path.areas.map(({ area, told }) => ({ code: area.code, name: area.name, told, counts: countsByItself(area), group: area.specialisation ?? area.group, amount: amountOf(locale, area) })),
    differences: path.differences.map(({ competenceArea, name, shortBy }) => ({ code: competenceArea, name, amount: shortBy ? textIn(locale, `amount.${shortBy.unit}` as TextKey, { count: shortBy.amount }) : undefined })),
    duty: path.trace.filter(({ rule }) => dutyRules.has(rule)).map((trace) => reasonOf(scene, trace)),
    reasons: path.trace.filter(({ rule }) => !dutyRules.has(rule)).map((trace) => reasonOf(scene, trace)),
  };
}

const amountOf = (locale: Locale, area: { hours?: number | undefined; weeks?: number | undefined; items?: number | undefined }): string | undefined =>
  area.hours ? textIn(locale, "amount.hours", { count: area.hours }) : area.weeks ? textIn(locale, "amount.weeks", { count: area.weeks }) : area.items ? textIn(locale, "amount.items", { count: area.items }) : undefined;

/** One office is shown once, and no kind of office of the Land beside the one that is known by name. */
function namedOnce(authorities: Path["authority"]): Path["authority"] {
  const knowsLand = authorities.some(({ type, name }) => name !== undefined && type.startsWith("land_"));
  return authorities.filter(({ id, name, type }, at) => (name === undefined ? !(knowsLand && type.startsWith("land_")) : authorities.findIndex((other) => other.id === id) === at));
}

/** The words of an answer; empty where it was not given or is "I do not know". */
function known(facts: Facts, key: FactKey): string {
  const value = facts[key]?.value;
  return typeof value === "string" && value !== "unknown" ? value : "";
}

/** The whole result in words: ways first, then the reasons that hold for the qualification itself. */
export function presentResult(scene: Scene, assessment: Assessment) {
  const { rules, locale } = scene;
  return {
    on: assessment.on,
    ruleset: assessment.ruleset.slice(0, 12),
    engine: assessment.engine,
    incomplete: assessment.missing.length > 0,
    paths: assessment.paths.map((path) => presentPath(scene, path)),
    qualifications: assessment.qualifications.map((finding) => ({
      row: finding.row,
      title: known(scene.facts, `qualification.title@${finding.row}`),
      country: countryName(rules, locale, known(scene.facts, `qualification.country@${finding.row}`)),
      hasProfile: finding.hasProfile,
      group: finding.countryGroup === "unknown" ? undefined : ruleText(rules, locale, "countries", `groups.${finding.countryGroup}`),
      reasons: finding.trace.map((trace) => reasonOf(scene, trace)),
    })),
    leftToAuthority: assessment.leftToAuthority.map((code) => ruleText(rules, locale, "left-to-authority", code)),
  };
}
