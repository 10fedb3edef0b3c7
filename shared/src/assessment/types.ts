import type { AuthorityType, CompetenceArea, CountryGroup, Exam, Mark, Measure, Outcome, Procedure, Provision } from "@gleichwert/rules";
import type { FactKey, Grade } from "../facts/index.ts";
import type { Candidate } from "../matching/index.ts";

/** One reason behind a result: the rule that spoke, what it found, its figures, its law and how sure the law is. */
export interface Trace {
  readonly step: string;
  /** Number of the rule in the recognition procedure, `R81`. */
  readonly rule: string;
  /** Text key below the rule in `findings.yaml`: `applicant-chooses`. */
  readonly finding: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly law: readonly Provision[];
  readonly url: readonly string[];
  readonly mark: Mark;
}

/** Three possible ends of one way: the least good, the likeliest and the best that can still come true. */
export interface Range {
  readonly worst: Outcome;
  readonly likely: Outcome;
  readonly best: Outcome;
}

/** What is known of one competence area of the reference occupation. */
export interface ComparedArea {
  readonly area: CompetenceArea;
  /** `not-known` is never a difference. */
  readonly told: "yes" | "partly" | "no" | "not-known";
}

/** A difference that may be substantial (wesentlicher Unterschied); whether it is, the authority decides. */
export interface SubstantialDifference {
  readonly competenceArea: string;
  readonly name: string;
  /** At most this much is missing; absent where the law states neither weeks, hours nor items. */
  readonly shortBy?: { readonly amount: number; readonly unit: "weeks" | "hours" | "items" };
  readonly settledBy: "experience" | "further-training" | "none";
  readonly grade: Grade;
}

/** A measure that the notice can ask for (Ausgleichsmassnahme), and who chooses it. */
export interface PathMeasure {
  readonly code: Measure;
  readonly longestMonths?: number;
}

/** A paper of this way, whether the person has it, and whether it needs a certified translation. */
export interface PathDocument {
  readonly id: string;
  /** Rule of the procedure that asks for it. */
  readonly rule?: string;
  readonly has: "yes" | "no" | "not-known";
  readonly translation: "certified" | "none" | "own";
  readonly law: readonly Provision[];
  readonly mark: Mark;
}

/** A competent authority (zustaendige Stelle); one marked general-knowledge is only probable. */
export interface PathAuthority {
  readonly type: AuthorityType;
  readonly id?: string;
  readonly name?: string;
  readonly url?: string;
  readonly mark: Mark;
  /** Who tells which office it is, where that is not known, not sure or differs within the Land. */
  readonly tells?: { readonly name: string; readonly url: string };
}

/** One way of a person: a procedure, or work without recognition. A result is never without one. */
export interface Path {
  readonly id: string;
  readonly qualification: string;
  /** Reference occupation or regulated profession; absent where a degree has no German counterpart to compare. */
  readonly target?: string;
  readonly procedure: Procedure;
  /** `unknown` where no German occupation was found: not to be found in the rules does not mean free. */
  readonly regulated: "yes" | "no" | "mixed" | "unknown";
  readonly form: "activity" | "title" | "self-employment" | "none";
  /** Must a recognition stand before the work? */
  readonly required: boolean;
  readonly authority: readonly PathAuthority[];
  readonly outcome: Outcome;
  readonly range: Range;
  readonly areas: readonly ComparedArea[];
  readonly differences: readonly SubstantialDifference[];
  readonly measures: readonly PathMeasure[];
  readonly chosenBy?: "applicant" | "authority" | "law" | "land";
  readonly exams: readonly { readonly code: Exam; readonly repeats?: number }[];
  readonly language: readonly { readonly level?: string; readonly professional?: string; readonly text: string; readonly mark: Mark; readonly law: readonly Provision[] }[];
  readonly documents: readonly PathDocument[];
  readonly fees: readonly { readonly id: string; readonly rule?: string; readonly what: string; readonly year?: number; readonly minEuro: number; readonly maxEuro: number; readonly mark: Mark }[];
  readonly deadlines: readonly { readonly rule?: string; readonly months: number; readonly from: string; readonly law: readonly Provision[]; readonly mark: Mark }[];
  readonly funding: readonly string[];
  readonly residence: readonly { readonly id: string; readonly rule: string; readonly law: readonly Provision[]; readonly mark: Mark }[];
  /** Text keys of what may be done without recognition. */
  readonly freeWithout: readonly string[];
  /** Text keys of next steps, in order. */
  readonly next: readonly string[];
  /** The whole legal basis of the way, where it is wider than what single sentences cite. */
  readonly law: readonly Provision[];
  readonly trace: readonly Trace[];
}

/** The source of one sentence of a way that no finding carries: rule, law and how sure the law is. */
export interface SentenceSource {
  readonly rule: string;
  readonly law: readonly Provision[];
  readonly url: readonly string[];
  readonly mark: Mark;
}

/** What holds for one foreign qualification of the case. */
export interface QualificationFinding {
  readonly row: string;
  readonly countryGroup: CountryGroup | "unknown";
  readonly hasProfile: boolean;
  readonly formal: "open" | "not-open" | "unknown";
  readonly candidates: readonly Candidate[];
  /** The candidate that the paths speak of; chosen by the person or the likeliest. */
  readonly target?: string;
  readonly chosen: boolean;
  readonly trace: readonly Trace[];
}

/** The answer to a case on a day: an indication, never a decision. The first path is the likeliest for what is wanted. */
export interface Assessment {
  readonly engine: string;
  readonly ruleset: string;
  readonly on: string;
  readonly qualifications: readonly QualificationFinding[];
  readonly paths: readonly Path[];
  /** Facts that rules would read next and nobody has been asked. */
  readonly missing: readonly FactKey[];
  /** Facts that rules have read, known or "I do not know": the reachable ones. */
  readonly used: readonly FactKey[];
  /** Findings that the law leaves to the judgement of the authority. */
  readonly leftToAuthority: readonly string[];
}
