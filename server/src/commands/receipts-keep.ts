/**
 * `npm run receipts:keep`: keeps what this release answers, so that a later one can be held against it. Writes the frozen
 * ruleset and 200 receipts of people of the cases to `test/receipts/<engine>/`; refused where the folder is there already.
 */
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { canonicalJson } from "@gleichwert/rules";
import { loadRules, readCases, rulesFolder } from "@gleichwert/rules/load";
import { assess, engineVersion } from "@gleichwert/shared/assessment";
import { drawn } from "@gleichwert/shared/coverage";
import { inForce } from "@gleichwert/shared/ruleset";
import { factsOf } from "@gleichwert/shared/rule-cases";

const count = 200;
const folder = join(rulesFolder(), "../test/receipts", engineVersion);
if (existsSync(folder)) {
  console.error(`${folder} is there already: receipts of engine ${engineVersion} are kept once. Raise engineVersion in shared/src/assessment/assess.ts when results differ.`);
  process.exit(1);
}
const ruleset = loadRules();
const { persons, files } = readCases();
const people = drawn([...files.values()].flat().filter(({ variants }) => !variants), count, 200);
const receipts = people.map((each) => {
  const facts = factsOf(each, persons);
  return canonicalJson({ ruleset: ruleset.hash, engine: engineVersion, keyDate: each.on, facts, assessment: assess(inForce(ruleset, each.on), facts, each.on) });
});
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, "ruleset.json.br"), brotliCompressSync(canonicalJson(ruleset.content)));
writeFileSync(join(folder, "receipts.jsonl.br"), brotliCompressSync(receipts.join("\n")));
console.log(`${receipts.length} receipts of engine ${engineVersion} on the rules ${ruleset.hash.slice(0, 12)} kept in ${folder}`);
