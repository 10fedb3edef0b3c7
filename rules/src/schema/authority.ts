import * as z from "zod";
import { AuthorityType } from "./codes.ts";
import { IsoDate, Land, Slug, sourced } from "./common.ts";

/** A competent authority (zustaendige Stelle). A record marked general-knowledge is shown as "probably". */
export const CompetentAuthority = z.strictObject({
  id: Slug,
  name: z.string(),
  type: AuthorityType,
  /** Laender it decides for; empty: nationwide. */
  laender: z.array(Land).default([]),
  /** What it decides: health-academic, health-allied, teachers, educators, social-work, engineer, architect, ihk, craft … */
  fields: z.array(Slug).min(1),
  /** Only for diplomas of these groups, where competence is split so. */
  diploma: z.enum(["third", "eu", "any"]).default("any"),
  countries: z.array(z.string()).default([]),
  occupations: z.array(Slug).default([]),
  url: z.string().optional(),
  validFrom: IsoDate.optional(),
  validTo: IsoDate.optional(),
  remark: z.string().optional(),
  ...sourced,
});
export type CompetentAuthority = z.infer<typeof CompetentAuthority>;
