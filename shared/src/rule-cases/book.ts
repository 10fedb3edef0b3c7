import type { BookEntry, RulesetContent } from "@gleichwert/rules";
import type { Difference } from "./judge.ts";

/**
 * Compares a record with the second book (Gegenbuch): what its source says it holds.
 * @param content rules of all days; the record in force on the day of the entry counts
 * @returns no differences where both books agree; one that names the record where it is not there
 */
export function judgeEntry(content: RulesetContent, { record, on, absent, expect }: BookEntry): Difference[] {
  const [collection = "", id = ""] = record.split("/");
  const records = (content as unknown as Readonly<Record<string, readonly Dated[] | undefined>>)[collection] ?? [];
  const found = records.find((each) => each.id === id && (each.validFrom ?? "") <= on && on <= (each.validTo ?? "9999-12-31"));
  if (absent || !found) return Boolean(absent) === !found ? [] : [{ of: record, expected: absent ? "none" : "a record", found: found ? "a record" : "none" }];
  return Object.entries(expect).flatMap(([field, wanted]) => {
    const own = (found as unknown as Readonly<Record<string, unknown>>)[field];
    const [a, b] = [plain(wanted), plain(own, wanted)];
    return a === b ? [] : [{ of: `${record}/${field}`, expected: wanted, found: own }];
  });
}

interface Dated {
  readonly id: string;
  readonly validFrom?: string;
  readonly validTo?: string;
}

/** A value as text: lists in order of their text, objects by the fields that the book names. */
function plain(value: unknown, named: unknown = value): string {
  if (Array.isArray(value)) {
    const first = Array.isArray(named) ? (named as unknown[])[0] : undefined;
    const fields = typeof first === "object" && first !== null ? [...new Set((named as object[]).flatMap(Object.keys))] : undefined;
    return `[${value.map((each) => (fields ? byFields(each, fields) : plain(each))).sort().join(",")}]`;
  }
  if (typeof value === "object" && value !== null) return byFields(value, typeof named === "object" && named !== null ? Object.keys(named) : Object.keys(value));
  return value === undefined ? "nothing" : JSON.stringify(value);
}

const byFields = (value: unknown, fields: readonly string[]): string => `{${[...fields].sort().map((field) => `${field}:${plain((value as Readonly<Record<string, unknown>>)[field])}`).join(",")}}`;
