import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { CasePersons, RuleCases, type RuleCase } from "../index.ts";
import { rulesFolder } from "./tree.ts";

/** The cases of the rules (Regelfaelle) as they lie on the disk. */
export interface CasesRead {
  readonly persons: CasePersons;
  /** Cases by file, `crafts.yaml`, in the order of the files. */
  readonly files: ReadonlyMap<string, readonly RuleCase[]>;
}

/**
 * Reads `cases/*.yaml`; `persons.yaml` holds the people they begin with.
 * @param dir rules folder; absent: the one of this repository. No folder `cases`: nothing.
 * @throws Error that names the file and the place when a case is not written as the schema asks
 */
export function readCases(dir = rulesFolder()): CasesRead {
  const folder = join(dir, "cases");
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".yaml")).toSorted() : [];
  const read = <T>(name: string, schema: { safeParse(value: unknown): { success: true; data: T } | { success: false; error: { issues: readonly { path: readonly PropertyKey[]; message: string }[] } } }): T => {
    const result = schema.safeParse(parse(readFileSync(join(folder, name), "utf8")));
    if (result.success) return result.data;
    throw new Error(result.error.issues.map(({ path, message }) => `rules/cases/${name} at /${path.join("/")}: ${message}`).join("\n"));
  };
  const persons = names.includes("persons.yaml") ? read("persons.yaml", CasePersons) : {};
  return { persons, files: new Map(names.filter((name) => name !== "persons.yaml").map((name) => [name, read(name, RuleCases)])) };
}
