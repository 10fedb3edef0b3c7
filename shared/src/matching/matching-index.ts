import { buildGramIndex, type GramIndex } from "./gram-index.ts";
import { collectLabels, collectTargets, type MatchingContent, type MatchingLabel, type MatchingTarget } from "./labels.ts";
import { baseLanguage, spellings } from "./fold.ts";
import { wordings } from "./query.ts";
import { learnSuffixes, stem, type SuffixRules } from "./suffixes.ts";

/** A string naming a target, in one spelling. */
export interface Naming {
  readonly target: number;
  readonly label: MatchingLabel;
  readonly weight: number;
  readonly isTransliterated: boolean;
}

/** Learned endings of a language, and the documents by their text without them. */
export interface StemIndex {
  readonly rules: SuffixRules;
  readonly byStem: ReadonlyMap<string, readonly number[]>;
}

/** All labels of a content, ready to be searched. A document is a folded text; several labels may share it. */
export interface MatchingIndex {
  readonly targets: readonly MatchingTarget[];
  readonly targetById: ReadonlyMap<string, number>;
  readonly texts: readonly string[];
  readonly namings: readonly (readonly Naming[])[];
  readonly byText: ReadonlyMap<string, number>;
  /** Every word of every label: a word among them is not misspelt. */
  readonly words: ReadonlySet<string>;
  readonly stems: ReadonlyMap<string, StemIndex>;
  readonly grams: GramIndex;
  /** Languages of a country, base tags. */
  readonly languagesOf: ReadonlyMap<string, readonly string[]>;
  /** Targets that a country's qualification rows name, by country code. */
  readonly usualIn: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

/** Rules in force on a day, as far as matching reads them: the index is that of all days, candidates are those of the day. */
export interface MatchingRules {
  readonly content: MatchingContent;
  readonly referenceOccupations: { has(id: string): boolean };
  readonly regulatedProfessions: { has(id: string): boolean };
}

/** What can be searched: rules in force on a day, or the index of a content with the occupations of all days. */
export type MatchingSource = MatchingRules | MatchingIndex;

const transliterated = 0.95;
const perLaterWord = 0.002;
const built = new WeakMap<MatchingContent, MatchingIndex>();

/** The index of a content; built at the first call for that very object, the same object afterwards. */
export function matchingIndex(content: MatchingContent): MatchingIndex {
  const known = built.get(content);
  if (known) return known;
  const index = buildIndex(content);
  built.set(content, index);
  return index;
}

/** The index of a source, and which targets may be candidates in it. */
export function searchable(source: MatchingSource): { readonly index: MatchingIndex; isOffered(target: MatchingTarget): boolean } {
  if (!("content" in source)) return { index: source, isOffered: () => true };
  const { content, referenceOccupations, regulatedProfessions } = source;
  return { index: matchingIndex(content), isOffered: ({ id }) => referenceOccupations.has(id) || regulatedProfessions.has(id) };
}

function buildIndex(content: MatchingContent): MatchingIndex {
  const byId = collectTargets(content);
  const targets = [...byId.values()];
  const targetById = new Map(targets.map(({ id }, place) => [id, place]));
  const byText = new Map<string, number>();
  const texts: string[] = [];
  const namings: Naming[][] = [];
  const groups = new Map<string, Map<string, string[]>>();
  const ordinal = new Map<string, number>();

  for (const label of collectLabels(content, byId)) {
    const target = targetById.get(label.target)!;
    // words are listed best first
    const group = `${label.source}\u0000${label.language}\u0000${label.target}`;
    const place = label.source === "label" ? (ordinal.get(group) ?? 0) : 0;
    ordinal.set(group, place + 1);
    const weight = label.weight * (1 - perLaterWord * Math.min(place, 20));
    for (const [variant, text] of wordings(label.text).flatMap((wording) => [...spellings(wording, label.language).entries()])) {
      let document = byText.get(text);
      if (document === undefined) {
        document = texts.length;
        byText.set(text, document);
        texts.push(text);
        namings.push([]);
      }
      namings[document]!.push({ target, label, weight: variant === 0 ? weight : weight * transliterated, isTransliterated: variant > 0 });
      if (variant > 0 || label.language === "") continue;
      const ofLanguage = groups.get(label.language) ?? new Map<string, string[]>();
      groups.set(label.language, ofLanguage);
      const ofTarget = ofLanguage.get(label.target) ?? [];
      ofLanguage.set(label.target, ofTarget);
      if (!ofTarget.includes(text)) ofTarget.push(text);
    }
  }
  const stems = indexStems(groups, byText);
  const languagesOf = new Map(content.countries.map(({ id, languages }) => [id, languages.map(baseLanguage)]));
  const words = new Set(texts.flatMap((text) => text.split(" ")));
  return { targets, targetById, texts, namings, byText, words, stems, languagesOf, usualIn: collectUsual(content, byId), grams: buildGramIndex(texts) };
}

function indexStems(groups: ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>, byText: ReadonlyMap<string, number>): Map<string, StemIndex> {
  const stems = new Map<string, StemIndex>();
  for (const [language, byTarget] of groups) {
    const rules = learnSuffixes(byTarget.values());
    if (rules.length === 0) continue;
    const byStem = new Map<string, number[]>();
    for (const text of new Set([...byTarget.values()].flat())) {
      const key = text.split(" ").map((word) => stem(word, rules)).join(" ");
      const documents = byStem.get(key);
      if (documents) documents.push(byText.get(text)!);
      else byStem.set(key, [byText.get(text)!]);
    }
    stems.set(language, { rules, byStem });
  }
  return stems;
}

function collectUsual(content: MatchingContent, targets: ReadonlyMap<string, MatchingTarget>): Map<string, Map<string, string>> {
  const usual = new Map<string, Map<string, string>>();
  for (const country of content.countries) {
    const rows = new Map<string, string>();
    for (const row of country.qualifications) {
      for (const id of [...row.occupations, ...row.titles.flatMap((title) => title.targets)]) {
        if (targets.has(id) && !rows.has(id)) rows.set(id, row.id);
      }
    }
    usual.set(country.id, rows);
  }
  return usual;
}
