/** Errors put into the rules to see who finds them (eingebaute Fehler), and harmless edits that nobody may call an error. */
export type { Defect, DefectOperator } from "./defect.ts";
export { defectOperators, drawnDefects } from "./draw.ts";
export { harmlessOperators } from "./harmless.ts";
export { type Finder, type Remark, type Search, searchIn, type Seekers, type Sought } from "./seek.ts";
