import type { RulesetContent } from "@gleichwert/rules";

/** A published version of the rules: frozen, named by the hash over its canonical JSON. */
export interface Ruleset {
  readonly hash: string;
  readonly content: RulesetContent;
}
