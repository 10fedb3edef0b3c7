import { rowsOf } from "../facts/index.ts";
import { asNumber, asText, type Inquiry } from "./inquiry.ts";

/** One stretch of work as told. Years are full years; `to` absent means unknown. */
export interface Work {
  readonly row: string;
  readonly country?: string;
  readonly years?: number;
  readonly role?: string;
  readonly from?: number;
  readonly to?: number;
}

/** All stretches of work (Berufserfahrung); undefined while nobody has asked for them, "unknown" when not known. */
export function worked(inquiry: Inquiry): readonly Work[] | "unknown" | undefined {
  const rows = rowsOf(inquiry.facts, "experience");
  const state = rows.length > 0 ? (inquiry.peek("experience.rows") ?? "complete") : inquiry.ask("experience.rows");
  if (state === undefined) return undefined;
  if (state === "unknown" && rows.length === 0) return "unknown";
  return rows.map((row) => {
    const country = asText(inquiry.peek("experience.country", row));
    const years = asNumber(inquiry.peek("experience.years", row));
    const role = asText(inquiry.peek("experience.role", row));
    const from = asNumber(inquiry.peek("experience.from", row));
    const to = asNumber(inquiry.peek("experience.to", row));
    return { row, ...(country && { country }), ...(years !== undefined && { years }), ...(role && { role }), ...(from && { from }), ...(to && { to }) };
  });
}

/** Years of work in the occupation in all: the stated total, else the sum of the stretches; undefined when not known. */
export function totalYears(inquiry: Inquiry): number | undefined {
  const rows = rowsOf(inquiry.facts, "experience");
  const sum = rows.reduce((years, row) => years + (asNumber(inquiry.peek("experience.years", row)) ?? 0), 0);
  const stated = asNumber(rows.length > 0 ? inquiry.peek("experience.total-years") : inquiry.ask("experience.total-years"));
  return stated ?? (rows.length > 0 ? sum : undefined);
}

/** Year in which the last stretch ended; the current year for one that still goes on; undefined when not known. */
export function endedYear(works: readonly Work[]): number | undefined {
  const ends = works.map((work) => work.to ?? (work.from !== undefined && work.years !== undefined ? work.from + work.years : undefined));
  return ends.length === 0 || ends.includes(undefined) ? undefined : Math.max(...(ends as number[]));
}
