/** Why a candidate is one; `met`, `not-met` or `unknown` is said of each criterion. */
export interface CandidateReason {
  readonly criterion: "title" | "country-qualification" | "hint" | "goal" | "level" | "duration";
  readonly finding: "met" | "not-met" | "unknown";
  readonly params?: Readonly<Record<string, string | number>>;
}

/** A German reference occupation (Referenzberuf) that a foreign title may correspond to. */
export interface Candidate {
  /** Id of a reference occupation or a regulated profession. */
  readonly referenceOccupation: string;
  /** 0 to 1, comparable within one answer only. */
  readonly score: number;
  readonly reasons: readonly CandidateReason[];
}
