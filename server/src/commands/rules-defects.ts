/**
 * `npm run rules:defects [-- --seed S] [--count N] [--harmless N] [--only part-of-an-operator]`: puts errors into the rules one
 * by one, as people make them, and tells who finds each: schema, loading, a case, the second book, the check or the proof. Then makes harmless
 * edits and tells who calls one an error. Exit code 1 when an error is missed, or more than one harmless edit raises an alarm.
 */
import { parseArgs } from "node:util";
import { checkRules, contentFaults, loadRules, readCases, sentenceOf } from "@gleichwert/rules/load";
import { type Defect, defectOperators, drawnDefects, harmlessOperators, searchIn } from "@gleichwert/shared/coverage";

const { values } = parseArgs({ options: { seed: { type: "string", default: "20261122" }, count: { type: "string", default: "60" }, harmless: { type: "string", default: "20" }, only: { type: "string" } } });
const seed = Number(values.seed);
const ruleset = loadRules();
const { persons, files, book } = readCases();
const search = searchIn(ruleset, {
  persons,
  cases: [...files.values()].flat(),
  book,
  loading: (content) => {
    const { schema, references } = contentFaults(content, ruleset.content);
    return [...schema.map((fault) => ({ by: "schema" as const, fault })), ...references.map((fault) => ({ by: "loading" as const, fault }))].map(({ by, fault }) => ({ by, level: "error", line: sentenceOf(fault) }));
  },
  check: (content) => checkRules(content, () => undefined).map((finding) => ({ level: finding.level, line: sentenceOf(finding) })),
  prove: new Date().toISOString().slice(0, 10),
});

const operators = defectOperators.filter(({ name }) => values.only === undefined || name.includes(values.only));
const defects = drawnDefects(operators, ruleset.content, Number(values.count), seed);
const edits = values.only === undefined ? drawnDefects(harmlessOperators, ruleset.content, Number(values.harmless), seed) : [];
const told = ({ operator, place, before, after }: Defect) => `${operator}: ${place}: ${before} -> ${after}`;
const short = (text = "") => (text.length > 160 ? `${text.slice(0, 159)}…` : text);

if (search.failing.length > 0) console.log(`${search.failing.length} cases fail without any error put in and are not asked: ${search.failing.join("; ")}`);
console.log(`Seed ${seed}: ${defects.length} errors of ${new Set(defects.map(({ operator }) => operator)).size} kinds.`);
const by = new Map<string, number>();
for (const defect of defects) {
  console.log(told(defect));
  const { by: finder, what, level } = search.seek(defect);
  const how = finder === undefined ? "MISSED" : level === "warning" ? `${finder} (warning)` : finder;
  by.set(how, (by.get(how) ?? 0) + 1);
  console.log(`  ${finder === undefined ? "MISSED" : `found by ${how}: ${short(what)}`}`);
}
const missed = by.get("MISSED") ?? 0;
console.log(`\n${defects.length - missed} of ${defects.length} found (${[...by].map(([how, count]) => `${how} ${count}`).join(", ")}).`);

let alarmed = 0;
for (const edit of edits) {
  const alarms = search.alarms(edit);
  if (alarms.length > 0) alarmed += 1;
  console.log(`${told(edit)}\n  ${alarms.length === 0 ? "no alarm" : alarms.map((alarm) => `FALSE ALARM by ${alarm.by}: ${short(alarm.what)}`).join("\n  ")}`);
}
if (edits.length > 0) console.log(`\n${edits.length} harmless edits, ${alarmed} with a false alarm.`);
process.exitCode = missed > 0 || alarmed > 1 ? 1 : 0;
