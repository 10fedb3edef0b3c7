import type { CountryQualification } from "@gleichwert/rules";
import { fold } from "../matching/index.ts";
import type { Inquiry } from "./inquiry.ts";

/**
 * The kind of qualification in the country's profile that a title names: the longest wording of a row that stands in the
 * title as whole words (Landesabschluss).
 * @returns undefined without a profile, or when no row's wording stands in the title
 */
export function countryRowOf(inquiry: Inquiry, country: string | undefined, title: string | undefined): CountryQualification | undefined {
  const profile = country === undefined ? undefined : inquiry.rules.countries.get(country);
  if (!profile || title === undefined) return undefined;
  const text = ` ${fold(title)} `;
  let found: CountryQualification | undefined;
  let length = 0;
  for (const row of profile.qualifications) {
    for (const wording of [row.original, ...row.alsoWritten, ...row.titles.flatMap(({ words }) => words)]) {
      const words = fold(wording);
      if (words.length > length && text.includes(` ${words} `)) [found, length] = [row, words.length];
    }
  }
  return found;
}
