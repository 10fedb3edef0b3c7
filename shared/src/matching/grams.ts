import { isFiller } from "./fold.ts";

/** Receives one feature of a text: a 32-bit hash and its weight; a feature may come several times. */
export type GramSink = (hash: number, weight: number) => void;

const wordBoundary = 1;
const offset = 0x811c9dc5;
const prime = 0x01000193;
const wholeWordSeed = 0x2f0b4c47;
const initialWeight = 1.3;
const fillerWeight = 0.35;

/** Letters of a word between boundary marks, by code unit. */
function bounded(word: string): Uint16Array {
  const units = new Uint16Array(word.length + 2);
  units[0] = wordBoundary;
  for (let i = 0; i < word.length; i++) units[i + 1] = word.charCodeAt(i);
  units[word.length + 1] = wordBoundary;
  return units;
}

/**
 * Gives the features of a folded text: character n-grams of two to four letters within marked words, those at the
 * beginning of a word heavier, each whole word, and all of filler words lighter.
 */
export function grams(folded: string, sink: GramSink): void {
  for (const word of folded.split(" ")) {
    if (word === "") continue;
    const light = isFiller(word) ? fillerWeight : 1;
    const units = bounded(word);
    for (let start = 0; start < units.length - 1; start++) {
      const weight = start === 0 ? light * initialWeight : light;
      let hash = offset;
      for (let length = 1; length <= 4 && start + length <= units.length; length++) {
        hash = Math.imul(hash ^ units[start + length - 1]!, prime);
        if (length > 1) sink(hash, weight);
      }
    }
    let whole = wholeWordSeed;
    for (const unit of units) whole = Math.imul(whole ^ unit, prime);
    sink(whole, light);
  }
}
