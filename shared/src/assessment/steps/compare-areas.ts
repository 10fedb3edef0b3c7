import type { CompetenceArea, ReferenceOccupation } from "@gleichwert/rules";
import type { AreasTold } from "../../facts/index.ts";
import type { Inquiry } from "../inquiry.ts";
import type { ComparedArea, SubstantialDifference } from "../types.ts";

/** Can the area be a difference by itself? General items, electives and freely allotted time cannot. */
export const countsByItself = ({ integrative, elective, freeAllocation }: CompetenceArea): boolean => !integrative && !elective && !freeAllocation;

/**
 * Compares the foreign training with the competence areas (Berufsbildpositionen) of the reference occupation, as far as
 * the person has told. An area of which nobody has told is not known; it is never a difference. General areas
 * (integrative Positionen) and one elective among several never count by themselves.
 * @returns every area with what is known, and the differences that may be substantial; weeks, hours or items at most
 * @see BQFG § 4 (2)
 */
export function compareAreas(inquiry: Inquiry, occupation: ReferenceOccupation): { areas: ComparedArea[]; differences: SubstantialDifference[] } {
  const areas = occupation.competenceAreas?.areas ?? [];
  if (areas.length === 0) return { areas: [], differences: [] };
  const fact = inquiry.stored("comparison.areas");
  const answer = inquiry.ask("comparison.areas");
  const told: AreasTold = typeof answer === "object" && !Array.isArray(answer) ? (answer as AreasTold) : {};
  const compared = areas.map((area): ComparedArea => ({ area, told: told[area.code] ?? "not-known" }));
  const differences = compared
    .filter(({ area, told: said }) => (said === "no" || said === "partly") && countsByItself(area))
    .map(({ area }): SubstantialDifference => {
      const amount = area.hours ?? area.weeks ?? area.weeksApportioned ?? area.items;
      const unit = area.hours !== undefined ? "hours" : (area.weeks ?? area.weeksApportioned) !== undefined ? "weeks" : "items";
      return { competenceArea: area.code, name: area.name, ...(amount !== undefined && { shortBy: { amount, unit } }), settledBy: "none", grade: fact?.grade ?? "said" };
    });
  return { areas: compared, differences };
}

/** Share of the areas that count and that the person has told of, by weight; 0 to 1. */
export function shareTold(areas: readonly ComparedArea[]): number {
  const counting = areas.filter(({ area }) => countsByItself(area));
  const weight = ({ area }: ComparedArea) => area.hours ?? area.weeks ?? area.weeksApportioned ?? area.items ?? 1;
  const total = counting.reduce((sum, area) => sum + weight(area), 0);
  return total === 0 ? 0 : counting.filter(({ told }) => told !== "not-known").reduce((sum, area) => sum + weight(area), 0) / total;
}
