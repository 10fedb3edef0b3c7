/** assess(): what the law says of a case on a day, with every reason. */
export { assess, assessBy, engineVersion, legalSteps } from "./assess.ts";
export { compare, decide, type Holds } from "./condition.ts";
export { countryRowOf } from "./country-row.ts";
export { unregulatedField } from "./degree-field.ts";
export { createInquiry } from "./inquiry.ts";
export { countsByItself } from "./steps/compare-areas.ts";
export { statuteOf } from "./law.ts";
export { likelyLine, type ResultLine } from "./line.ts";
export type { Step } from "./so-far.ts";
export { statementsOf } from "./statements.ts";
export type { Assessment, ComparedArea, Path, PathAuthority, PathDocument, QualificationFinding, Range, SentenceSource, SubstantialDifference, Trace } from "./types.ts";
