import * as z from "zod";
import { AuthorityType, Chooser, Exam, Measure, Outcome, Procedure } from "./codes.ts";
import { Condition } from "./condition.ts";
import { dated, IsoDate, Mark, Provision, RuleNumber, Slug, Source, sourced, variable } from "./common.ts";

/** Rule and text key of a finding: `R81.applicant-chooses`. */
const FindingKey = z.string().regex(/^R\d{1,3}[a-z]?\.[a-z0-9-]+$/);

/**
 * One way to access a regulated profession for one group of diplomas. Routes are tried in file order: the first
 * whose `when` holds is the way; a `when` that cannot be decided yet makes the facts in it missing.
 */
export const Route = z.strictObject({
  id: Slug,
  /** `third`, `eu`, or `any` country group of the diploma (R45). */
  diploma: z.enum(["third", "eu", "any"]),
  when: Condition.optional(),
  procedure: Procedure,
  outcome: Outcome,
  /** Outcomes that are also possible, worst and best; the likely one is `outcome`. */
  range: z.strictObject({ worst: Outcome, best: Outcome }),
  measures: z.array(Measure).default([]),
  chosenBy: Chooser.optional(),
  longestAdaptationMonths: z.int().positive().optional(),
  exams: z.array(Exam).default([]),
  authority: z.array(AuthorityType).min(1).optional(),
  /** Rules of the procedure whose sentences belong to this way, with the finding's text key: `R81.applicant-chooses`. */
  findings: z.array(FindingKey).min(1),
  law: z.array(Provision).min(1),
  mark: Mark,
  source: Source.optional(),
  ...variable,
  note: z.string().optional(),
});
export type Route = z.infer<typeof Route>;

/** A regulated profession (reglementierter Beruf), or a licensed activity, as it stands from `validFrom` on. */
export const RegulatedProfession = z.strictObject({
  id: Slug,
  ...dated,
  names: z.strictObject({ de: z.string(), en: z.string() }),
  category: z.enum(["health", "crafts", "technical", "education", "legal", "transport", "social", "security", "agriculture", "other"]),
  regulatedBy: z.enum(["federal", "land"]),
  law: z.string(),
  protected: z.enum(["activity", "title", "both"]),
  /** Which kind of tie to the qualification (R41). */
  form: z.enum(["activity", "title", "self-employment"]),
  /** `mixed`: the work is free, the title or a part of the acts is not. */
  regulated: z.enum(["yes", "mixed"]),
  authority: z.array(AuthorityType).min(1),
  /** Key into the authorities' fields, e.g. health-academic, health-allied, teachers, educators. */
  authorityField: Slug.optional(),
  euAutomatic: z.boolean(),
  examName: z.string().optional(),
  language: z.strictObject({ text: z.string(), level: z.enum(["A2", "B1", "B2", "C1", "C2"]).optional(), professional: z.enum(["B2", "C1", "C2"]).optional(), mark: Mark, law: z.array(Provision).optional() }).optional(),
  craft: Slug.optional(),
  /** Text keys (measures.yaml, `free.*`) saying what may be done without recognition. */
  freeWithout: z.array(z.string()).default([]),
  /** Further sentences for whoever has no completed training, with their rule: `R86.assistant-route`. */
  withoutTraining: z.array(FindingKey).min(1).optional(),
  routes: z.array(Route).default([]),
  /** The ways are those of this other profession, where one law holds for many alike (licensed crafts); then `routes` stays empty. */
  routesOf: Slug.optional(),
  /** Sentences that only this profession has beside those of its ways: `R116.district-office`. */
  particulars: z.array(FindingKey).min(1).optional(),
  /** Deadline for the decision, months from complete papers; `routes`: only on these ways, `rule`: the rule of the procedure that sets it. */
  deadlines: z.array(z.strictObject({ id: Slug, rule: RuleNumber.optional(), procedure: Procedure.optional(), routes: z.array(Slug).min(1).optional(), diploma: z.enum(["third", "eu", "any"]), automatic: z.boolean().optional(), months: z.number().positive(), extensionMonths: z.number().optional(), law: z.array(Provision).min(1), mark: Mark })).default([]),
  /** Attempts at the exam beyond the first (Wiederholungen). */
  examRepeats: z.strictObject({ repeats: z.int().positive(), law: z.array(Provision).min(1), mark: Mark }).optional(),
  /** Annex V cut-off days by country: diplomas begun (or, where the law counts so, issued) before are acquired rights (R51). */
  cutOffs: z.array(z.strictObject({ country: z.string(), before: IsoDate, counts: z.enum(["begun", "issued"]).optional(), law: z.array(Provision).min(1), mark: Mark })).default([]),
  /**
   * Rules of their own that some states have for old diplomas (R51): of these countries, or of `former` states; with so many
   * consecutive years `within` the last ones, done in that state (`inState`); `closed`: no such right. The first that fits holds.
   */
  acquiredRights: z.array(z.strictObject({ countries: z.array(z.string()).default([]), former: z.literal(true).optional(), before: IsoDate.optional(), years: z.number().positive().optional(), within: z.number().positive().optional(), inState: z.literal(true).optional(), closed: z.literal(true).optional(), finding: FindingKey, law: z.array(Provision).min(1), mark: Mark })).default([]),
  isco08: z.string().optional(),
  kldb2010: z.string().optional(),
  ...sourced,
}).refine(({ routes, routesOf }) => (routesOf === undefined) !== (routes.length === 0), "found neither routes nor routesOf, or both; expected one of them; write the routes, or the id of the profession that has the same");
export type RegulatedProfession = z.infer<typeof RegulatedProfession>;
