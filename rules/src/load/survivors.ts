import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type * as z from "zod";
import { layouts } from "./layout.ts";
import { rulesFolder } from "./tree.ts";

/** Why a changed value need not be noticed by a case: a pattern over `collection/id/place operator`, and the reason. */
export interface Survivor {
  readonly pattern: RegExp;
  readonly reason: string;
}

/** Reads `cases/survivors.txt`: one `pattern => reason` a line, `#` begins a remark. No file: none. */
export function readSurvivors(dir = rulesFolder()): Survivor[] {
  const file = join(dir, "cases/survivors.txt");
  if (!existsSync(file)) return [];
  return readFileSync(file, "utf8").split("\n").filter((line) => line.includes("=>") && !line.startsWith("#")).map((line) => {
    const [pattern = "", reason = ""] = line.split("=>", 2);
    return { pattern: new RegExp(pattern.trim()), reason: reason.trim() };
  });
}

/** Schema of the records of each collection, by its name. */
export const recordSchemas = (): ReadonlyMap<string, z.ZodType> => new Map(layouts.map(({ name, schema }) => [name, schema]));
