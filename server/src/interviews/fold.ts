import type { FactChange, Facts } from "@gleichwert/shared/facts";

/**
 * Facts after some changes: a later value replaces an earlier one, a removed key vanishes.
 * Pure; `facts` stays as it is.
 */
export function applyChanges(facts: Facts, changes: readonly FactChange[]): Facts {
  const after = new Map(Object.entries(facts));
  for (const change of changes) {
    if ("removed" in change) after.delete(change.key);
    else after.set(change.key, change.fact);
  }
  return Object.fromEntries(after);
}

/** Facts from all events in their order; an erased event (null) adds nothing. */
export function foldEvents(events: readonly (readonly FactChange[] | null)[]): Facts {
  return events.reduce<Facts>((facts, changes) => (changes === null ? facts : applyChanges(facts, changes)), {});
}
