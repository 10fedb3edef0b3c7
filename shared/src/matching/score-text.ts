import { baseLanguage, isFiller, regionOf, spellings, understood } from "./fold.ts";
import { slips, slipsAllowed } from "./closeness.ts";
import { similar } from "./gram-index.ts";
import type { MatchingLabel } from "./labels.ts";
import type { MatchingIndex, Naming } from "./matching-index.ts";
import { titleParts } from "./query.ts";
import { stem } from "./suffixes.ts";

/** How a text hit a target: `exact` whole, `part` a label within it, `similar` by common letters. */
export interface Hit {
  readonly score: number;
  readonly naming: Naming;
  readonly kind: "exact" | "part" | "similar";
}

/** What narrows the labels: the language of the text and the country of the paper. */
export interface TextContext {
  readonly language?: string | undefined;
  readonly country?: string | undefined;
  /** Level of the qualification, code of a `QualificationLevel`. */
  readonly level?: string | undefined;
}

const academic = new Set(["bachelor", "master_or_long_degree"]);
const vocational = new Set(["short_course", "secondary_vocational", "post_secondary", "master_craftsman"]);

/** How much a word of a country's papers says, given country and level of the paper in hand. */
function countryFactor({ country: of, level: usual = "" }: MatchingLabel, country: string | undefined, level: string, spoken: boolean): number {
  const otherLevel = (academic.has(level) && vocational.has(usual)) || (vocational.has(level) && academic.has(usual));
  const nearness = country === undefined ? countryRow.none : country === of ? countryRow.asked : spoken ? countryRow.sameLanguage : countryRow.other;
  return otherLevel ? nearness * countryRow.otherLevel : nearness;
}

const similarity = { best: 0.9, least: 0.12, longerLabel: 0.94 };
const misspelt = { least: 0.22, likeness: [0, 0.93, 0.86] };
const span = { base: 0.4, share: 0.58, whole: 0.02, longest: 6, fillerWord: 0.1, stemmed: 0.97, perPlace: 0.004 };
const hintBonus = 0.05;
const otherLanguage = { exact: 0.94, part: 0.9, similar: 0.88, transliterated: 0.8 };
const countryRow = { asked: 1.04, none: 0.77, sameLanguage: 0.92, other: 0.76, otherLevel: 0.7 };

/**
 * Scores one text against all targets; best hit per target.
 * @returns hits by place in `index.targets`; scores may slightly exceed 1 before they are shown; empty for an empty text
 */
export function scoreText(index: MatchingIndex, text: string, context: TextContext): Map<number, Hit> {
  const country = context.country ?? regionOf(context.language);
  const languages = context.language ? [baseLanguage(context.language)] : (index.languagesOf.get(country ?? "") ?? []);
  const language = languages[0] ?? "";
  const isUnderstood = (spoken: string) => languages.length === 0 || languages.some((asked) => understood(asked, spoken));
  const hits = new Map<number, Hit>();
  const offer = (document: number, score: number, kind: Hit["kind"]) => {
    for (const naming of index.namings[document]!) {
      const { source, language: spoken } = naming.label;
      let value = score * naming.weight;
      if (!isUnderstood(spoken)) value *= otherLanguage[kind] * (naming.isTransliterated && kind !== "exact" ? otherLanguage.transliterated : 1);
      if (source === "country") value *= countryFactor(naming.label, country, context.level ?? "", languages.length > 0 && isUnderstood(spoken));
      if (source === "hint" && kind !== "similar") value += hintBonus * score;
      const known = hits.get(naming.target);
      if (known === undefined || known.score < value) hits.set(naming.target, { score: value, naming, kind });
    }
  };
  for (const part of titleParts(text)) {
    for (const [variant, spelling] of spellings(part.text, language).entries()) {
      const words = contentWords(spelling);
      const mayBeMisspelt = spelling.split(" ").some((word) => !index.words.has(word));
      // the Latin spellings of the parts are looked up whole only: their letters are those of the whole title
      if (part.isWhole || variant === 0) similar(index.grams, spelling, (document, found) => {
        if (found <= similarity.least) return;
        const label = index.texts[document]!;
        const longer = Math.max(0, contentWords(label) - words);
        let likeness = found * similarity.longerLabel ** Math.min(longer, 3);
        if (mayBeMisspelt && found > misspelt.least && likeness < misspelt.likeness[1]!) {
          const allowed = slipsAllowed(Math.min(spelling.length, label.length));
          const made = allowed === 0 ? 1 : slips(spelling, label, allowed);
          if (made <= allowed) likeness = Math.max(likeness, misspelt.likeness[made] ?? 0);
        }
        offer(document, likeness * similarity.best * part.weight, "similar");
      });
      scoreSpans(index, spelling, isUnderstood, (document, score, kind) => offer(document, score * part.weight, part.isWhole ? kind : "part"));
    }
  }
  return hits;
}

/** Number of words that say something about the occupation. */
const contentWords = (folded: string) => folded.split(" ").filter((word) => !isFiller(word)).length;

/** Looks up every run of words as a whole label; the larger the share of the text it covers, the better. */
function scoreSpans(index: MatchingIndex, spelling: string, isUnderstood: (language: string) => boolean, offer: (document: number, score: number, kind: Hit["kind"]) => void): void {
  const words = spelling.split(" ");
  const weights = words.map((word) => (isFiller(word) ? span.fillerWord : 1));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const stemsOf = [...index.stems].filter(([spoken]) => isUnderstood(spoken));
  const stemmed = stemsOf.map(([, { rules }]) => words.map((word) => stem(word, rules)));
  for (let from = 0; from < words.length; from++) {
    let covered = 0;
    for (let to = from; to < words.length && to < from + span.longest; to++) {
      covered += weights[to]!;
      if (covered < 1) continue;
      const isWhole = from === 0 && to === words.length - 1;
      const score = span.base + span.share * (covered / total) + (isWhole ? span.whole : 0) - span.perPlace * from;
      const whole = isWhole ? "exact" : "part";
      const document = index.byText.get(words.slice(from, to + 1).join(" "));
      if (document !== undefined) offer(document, score, whole);
      for (const [place, [, { byStem }]] of stemsOf.entries()) {
        for (const other of byStem.get(stemmed[place]!.slice(from, to + 1).join(" ")) ?? []) {
          if (other !== document) offer(other, score * span.stemmed, whole);
        }
      }
    }
  }
}
