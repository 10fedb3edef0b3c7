import { baseLanguage, fold, understood } from "./fold.ts";
import { match } from "./match.ts";
import { searchable, type MatchingIndex, type MatchingSource, type Naming } from "./matching-index.ts";

/** A word to be completed in the title field, and the occupation it stands for. */
export interface Suggestion {
  readonly text: string;
  /** BCP 47 base tag of the text; empty when unknown. */
  readonly language: string;
  readonly referenceOccupation: string;
}

const leastGuess = 0.3;
const sorted = new WeakMap<MatchingIndex, Int32Array>();

/** Documents in the order of their texts, for the search by beginning. */
function byBeginning(index: MatchingIndex): Int32Array {
  const known = sorted.get(index);
  if (known) return known;
  const order = Int32Array.from(index.texts.keys()).sort((a, b) => (index.texts[a]! < index.texts[b]! ? -1 : 1));
  sorted.set(index, order);
  return order;
}

/**
 * Labels that begin with what has been typed so far, those of the person's language and German first, then shorter
 * ones; one a text and one an occupation; then, where these are too few, what `match` finds.
 * @param language BCP 47 tag of the person's language, where known
 * @returns most `limit` suggestions; none for a prefix without letters; the same for the same prefix
 */
export function typeAhead(source: MatchingSource, prefix: string, limit = 8, language = ""): Suggestion[] {
  const begun = fold(prefix);
  if (begun === "" || limit <= 0) return [];
  const { index, isOffered } = searchable(source);
  const order = byBeginning(index);
  let low = 0;
  let high = order.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (index.texts[order[middle]!]! < begun) low = middle + 1;
    else high = middle;
  }
  const asked = baseLanguage(language);
  const found: { naming: Naming; far: number; length: number; document: number }[] = [];
  for (let i = low; i < order.length && index.texts[order[i]!]!.startsWith(begun); i++) {
    const document = order[i]!;
    const length = index.texts[document]!.length;
    for (const naming of index.namings[document]!) {
      const spoken = naming.label.language;
      const far = spoken === asked || spoken === "de" || spoken === "" ? 0 : understood(asked, spoken) && asked !== "" ? 1 : 2;
      const target = index.targets[naming.target]!;
      if (!target.craftOnly && isOffered(target)) found.push({ naming, far, length, document });
    }
  }
  found.sort((a, b) => a.far - b.far || a.length - b.length || a.document - b.document);

  const suggestions = new Map<string, Suggestion>();
  const texts = new Set<string>();
  const offer = (id: string, text: string, tongue: string) => {
    if (suggestions.size >= limit || suggestions.has(id) || texts.has(text)) return;
    texts.add(text);
    suggestions.set(id, { text, language: tongue, referenceOccupation: id });
  };
  for (const { naming } of found) offer(index.targets[naming.target]!.id, naming.label.text, naming.label.language);
  if (suggestions.size < limit) {
    for (const { referenceOccupation, score } of match(source, { title: prefix, language }, limit)) {
      const target = index.targets[index.targetById.get(referenceOccupation)!]!;
      if (score >= leastGuess) offer(referenceOccupation, target.germanNames[0] ?? referenceOccupation, "de");
    }
  }
  return [...suggestions.values()];
}
