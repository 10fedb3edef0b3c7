import { applyChanges, type FactChange, type Facts } from "@gleichwert/shared/facts";

/** Facts from all events in their order; an erased event (null) adds nothing. */
export function foldEvents(events: readonly (readonly FactChange[] | null)[]): Facts {
  return events.reduce<Facts>((facts, changes) => (changes === null ? facts : applyChanges(facts, changes)), {});
}
