import * as z from "zod";
import { dated, IsoDate, Mark, ReviewedBy, Slug, sourced } from "./common.ts";

/** A competence area (Berufsbildposition, Lernfeld) with the weeks, hours and learning items that the law states. */
export const CompetenceArea = z.strictObject({
  code: z.string().min(1),
  name: z.string().min(1),
  group: z.string().optional(),
  section: z.string().optional(),
  specialisation: z.string().optional(),
  elective: z.boolean().optional(),
  /** General item (law of work, safety, organisation); never a difference by itself. */
  integrative: z.boolean().optional(),
  weeks: z.number().positive().optional(),
  /** Own weeks and an equal part of each shared block; derived, not stated by the law. */
  weeksApportioned: z.number().positive().optional(),
  items: z.int().positive().optional(),
  hours: z.number().positive().optional(),
  part: z.enum(["theory", "practice"]).optional(),
  freeAllocation: z.boolean().optional(),
});
export type CompetenceArea = z.infer<typeof CompetenceArea>;

/** Kinds of chambers and authorities that compare trainings (zustaendige Stelle), by the law of the training. */
export const Competent = z.enum(["ihk", "hwk", "agriculture", "medical-chamber", "dental-chamber", "veterinary-chamber", "pharmacist-chamber", "bar-chamber", "tax-chamber", "public-service", "maritime", "health-authority"]);
export type Competent = z.infer<typeof Competent>;

/** A German reference occupation (Referenzberuf) as it stands from `validFrom` on. */
export const ReferenceOccupation = z.strictObject({
  id: Slug,
  ...dated,
  kind: z.enum(["training-occupation", "health-profession", "further-training"]),
  names: z.strictObject({ male: z.string().optional(), female: z.string().optional(), neutral: z.string().optional() }),
  /** Legal basis of the training: `BBiG 4`, `HwO 25`, or the professional act. */
  basis: z.array(z.string()).min(1),
  regulation: z
    .strictObject({
      title: z.string(),
      abbreviation: z.string().optional(),
      bjnr: z.string().optional(),
      issuedOn: IsoDate.optional(),
      lastAmended: IsoDate.optional(),
      inForceMark: Mark.optional(),
    })
    .optional(),
  /** Absent only for kind further-training: those ordinances regulate the exam, not the length of a course. */
  training: z
    .strictObject({
      durationMonths: z.number().positive(),
      hours: z.strictObject({ theory: z.number().optional(), practice: z.number().optional(), total: z.number().optional() }).optional(),
      type: z.enum(["dual", "school-based", "dual-degree", "university"]).optional(),
      ...sourced,
    })
    .optional(),
  /** Craft of the Crafts Code (Handwerksordnung) to which the occupation belongs, e.g. `hwa-38`. */
  craft: Slug.optional(),
  /** Which chamber compares it (zustaendige Stelle). */
  competent: Competent,
  sector: z.string(),
  /** Licensed activities without which the occupation cannot be worked in, however the comparison ends (R122). */
  activityNeeds: z.array(Slug).min(1).optional(),
  /** Work in information technology, for which no diploma is asked (R146, R155, R158); absent: no. */
  isInformationTechnology: z.boolean().optional(),
  specialisations: z.array(z.strictObject({ kind: z.string(), name: z.string() })).default([]),
  competenceAreas: z.strictObject({ ...sourced, areas: z.array(CompetenceArea) }).optional(),
  examParts: z.array(z.string()).default([]),
  buildsOn: Slug.optional(),
  reviewedBy: ReviewedBy.optional(),
});
export type ReferenceOccupation = z.infer<typeof ReferenceOccupation>;
