/**
 * `npm run rules:mutation [-- --mutants N] [--seed S] [--all] [--in regulatedProfessions/arzt]`: changes values of the rule
 * data one by one (flip, drop, shift by one, swap) and tells how many a case or the schema notices. Survivors are printed
 * with their reason of `rules/cases/survivors.txt`, or as without one. Exit code 1 when less than 95 of 100 are noticed.
 */
import { parseArgs } from "node:util";
import { loadRules, readCases, readSurvivors, recordSchemas } from "@gleichwert/rules/load";
import { drawn, mutantsOf, mutated, operators, runMutants, type Verdict } from "@gleichwert/shared/coverage";

const { values } = parseArgs({ options: { mutants: { type: "string", default: "1500" }, seed: { type: "string", default: "20261122" }, all: { type: "boolean", default: false }, in: { type: "string" } } });
const ruleset = loadRules();
const { persons, files, book } = readCases();
const reasons = readSurvivors();
const everyone = mutantsOf(ruleset.content).filter(({ collection, id }) => values.in === undefined || `${collection}/${id}`.startsWith(values.in));
const mutants = values.all ? everyone : drawn(everyone, Number(values.mutants), Number(values.seed));
const schemas = recordSchemas();
const begun = process.cpuUsage().user;
const verdicts = runMutants(ruleset, persons, [...files.values()].flat(), mutants, (mutant) => {
  const changed = mutant.changed();
  return changed === undefined || schemas.get(mutant.collection)?.safeParse(changed).success !== false;
}, book);

const share = (some: readonly Verdict[]) => (some.length === 0 ? "-" : `${((100 * some.filter(({ killedBy }) => killedBy !== undefined).length) / some.length).toFixed(1)} %`);
console.log(`${everyone.length} mutants, ${mutants.length} judged${values.all ? "" : ` (drawn by seed ${values.seed})`}, ${((process.cpuUsage().user - begun) / 1e6).toFixed(0)} s CPU`);
for (const collection of mutated) {
  const own = verdicts.filter(({ mutant }) => mutant.collection === collection);
  console.log(`  ${collection.padEnd(22)}${String(own.length).padStart(6)} ${share(own).padStart(8)}   ${operators.map((operator) => `${operator} ${share(own.filter(({ mutant }) => mutant.operator === operator))}`).join("  ")}`);
}
const survivors = verdicts.filter(({ killedBy }) => killedBy === undefined);
for (const { mutant: { collection, id, place, operator, before, after } } of survivors) {
  const where = `${collection}/${id}${place}`;
  const reason = reasons.find(({ pattern }) => pattern.test(`${where} ${operator}`))?.reason;
  console.log(`survives: ${where} ${operator} ${before} -> ${after}${reason === undefined ? "" : ` (${reason})`}`);
}
const score = verdicts.length === 0 ? 1 : 1 - survivors.length / verdicts.length;
console.log(`Killed: ${share(verdicts)} (${verdicts.filter(({ killedBy }) => killedBy === "schema").length} by the schema alone, ${verdicts.filter(({ killedBy }) => killedBy?.startsWith("book")).length} by the second book).`);
process.exitCode = score >= 0.95 ? 0 : 1;
