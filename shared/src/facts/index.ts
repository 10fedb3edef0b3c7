/** What the person has told, by fact id; parsing and units. */
export { type FactType, laender, type Stage } from "@gleichwert/rules";
export type { AreasTold, Fact, FactChange, FactId, FactKey, Facts, FactValue, Grade, Locale } from "./fact.ts";
export { firstQualification, keyOf, type ListName, mostRows, nextRow, partsOf, rowLetters, rowsOf, said } from "./keys.ts";
export { checkChanges, limits, valueFault } from "./check.ts";
export { parseField, type Parsed, readNumber } from "./parse.ts";
export { applyChanges } from "./changes.ts";
export { type CaseInput, readCaseInput } from "./case-input.ts";
