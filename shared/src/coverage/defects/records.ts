import type { Mark, RulesetContent } from "@gleichwert/rules";
import { type CollectionOfRecords, type ContentPath, changed, type Defect, type DefectOperator, operator, recordsOf, relisted } from "./defect.ts";

const day = (iso: string, years: number): string => `${Number(iso.slice(0, 4)) + years}${iso.slice(4)}`;
const dayBefore = (iso: string): string => new Date(Date.parse(iso) - 86_400_000).toISOString().slice(0, 10);

interface Held {
  readonly path: ContentPath;
  readonly record: { readonly id: string; readonly validFrom: string; readonly validTo?: string };
}
const dated = ["referenceOccupations", "regulatedProfessions", "procedureRules", "conditions", "stateLists", "comparisonBodies", "countries"] as const satisfies readonly CollectionOfRecords[];
const datedIn = (content: RulesetContent): Held[] => dated.flatMap((name) => recordsOf(content, name) as readonly Held[]);

const inDated = (name: string, error: (held: Held["record"]) => readonly [field: string, after: unknown] | undefined): DefectOperator =>
  operator(name, (content) => datedIn(content).flatMap(({ path, record }): Defect[] => {
    const after = error(record);
    return after ? [changed(content, name, [...path, after[0]], after[1])] : [];
  }));

/** A collection with two versions of a record: it until a day, and the same from a later one. */
const split = (name: string, oldTo: string | undefined, newFrom: string): DefectOperator =>
  operator(name, (content) => datedIn(content).filter(({ record: { validFrom, validTo } }) => validFrom < "2026-01-01" && validTo === undefined).map(({ path: [collection = "", at = 0], record }): Defect => {
    const list = content[collection as "conditions"] as readonly object[];
    const older = oldTo === undefined ? record : { ...record, validTo: oldTo };
    return changed(content, name, [collection], [...list.slice(0, Number(at)), older, { ...record, validFrom: newFrom }, ...list.slice(Number(at) + 1)], [`${record.id} from ${record.validFrom}`, `${oldTo === undefined ? "without end" : `until ${oldTo}`}, and again from ${newFrom}`]);
  }));

/** Every list of law in the rules with its place, and the marks and sources beside it. */
interface Lawful {
  readonly path: ContentPath;
  readonly holder: { readonly law?: readonly string[]; readonly url?: readonly string[]; readonly mark?: Mark; readonly source?: { readonly law?: readonly string[]; readonly url?: readonly string[] } };
}
function holdersIn(value: unknown, path: ContentPath): Lawful[] {
  if (typeof value !== "object" || value === null) return [];
  const own = !Array.isArray(value) && ("mark" in value || Array.isArray((value as { law?: unknown }).law)) ? [{ path, holder: value as Lawful["holder"] }] : [];
  return [...own, ...Object.entries(value).flatMap(([key, inner]) => holdersIn(inner, [...path, Array.isArray(value) ? Number(key) : key]))];
}
const stating = ["regulatedProfessions", "conditions", "deadlines", "residencePointers", "requiredDocuments", "stateLists", "comparisonBodies", "procedureRules", "statements", "lawVariants", "crafts"] as const satisfies readonly CollectionOfRecords[];
const holdersOf = (content: RulesetContent): Lawful[] => stating.flatMap((name) => recordsOf(content, name).flatMap(({ path, record }) => holdersIn(record, path)));

const statute = (provision: string): string => provision.split(/ (?:§|Art\.|Anlage|Annex)/)[0] ?? provision;

/** Errors in validity, source, mark and law of records. */
export const recordOperators: readonly DefectOperator[] = [
  inDated("ends-before-it-begins", ({ validFrom }) => ["validTo", dayBefore(validFrom)]),
  inDated("expired", ({ validFrom, validTo }) => (validTo === undefined && validFrom < "2025-06-30" ? ["validTo", "2025-06-30"] : undefined)),
  inDated("begins-in-the-wrong-decade", ({ validFrom }) => (validFrom < "2026-08-01" ? ["validFrom", day(validFrom, 10)] : undefined)),
  split("versions-overlap", undefined, "2026-01-01"),
  split("gap-between-versions", "2024-12-31", "2026-01-01"),
  split("gap-that-is-today", "2026-09-30", "2027-01-01"),
  operator("law-variant-begins", (content, name) => recordsOf(content, "lawVariants").flatMap(({ path, record: { startsOn } }) => [changed(content, name, [...path, "startsOn"], startsOn === undefined ? "2026-01-01" : undefined)])),
  operator("rule-without-law", (content, name) => recordsOf(content, "procedureRules").map(({ path, record }) => changed(content, name, path, { ...record, law: [], url: [] }, [record.law.join("; "), "no law and no page"]))),
  operator("rule-removed", (content, name) => recordsOf(content, "procedureRules").map(({ record }) => relisted(content, name, ["procedureRules"], record.id, undefined, content.procedureRules.filter((other) => other !== record)))),
  operator("mark-raised-without-law", (content, name) => holdersOf(content).flatMap(({ path, holder: { law, mark, source } }) => (mark !== undefined && mark !== "verified-law" && !(law ?? source?.law)?.length ? [changed(content, name, [...path, "mark"], "verified-law")] : []))),
  operator("page-marked-without-page", (content, name) => holdersOf(content).flatMap(({ path, holder: { law, mark, url, source } }) => (mark === "general-knowledge" && !(law ?? source?.law)?.length && !(url ?? source?.url)?.length ? [changed(content, name, [...path, "mark"], "verified-page")] : []))),
  operator("source-removed", (content, name) => holdersOf(content).flatMap(({ path, holder: { law, source } }) => (source ? [changed(content, name, [...path, "source"], undefined)] : law?.length ? [changed(content, name, [...path, "law"], undefined)] : []))),
  operator("source-emptied", (content, name) => holdersOf(content).flatMap(({ path, holder: { law, source } }) => (source ? [changed(content, name, [...path, "source"], {})] : law?.length ? [changed(content, name, [...path, "law"], [])] : []))),
  operator("statement-without-record", (content, name) => content.statements.map((record) => relisted(content, name, ["statements"], record.id, undefined, content.statements.filter((other) => other !== record)))),
  operator("law-of-another-profession", (content, name) => {
    const routes = recordsOf(content, "regulatedProfessions").flatMap(({ path, record }) => record.routes.map(({ law }, r) => ({ path: [...path, "routes", r, "law"], law, record })));
    return routes.flatMap(({ path, law, record }, i): Defect[] => {
      const others = routes.filter((other) => other.record.category !== record.category && !law.some((own) => statute(own) === statute(other.law[0] ?? "")));
      const strange = others[i % Math.max(1, others.length)]?.law[0];
      return strange === undefined ? [] : [relisted(content, name, path, law[0], strange, [strange, ...law.slice(1)])];
    });
  }),
  operator("one-provision-for-another-statute", (content, name) => {
    const all = holdersOf(content).filter(({ holder: { law } }) => Array.isArray(law) && law.length > 0);
    return all.flatMap(({ path, holder: { law = [] } }, i): Defect[] => {
      const strange = all[(i * 7 + 31) % all.length]?.holder.law?.[0];
      const at = i % law.length;
      return strange === undefined || law.some((own) => statute(own) === statute(strange)) ? [] : [relisted(content, name, [...path, "law"], law[at], strange, law.map((own, k) => (k === at ? strange : own)))];
    });
  }),
  operator("statute-misspelt", (content, name) => holdersOf(content).flatMap(({ path, holder: { law } }, i) => (Array.isArray(law) && law.length > 0 && statute(law[0] ?? "").length > 2 && !/^(Land|Directive)/.test(law[0] ?? "") ? [changed(content, name, [...path, "law", 0], `${(law[0] ?? "").slice(0, 1)}${"xyzqw"[i % 5]}${(law[0] ?? "").slice(1)}`)] : []))),
];
