import { grams } from "./grams.ts";

/** Postings of all features in flat arrays; documents are numbered as they were given. */
export interface GramIndex {
  readonly documents: number;
  readonly featureOf: ReadonlyMap<number, number>;
  readonly idf: Float32Array;
  /** Postings of feature f are those from `start[f]` to `start[f + 1]`. */
  readonly start: Int32Array;
  readonly document: Int32Array;
  readonly weight: Float32Array;
  /** Length of each document's vector to the power 0.8. */
  readonly norm: Float32Array;
  /** Scratch memory of `similar`, all zero between calls. */
  readonly sums: Float32Array;
}

const normPower = 0.8;
const dampened = (frequency: number) => (frequency > 1 ? 1 + Math.log(frequency) : frequency);

/** Builds the index over folded texts; linear in their length. */
export function buildGramIndex(texts: readonly string[]): GramIndex {
  const featureOf = new Map<number, number>();
  let capacity = 1 << 18;
  let feature = new Int32Array(capacity);
  let document = new Int32Array(capacity);
  let frequency = new Float32Array(capacity);
  let postings = 0;
  const lastPosting: number[] = [];
  const documentFrequency: number[] = [];
  let first = 0;
  const add = (hash: number, weight: number, text: number) => {
    let id = featureOf.get(hash);
    if (id === undefined) {
      id = featureOf.size;
      featureOf.set(hash, id);
      lastPosting.push(-1);
      documentFrequency.push(0);
    }
    if (lastPosting[id]! >= first) {
      frequency[lastPosting[id]!]! += weight;
      return;
    }
    if (postings === capacity) {
      capacity *= 2;
      const [f, d, w] = [feature, document, frequency];
      (feature = new Int32Array(capacity)).set(f);
      (document = new Int32Array(capacity)).set(d);
      (frequency = new Float32Array(capacity)).set(w);
    }
    feature[postings] = id;
    document[postings] = text;
    frequency[postings] = weight;
    lastPosting[id] = postings++;
    documentFrequency[id]!++;
  };
  for (let text = 0; text < texts.length; text++) {
    first = postings;
    grams(texts[text]!, (hash, weight) => add(hash, weight, text));
  }

  const features = featureOf.size;
  const idf = new Float32Array(features);
  const start = new Int32Array(features + 1);
  for (let f = 0; f < features; f++) {
    idf[f] = Math.log(1 + texts.length / documentFrequency[f]!);
    start[f + 1] = start[f]! + documentFrequency[f]!;
  }
  const next = start.slice(0, features);
  const sortedDocument = new Int32Array(postings);
  const sortedWeight = new Float32Array(postings);
  const squares = new Float64Array(texts.length);
  for (let p = 0; p < postings; p++) {
    const f = feature[p]!;
    const weight = dampened(frequency[p]!) * idf[f]!;
    const place = next[f]!;
    next[f] = place + 1;
    sortedDocument[place] = document[p]!;
    sortedWeight[place] = weight;
    squares[document[p]!]! += weight * weight;
  }
  const norm = Float32Array.from(squares, (sum) => Math.sqrt(sum) ** normPower);
  return { documents: texts.length, featureOf, idf, start, document: sortedDocument, weight: sortedWeight, norm, sums: new Float32Array(texts.length) };
}

/**
 * Calls `found` for every document that shares a feature with the folded text.
 * The similarity is 1 for the text itself, 0 without a common feature, and at most 1; longer documents are favoured
 * a little (norm to the power 0.8). The order of calls is the same for the same text.
 */
export function similar(index: GramIndex, folded: string, found: (document: number, similarity: number) => void): void {
  const frequency = new Map<number, number>();
  let unknown = 0;
  const rarest = Math.log(1 + index.documents);
  grams(folded, (hash, weight) => {
    const feature = index.featureOf.get(hash);
    if (feature === undefined) unknown += weight * weight * rarest * rarest;
    else frequency.set(feature, (frequency.get(feature) ?? 0) + weight);
  });
  const { sums, start, document, weight, idf, norm } = index;
  const touched: number[] = [];
  let squares = unknown;
  for (const [feature, count] of frequency) {
    const queryWeight = dampened(count) * idf[feature]!;
    squares += queryWeight * queryWeight;
    for (let p = start[feature]!; p < start[feature + 1]!; p++) {
      const place = document[p]!;
      if (sums[place] === 0) touched.push(place);
      sums[place]! += queryWeight * weight[p]!;
    }
  }
  const queryNorm = Math.sqrt(squares);
  const scale = queryNorm ** (normPower - 2);
  for (const place of touched) {
    const similarity = (sums[place]! / norm[place]!) * scale;
    sums[place] = 0;
    found(place, Math.min(1, similarity));
  }
}
