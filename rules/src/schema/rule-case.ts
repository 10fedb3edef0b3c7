import * as z from "zod";
import { AuthorityType, Chooser, CountryGroup, Exam, Measure, Outcome, Procedure } from "./codes.ts";
import { IsoDate, Mark, Provision, RuleNumber, Slug } from "./common.ts";

/** What a person of a case told: fact key (the row of the first qualification may be left out) and value; `unknown` is "I do not know". */
export const GivenFacts = z.record(z.string().regex(/^[a-z][a-z0-9.-]*(@[qet][1-9]\d*)?$/), z.union([z.string(), z.number(), z.array(z.string()), z.record(z.string(), z.string())]));

/** What the law lets one expect of the likeliest way; only what is named is compared. Lists are compared as sets. */
export const ExpectedWay = z.strictObject({
  procedure: Procedure.optional(),
  /** The way stands somewhere in the result, not necessarily first. */
  alsoPossible: z.array(Procedure).optional(),
  neverPossible: z.array(Procedure).optional(),
  target: Slug.optional(),
  outcome: z.union([Outcome, z.array(Outcome).min(2)]).optional(),
  best: Outcome.optional(),
  worst: Outcome.optional(),
  regulated: z.enum(["yes", "no", "mixed"]).optional(),
  required: z.boolean().optional(),
  measures: z.array(Measure).optional(),
  chosenBy: z.union([Chooser, z.literal("nobody")]).optional(),
  exams: z.array(Exam).optional(),
  authority: z.array(AuthorityType).optional(),
  countryGroup: CountryGroup.optional(),
  formal: z.enum(["open", "not-open", "unknown"]).optional(),
  /** Rules of the procedure that must be among the reasons. */
  rules: z.array(RuleNumber).optional(),
  missing: z.array(z.string()).optional(),
});

/** A case of the rules (Regelfall): what is given, what the law lets one expect, and which law that is. */
export const RuleCase = z.strictObject({
  name: z.string().min(10),
  on: IsoDate.default("2026-11-22"),
  given: GivenFacts,
  expect: ExpectedWay,
  law: z.array(Provision).min(1),
  mark: Mark,
  note: z.string().optional(),
});
export type RuleCase = z.infer<typeof RuleCase>;

/** A file of cases: an array, read by whoever writes the rules. */
export const RuleCases = z.array(RuleCase).min(1);
