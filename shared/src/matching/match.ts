import type { Candidate, CandidateReason } from "./candidate.ts";
import { fold } from "./fold.ts";
import type { MatchingTarget } from "./labels.ts";
import { searchable, type MatchingIndex, type MatchingSource } from "./matching-index.ts";
import type { MatchQuery } from "./query.ts";
import { scoreText, type Hit } from "./score-text.ts";

/** Score from which a candidate may be offered as an answer of its own; below, it is one of several guesses. */
export const strongScore = 0.78;

/** Is the candidate good enough to stand without doubt about the words? Says nothing about equivalence. */
export function isStrong(candidate: Candidate): boolean {
  return candidate.score >= strongScore;
}

/** A field of the query with how far it is trusted. */
interface Field {
  readonly criterion: "goal" | "title";
  readonly trust: number;
  readonly hits: ReadonlyMap<number, Hit>;
}

const leastScore = 0.1;
const agreement = 0.04;
const helperWord = /(?:helfer|gehilf|assist|helper|\baide\b|auxilia|ajudante|pomocni|помічник|помощник|помошник|yardimci|مساعد|كمك|ndihmes|օգնական)/u;
const helperName = /(?:helfer|assisten)/iu;

// An interview asks the same of the same rules at every step.
const remembered = new WeakMap<MatchingSource, Map<string, readonly Candidate[]>>();
const keptAnswers = 8192;

/**
 * Finds German reference occupations (Referenzberufe) for a foreign title, best first; the person's goal weighs most,
 * then a German title, then the title. Level, duration and country shift the order a little and never exclude.
 * The same query gives the same answer; never throws, whatever the texts hold.
 * @param source rules in force on the key date, or an index; an index is built at the first call for its content
 * @param limit most candidates to give back; five are shown to people
 * @returns an empty list when nothing has letters in common with any label
 * @see BQFG § 4 (1) no. 1
 */
export function match(source: MatchingSource, query: MatchQuery, limit = 5): readonly Candidate[] {
  const answers = remembered.get(source) ?? new Map<string, readonly Candidate[]>();
  remembered.set(source, answers);
  const key = keyOf(query, limit);
  const before = answers.get(key);
  if (before) return before;
  const found = Object.freeze(rank(source, query, limit));
  if (answers.size >= keptAnswers) answers.delete(answers.keys().next().value ?? "");
  answers.set(key, found);
  return found;
}

const absent = "\u0001";
/** Queries that ask the same have the same key; no text of a title holds the separators. */
const keyOf = ({ title, titleGerman, language, country, goal, level, durationYears }: MatchQuery, limit: number) =>
  `${title ?? absent}\u0000${titleGerman ?? absent}\u0000${goal ?? absent}\u0000${language ?? ""}\u0000${country ?? ""}\u0000${level ?? ""}\u0000${durationYears ?? ""}\u0000${limit}`;

/** Lets a changed view of the same rules keep the answers of another; only for changes that the search does not read. */
export function shareAnswers(from: MatchingSource, to: MatchingSource): void {
  const answers = remembered.get(from) ?? new Map<string, readonly Candidate[]>();
  remembered.set(from, answers);
  remembered.set(to, answers);
}

function rank(source: MatchingSource, query: MatchQuery, limit: number): Candidate[] {
  const { index, isOffered } = searchable(source);
  const fields = scoreFields(index, query);
  const text = fold([query.goal, query.titleGerman, query.title].filter(Boolean).join(" "));
  const asksHelper = helperWord.test(text);
  const places = new Set(fields.flatMap(({ hits }) => [...hits.keys()]));
  const ranked = [...places].filter((place) => isOffered(index.targets[place]!)).map((place) => {
    const target = index.targets[place]!;
    let best = 0;
    let others = 0;
    for (const { trust, hits } of fields) {
      const score = (hits.get(place)?.score ?? 0) * trust;
      others += Math.min(best, score);
      best = Math.max(best, score);
    }
    return { place, target, score: (best + agreement * others) * shift(target, query, asksHelper) };
  });
  const bestTraining = Math.max(0, ...ranked.filter(({ target }) => !target.craftOnly).map(({ score }) => score));
  return ranked
    .filter(({ target, score, place }) => score >= leastScore && (!target.craftOnly || (score > bestTraining && fields.some(({ hits }) => hits.get(place)?.kind !== "similar"))))
    .sort((a, b) => b.score - a.score || plainness(a.target) - plainness(b.target) || (a.target.id < b.target.id ? -1 : 1))
    .slice(0, Math.max(0, limit))
    .map(({ place, target, score }) => ({
      referenceOccupation: target.id,
      score: Math.round(Math.min(1, score) * 1e4) / 1e4,
      reasons: reasonsOf(index, place, query, fields),
    }));
}

function scoreFields(index: MatchingIndex, query: MatchQuery): Field[] {
  const { title, titleGerman, goal, country, language, level } = query;
  const fields: Field[] = [];
  const add = (criterion: Field["criterion"], text: string | undefined, tongue: string | undefined) => {
    if (text === undefined || fold(text) === "") return;
    fields.push({ criterion, trust: fields.length === 0 ? 1 : fields.length === 1 ? 0.85 : 0.75, hits: scoreText(index, text, { language: tongue, country, level }) });
  };
  add("goal", goal, undefined);
  add("title", titleGerman, "de");
  add("title", title, language);
  return fields;
}

/** The plain occupation before its specialised siblings, where nothing else decides. */
const plainness = (target: MatchingTarget) => target.germanNames[0]?.length ?? 0;

function shift(target: MatchingTarget, { level }: MatchQuery, asksHelper: boolean): number {
  let factor = 1;
  const isHelper = target.germanNames.some((name) => helperName.test(name));
  if (asksHelper) factor *= isHelper ? 1.03 : 0.98;
  if (target.academic && (level === "secondary_vocational" || level === "short_course")) factor *= 0.97;
  if (target.academic && (level === "bachelor" || level === "master_or_long_degree")) factor *= 1.03;
  return factor;
}

function reasonsOf(index: MatchingIndex, place: number, query: MatchQuery, fields: readonly Field[]): CandidateReason[] {
  const target = index.targets[place]!;
  const reasons: CandidateReason[] = [];
  for (const criterion of ["goal", "title"] as const) {
    const asked = fields.filter((field) => field.criterion === criterion);
    if (asked.length === 0) continue;
    const hit = asked.map(({ hits }) => hits.get(place)).reduce((best, other) => ((other?.score ?? 0) > (best?.score ?? 0) ? other : best), undefined);
    if (hit?.naming.label.source === "hint" && hit.kind !== "similar") {
      reasons.push({ criterion: "hint", finding: "met", params: { rule: hit.naming.label.from ?? "", label: hit.naming.label.text } });
    } else if (hit) {
      const finding = hit.score >= strongScore ? "met" : "unknown";
      reasons.push({ criterion, finding, params: { label: hit.naming.label.text, language: hit.naming.label.language, hit: hit.kind } });
    } else reasons.push({ criterion, finding: "not-met" });
  }
  if (query.country !== undefined) {
    const row = index.usualIn.get(query.country)?.get(target.id);
    reasons.push({ criterion: "country-qualification", finding: row === undefined ? "unknown" : "met", params: { country: query.country, ...(row === undefined ? {} : { qualification: row }) } });
  }
  if (query.level !== undefined) reasons.push({ criterion: "level", finding: levelFinding(target, query.level), params: { level: query.level } });
  if (query.durationYears !== undefined) {
    const months = Math.round(query.durationYears * 12);
    const german = target.durationMonths;
    if (german === undefined) reasons.push({ criterion: "duration", finding: "unknown", params: { months } });
    else reasons.push({ criterion: "duration", finding: months >= german * 0.9 ? "met" : "not-met", params: { months, germanMonths: german } });
  }
  return reasons;
}

/** Levels are orientation, never a test; where German access is not by a degree any completed training will do. */
function levelFinding(target: MatchingTarget, level: string): CandidateReason["finding"] {
  if (level === "none") return "not-met";
  if (level === "short_course") return "unknown";
  if (!target.academic) return "met";
  return level === "bachelor" || level === "master_or_long_degree" ? "met" : "unknown";
}
