import type * as z from "zod";
import { shown } from "../finding.ts";
import { fileNameOf, type Layout, type Placed, patternOf, place } from "./layout.ts";
import { at, schemaFaults } from "./schema-faults.ts";
import type { RulesFile } from "./tree.ts";

/** A record of the rules with the place it was read from; `value` is absent when the schema refused it. */
export interface Entry {
  readonly layout: Layout;
  readonly parts: readonly string[];
  readonly file: string;
  /** Path of the record in its file: empty, or its position in the list. */
  readonly path: readonly PropertyKey[];
  /** Id as written, or as the file name says when nothing better can be read. */
  readonly id: string | undefined;
  readonly value?: unknown;
}

/** Tells a fault of one place; the caller knows the lines of the file. */
export type Report = (file: string, path: readonly PropertyKey[], text: string, line?: number) => void;

/** All records, and the collections of which a file could not be read at all, so that nobody knows what is in them. */
export interface Records {
  readonly entries: readonly Entry[];
  readonly unreadable: ReadonlySet<Layout["name"]>;
}

/** Judges every file by the schema of its place; each faulty record is reported once and left out. */
export function recordsOf(files: readonly RulesFile[], report: Report): Records {
  const entries: Entry[] = [];
  const unreadable = new Set<Layout["name"]>();
  for (const { file, read } of files) {
    const placed = place(file);
    if ("fault" in placed) {
      report(file, [], placed.fault);
      continue;
    }
    const { layout, parts } = placed;
    if ("faults" in read) {
      for (const { text, line } of read.faults) report(file, [], text, line);
      if (layout.shape === "many") unreadable.add(layout.name);
      else entries.push({ layout, parts, file, path: [], id: parts.at(0) });
      continue;
    }
    if (layout.shape !== "many") entries.push(recordOf(placed, file, [], read.value, report));
    else if (Array.isArray(read.value)) read.value.forEach((raw, index) => entries.push(recordOf(placed, file, [index], raw, report)));
    else {
      report(file, [], `found ${shown(read.value)}, expected a list of records, each beginning with "- "; write one or remove the file`);
      unreadable.add(layout.name);
    }
  }
  return { entries, unreadable };
}

function recordOf({ layout, parts }: Placed, file: string, path: readonly PropertyKey[], raw: unknown, report: Report): Entry {
  const entry = { layout, parts, file, path, id: writtenId(layout, parts, raw) };
  const result = (layout.schema as z.ZodType).safeParse(raw);
  if (!result.success) {
    for (const { path: inner, text } of schemaFaults(result.error.issues, raw)) report(file, [...path, ...inner], `${text}; see ${layout.schemaFile}`);
    return entry;
  }
  const misplaced = nameFault(layout, parts, result.data);
  if (misplaced) report(file, [...path, misplaced.key], misplaced.text);
  return { ...entry, value: result.data };
}

function writtenId(layout: Layout, parts: readonly string[], raw: unknown): string | undefined {
  const written = at(raw, [layout.name === "labels" ? "target" : layout.name === "facts" ? "stage" : "id"]);
  return typeof written === "string" ? written : layout.shape === "many" ? undefined : parts[0];
}

/** Why the file should have another name; undefined when id and day agree with it. */
function nameFault(layout: Layout, parts: readonly string[], value: unknown): { key: string; text: string } | undefined {
  if (layout.shape === "many" || layout.name === "texts" || layout.name === "countryGroups") return undefined;
  const key = layout.name === "facts" ? "stage" : "id";
  const { [key]: id, validFrom } = value as { [key: string]: string | undefined };
  if (fileNameOf(id ?? "") !== parts[0]) {
    return { key, text: `found "${id}", expected "${parts[0]}" as the ${layout.shape === "dated" ? "folder" : "file"} is named (${patternOf(layout)}); change the ${key} or rename the ${layout.shape === "dated" ? "folder" : "file"}` };
  }
  if (layout.shape === "dated" && validFrom !== parts[1]) return { key: "validFrom", text: `found "${validFrom}", expected "${parts[1]}" as the file is named (${patternOf(layout)}); change the day or rename the file` };
  return undefined;
}
