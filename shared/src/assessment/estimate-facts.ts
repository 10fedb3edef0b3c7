import { endedYear, totalYears, worked } from "./experience.ts";
import { quietly, type Answer, type Inquiry } from "./inquiry.ts";
import type { SoFar } from "./so-far.ts";
import { compareAreas, shareTold } from "./steps/compare-areas.ts";

/**
 * Facts on which the estimate of an unregulated comparison rests (Prognose): age and length of the training, work since.
 * @returns "unknown" where they cannot be told, undefined for another id
 * @see BQFG § 4 (2)
 */
export function estimateFact(id: string, inquiry: Inquiry, so: SoFar): Answer {
  switch (id) {
    case "derived.years-since-training":
      return so.completedYear === undefined ? "unknown" : inquiry.year - so.completedYear;
    case "derived.end-of-work-told":
      return lastYear(inquiry) === undefined ? "no" : "yes";
    case "derived.years-since-work": {
      const last = lastYear(inquiry);
      return last === undefined ? "unknown" : inquiry.year - last;
    }
    case "derived.years-worked":
      return totalYears(inquiry) ?? 0;
    case "derived.length-percent": {
      const german = so.target?.occupation?.training?.durationMonths;
      return german === undefined || so.durationYears === undefined ? "unknown" : (Math.round(so.durationYears * 12) / german) * 100;
    }
    case "derived.areas-told-percent": {
      const occupation = so.target?.occupation;
      return occupation ? shareTold(compareAreas(quietly(inquiry), occupation).areas) * 100 : "unknown";
    }
    default:
      return undefined;
  }
}

/** Year in which the last stretch of work ended; undefined where it is not known. */
function lastYear(inquiry: Inquiry): number | undefined {
  const works = worked(inquiry);
  return Array.isArray(works) ? endedYear(works) : undefined;
}
