import * as z from "zod";
import { AuthorityType, Exam, Measure, Procedure } from "./codes.ts";
import { Condition } from "./condition.ts";
import { Competent } from "./reference-occupation.ts";
import { dated, IsoDate, Land, Mark, Provision, RuleNumber, Slug, sourced, variable } from "./common.ts";

/** A trade of the Crafts Code (Gewerbe der Handwerksordnung): annex A needs a licence, B1 and B2 do not. */
export const Craft = z.strictObject({
  id: Slug,
  annex: z.enum(["A", "B1", "B2"]),
  number: z.int().positive(),
  trade: z.string(),
  trainingOccupations: z.array(Slug).default([]),
  ...sourced,
});
export type Craft = z.infer<typeof Craft>;

/** A kind of compensation measure (Ausgleichsmassnahme). */
export const CompensationMeasure = z.strictObject({
  id: Measure,
  names: z.strictObject({ de: z.string(), en: z.string() }),
  longestMonths: z.int().positive().optional(),
  branch: z.enum(["regulated", "unregulated"]),
  canCompensate: z.string(),
  ...sourced,
});
export type CompensationMeasure = z.infer<typeof CompensationMeasure>;

/** A micro-credential. `status: model` is invented for tests and demonstration and is labelled so everywhere. */
export const MicroCredential = z.strictObject({
  id: Slug,
  status: z.enum(["verified", "model"]),
  country: z.string(),
  provider: z.string(),
  sector: z.string(),
  titles: z.strictObject({ en: z.string(), de: z.string().optional() }),
  eqfLevel: z.int().min(1).max(8),
  hours: z.number().positive(),
  learningOutcomes: z.array(z.string()).min(1),
  assessment: z.string(),
  languages: z.array(z.string()).default([]),
  helps: z.array(z.strictObject({ referenceOccupation: Slug, areas: z.array(z.string()).default([]), position: z.string(), gap: z.string() })).default([]),
  ...sourced,
});
export type MicroCredential = z.infer<typeof MicroCredential>;

/** A rule of the recognition procedure: the law behind every sentence that names it. */
export const ProcedureRule = z.strictObject({
  id: RuleNumber,
  title: z.string(),
  law: z.array(Provision).default([]),
  url: z.array(z.url()).default([]),
  mark: Mark,
  ...dated,
  note: z.string().optional(),
});
export type ProcedureRule = z.infer<typeof ProcedureRule>;

/** Terms that name no single reference occupation: broad, replaced or without a German twin (R14, R15, R17, R18). */
export const ReferenceHint = z.strictObject({
  id: Slug,
  rule: z.enum(["R14", "R15", "R16", "R17", "R18"]),
  /** Words as people write them, any language or script; matched folded, as whole words. */
  words: z.array(z.string()).min(1),
  /** Reference occupations to look at, most likely first. */
  targets: z.array(Slug).min(1),
  ...sourced,
});
export type ReferenceHint = z.infer<typeof ReferenceHint>;

/** A field of study or kind of work behind which no regulated profession stands (R98). */
export const DegreeField = z.strictObject({
  id: Slug,
  /** Words as people write them, any language or script; matched folded, as whole words. */
  words: z.array(z.string()).min(1),
  ...sourced,
});
export type DegreeField = z.infer<typeof DegreeField>;

/** A time limit (Frist). `months` run from `from`. */
export const Deadline = z.strictObject({
  id: Slug,
  rule: RuleNumber.optional(),
  procedures: z.array(Procedure).min(1),
  months: z.number().positive(),
  from: z.enum(["complete-papers", "application", "notice"]),
  extension: z.string().optional(),
  law: z.array(Provision).min(1),
  mark: Mark,
  note: z.string().optional(),
});
export type Deadline = z.infer<typeof Deadline>;

/** A fee, in euro; `year`: the year of which the source tells it. */
export const Fee = z.strictObject({
  id: Slug,
  rule: RuleNumber.optional(),
  year: z.int().optional(),
  procedures: z.array(Procedure).default([]),
  authorities: z.array(AuthorityType).default([]),
  minEuro: z.number().nonnegative(),
  maxEuro: z.number().nonnegative(),
  what: z.enum(["procedure", "skills-analysis", "statement", "accelerated", "exam", "translation"]),
  /** Charged only on a way with this examination, or with this pointer to a residence path. */
  exam: Exam.optional(),
  residence: Slug.optional(),
  ...sourced,
});
export type Fee = z.infer<typeof Fee>;

/** Money that can pay for the procedure (Foerderung). */
export const Funding = z.strictObject({
  id: Slug,
  rule: RuleNumber.optional(),
  names: z.strictObject({ de: z.string(), en: z.string() }),
  maxEuro: z.number().positive().optional(),
  applyBefore: z.boolean(),
  /** Pays only for a way with this examination, or with a measure. */
  exam: Exam.optional(),
  forMeasures: z.literal(true).optional(),
  ...dated,
  when: Condition.optional(),
  ...sourced,
});
export type Funding = z.infer<typeof Funding>;

/**
 * Least salary of a residence path in percent of the yearly ceiling of the pension insurance (Beitragsbemessungsgrenze);
 * `reduced` for degrees so recent or occupations of these ISCO-08 groups; `waived` where the law asks for no such salary.
 */
export const SalaryThreshold = z.strictObject({
  percent: z.number().positive(),
  reduced: z.strictObject({ percent: z.number().positive(), withinYears: z.int().positive().optional(), isco08: z.array(z.string()).default([]) }).optional(),
  waived: Condition.optional(),
  /** Another proof can stand in its place, so that a lower salary does not close the path. */
  orOtherProof: z.literal(true).optional(),
});
export type SalaryThreshold = z.infer<typeof SalaryThreshold>;

/** A pointer to a residence path (Aufenthalt); the immigration office decides. */
export const ResidencePointer = z.strictObject({
  id: Slug,
  rule: RuleNumber,
  law: z.array(Provision).min(1),
  procedures: z.array(Procedure).default([]),
  when: Condition.optional(),
  /** Only for a way with this examination, or with any. */
  exam: z.union([Exam, z.literal("any")]).optional(),
  /** German that the act asks for as a rule, in its own word (AufenthG § 2 (10)-(12)). */
  german: z.enum(["hinreichend", "ausreichend", "gut", "beherrscht"]).optional(),
  salary: SalaryThreshold.optional(),
  mark: Mark,
  note: z.string().optional(),
});
export type ResidencePointer = z.infer<typeof ResidencePointer>;

/** A paper asked for in a procedure (Unterlage). */
export const RequiredDocument = z.strictObject({
  id: Slug,
  rule: RuleNumber.optional(),
  procedures: z.array(Procedure).default([]),
  group: z.enum(["unregulated", "regulated", "all"]),
  /** Fact option in `evidence.documents` that stands for it. */
  option: z.string().optional(),
  /** Asked for only when this holds, as far as it is known. */
  when: Condition.optional(),
  /** Procedures whose own act lists its papers, and not this one. */
  notFor: z.array(Procedure).default([]),
  /** Asked for only on a way that cites one of these provisions, as `EU/EWR HwV § 6 (1) no. 3`. */
  whereCited: z.array(Provision).min(1).optional(),
  translation: z.enum(["certified", "none", "own"]),
  /** Facts that the paper proves; papers that settle the most open ones are named first. */
  proves: z.array(z.string()).default([]),
  law: z.array(Provision).min(1),
  mark: Mark,
  note: z.string().optional(),
});
export type RequiredDocument = z.infer<typeof RequiredDocument>;

/** A named condition tree used by a legal step, e.g. the experience variants of the EU craft ordinance. */
export const NamedCondition = z.strictObject({
  id: Slug,
  rule: RuleNumber,
  when: Condition,
  /** `closes`: where it holds, the way of the rule is closed; absent: where it holds, the way is open. */
  effect: z.literal("closes").optional(),
  ...variable,
  law: z.array(Provision).min(1),
  mark: Mark,
  ...dated,
  note: z.string().optional(),
});
export type NamedCondition = z.infer<typeof NamedCondition>;

/**
 * The body that compares a foreign training with the occupations of one kind of chamber (zustaendige Stelle); `id` is the
 * `competent` of those occupations. `field` is the field among the authorities, absent where only the type is known.
 */
export const ComparisonBody = z.strictObject({
  id: Competent,
  rule: RuleNumber,
  authority: AuthorityType,
  field: Slug.optional(),
  law: z.array(Provision).min(1),
  mark: Mark,
  ...dated,
  note: z.string().optional(),
});
export type ComparisonBody = z.infer<typeof ComparisonBody>;

/** Foreign states treated by an ordinance or list: lawyers of BRAO section 206, driving licences of FeV annex 11, treaties. */
export const StateList = z.strictObject({
  id: Slug,
  rule: RuleNumber,
  entries: z.array(z.strictObject({ country: z.string(), title: z.string().optional(), effect: z.string().optional(), classes: z.array(z.string()).optional(), theoryTest: z.boolean().optional(), practiceTest: z.boolean().optional(), mark: Mark.optional(), note: z.string().optional() })),
  /** Short forms of kinds of examination that stand in the entries, as people write them: `CAP` for the words of the ordinance. */
  shortForms: z.record(z.string(), z.string()).optional(),
  law: z.array(Provision).min(1),
  mark: Mark,
  ...dated,
  note: z.string().optional(),
});
export type StateList = z.infer<typeof StateList>;

/**
 * A change of law that is adopted while its first day is not known yet (Rechtsänderung mit offenem Beginn). Routes and
 * conditions name it in `onlyWith` or `onlyWithout`; writing `startsOn` switches from the one to the other.
 */
export const LawVariant = z.strictObject({
  id: Slug,
  rule: RuleNumber,
  /** First day of the new law, ISO date; absent while nobody knows it: the old law goes on. */
  startsOn: IsoDate.optional(),
  ...sourced,
});
export type LawVariant = z.infer<typeof LawVariant>;

/**
 * The source of a sentence that no single finding carries: what a procedure is, what is free without recognition, what to
 * do next, what an examination covers. `id` is the file of the texts and the key in it: `next.apply`, `exams.kenntnispruefung`.
 */
export const Statement = z.strictObject({
  id: z.string().regex(/^[a-z]+(-[a-z]+)*\.[a-z0-9_-]+$/, "expected a text file and a key, such as next.apply"),
  rule: RuleNumber,
  /** Findings whose law on the very way is the source, the first that is there before the record's own law: `R56.applicant-chooses`. */
  of: z.array(z.string().regex(/^R\d{1,3}[a-z]?\.[a-z0-9-]+$/)).default([]),
  law: z.array(Provision).default([]),
  url: z.array(z.url()).default([]),
  mark: Mark,
  note: z.string().optional(),
});
export type Statement = z.infer<typeof Statement>;

/** Yearly figures with their year. */
export const Statistic = z.strictObject({ id: Slug, year: z.int(), value: z.number(), unit: z.string(), ...sourced });
export type Statistic = z.infer<typeof Statistic>;

/** What people say for an occupation in one language, in our own words; helps finding, states no law. */
export const Label = z.strictObject({ target: Slug, words: z.array(z.string()).min(1) });
export type Label = z.infer<typeof Label>;

export { IsoDate, Land };
