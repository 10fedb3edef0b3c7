/** Published versions of the rules. */
export { rulesetRoutes } from "./rulesets.routes.ts";
export { createRulesets, type ReleaseOutcome, type Rulesets, takeOverRelease } from "./rulesets.service.ts";
