import { rowsOf } from "../facts/index.ts";
import { asNumber, asText, quietly, type Inquiry } from "./inquiry.ts";

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
  const state = inquiry.ask("experience.rows");
  if (state === undefined || state === "unknown") return state;
  const rows = rowsOf(inquiry.facts, "experience");
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
  const stated = asNumber(inquiry.ask("experience.total-years"));
  if (stated !== undefined) return stated;
  const works = worked(quietly(inquiry));
  return Array.isArray(works) && works.length > 0 ? works.reduce((years, work) => years + (work.years ?? 0), 0) : undefined;
}

/** Has the person told of any further training (Weiterbildung)? */
export function hasFurtherTraining(inquiry: Inquiry): boolean {
  return inquiry.ask("training.rows") === "complete" && rowsOf(inquiry.facts, "training").filter((row) => inquiry.peek("training.title", row) !== undefined || inquiry.peek("training.kind", row) !== undefined).length > 0;
}

/** Year in which the last stretch ended; the current year for one that still goes on; undefined when not known. */
export function endedYear(works: readonly Work[]): number | undefined {
  const ends = works.map((work) => work.to ?? (work.from !== undefined && work.years !== undefined ? work.from + work.years : undefined));
  return ends.length === 0 || ends.includes(undefined) ? undefined : Math.max(...(ends as number[]));
}
