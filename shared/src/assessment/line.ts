import { isStrong } from "../matching/index.ts";
import type { Assessment, Path } from "./types.ts";

/** One way in the words of the case files: codes only. */
export interface ResultLine {
  readonly reference_occupations: readonly string[];
  readonly regulated: string;
  readonly recognition_required: boolean;
  readonly procedure: readonly string[];
  readonly authority_type: readonly string[];
  readonly outcome_class: string;
  readonly compensation_options: readonly string[];
  readonly exams: readonly string[];
  readonly legal_basis: readonly string[];
  readonly rules: readonly string[];
}

/** The likeliest way of the first qualification as one line; `insufficient_information` where no way was found yet. */
export function likelyLine(assessment: Assessment): ResultLine {
  const path = assessment.paths[0];
  const qualification = assessment.qualifications[0];
  const candidates = qualification?.candidates.filter((candidate) => isStrong(candidate) || candidate.score === 0).map(({ referenceOccupation }) => referenceOccupation) ?? [];
  const occupations = [...new Set([...(qualification?.target ? [qualification.target] : []), ...candidates])].slice(0, 3);
  const trace = [...(qualification?.trace ?? []), ...(path?.trace ?? [])];
  return {
    reference_occupations: path && path.target === undefined ? [] : occupations,
    // The case files know three words; what is not known is told by the outcome.
    regulated: path === undefined || path.regulated === "unknown" ? "no" : path.regulated,
    recognition_required: path?.required ?? false,
    procedure: path ? [path.procedure] : [],
    authority_type: path && path.authority.length > 0 ? path.authority.map(({ type }) => type) : ["none"],
    outcome_class: path?.outcome ?? "insufficient_information",
    compensation_options: orNone(path?.measures.map(({ code }) => code)),
    exams: orNone(path?.exams.map(({ code }) => code)),
    legal_basis: [...new Set([...trace.flatMap(({ law }) => law), ...(path ? pathLaw(path) : [])])],
    rules: [...new Set([...trace.map(({ rule }) => rule), ...(path?.residence.map(({ rule }) => rule) ?? [])])],
  };
}

const orNone = (codes: readonly string[] | undefined) => (codes && codes.length > 0 ? codes : ["none"]);

const pathLaw = (path: Path) => [...path.law, ...path.deadlines.flatMap(({ law }) => law), ...path.residence.flatMap(({ law }) => law)];
