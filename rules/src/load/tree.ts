import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { readYaml, type Read } from "./read-yaml.ts";

/** One file of the rules folder and what stands in it. */
export interface RulesFile {
  /** Path below the rules folder, with slashes. */
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly read: Read;
}

/**
 * The rules folder of this repository, found upwards from this very file, also from inside the bundled server.
 * @throws Error when no folder above holds `rules/data`
 */
export function rulesFolder(): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    if (existsSync(join(folder, "rules/data"))) return join(folder, "rules");
    if (folder === dirname(folder)) throw new Error(`No folder above ${fileURLToPath(import.meta.url)} holds rules/data.`);
  }
}

/**
 * Reads all YAML files below `data` and `texts` in the order of their paths; a missing folder has no files.
 * @param cache file that keeps what was read by the hash of its bytes; absent: everything is read anew
 */
export function readTree(root: string, cache?: string): RulesFile[] {
  const known = cache === undefined ? new Map<string, unknown>() : readCache(cache);
  const used = new Map<string, unknown>();
  let isNew = false;
  const files = listFiles(root).map((file): RulesFile => {
    const bytes = readFileSync(join(root, file));
    const key = cache === undefined ? "" : digest(bytes);
    if (key !== "" && known.has(key)) {
      used.set(key, known.get(key));
      return { file, bytes, read: { value: known.get(key) } };
    }
    const read = readYaml(bytes);
    if ("value" in read) used.set(key, read.value);
    isNew ||= "value" in read;
    return { file, bytes, read };
  });
  if (cache !== undefined && (isNew || used.size < known.size)) writeCache(cache, used);
  return files;
}

function listFiles(root: string): string[] {
  const found: string[] = [];
  const walk = (folder: string) => {
    if (!existsSync(join(root, folder))) return;
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      if (entry.name.startsWith(".")) continue;
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) walk(path);
      else if (/\.ya?ml$/.test(entry.name)) found.push(path);
    }
  };
  walk("data");
  walk("texts");
  return found.toSorted((a, b) => (a < b ? -1 : 1));
}

// The cache holds plain YAML values only; the schemas judge them anew on every start, so it outlives a change of schema.
// Raise this number when readYaml refuses more than before.
const format = 1;
const digest = (bytes: Uint8Array | string) => createHash("sha256").update(bytes).digest("hex");

function readCache(file: string): Map<string, unknown> {
  try {
    const [head = "", body = ""] = readFileSync(file, "utf8").split("\n", 2);
    if (head !== `${format} ${digest(body)}`) return new Map();
    return new Map(JSON.parse(body) as [string, unknown][]);
  } catch {
    return new Map(); // none yet, or not readable: everything is read anew
  }
}

function writeCache(file: string, values: ReadonlyMap<string, unknown>): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
    const body = JSON.stringify([...values]);
    const aside = `${file}.${process.pid}`;
    writeFileSync(aside, `${format} ${digest(body)}\n${body}`);
    renameSync(aside, file);
  } catch {
    // a folder that cannot be written to costs time only
  }
}
