/**
 * `npm run rules:coverage [-- R112 …]`: which rules of the procedure stand in which step or datum, and which cases prove
 * them: each rule is switched off, and a case that claims it has to fail. Exit code 1 when a rule is not proven or a claim is wrong.
 */
import { loadRules, readCases } from "@gleichwert/rules/load";
import { coverRules, isCovered, isDecisive, type RuleCoverage } from "@gleichwert/shared/coverage";

const only = process.argv.slice(2).filter((argument) => /^R\d+[a-z]?$/.test(argument));

function lines({ rule, title, steps, data, decides, idle, decidesNot }: RuleCoverage): string[] {
  const detail = only.length > 0;
  const how = [...steps.map((step) => `step ${step}`), ...data.map((name) => `data ${name}`)].join(", ") || "nowhere";
  const kind = decides.length === 0 ? "NOT PROVEN" : isDecisive({ rule, title, steps, data, decides, idle, decidesNot }) ? "changes the result" : "says its sentence";
  return [
    `${rule.padEnd(6)}${String(decides.length).padStart(4)} decide ${String(decidesNot.length).padStart(3)} not  ${kind.padEnd(19)} ${title} [${how}]`,
    ...(detail ? decides.map(({ name, on }) => `        decides: ${name} (${on.join(", ")})`) : decides.slice(0, 1).map(({ name, on }) => `        e.g. ${name} (${on.join(", ")})`)),
    ...(detail ? decidesNot.map((name) => `        does not decide: ${name}`) : []),
    ...idle.map((name) => `        WRONG CLAIM: "${name}" does not fail without ${rule}`),
  ];
}

try {
  const { persons, files } = readCases();
  const cases = [...files.values()].flat();
  const table = coverRules(loadRules(), persons, cases, only.length > 0 ? only : undefined);
  for (const line of table.flatMap(lines)) console.log(line);
  const covered = table.filter(isCovered);
  const open = table.filter((row) => !isCovered(row) || row.idle.length > 0);
  console.log(`\n${cases.length} cases. ${covered.length} of ${table.length} rules proven; ${table.filter(isDecisive).length} of them change a result.`);
  if (open.length > 0) console.log(`Open: ${open.map(({ rule, decides, decidesNot, idle }) => `${rule} (${[decides.length === 0 && "no deciding case", decidesNot.length === 0 && "no case where it does not decide", idle.length > 0 && "wrong claim"].filter(Boolean).join(", ")})`).join("; ")}`);
  process.exitCode = open.length === 0 ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
