/**
 * Rows over some factors in which every two values of different factors meet at least once (paarweise Abdeckung), far
 * fewer than all combinations. The same factors give the same rows.
 * @param sizes how many values each factor has
 * @returns rows of one value index for each factor
 */
export function pairwise(sizes: readonly number[]): number[][] {
  const open = new Set<string>();
  const pair = (f: number, v: number, g: number, w: number) => `${f}:${v}:${g}:${w}`;
  for (let f = 0; f < sizes.length; f++) for (let g = f + 1; g < sizes.length; g++) for (let v = 0; v < sizes[f]!; v++) for (let w = 0; w < sizes[g]!; w++) open.add(pair(f, v, g, w));
  const rows: number[][] = [];
  while (open.size > 0) {
    const [first] = open;
    const [f, v, g, w] = (first ?? "").split(":").map(Number) as [number, number, number, number];
    const row = sizes.map((_, factor) => (factor === f ? v : factor === g ? w : -1));
    for (const [factor, size] of sizes.entries()) {
      if (row[factor] !== -1) continue;
      // The value that settles most of the pairs that are still open.
      let most = -1;
      for (let value = 0; value < size; value++) {
        const settled = row.filter((other, at) => other !== -1 && open.has(at < factor ? pair(at, other, factor, value) : pair(factor, value, at, other))).length;
        if (settled > most) [most, row[factor]] = [settled, value];
      }
    }
    for (let a = 0; a < row.length; a++) for (let b = a + 1; b < row.length; b++) open.delete(pair(a, row[a]!, b, row[b]!));
    rows.push(row);
  }
  return rows;
}
