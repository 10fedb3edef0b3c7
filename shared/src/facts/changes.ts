import type { Fact, FactChange, Facts } from "./fact.ts";

/** Facts after changes, in order; a removed key is gone. The given facts stay as they are. */
export function applyChanges(facts: Facts, changes: readonly FactChange[]): Facts {
  const after: Record<string, Fact> = { ...facts };
  for (const change of changes) {
    if ("removed" in change) delete after[change.key];
    else after[change.key] = change.fact;
  }
  return after;
}
