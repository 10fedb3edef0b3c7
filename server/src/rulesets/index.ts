/** Published versions of the rules. */
export { PublishedRuleset } from "./ruleset.entity.ts";
export { rulesetRoutes } from "./rulesets.routes.ts";
export { createRulesets, type ReleaseOutcome, type Rulesets, takeOverRelease } from "./rulesets.service.ts";
