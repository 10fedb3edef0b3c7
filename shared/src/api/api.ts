import type { Assessment } from "../assessment/index.ts";
import type { FactChange, Facts } from "../facts/index.ts";
import type { Candidate, Suggestion } from "../matching/index.ts";
import type { RulesetInForce } from "../ruleset/index.ts";

/** An interview as stored: its facts, and with which rules and key date it is read. */
export interface StoredInterview {
  readonly id: string;
  /** Number of stored events; the caller sends it back as `seen` to guard against lost updates. */
  readonly sequence: number;
  readonly rulesetHash: string;
  /** Day whose law applies, ISO date. */
  readonly keyDate: string;
  readonly facts: Facts;
  readonly createdAt: number;
  readonly openedAt: number;
}

/** What a stored answer gives back. `replayed` is true when the same key was answered before. */
export interface Appended {
  readonly interview: StoredInterview;
  readonly replayed: boolean;
}

/** The one door between screens and the server: page loaders call it in process, `/api/v1` over HTTP. */
export interface Api {
  /** Opens a new interview on the published rules, today. The code is shown once; only its hash is stored. */
  startInterview(): Promise<{ code: string; interview: StoredInterview }>;
  /** @throws NotFound for an unknown or ended code */
  interview(code: string): Promise<StoredInterview>;
  /**
   * Appends one answer (one or more changes) as one event, durable before it returns.
   * @param key idempotency key of the caller, 8 to 64 characters
   * @param seen sequence that the caller saw; absent: no check
   * @throws NotFound, FactInvalid, Conflict, KeyReused
   */
  answer(code: string, answer: { key: string; changes: readonly FactChange[]; seen?: number }): Promise<Appended>;
  /** Assesses the reachable facts, stores the receipt, gives the assessment. */
  assess(code: string): Promise<{ interview: StoredInterview; assessment: Assessment }>;
  /** Deletes the interview with all its events. */
  deleteInterview(code: string): Promise<void>;
  /** The whole of what is stored of an interview, for the person. */
  exportInterview(code: string): Promise<unknown>;
  /** Rules by hash; the published ones without. */
  ruleset(hash?: string): Promise<RulesetInForce>;
  /** Up to `limit` reference occupations for a title in any language. */
  match(query: { title: string; language?: string; country?: string; limit?: number }): Promise<readonly Candidate[]>;
  /** Words that complete a title while it is typed; those of the language and German first. */
  suggest(query: { prefix: string; language?: string; limit?: number }): Promise<readonly Suggestion[]>;
  health(): Promise<{ ok: boolean; database: "sqlite" | "postgresql"; ruleset: string }>;
}
