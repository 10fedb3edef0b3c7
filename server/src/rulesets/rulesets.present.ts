import type { Country, ReferenceOccupation, RegulatedProfession } from "@gleichwert/rules";

/** A line of the list of reference occupations. */
export const presentOccupation = ({ id, kind, names, validFrom }: ReferenceOccupation) => ({ id, kind, names, validFrom });

/** A line of the list of regulated professions. */
export const presentProfession = ({ id, names, validFrom }: RegulatedProfession) => ({ id, names, validFrom });

/** A line of the list of countries. */
export const presentCountry = ({ id, names, group, qualifications }: Country) => ({ id, names, group, qualifications: qualifications.length });

/** A record as everyone may see it: `note` is for rule staff only. */
export function withoutNotes(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNotes);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).flatMap(([key, member]) => (key === "note" ? [] : [[key, withoutNotes(member)]])));
}
