import type * as z from "zod";
import type { Finding } from "../finding.ts";
import type { RulesetContent } from "../index.ts";
import { fileNameOf, type Layout, layouts } from "./layout.ts";
import type { Entry, Report } from "./records.ts";
import { checkReferences } from "./references.ts";
import { schemaFaults } from "./schema-faults.ts";
import { checkValidity } from "./validity.ts";

/** Faults of content that never lay on a disk, by who sees them; files are named by their folder alone. */
export interface ContentFaults {
  readonly schema: readonly Finding[];
  /** Ids that no record has, conditions over facts that do not exist, versions on the same days. */
  readonly references: readonly Finding[];
}

/**
 * Judges content in memory as loading judges files (Prüfung ohne Dateien): schema, validity, references. Names of files
 * and the form of YAML are not judged.
 * @param trusted content whose records need not pass the schema again
 * @returns no faults: the content could have been read from a folder
 */
export function contentFaults(content: RulesetContent, trusted?: RulesetContent): ContentFaults {
  const schema: Finding[] = [];
  const references: Finding[] = [];
  const into = (found: Finding[]): Report => (file, path, text) => void found.push({ file, place: path.map((part) => `/${String(part)}`).join(""), level: "error", text });
  const known = new Set(trusted === undefined ? [] : layouts.flatMap((layout) => recordsIn(trusted, layout).map(({ value }) => value)));
  const entries = layouts.flatMap((layout) => recordsIn(content, layout).map(({ parts, value }, index): Entry => {
    const { id, stage, target } = value as { id?: string; stage?: string; target?: string };
    const named = id ?? stage ?? target ?? parts[0];
    const entry = { layout, parts: parts.length > 0 ? parts : [fileNameOf(String(named))], file: layout.folder, path: [index], id: named };
    const result = known.has(value) ? undefined : (layout.schema as z.ZodType).safeParse(value);
    if (result === undefined || result.success) return { ...entry, value };
    for (const { path, text } of schemaFaults(result.error.issues, value)) into(schema)(layout.folder, [index, ...path], text);
    return entry;
  }));
  const records = { entries, unreadable: new Set<Layout["name"]>() };
  checkValidity(records, into(references));
  checkReferences(records, into(references));
  return { schema, references };
}

function recordsIn(content: RulesetContent, { name }: Layout): { parts: string[]; value: unknown }[] {
  if (name === "countryGroups") return [{ parts: [], value: content.countryGroups }];
  if (name === "labels") return Object.entries(content.labels).flatMap(([language, labels]) => labels.map((value) => ({ parts: [language], value })));
  if (name === "texts") return Object.entries(content.texts).flatMap(([locale, files]) => Object.entries(files).map(([file, value]) => ({ parts: [locale, file], value })));
  return (content[name] as readonly unknown[]).map((value) => ({ parts: [], value }));
}
