import type { FactKey, Facts, FactValue } from "../facts/index.ts";
import { said } from "../facts/index.ts";

/** An example person (Beispielfall): what they told, by fact key, and in words which route or record they stand for. */
export interface ExamplePerson {
  readonly facts: Readonly<Record<FactKey, FactValue | "unknown">>;
  readonly words: string;
}

/** What a proof can find wrong: two results that cannot both be true, what nobody reaches, reads or can trust, and what is out of date. */
export type ProofKind = "contradiction" | "unreachable" | "unused" | "unread-fact" | "dead-end" | "mark" | "expired" | "missing-text";

/** Where a finding stands: a record of the content with a pointer inside it, or a file below the rules folder. */
export type ProofPlace = { readonly record: object; readonly place: string } | { readonly file: string; readonly place: string };

/** One finding of the proof (Befund), with the person who shows it; no person where the finding is that nobody gets there. */
export interface ProofFinding {
  readonly kind: ProofKind;
  /** An error stops a release, a warning does not. */
  readonly level: "error" | "warning";
  readonly at: ProofPlace;
  /** What was found, what was expected, how to mend it. */
  readonly text: string;
  readonly person?: ExamplePerson;
}

/** The facts of an example person as an assessment reads them. */
export const factsOf = ({ facts }: ExamplePerson): Facts => Object.fromEntries(Object.entries(facts).map(([key, value]) => [key, said(value)]));

/** Facts that every example has or that say little; the line leaves them out. */
const usual = new Set(["qualification.completed", "qualification.state-recognised", "training.rows", "comparison.areas", "notice.result", "goal.purpose", "person.german-level"]);

/** So many facts still read as one line. */
const mostFacts = 7;

/**
 * An example person in one line: who, and the facts that make the difference.
 * @param base facts that go without saying, as the person of most examples tells them; what is wanted is always said
 */
export function lineOf({ words, facts }: ExamplePerson, base: ExamplePerson["facts"] = {}): string {
  const isUsual = (key: FactKey, value: FactValue | "unknown") => (usual.has(key.split("@")[0] ?? "") && value !== "no" && value !== "unknown") || JSON.stringify(base[key]) === JSON.stringify(value);
  const told = Object.entries(facts).flatMap(([key, value]) => (isUsual(key, value) ? [] : [{ key, line: `${key} = ${Array.isArray(value) ? `[${listed(value, mostFacts)}]` : typeof value === "object" ? JSON.stringify(value) : String(value)}` }]));
  const lines = told.toSorted((a, b) => Number(b.key.startsWith("goal.reference")) - Number(a.key.startsWith("goal.reference"))).map(({ line }) => line);
  const more = lines.length - mostFacts;
  return `${words}: ${lines.slice(0, mostFacts).join("; ")}${more > 0 ? `; and ${more} more` : ""}`;
}

/** Many things in a sentence: the first few and how many more. */
export function listed(words: readonly string[], most = 5): string {
  return words.length <= most ? words.join(", ") : `${words.slice(0, most).join(", ")} and ${words.length - most} more`;
}

/** Records by a word each of them gives, in the order of the first. */
export function grouped<T>(records: Iterable<T>, wordOf: (record: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const record of records) {
    const group = groups.get(wordOf(record));
    if (group) group.push(record);
    else groups.set(wordOf(record), [record]);
  }
  return groups;
}
