import { totalYears, worked, type Work } from "./experience.ts";
import { asText, type Answer, type Inquiry } from "./inquiry.ts";
import type { SoFar } from "./so-far.ts";

/**
 * Facts on which pointers to residence paths rest (Aufenthalt): work of the last years, information technology.
 * @returns "unknown" or undefined where they cannot be told; undefined for another id
 * @see BeschV § 6 (1); AufenthG § 18g (2)
 */
export function residenceFact(id: string, inquiry: Inquiry, so: SoFar): Answer {
  switch (id) {
    case "derived.information-technology":
      return so.target === undefined ? undefined : so.target.occupation?.isInformationTechnology === true ? "yes" : "no";
    case "derived.recent-work-years":
      return recentYears(inquiry, 5);
    case "derived.recent-graduate-work-years": {
      const works = told(inquiry);
      if (!Array.isArray(works)) return works as Answer;
      return yearsSince(works.filter(({ row }) => asText(inquiry.peek("experience.graduate-level", row)) === "yes"), inquiry.year - 7);
    }
    default:
      return undefined;
  }
}

/**
 * Does the person need a residence title to come here (Aufenthaltstitel)? Nobody with free movement does; whoever lives here is
 * told by their own office. Makes no question; not told is no.
 * @see AufenthG § 1 (2) no. 1, § 4 (1)
 */
export const needsTitleToCome = (inquiry: Inquiry): boolean => inquiry.peek("person.residence") === "elsewhere" && inquiry.peek("person.nationality") === "third";

/** Stretches of work that were told; residence alone makes no question of them. */
const told = (inquiry: Inquiry) => worked({ ...inquiry, ask: inquiry.peek });

/** Work of the last years as far as it is dated; where no stretch is dated, all work that was told. */
function recentYears(inquiry: Inquiry, span: number): Answer {
  const works = told(inquiry);
  const dated = Array.isArray(works) && works.some(({ from, to }) => from !== undefined || to !== undefined);
  return dated ? yearsSince(works as readonly Work[], inquiry.year - span) : totalYears(inquiry);
}

/** Full years of work after the start of a year of the calendar; a stretch without dates counts whole. */
function yearsSince(works: readonly Work[], start: number): number {
  return works.reduce((sum, { years, from, to }) => {
    const end = to ?? (from !== undefined && years !== undefined ? from + years : undefined);
    const begin = from ?? (end !== undefined && years !== undefined ? end - years : undefined);
    if (end === undefined || begin === undefined) return sum + (to === undefined && from === undefined ? (years ?? 0) : Math.max(0, (to ?? start) - start));
    return sum + Math.max(0, Math.min(years ?? end - begin, end - Math.max(begin, start)));
  }, 0);
}
