import type { Finding } from "../finding.ts";
import type { Mark, RulesetContent } from "../index.ts";
import type { Origin } from "./index.ts";

interface Marked {
  readonly law?: unknown;
  readonly url?: unknown;
  readonly mark?: Mark;
  readonly rule?: string;
  readonly findings?: readonly string[];
  readonly source?: unknown;
}

/**
 * Marks that say more than the record shows (Prüfvermerk ohne Beleg): verified in the law without a provision, verified on a page
 * without a page. A page may stand in the record around, or in the rules that the sentence names; a sentence without own law rests on its rule.
 * @returns an error for each mark without law; one warning for all without a page of a collection
 */
export function unprovenMarks(content: RulesetContent, collections: readonly (keyof RulesetContent)[], origin: Origin): Finding[] {
  const rules = new Map(content.procedureRules.map((rule) => [rule.id, rule]));
  const errors: Finding[] = [];
  const pageless = new Map<keyof RulesetContent, { file: string; names: string[] }>();
  for (const collection of collections) {
    for (const record of content[collection] as readonly object[]) {
      const { id = "" } = record as { id?: string };
      const { file = "data", place = "" } = origin(record) ?? {};
      for (const [inner, value, hasPage] of marksIn(record)) {
        const named = [value.rule, ...(value.findings ?? []).map((key) => key.split(".")[0])].map((key) => rules.get(key ?? ""));
        if (value.mark === "verified-law" && provisions(value).length === 0 && !(value.rule !== undefined && named.some((rule) => rule?.mark === "verified-law" && rule.law.length > 0))) {
          errors.push({ file, place: `${place}${inner}/mark`, level: "error", text: `found the mark verified-law in "${id}" without any law, expected the provision that was read; cite it or lower the mark` });
        }
        if (value.mark !== "verified-page" || hasPage || named.some((rule) => (rule?.url.length ?? 0) > 0)) continue;
        const before = pageless.get(collection) ?? { file, names: [] };
        pageless.set(collection, { ...before, names: [...before.names, `${id}${inner}`] });
      }
    }
  }
  const warnings = [...pageless.values()].map(({ file, names }): Finding => ({ file, place: "", level: "warning", text: `found ${names.length} marks verified-page where no page is named (${names.join(", ")}), expected the address of the page that was read; add it to url or lower the mark` }));
  return [...errors, ...warnings];
}

/** Everything marked below a record, with its pointer and whether it or a record around it names a page. */
function* marksIn(value: unknown, place = "", around = false): Generator<readonly [string, Marked, boolean]> {
  if (typeof value !== "object" || value === null) return;
  const hasPage = around || (!Array.isArray(value) && pages(value).length > 0);
  if ("mark" in value) yield [place, value as Marked, hasPage];
  for (const [key, inner] of Object.entries(value)) if (key !== "source") yield* marksIn(inner, `${place}/${key}`, hasPage);
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : value === undefined ? [] : [value]);
const sourceOf = ({ source }: Marked): Marked => (typeof source === "object" && source !== null ? source : {});
const provisions = (value: Marked) => [...(Array.isArray(value.law) ? value.law : []), ...listOf(sourceOf(value).law)];
const pages = (value: Marked) => [...listOf(value.url), ...listOf(sourceOf(value).url)];
