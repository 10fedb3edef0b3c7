/**
 * `npm run bench [-- R1 …]`: the performance table. Each figure stands beside a floor measured in the same run; only the
 * ratio can be compared between machines. A figure that misses its target is said to miss it; the exit code stays 0.
 */
import type { Figure } from "./bench/figure.ts";
import { benchR1 } from "./bench/r1.ts";

const benches: Readonly<Record<string, () => Figure[]>> = { R1: benchR1 };
const wanted = process.argv.slice(2);
const unknown = wanted.filter((id) => !(id in benches));
if (unknown.length > 0) {
  console.error(`No bench ${unknown.join(", ")}; there are ${Object.keys(benches).join(", ")}.`);
  process.exit(2);
}
for (const [id, bench] of Object.entries(benches)) {
  if (wanted.length > 0 && !wanted.includes(id)) continue;
  for (const { what, figure, unit, floor, target, met } of bench()) {
    console.log(`${id}  ${what}: ${figure.toFixed(2)} ${unit}, floor ${floor.toFixed(2)} ${unit}, ratio ${(figure / floor).toFixed(1)}; target ${target}: ${met ? "met" : "NOT met"}`);
  }
}
