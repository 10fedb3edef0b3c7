/** Rules in force on a date; look-ups by id. */
export { canonicalJson } from "./canonical.ts";
export type { When } from "./country-group.ts";
export { inForce, type PlacedFact, type RulesetInForce } from "./in-force.ts";
export type { Ruleset } from "./ruleset.ts";
