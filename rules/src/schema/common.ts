import * as z from "zod";

/** Lower-case ASCII identifier, words joined by hyphens; also the file or folder name of a record. */
export const Slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "expected a lower-case id such as koch or hwa-38");
export type Slug = z.infer<typeof Slug>;

/** Calendar day, ISO 8601 (`2026-11-22`). */
export const IsoDate = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, "expected a day such as 2026-11-22");
export type IsoDate = z.infer<typeof IsoDate>;

/** ISO 3166-1 alpha-2, XK for Kosovo, or a former state: SU, YU, CS, DD. */
export const CountryCode = z.string().regex(/^[A-Z]{2}$/, "expected two capital letters such as UA");
export type CountryCode = z.infer<typeof CountryCode>;

/** The sixteen Laender by their official short form. */
export const laender = ["BW", "BY", "BE", "BB", "HB", "HH", "HE", "MV", "NI", "NW", "RP", "SL", "SN", "ST", "SH", "TH"] as const;
export const Land = z.enum(laender);
export type Land = z.infer<typeof Land>;

/** Number of a rule of the recognition procedure, e.g. `R81`. */
export const RuleNumber = z.string().regex(/^R\d{1,3}[a-z]?$/, "expected a rule number such as R81");
export type RuleNumber = z.infer<typeof RuleNumber>;

/**
 * How sure a statement is: the law was read, an official or public page was read,
 * general knowledge (not verified, shown as such), or invented as a model (shown as such).
 */
export const Mark = z.enum(["verified-law", "verified-page", "general-knowledge", "model"]);
export type Mark = z.infer<typeof Mark>;

/**
 * A provision of law, one an entry, in the abbreviation of the statute: `PflBG § 40 (3)`,
 * `Directive 2005/36/EC Art. 14`, `EU/EWR HwV § 2`, `Land BQFG`.
 */
export const Provision = z.string().min(3).max(90);
export type Provision = z.infer<typeof Provision>;

/** Where a statement comes from: provisions of law, public pages, or a named work; at least one of them. */
export const Source = z
  .strictObject({
    law: z.array(Provision).min(1).optional(),
    url: z.array(z.url()).min(1).optional(),
    work: z.string().optional(),
    checkedOn: IsoDate.optional(),
  })
  .refine((source) => source.law ?? source.url ?? source.work, "a source names a law, an address or a work");
export type Source = z.infer<typeof Source>;

/** Fields of every record that states law or facts. `note` is a remark for rule staff and never shown. */
export const sourced = { source: Source, mark: Mark, note: z.string().optional() };

/** Fields of every dated record: in force from `validFrom` to `validTo`, both days included. */
export const dated = { validFrom: IsoDate, validTo: IsoDate.optional() };

/** Who has read the record, by function, and when. */
export const ReviewedBy = z.strictObject({ function: z.string(), date: IsoDate });

/** Fields of a record that holds only with, or only without, a change of law whose first day is open (a law variant). */
export const variable = { onlyWith: Slug.optional(), onlyWithout: Slug.optional() };
