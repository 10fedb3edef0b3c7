/** Traces and ways shown as sentences. */
export { AreasTable } from "./areas-table.tsx";
export { reasonTexts } from "./candidate-reasons.ts";
export { Part } from "./part.tsx";
export { PathDetails } from "./path-details.tsx";
export { PathSummary } from "./path-view.tsx";
export { presentResult } from "./present-result.ts";
export { Reasons, Source } from "./reasons.tsx";
