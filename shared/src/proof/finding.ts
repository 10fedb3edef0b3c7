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

/** An example person in one line: who, and the facts that make the difference. */
export function lineOf({ words, facts }: ExamplePerson): string {
  const told = Object.entries(facts).flatMap(([key, value]) => (usual.has(key.split("@")[0] ?? "") && value !== "no" && value !== "unknown" ? [] : [`${key} = ${Array.isArray(value) ? `[${value.join(", ")}]` : typeof value === "object" ? JSON.stringify(value) : String(value)}`]));
  return `${words}: ${told.join("; ")}`;
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
