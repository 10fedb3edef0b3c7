/** Endings that mean the same in one language (gender, case), as learned: the longer is replaced by the shorter. */
export type SuffixRules = readonly (readonly [longer: string, shorter: string])[];

const fewestPairs = 6;
const longestEnding = 5;
const shortestStem = 4;

/** The two endings of words with a common beginning, longer first; undefined when they have too little in common. */
function endings(one: string, other: string): readonly [string, string] | undefined {
  let common = 0;
  while (common < one.length && common < other.length && one[common] === other[common]) common++;
  if (common < shortestStem || common < Math.min(one.length, other.length) / 2) return undefined;
  const [a, b] = [one.slice(common), other.slice(common)];
  if (a.length > longestEnding || b.length > longestEnding || a === b) return undefined;
  return a.length > b.length || (a.length === b.length && a > b) ? [a, b] : [b, a];
}

/**
 * Learns which endings change without changing the occupation, from labels that name the same target.
 * @param groups folded labels, one group for each target, all of one language
 * @returns pairs seen at least six times, longest ending first; empty when the language has too few labels
 */
export function learnSuffixes(groups: Iterable<readonly string[]>): SuffixRules {
  const seen = new Map<string, number>();
  for (const labels of groups) {
    const split = labels.slice(0, 12).map((label) => label.split(" "));
    for (let i = 0; i < split.length; i++) {
      for (let j = i + 1; j < split.length; j++) {
        const [one, other] = [split[i]!, split[j]!];
        if (one.length !== other.length) continue;
        for (let word = 0; word < one.length; word++) {
          const pair = endings(one[word]!, other[word]!);
          if (pair) seen.set(pair.join(" "), (seen.get(pair.join(" ")) ?? 0) + 1);
        }
      }
    }
  }
  // one replacement for an ending: the one seen most
  const best = new Map<string, readonly [shorter: string, count: number]>();
  for (const [pair, count] of seen) {
    const [longer, shorter] = pair.split(" ") as [string, string];
    if (count >= fewestPairs && count > (best.get(longer)?.[1] ?? 0)) best.set(longer, [shorter, count]);
  }
  return [...best].map(([longer, [shorter]]) => [longer, shorter] as const).sort(([a], [b]) => b.length - a.length || (a < b ? -1 : 1));
}

/** Brings a folded word to the shorter of two learned endings; a word with none of them comes back as it is. */
export function stem(word: string, rules: SuffixRules): string {
  for (const [longer, shorter] of rules) {
    if (longer !== "" && word.endsWith(longer) && word.length - longer.length >= shortestStem) return word.slice(0, word.length - longer.length) + shorter;
  }
  return word;
}
