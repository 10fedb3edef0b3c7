/**
 * `npm run --silent match -- <titles.csv>`: finds German reference occupations for a list of foreign titles.
 * The file has the columns id, language and title (RFC 4180, UTF-8, byte order mark allowed; others are ignored).
 * Prints one JSON object a line: id, ten candidates at most with all their German names, milliseconds of the search
 * without loading. Rows that cannot be read are named on stderr with their line and left out.
 */
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { loadRules } from "@gleichwert/rules/load";
import { match, matchingIndex, readTitleList } from "@gleichwert/shared/matching";

const mostCandidates = 10;

/** Ends the command with a sentence: code 2 for a wrong call, 1 for rules that cannot be used. */
function refuse(sentence: string, code = 2): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(code);
}

function rulesContent() {
  try {
    return loadRules().content;
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error), 1);
  }
}

const file = process.argv[2] ?? refuse("usage: npm run --silent match -- <titles.csv>, with the columns id, language and title");
// npm runs scripts in the repository's folder and keeps the caller's one in INIT_CWD.
const text = await readFile(resolve(process.env["INIT_CWD"] ?? "", file), "utf8").catch((error: Error) => refuse(`${file} cannot be read: ${error.message}`));
const { titles, faults } = readTitleList(text);
for (const { line, found } of faults) process.stderr.write(`${file} at line ${line}: found ${found}; not matched\n`);

const index = matchingIndex(rulesContent());
const namesOf = (id: string) => index.targets[index.targetById.get(id) ?? -1]?.germanNames ?? [];
const lines = titles.map(({ id, language, title }) => {
  const from = performance.now();
  const found = match(index, { title, language }, mostCandidates);
  const ms = Math.round((performance.now() - from) * 100) / 100;
  return `${JSON.stringify({ id, candidates: found.map(({ referenceOccupation }) => ({ id: referenceOccupation, names_de: namesOf(referenceOccupation) })), ms })}\n`;
});
process.stdout.write(lines.join(""));
