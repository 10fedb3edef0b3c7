import type { Records, Report } from "./records.ts";
import type { FactStage } from "../index.ts";
import { at } from "./schema-faults.ts";

interface Validity {
  readonly file: string;
  readonly path: readonly PropertyKey[];
  readonly from: string;
  readonly to: string;
}

const always = { from: "0000-01-01", to: "9999-12-31" };

/** Lists inside records whose rows are told apart by a key. */
const innerLists = [[["routes"], "id"], [["qualifications"], "id"], [["competenceAreas", "areas"], "code"]] as const;

/**
 * Reports ids that two records of a collection hold on the same day (Geltungszeitraum), ids that occur twice inside one
 * record, and records that end before they begin.
 */
export function checkValidity({ entries }: Records, report: Report): void {
  const seen = new Map<string, Validity[]>();
  const facts = new Map<string, string>();
  for (const { layout, file, path, id, value } of entries) {
    if (value === undefined) continue;
    for (const [list, key] of innerLists) checkInner(value, list, key, (inner, text) => report(file, [...path, ...inner], text));
    if (layout.name === "facts") checkFacts(value as FactStage, file, facts, report);
    if (layout.name === "labels" || layout.name === "texts" || id === undefined) continue;
    const { validFrom: from = always.from, validTo: to = always.to } = value as { validFrom?: string; validTo?: string };
    if (to < from) {
      report(file, [...path, "validTo"], `found "${to}", expected a day not before "${from}", on which the record begins; correct one of the two`);
      continue;
    }
    const key = `${layout.name} ${id} ${layout.name === "statistics" ? (value as { year: number }).year : ""}`;
    const others = seen.get(key) ?? [];
    const other = others.find((one) => one.from <= to && from <= one.to);
    if (other) {
      const isDated = from !== always.from || other.from !== always.from;
      const mend = isDated ? `give the older one a "validTo" before the younger begins` : "rename or remove one of the two";
      report(file, [...path, "id"], `found "${id}", which ${other.file}${other.path.length > 0 ? ` at /${other.path.join("/")}` : ""} also holds${isDated ? " on the same days" : ""}; expected one record; ${mend}`);
    }
    seen.set(key, [...others, { file, path, from, to }]);
  }
}

function checkInner(value: unknown, list: readonly string[], key: string, tell: (path: readonly PropertyKey[], text: string) => void): void {
  const rows = at(value, list);
  if (!Array.isArray(rows)) return;
  const seen = new Map<string, number>();
  rows.forEach((row: Record<string, string>, i) => {
    const id = row[key] ?? "";
    const before = seen.get(id);
    if (before !== undefined) tell([...list, i, key], `found "${id}", which /${list.join("/")}/${before} also holds; expected another ${key}; rename one of the two`);
    else seen.set(id, i);
  });
}

function checkFacts({ facts }: FactStage, file: string, seen: Map<string, string>, report: Report): void {
  facts.forEach(({ id }, i) => {
    const before = seen.get(id);
    if (before !== undefined) report(file, ["facts", i, "id"], `found the fact "${id}", which ${before} also holds; expected each fact once; remove one of the two`);
    seen.set(id, file);
  });
}
