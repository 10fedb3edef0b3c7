import type { Fact, FactKey, Facts } from "./fact.ts";

/** Lists that hold rows, with the letter that their row ids begin with. */
export const rowLetters = { qualification: "q", experience: "e", training: "t" } as const;
export type ListName = keyof typeof rowLetters;

/** Highest number that a row of a list may have: every qualification is assessed by itself, at each step. */
export const mostRows: Readonly<Record<ListName, number>> = { qualification: 20, experience: 99, training: 99 };

/** Row of the first qualification; it is there from the start, even before anything is told of it. */
export const firstQualification = "q1";

/** Key of a fact, in a row where the fact belongs to a list. */
export function keyOf(id: string, row?: string): FactKey {
  return row === undefined ? id : `${id}@${row}`;
}

/** Fact id and row of a key. */
export function partsOf(key: FactKey): { id: string; row: string | undefined } {
  const at = key.indexOf("@");
  return at < 0 ? { id: key, row: undefined } : { id: key.slice(0, at), row: key.slice(at + 1) };
}

/** Row ids of a list, in the order of their numbers; of qualifications there is always the first. */
export function rowsOf(facts: Facts, list: ListName): string[] {
  const letter = rowLetters[list];
  const rows = new Set<string>(list === "qualification" ? [firstQualification] : []);
  for (const key in facts) {
    const at = key.indexOf("@");
    if (at > 0 && key[at + 1] === letter) rows.add(key.slice(at + 1));
  }
  return [...rows].sort((a, b) => Number(a.slice(1)) - Number(b.slice(1)));
}

/** A row id that no row of the list has had yet, as far as `facts` can tell. */
export function nextRow(facts: Facts, list: ListName): string {
  const numbers = rowsOf(facts, list).map((row) => Number(row.slice(1)));
  return `${rowLetters[list]}${Math.max(0, ...numbers) + 1}`;
}

/** A fact as the person said it. */
export const said = (value: Fact["value"]): Fact => ({ value, grade: "said" });
