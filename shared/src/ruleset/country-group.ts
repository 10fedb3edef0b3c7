import type { Country, CountryGroup, CountryGroups } from "@gleichwert/rules";

/** A day as ISO date, or the calendar year in which a diploma was completed. */
export type When = string | number;

/**
 * Group of a state (Staatengruppe): `de`, `eu` (with EEA and Switzerland) or `third`, which is every state not named.
 * With a day, the state must belong to the group on that day. With the year of a diploma, the end of a membership counts
 * (a diploma from the last year of membership is still `eu`), while the accession only has to lie before the key date:
 * the Directive treats diplomas of today's members alike, whenever they were issued.
 * A former state is `de` or `eu` when all its successors are; otherwise as its own profile says, else `third`.
 * @param on key date, ISO date
 * @see R45, R52; Directive 2005/36/EC Art. 2
 */
export function countryGroupAt(groups: CountryGroups, countries: ReadonlyMap<string, Country>, on: string, country: string, when: When): CountryGroup {
  if (country === "DE") return "de";
  const former = groups.former.find((state) => state.country === country);
  if (former) {
    const successors = former.successors.map((successor) => countryGroupAt(groups, countries, on, successor, on));
    const [first] = successors;
    if (first !== undefined && successors.every((group) => group === first)) return first;
    if (successors.every((group) => group !== "third")) return "eu";
    return countries.get(country)?.group ?? "third";
  }
  return groups.eu.some((entry) => entry.country === country && isMember(entry, on, when)) ? "eu" : "third";
}

function isMember({ from = "", until = "9999-12-31" }: CountryGroups["eu"][number], on: string, when: When): boolean {
  if (typeof when === "number") return from <= on && when <= Number(until.slice(0, 4));
  return from <= when && when <= until;
}
