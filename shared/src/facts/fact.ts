import type { FactId, Locale } from "@gleichwert/rules";

/** How well a fact is evidenced: said by the person, a document was seen, a certified paper or original was checked. */
export type Grade = "said" | "seen" | "certified";

/** Codes of areas with what the person says of them (comparison.areas). */
export type AreasTold = Readonly<Record<string, "yes" | "partly" | "no">>;

/** A value as a fact holds it. `rows` facts hold "complete" once the person says that all rows are there, or "none". */
export type FactValue = string | number | readonly string[] | AreasTold;

/** A fact three-valued: absent from `Facts` is not asked; `unknown` is "I do not know". */
export interface Fact {
  readonly value: FactValue | "unknown";
  readonly grade: Grade;
}

/**
 * Address of a fact: its id, and for a fact of a list the row after an at sign: `qualification.title@q1`,
 * `experience.years@e2`. Row ids are given by whoever adds the row, and never reused within a case.
 */
export type FactKey = string;

/** All that is stored of a case, reachable or not. */
export type Facts = Readonly<Record<FactKey, Fact>>;

/** One change: a value for a key, or the removal of a key (a row removed, an answer withdrawn). */
export type FactChange = { readonly key: FactKey; readonly fact: Fact } | { readonly key: FactKey; readonly removed: true };

export type { FactId, Locale };
