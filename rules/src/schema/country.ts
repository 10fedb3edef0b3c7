import * as z from "zod";
import { CountryCode, dated, IsoDate, Slug, sourced } from "./common.ts";
import { QualificationLevel } from "./codes.ts";

/** One kind of qualification of a country's system (Landesabschluss), as its papers name it. */
export const CountryQualification = z.strictObject({
  id: Slug,
  /** Title as on the paper, in the script of the paper; further spellings in `alsoWritten`. */
  original: z.string().min(1),
  alsoWritten: z.array(z.string()).default([]),
  transliteration: z.string().optional(),
  nameEn: z.string(),
  schoolType: z.string().optional(),
  /** Completed years of general school before the training. */
  entryYears: z.array(z.number()).default([]),
  durationYears: z.strictObject({ min: z.number(), max: z.number() }).optional(),
  level: QualificationLevel,
  nqf: z.string().optional(),
  eqf: z.string().optional(),
  document: z.string().optional(),
  awardingBody: z.string().optional(),
  /** Is the training regulated or recognised by the state (R7, R8)? */
  stateRecognised: z.enum(["yes", "no", "check"]),
  /** false: a module or course, never a base qualification (R10). */
  baseQualification: z.boolean().default(true),
  /** Occupations of this row: ids of reference occupations or regulated professions. */
  occupations: z.array(Slug).default([]),
  /** Occupation words on such papers (any script) and the target they point to, best first. */
  titles: z.array(z.strictObject({ words: z.array(z.string()).min(1), targets: z.array(Slug).default([]) })).default([]),
  /** Codes of traps: `R15` (no German twin), `R16` (retraining shortcut) … */
  rules: z.array(z.string().regex(/^R\d{1,3}[a-z]?$/)).default([]),
  issuedFrom: z.int().optional(),
  issuedTo: z.int().optional(),
  ...sourced,
});
export type CountryQualification = z.infer<typeof CountryQualification>;

/** Profile of a country whose qualifications people bring (Herkunftsland). */
export const Country = z.strictObject({
  id: CountryCode,
  iso3: z.string(),
  names: z.strictObject({ de: z.string(), en: z.string() }),
  languages: z.array(z.string()).default([]),
  /** `eu` includes the EEA and Switzerland. */
  group: z.enum(["eu", "third"]),
  ...dated,
  /** A former state whose papers belong to successors. */
  succeededBy: z.array(CountryCode).default([]),
  legacy: z.array(CountryCode).default([]),
  facts: z.array(z.strictObject({ id: Slug, text: z.string(), ...sourced })).default([]),
  verifyAt: z.array(z.strictObject({ name: z.string(), url: z.string().optional() })).default([]),
  qualifications: z.array(CountryQualification).default([]),
  endedOn: IsoDate.optional(),
  ...sourced,
});
export type Country = z.infer<typeof Country>;

/** Country groups of the recognition law: every country not named is a third country (R45, R52). */
export const CountryGroups = z.strictObject({
  eu: z.array(z.strictObject({ country: CountryCode, from: IsoDate.optional(), until: IsoDate.optional() })),
  former: z.array(z.strictObject({ country: CountryCode, names: z.strictObject({ de: z.string(), en: z.string() }), until: IsoDate, successors: z.array(CountryCode).min(1) })),
  ...sourced,
});
export type CountryGroups = z.infer<typeof CountryGroups>;
