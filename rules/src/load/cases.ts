import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import type * as z from "zod";
import { BookEntries, type BookEntry, CasePersons, RuleCases, type RuleCase } from "../index.ts";
import { rulesFolder } from "./tree.ts";

/** The cases of the rules (Regelfaelle) as they lie on the disk. */
export interface CasesRead {
  readonly persons: CasePersons;
  /** Cases by file, `crafts.yaml`, in the order of the files. */
  readonly files: ReadonlyMap<string, readonly RuleCase[]>;
  /** The second book: what sources say single records hold. */
  readonly book: readonly BookEntry[];
}

/**
 * Reads `cases/*.yaml`; `persons.yaml` holds the people they begin with, `book/*.yaml` the second book.
 * @param dir rules folder; absent: the one of this repository. No folder `cases`: nothing.
 * @throws Error that names the file and the place when a case is not written as the schema asks
 */
export function readCases(dir = rulesFolder()): CasesRead {
  const folder = join(dir, "cases");
  const persons = filesOf(folder).includes("persons.yaml") ? read(folder, "persons.yaml", CasePersons) : {};
  const files = new Map(filesOf(folder).filter((name) => name !== "persons.yaml").map((name) => [name, read(folder, name, RuleCases)]));
  const book = join(folder, "book");
  return { persons, files, book: filesOf(book).flatMap((name) => read(book, name, BookEntries)) };
}

const filesOf = (folder: string): string[] => (existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".yaml")).toSorted() : []);

function read<T>(folder: string, name: string, schema: z.ZodType<T>): T {
  const result = schema.safeParse(parse(readFileSync(join(folder, name), "utf8")));
  if (result.success) return result.data;
  throw new Error(result.error.issues.map(({ path, message }) => `rules/cases/${name} at /${path.join("/")}: ${message}`).join("\n"));
}
