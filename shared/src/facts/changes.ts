import type { FactChange, Facts } from "./fact.ts";

/** Facts after changes, in order; a later value replaces an earlier one, a removed key is gone. The given facts stay as they are. */
export function applyChanges(facts: Facts, changes: readonly FactChange[]): Facts {
  const after = new Map(Object.entries(facts));
  for (const change of changes) {
    if ("removed" in change) after.delete(change.key);
    else after.set(change.key, change.fact);
  }
  return Object.fromEntries(after);
}
