import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { loadRules } from "@gleichwert/rules/load";
import { assess, likelyLine, type Assessment, type Trace } from "@gleichwert/shared/assessment";
import { readCaseInput } from "@gleichwert/shared/facts";
import { inForce } from "@gleichwert/shared/ruleset";
import { parse } from "yaml";

/** `npm run assess -- <cases.yaml> [--explain ID]`: one JSON line a case, or the trace of one case as text. */
const args = process.argv.slice(2);
const explainAt = args.indexOf("--explain");
const explain = explainAt >= 0 ? args[explainAt + 1] : undefined;
const file = args.find((argument, i) => !argument.startsWith("--") && (explainAt < 0 || i !== explainAt + 1));
if (!file) {
  console.error("Which case file? npm run assess -- cases.yaml [--explain ID]");
  process.exit(2);
}

interface CaseFile { readonly meta?: { readonly reference_date?: string }; readonly cases: readonly { readonly id: string; readonly input: Record<string, unknown> }[] }
const { meta, cases } = readCases(file);
const on = meta?.reference_date ?? new Date().toISOString().slice(0, 10);
const rules = inForce(await loadRules(), on);

if (explain !== undefined && !cases.some(({ id }) => id === explain)) console.error(`There is no case ${explain}.`);
for (const { id, input } of cases) {
  if (explain !== undefined && id !== explain) continue;
  const { facts, faults } = readCaseInput(typeof input === "object" && input !== null ? input : {});
  for (const fault of faults) console.error(`${id}: ${fault}`);
  try {
    const assessment = assess(rules, facts, on);
    console.log(explain === undefined ? JSON.stringify({ id, ...likelyLine(assessment) }) : asText(assessment));
  } catch (error) {
    console.error(`${id}: ${error instanceof Error ? error.message : String(error)}`);
    console.log(JSON.stringify({ id, ...likelyLine({ engine: "", ruleset: rules.hash, on, qualifications: [], paths: [], missing: [], used: [], leftToAuthority: [] }) }));
  }
}

/** Reads the case file; ends with a sentence and code 2 when it is none. */
function readCases(name: string): CaseFile {
  try {
    // npm runs scripts in the repository's folder and keeps the caller's one in INIT_CWD.
    const read = parse(readFileSync(resolve(process.env["INIT_CWD"] ?? "", name), "utf8"), { schema: "core" }) as Partial<CaseFile> | null;
    if (Array.isArray(read?.cases)) return { ...read, cases: read.cases.map((each: unknown, i) => ({ id: `case ${i + 1}`, input: {}, ...(typeof each === "object" ? each : {}) })) };
    console.error(`${name}: found no list "cases"; write cases: and below it - id: ... with input: ...`);
  } catch (error) {
    console.error(`${name}: ${error instanceof Error ? error.message : String(error)}`);
  }
  process.exit(2);
}

function asText(assessment: Assessment): string {
  const entry = ({ rule, finding, step, params, law, mark }: Trace) => `  ${rule}.${finding} [${step}] ${JSON.stringify(params)}\n      ${law.join("; ")} (${mark})`;
  const qualifications = assessment.qualifications.map((q) => `Qualification ${q.row}: group ${q.countryGroup}, formal ${q.formal}, target ${q.target ?? "none"}\n  candidates ${q.candidates.map(({ referenceOccupation, score }) => `${referenceOccupation} ${score.toFixed(2)}`).join(", ")}\n${q.trace.map(entry).join("\n")}`);
  const paths = assessment.paths.map((p) => `Way ${p.id}: ${p.outcome} (${p.range.worst} .. ${p.range.best}), regulated ${p.regulated}, by ${p.authority.map(({ type, name }) => name ?? type).join(", ") || "nobody"}\n${p.trace.map(entry).join("\n")}`);
  return [...qualifications, ...paths, `Not asked yet: ${assessment.missing.join(", ") || "nothing"}`].join("\n");
}
