import type { FactValue } from "./fact.ts";
import type { PlacedFact } from "../ruleset/index.ts";

/** What a form field of a fact says: a value, nothing yet, or something that cannot be read. */
export type Parsed = { readonly kind: "value"; readonly value: FactValue | "unknown" } | { readonly kind: "empty" } | { readonly kind: "fault"; readonly code: string };

/**
 * Reads a form field as people fill it in: digits of any script, decimal comma or point, blanks around.
 * @param raw all values of the field's name, in order
 */
export function parseField(definition: PlacedFact, raw: readonly string[]): Parsed {
  const first = (raw[0] ?? "").trim();
  if (raw.includes("unknown")) return { kind: "value", value: "unknown" };
  if (definition.type === "choices") return { kind: "value", value: raw.filter((value) => value !== "") };
  if (first === "") return { kind: "empty" };
  if (definition.type === "year" || definition.type === "years") {
    const number = readNumber(first);
    return number === undefined ? { kind: "fault", code: definition.type === "year" ? "not-a-year" : "not-a-number" } : { kind: "value", value: number };
  }
  return { kind: "value", value: definition.type === "text" || definition.type === "title" ? first.normalize("NFC") : first };
}

/** A number written in Latin, Arabic-Indic or Persian digits, with comma or point; undefined when it is none. */
export function readNumber(text: string): number | undefined {
  const latin = text
    .replace(/[٠-٩]/g, (d) => String(d.charCodeAt(0) - 0x660))
    .replace(/[۰-۹]/g, (d) => String(d.charCodeAt(0) - 0x6f0))
    .replace(/[\u066B,]/g, ".")
    .replace(/[\s\u066C]/g, "");
  return /^\d{1,8}(\.\d{1,3})?$/.test(latin) ? Number(latin) : undefined;
}
