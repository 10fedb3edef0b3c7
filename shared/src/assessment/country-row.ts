import type { Country, CountryQualification } from "@gleichwert/rules";
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
  return wordingsOf(profile).find(({ words }) => text.includes(words))?.row;
}

interface Wording {
  /** Folded, with a blank on both sides. */
  readonly words: string;
  readonly row: CountryQualification;
}
const known = new WeakMap<Country, readonly Wording[]>();

/** All wordings of a profile, the longest first; of two alike the one that the profile tells first. */
function wordingsOf(profile: Country): readonly Wording[] {
  const before = known.get(profile);
  if (before) return before;
  const all = profile.qualifications.flatMap((row) => [row.original, ...row.alsoWritten, ...row.titles.flatMap(({ words }) => words)].map((wording) => ({ words: ` ${fold(wording)} `, row })));
  const wordings = all.filter(({ words }) => words.trim() !== "").sort((a, b) => b.words.length - a.words.length);
  known.set(profile, wordings);
  return wordings;
}
