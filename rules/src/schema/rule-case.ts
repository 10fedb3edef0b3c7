import * as z from "zod";
import { AuthorityType, Chooser, CountryGroup, Exam, Measure, Outcome, Procedure } from "./codes.ts";
import { IsoDate, Mark, Provision, RuleNumber, Slug, Source } from "./common.ts";

/** What a person of a case told: fact key (the row of the first qualification may be left out) and value; `unknown` is "I do not know", `null` takes back what the likeness told. */
export const GivenFacts = z.record(z.string().regex(/^[a-z][a-z0-9.-]*(@[qet][1-9]\d*)?$/), z.union([z.string(), z.number(), z.array(z.string()), z.record(z.string(), z.string()), z.null()]));
export type GivenFacts = z.infer<typeof GivenFacts>;

/** Rule and text key of a finding: `R81.applicant-chooses`. */
const FindingKey = z.string().regex(/^R\d{1,3}[a-z]?\.[a-z0-9-]+$/, "expected a rule and a text key such as R81.applicant-chooses");

/**
 * What the law lets one expect; only what is named is compared. Everything is said of the likeliest way unless it names
 * the whole result. Lists in the singular of a thing (measures, exams, authority) are compared as sets, the others say
 * what must, or (`no…`) must not, be among the found.
 */
export const ExpectedWay = z.strictObject({
  procedure: Procedure.optional(),
  /** The way stands somewhere in the result, not necessarily first. */
  alsoPossible: z.array(Procedure).optional(),
  neverPossible: z.array(Procedure).optional(),
  target: Slug.optional(),
  outcome: z.union([Outcome, z.array(Outcome).min(2)]).optional(),
  best: Outcome.optional(),
  worst: Outcome.optional(),
  regulated: z.enum(["yes", "no", "mixed", "unknown"]).optional(),
  form: z.enum(["activity", "title", "self-employment", "none"]).optional(),
  required: z.boolean().optional(),
  measures: z.array(Measure).optional(),
  longestMonths: z.int().optional(),
  chosenBy: z.union([Chooser, z.literal("nobody")]).optional(),
  exams: z.array(Exam).optional(),
  /** Attempts at the examination beyond the first. */
  repeats: z.int().optional(),
  authority: z.array(AuthorityType).optional(),
  /** Id of an authority that must be named. */
  authorityId: Slug.optional(),
  countryGroup: CountryGroup.optional(),
  formal: z.enum(["open", "not-open", "unknown"]).optional(),
  /** Level of German asked for, and of the professional language. */
  language: z.string().optional(),
  professional: z.string().optional(),
  /** Months of the time limits of the way, in its order. */
  deadlines: z.array(z.number()).optional(),
  /** Ids of fees, papers, money and residence pointers that must be there, or must not. */
  fees: z.array(Slug).optional(),
  documents: z.array(Slug).optional(),
  noDocuments: z.array(Slug).optional(),
  /** The first papers of the way, in their order. */
  firstDocuments: z.array(Slug).min(1).optional(),
  noFees: z.array(Slug).optional(),
  noTranslated: z.array(Slug).optional(),
  noNext: z.array(z.string()).optional(),
  /** Papers that need a certified translation. */
  translated: z.array(Slug).optional(),
  funding: z.array(Slug).optional(),
  noFunding: z.array(Slug).optional(),
  residence: z.array(Slug).optional(),
  noResidence: z.array(Slug).optional(),
  /** Text keys of what is free without recognition, all of them (a promise too many is wrong), and of next steps that must be there. */
  freeWithout: z.array(z.string()).optional(),
  next: z.array(z.string()).optional(),
  /** Candidates among the first five. */
  candidates: z.array(Slug).optional(),
  noCandidates: z.array(Slug).optional(),
  /** Sentences that must, or must not, be among the reasons of the qualification or of the way. */
  findings: z.array(FindingKey).optional(),
  noFindings: z.array(FindingKey).optional(),
  /** Rules of the procedure that must, or must not, be among the reasons. */
  rules: z.array(RuleNumber).optional(),
  noRules: z.array(RuleNumber).optional(),
  /** Provisions that the way must, or must not, cite anywhere. */
  law: z.array(Provision).optional(),
  noLaw: z.array(Provision).optional(),
  /** The whole legal basis of the way, no provision more or less. */
  basis: z.array(Provision).optional(),
  /** What the law leaves to the judgement of the authority. */
  leftToAuthority: z.array(z.string()).optional(),
  /** Facts that must, or must not, be asked next. */
  missing: z.array(z.string()).optional(),
  notMissing: z.array(z.string()).optional(),
});
export type ExpectedWay = z.infer<typeof ExpectedWay>;

/** A case of the rules (Regelfall): what is given, what the law lets one expect, and which law that is. */
export const RuleCase = z.strictObject({
  name: z.string().min(10),
  on: IsoDate.default("2026-11-22"),
  /** Somebody of `cases/persons.yaml` whose answers the case begins with. */
  like: Slug.optional(),
  given: GivenFacts.default({}),
  /** Changes of law with open beginning that count as begun, with their first day. */
  variants: z.record(Slug, IsoDate).optional(),
  expect: ExpectedWay,
  /** Rules that decide this case: without the rule the expectation would not come true. */
  decides: z.array(RuleNumber).optional(),
  /** Rules that do not decide this case, though one could think so: they must not be among the reasons. */
  decidesNot: z.array(RuleNumber).optional(),
  law: z.array(Provision).min(1),
  mark: Mark,
  note: z.string().optional(),
});
export type RuleCase = z.infer<typeof RuleCase>;

/** A file of cases: an array, read by whoever writes the rules. */
export const RuleCases = z.array(RuleCase).min(1);

/** People whose answers cases begin with (`cases/persons.yaml`), by a name. */
export const CasePersons = z.record(Slug, GivenFacts);
export type CasePersons = z.infer<typeof CasePersons>;

/**
 * An entry of the second book (Gegenbuch): what the source says one record holds, written from the source and not from the
 * record. Only named fields are compared: lists of values as sets, lists of objects entry by entry on the fields that are
 * named, and there must be as many.
 */
export const BookEntry = z.strictObject({
  /** Collection and id: `stateLists/brao-206`. */
  record: z.string().regex(/^[A-Za-z]+\/[A-Za-z0-9-]+$/, "expected a collection and an id, such as stateLists/brao-206"),
  on: IsoDate.default("2026-11-22"),
  /** The record holds nothing on that day. */
  absent: z.literal(true).optional(),
  expect: z.record(z.string(), z.unknown()).default({}),
  source: Source,
  mark: Mark,
  note: z.string().optional(),
});
export type BookEntry = z.infer<typeof BookEntry>;

/** A file of the second book, `cases/book/*.yaml`. */
export const BookEntries = z.array(BookEntry).min(1);
