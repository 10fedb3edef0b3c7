import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { canonicalJson, type CountryGroups, type Label, type RulesetContent, stages, type TextTree } from "./index.ts";
import { type Finding, RulesFaulty } from "./finding.ts";
import { layouts } from "./load/layout.ts";
import { type Entry, recordsOf, type Report } from "./load/records.ts";
import { linesOf } from "./load/read-yaml.ts";
import { checkReferences } from "./load/references.ts";
import { readTree, type RulesFile, rulesFolder } from "./load/tree.ts";
import { checkValidity } from "./load/validity.ts";

export { checkRules, countMarks, type Origin } from "./check/index.ts";
export { type Finding, RulesFaulty, sentenceOf } from "./finding.ts";
export { type CasesRead, readCases } from "./load/cases.ts";
export { contentFaults, type ContentFaults } from "./load/content.ts";
export { readSurvivors, recordSchemas, type Survivor } from "./load/survivors.ts";
export { rulesFolder } from "./load/tree.ts";

/** Rules as they lie on the disk, faults included; faulty records are left out of `content`. */
export interface RulesRead {
  readonly content: RulesetContent;
  /** SHA-256 over the canonical JSON of the content, 64 hexadecimal digits. */
  readonly hash: string;
  /** Every fault, ordered by file; none: the rules can be used. */
  readonly faults: readonly Finding[];
  /** Where a record of `content` was read from. */
  readonly origins: ReadonlyMap<unknown, { readonly file: string; readonly place: string }>;
}

/**
 * Reads and judges all rules (Regelwerk): the one door from the disk.
 * @param dir rules folder that holds `data` and `texts`; absent: the one of this repository. A missing folder inside is an
 * empty collection.
 * @returns the content, every collection ordered by id, and its hash, the same on every disk
 * @throws RulesFaulty with all faults, one sentence each
 */
export function loadRules(dir?: string): { content: RulesetContent; hash: string } {
  const { content, hash, faults } = readRules(dir);
  if (faults.length > 0) throw new RulesFaulty(faults);
  return { content, hash };
}

/**
 * Reads all rules and gives the faults as values, for the rule check and for editors.
 * @param dir as for `loadRules`
 * @throws Error when the folder itself is not there
 */
export function readRules(dir?: string): RulesRead {
  const own = dir === undefined ? rulesFolder() : resolve(dir);
  if (!existsSync(join(own, "data"))) throw new Error(`${own} holds no folder "data"; name a rules folder.`);
  const files = readTree(own, dir === undefined ? join(own, "../node_modules/.cache/gleichwert/rules.cache") : undefined);
  const found: { file: string; path: readonly PropertyKey[]; text: string; line?: number }[] = [];
  const report: Report = (file, path, text, line) => void found.push({ file, path, text, ...(line !== undefined && { line }) });
  const records = recordsOf(files, report);
  checkValidity(records, report);
  checkReferences(records, report);

  const content = contentOf(records.entries);
  const hash = createHash("sha256").update(canonicalJson(content)).digest("hex");
  const origins = new Map(records.entries.filter(({ value }) => value !== undefined).map(({ value, file, path }) => [value, { file, place: pointer(path) }]));
  return { content, hash, faults: withLines(found, files), origins };
}

const pointer = (path: readonly PropertyKey[]) => path.map((part) => `/${String(part).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");

function withLines(found: readonly { file: string; path: readonly PropertyKey[]; text: string; line?: number }[], files: readonly RulesFile[]): Finding[] {
  const bytes = new Map(files.map((file) => [file.file, file.bytes]));
  const known = new Map<string, ReturnType<typeof linesOf>>();
  const findings = found.map(({ file, path, text, line: told }): Finding => {
    const lines = path.length === 0 ? undefined : (known.get(file) ?? linesOf(bytes.get(file) ?? new Uint8Array()));
    if (lines) known.set(file, lines);
    const line = told ?? lines?.(path);
    return { file, place: pointer(path), ...(line !== undefined && { line }), level: "error", text };
  });
  return findings.toSorted((a, b) => (a.file === b.file ? (a.line ?? 0) - (b.line ?? 0) : a.file < b.file ? -1 : 1));
}

const nobody: CountryGroups = { eu: [], former: [], source: { work: "no country groups" }, mark: "general-knowledge" };

function contentOf(entries: readonly Entry[]): RulesetContent {
  const byName = new Map<Entry["layout"]["name"], Entry[]>(layouts.map(({ name }) => [name, []]));
  for (const entry of entries) if (entry.value !== undefined) byName.get(entry.layout.name)?.push(entry);
  const collections = layouts.map(({ name }) => [name, (byName.get(name) ?? []).map(({ value }) => value)] as const);
  const content = Object.fromEntries(collections) as unknown as RulesetContent;
  for (const [, records] of collections) records.sort((a, b) => compare(orderOf(a), orderOf(b)));
  content.schemaVersion = 1;
  content.facts.sort((a, b) => stages.indexOf(a.stage) - stages.indexOf(b.stage));
  content.countryGroups = (byName.get("countryGroups")?.[0]?.value as CountryGroups | undefined) ?? nobody;
  content.labels = {};
  for (const { parts, value } of byName.get("labels") ?? []) (content.labels[parts[0] ?? ""] ??= []).push(value as Label);
  for (const labels of Object.values(content.labels)) labels.sort((a, b) => compare(a.target, b.target));
  content.texts = {};
  for (const { parts, value } of byName.get("texts") ?? []) (content.texts[parts[0] ?? ""] ??= {})[parts[1] ?? ""] = value as TextTree;
  return content;
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const orderOf = (record: unknown) => {
  const { id = "", validFrom = "" } = record as { id?: string; validFrom?: string };
  return `${id} ${validFrom}`;
};

