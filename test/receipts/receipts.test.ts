/** Receipts of every release: the frozen rules and the same steps give the same bytes; other steps differ only where the change log says so. */
import { describe, expect, test } from "@jest/globals";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { canonicalJson, type RulesetContent } from "@gleichwert/rules";
import { assess, type Assessment, engineVersion } from "@gleichwert/shared/assessment";
import type { Facts } from "@gleichwert/shared/facts";
import { inForce, type Ruleset } from "@gleichwert/shared/ruleset";
import { repositoryRoot } from "../support/paths.ts";

interface Kept {
  readonly ruleset: string;
  readonly engine: string;
  readonly keyDate: string;
  readonly facts: Facts;
  readonly assessment: Assessment;
}

const folder = join(repositoryRoot, "test/receipts");
const releases = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name).sort();
const unpacked = (release: string, file: string) => brotliDecompressSync(readFileSync(join(folder, release, file))).toString("utf8");

/**
 * Fields that may differ from the receipts of a release, by the change log: a line "Receipts of engine 2 may differ in: `paths.documents`, `paths.trace`."
 */
function mayDiffer(engine: string): string[] {
  const log = readFileSync(join(repositoryRoot, "rules/CHANGELOG.md"), "utf8");
  const lines = log.split("\n").filter((line) => line.includes(`Receipts of engine ${engine} may differ in:`));
  return lines.flatMap((line) => [...line.matchAll(/`([^`]+)`/g)].map(([, field]) => field!));
}

/** An assessment without some fields; lists count as what is in them. */
function without(value: unknown, fields: readonly string[], at = ""): unknown {
  if (Array.isArray(value)) return value.map((each) => without(each, fields, at));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).flatMap(([key, inner]) => {
    const path = at === "" ? key : `${at}.${key}`;
    return fields.includes(path) ? [] : [[key, without(inner, fields, path)]];
  }));
}

test("the receipts of the steps of today are kept", () => {
  expect(releases).toContain(engineVersion);
});

describe.each(releases)("engine %s", (release) => {
  const bytes = unpacked(release, "ruleset.json.br");
  const ruleset: Ruleset = { hash: createHash("sha256").update(bytes).digest("hex"), content: JSON.parse(bytes) as RulesetContent };
  const receipts = unpacked(release, "receipts.jsonl.br").split("\n").map((line) => ({ line, kept: JSON.parse(line) as Kept }));
  const open = release === engineVersion ? [] : ["engine", ...mayDiffer(release)];

  test("there are 200, all on the rules that are kept beside them", () => {
    expect(receipts).toHaveLength(200);
    for (const { kept } of receipts) expect([kept.ruleset, kept.engine]).toEqual([ruleset.hash, release]);
  });

  test("each comes out again", () => {
    const found = receipts.map(({ kept }) => ({ ...kept, assessment: assess(inForce(ruleset, kept.keyDate), kept.facts, kept.keyDate) }));
    const shown = (receipt: Kept) => canonicalJson(open.length === 0 ? receipt : { ...receipt, assessment: without(receipt.assessment, open) });
    expect(found.filter((receipt, i) => shown(receipt) !== (open.length === 0 ? receipts[i]!.line : shown(receipts[i]!.kept))).map(({ facts }) => facts)).toEqual([]);
  });
});

test("a field that the change log does not name is compared", () => {
  const told = { paths: [{ id: "a", trace: [1] }], used: ["x"] };
  expect(without(told, ["paths.trace"])).toEqual({ paths: [{ id: "a" }], used: ["x"] });
});
