/** CPU time of one call in microseconds, over a number of milliseconds of calls; garbage of its own included. */
export function cpuPerCall(call: () => void, forMs: number): number {
  const begun = performance.now();
  const before = process.cpuUsage();
  let calls = 0;
  do {
    call();
    calls += 1;
  } while (performance.now() - begun < forMs);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / calls;
}

/** The middle of some figures; NaN for none. */
export function median(figures: readonly number[]): number {
  const sorted = [...figures].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
