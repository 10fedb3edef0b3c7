/** A remark on one place of the rules, in words for people who write rules and not programs. */
export interface Finding {
  /** File below the rules folder, with slashes: `data/countries/xk.yaml`. */
  readonly file: string;
  /** JSON pointer inside the file, `/qualifications/0/level`; empty: the file as a whole. */
  readonly place: string;
  /** Line in the file, from 1; absent where the file as a whole is meant. */
  readonly line?: number;
  /** An error stops a release, a warning does not. */
  readonly level: "error" | "warning";
  /** What was found, what was expected, how to mend it. */
  readonly text: string;
}

/** One line for a finding: file, place, what was found, what was expected, how to mend it. */
export function sentenceOf({ file, place, line, text }: Finding): string {
  const where = [place && ` at ${place}`, line !== undefined && ` (line ${line})`].filter(Boolean).join("");
  return `${file}${where}: ${text}`;
}

/** The rules cannot be used; `findings` holds every fault, and the message one line for each. */
export class RulesFaulty extends Error {
  readonly code = "rules-faulty";
  readonly findings: readonly Finding[];
  constructor(findings: readonly Finding[]) {
    super(`The rules have ${findings.length === 1 ? "one fault" : `${findings.length} faults`}:\n${findings.map(sentenceOf).join("\n")}`);
    this.name = "RulesFaulty";
    this.findings = findings;
  }
}

/** A value as a message shows it: short, in quotes when it is text. */
export function shown(value: unknown): string {
  if (value === undefined || value === null) return "nothing";
  if (Array.isArray(value)) return value.length === 0 ? "an empty list" : "a list";
  if (typeof value === "object") return "a block of keys";
  const text = String(value);
  const short = text.length > 60 ? `${text.slice(0, 59)}…` : text;
  return typeof value === "string" ? `"${short}"` : short;
}

/** `a, b or c`. */
export function either(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
}

/** The known word that a mistyped one most resembles; undefined when none is near. */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  let best: string | undefined;
  let least = Math.min(2, Math.ceil(word.length / 4)) + 1;
  for (const candidate of known) {
    if (Math.abs(candidate.length - word.length) >= least) continue;
    const distance = editDistance(word, candidate);
    if (distance < least) [best, least] = [candidate, distance];
  }
  return best;
}

/** Number of single-letter changes between two words (Levenshtein). */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
