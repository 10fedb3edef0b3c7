import type { CountryGroup, CountryQualification, Craft, ReferenceOccupation, RegulatedProfession } from "@gleichwert/rules";
import type { Candidate } from "../matching/index.ts";
import type { Inquiry } from "./inquiry.ts";
import type { Path, Trace } from "./types.ts";

/** What a way leads to: a reference occupation, a regulated profession, or both under one id. */
export interface Target {
  readonly id: string;
  readonly occupation?: ReferenceOccupation;
  readonly profession?: RegulatedProfession;
  /** Craft of the occupation, or of the regulated profession when it is a licensed craft. */
  readonly craft?: Craft;
}

/** What the steps before have found out about one foreign qualification. */
export interface SoFar {
  readonly row: string;
  readonly country?: string;
  readonly group: CountryGroup | "unknown";
  readonly hasProfile: boolean;
  readonly completedYear?: number;
  readonly level?: string;
  readonly durationYears?: number;
  /** Is a procedure open for want of nothing formal (R7-R11)? */
  readonly formal: "open" | "not-open" | "unknown";
  readonly formalReason?: "none" | "not-completed" | "not-state-recognised" | "short-course";
  /** The row of the country's profile that the title points to. */
  readonly countryRow?: CountryQualification;
  /** Title, its translation and the wished work, as far as they reach the search. */
  readonly words: readonly string[];
  /** Rules R14-R18 that the title touches. */
  readonly hints: readonly string[];
  readonly workForm?: "employed" | "self_employed";
  readonly candidates: readonly Candidate[];
  readonly chosen: boolean;
  readonly target?: Target;
  readonly alternatives: readonly Target[];
  /** Something else was learned than what is wanted. */
  readonly otherField: boolean;
  /** A strong candidate is a regulated profession. */
  readonly nearRegulated: boolean;
  /** Only a statement on the degree is wanted, or there is nothing German to compare with. */
  readonly degreeOnly: boolean;
  /** The person wants the statement on the degree and nothing else. */
  readonly degreeWanted: boolean;
  readonly paths: readonly Path[];
  readonly trace: readonly Trace[];
}

/** One legal question. It adds to what is known; it never takes away. */
export interface Step {
  readonly name: string;
  run(inquiry: Inquiry, so: SoFar): Partial<SoFar>;
}

/** Where every qualification begins. */
export const nothingYet = (row: string): SoFar => ({ row, group: "unknown", hasProfile: false, formal: "unknown", words: [], hints: [], candidates: [], chosen: false, alternatives: [], otherField: false, nearRegulated: false, degreeOnly: false, degreeWanted: false, paths: [], trace: [] });

/** Reference occupation or regulated profession by id; undefined when the rules know neither. */
export function targetOf(inquiry: Inquiry, id: string): Target | undefined {
  const occupation = inquiry.rules.referenceOccupations.get(id);
  const profession = inquiry.rules.regulatedProfessions.get(id);
  if (!occupation && !profession) return undefined;
  const craft = inquiry.rules.crafts.get(occupation?.craft ?? profession?.craft ?? id);
  return { id, ...(occupation && { occupation }), ...(profession && { profession }), ...(craft && { craft }) };
}
