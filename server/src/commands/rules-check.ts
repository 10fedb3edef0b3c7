/**
 * `npm run rules:check [-- <rules folder>]`: every finding about the rules, errors before warnings, each grouped by file, and the
 * counts in the last line. What the loader and
 * the check of the texts find comes from the files; the proof assesses example people under the law of today.
 * Exit code 0 without errors (warnings are no errors), 1 with errors, 2 when the folder cannot be read.
 */
import { resolve } from "node:path";
import { checkRules, countMarks, type Finding, readRules, type RulesRead } from "@gleichwert/rules/load";
import { lineOf, proofOf, usualFacts } from "@gleichwert/shared/proof";

/** Prints the findings of one rules folder. @param dir absent: the rules of this repository @returns the exit code */
function rulesCheck(dir: string | undefined): number {
  const read = readRules(dir);
  const { content, hash, faults, origins } = read;
  const { findings: proved, people } = proofFindings(read, new Date().toISOString().slice(0, 10));
  const findings = [...faults, ...checkRules(content, (record) => origins.get(record)), ...proved];
  const errors = findings.filter(({ level }) => level === "error");
  const warnings = findings.filter(({ level }) => level === "warning");
  print("Errors", errors);
  print("Warnings", warnings);
  console.log("\nRecords, and how their statements are marked (verified in the law / on a page / general knowledge / model):");
  for (const [name, marks] of countMarks(content)) {
    const figures = [marks["verified-law"], marks["verified-page"], marks["general-knowledge"], marks.model].map((count) => String(count).padStart(6)).join("");
    console.log(`  ${name.padEnd(22)}${String(content[name].length).padStart(5)}${figures}`);
  }
  console.log(people === undefined ? "\nThe proof was left out: it needs rules without faults." : `\nProof: ${people} example people assessed.`);
  console.log(`\nVersion ${hash.slice(0, 12)}: ${counted(errors.length, "error")}, ${counted(warnings.length, "warning")}.`);
  return errors.length > 0 ? 1 : 0;
}

/** Prints findings of one level by file; nothing where there are none. */
function print(title: string, findings: readonly Finding[]): void {
  if (findings.length > 0) console.log(`\n${title} (${findings.length})`);
  for (const [file, ofFile] of groupByFile(findings)) {
    console.log(`\n${file}`);
    for (const { level, place, line, text } of ofFile) {
      const where = [place, line !== undefined && `(line ${line})`].filter(Boolean).join(" ");
      console.log(`  ${level}${where && ` at ${where}`}: ${text}`);
    }
  }
}

/** What the proof finds, in the files it stands in, each with its example person; nothing while the rules have faults. */
function proofFindings({ content, faults, origins }: RulesRead, on: string): { findings: Finding[]; people?: number } {
  if (faults.length > 0) return { findings: [] };
  const { findings, people } = proofOf(content, on);
  const placed = findings.map(({ at, level, text, person }): Finding => {
    const origin = "record" in at ? origins.get(at.record) : undefined;
    const where = "record" in at ? { file: origin?.file ?? "data", place: (origin?.place ?? "") + at.place } : at;
    return { ...where, level, text: person ? `${text}. Example: ${lineOf(person, usualFacts)}` : text };
  });
  return { findings: placed, people };
}

const counted = (count: number, word: string) => `${count} ${word}${count === 1 ? "" : "s"}`;

function groupByFile(findings: readonly Finding[]): [string, Finding[]][] {
  const files = new Map<string, Finding[]>();
  for (const finding of findings) files.set(finding.file, [...(files.get(finding.file) ?? []), finding]);
  return [...files].toSorted(([a], [b]) => (a < b ? -1 : 1));
}

try {
  const [folder] = process.argv.slice(2);
  // npm runs scripts in the repository's folder and keeps the caller's one in INIT_CWD.
  process.exitCode = rulesCheck(folder === undefined ? undefined : resolve(process.env.INIT_CWD ?? "", folder));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
