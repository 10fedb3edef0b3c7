/** How far the cases prove the rules: each rule switched off, each value of the rule data changed. */
export { byNumber, coverRules, type Deciding, isCovered, isDecisive, type RuleCoverage } from "./coverage.ts";
export { type Defect, type DefectOperator, defectOperators, drawnDefects, type Finder, harmlessOperators, type Remark, type Search, searchIn, type Seekers, type Sought } from "./defects/index.ts";
export { drawn, type Mutant, mutantsOf, mutated, operators } from "./mutants.ts";
export { runMutants, type Verdict } from "./mutation.ts";
export { placesOf, withoutRule } from "./switch-off.ts";
