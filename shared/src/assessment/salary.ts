import type { SalaryThreshold } from "@gleichwert/rules";
import { decide } from "./condition.ts";
import { asNumber, type Inquiry } from "./inquiry.ts";
import type { SoFar } from "./so-far.ts";

/** A salary that a residence path asks for: the share of the ceiling, and the amount where the ceiling of this year is known. */
export interface Salary {
  readonly percent: number;
  /** Euro a year, with the year of the ceiling behind it; absent outside that year. */
  readonly euro?: number;
  readonly year?: number;
}

/**
 * Computes the least salary of a residence path from the yearly ceiling of the pension insurance (Gehaltsschwelle, R161).
 * @returns no amount when the rules know no ceiling for the year of the day: an old figure is never shown as today's
 * @see AufenthG § 18 (2) no. 5, § 18g (1)-(2); BeschV § 6 (1)
 */
export function salaryOf(inquiry: Inquiry, so: SoFar, { percent, reduced }: SalaryThreshold): Salary {
  const share = reduced && isReduced(inquiry, so, reduced) ? reduced.percent : percent;
  const ceiling = inquiry.rules.statistics.find(({ id, year }) => id === "pension-ceiling" && year === inquiry.year);
  // In tenths of a percent, so that 45.3 percent stays exact.
  return { percent: share, ...(ceiling && inquiry.applies("R161") && { euro: Math.round((ceiling.value * Math.round(share * 10)) / 10) / 100, year: ceiling.year }) };
}

/** A degree so recent, or an occupation of the groups named. */
function isReduced(inquiry: Inquiry, { completedYear, target }: SoFar, { withinYears, isco08 }: NonNullable<SalaryThreshold["reduced"]>): boolean {
  const group = target?.profession?.isco08;
  const isGroup = group !== undefined && isco08.some((code) => group.startsWith(code));
  const isIt = target?.occupation?.isInformationTechnology === true && isco08.includes("25");
  return isGroup || isIt || (withinYears !== undefined && completedYear !== undefined && inquiry.year - completedYear <= withinYears);
}

/** Does a salary that was told lie below the threshold, so that the path is closed? Never while nothing of it is known. */
export function salaryCloses(inquiry: Inquiry, quiet: Inquiry, so: SoFar, threshold: SalaryThreshold | undefined): boolean {
  const offered = asNumber(inquiry.peek("offer.annual-gross-euro"));
  if (!threshold || threshold.orOtherProof || offered === undefined) return false;
  const { euro } = salaryOf(inquiry, so, threshold);
  return euro !== undefined && offered < euro && !(threshold.waived && decide(threshold.waived, quiet, so) === "yes");
}
