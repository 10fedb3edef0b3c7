import * as z from "zod";
import { RuleNumber } from "./common.ts";

/** Stages of the interview, in order. The last two ask nothing. */
export const stages = ["purpose", "origin", "qualification", "occupation", "standing", "work", "evidence", "experience", "comparison", "person", "check-answers", "result"] as const;
export const Stage = z.enum(stages);
export type Stage = z.infer<typeof Stage>;

/** One question component exists for each type. */
export const factTypes = ["choice", "choices", "text", "title", "country", "land", "year", "years", "candidate", "areas", "rows"] as const;
export const FactType = z.enum(factTypes);
export type FactType = z.infer<typeof FactType>;

export const FactId = z.string().regex(/^[a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*)*$/);
export type FactId = z.infer<typeof FactId>;

/** A fact that the interview may ask. Words stand in `texts/<locale>/facts.yaml` under the same id. */
export const FactDefinition = z.strictObject({
  id: FactId,
  type: FactType,
  /** List whose rows hold this fact; absent: one value a case. */
  list: z.enum(["qualification", "experience", "training"]).optional(),
  /** Codes that can be chosen; "I do not know" is always there and never listed. */
  options: z.array(z.string()).optional(),
  unit: z.enum(["years", "months", "hours", "year"]).optional(),
  min: z.number().optional(),
  max: z.number().optional(),
  maxLength: z.int().positive().optional(),
  /** For type rows: fields of one row, asked together on one page. */
  fields: z.array(z.string()).optional(),
  /** For type rows or a field of a row: may be left empty. */
  optional: z.boolean().optional(),
  /** Can be recorded (by an advisor, by a case file), but the interview does not ask for it. */
  volunteered: z.boolean().optional(),
  /** Rules that read this fact: why it is asked. A fact no rule reads is a finding of the rule check. */
  readBy: z.array(RuleNumber).min(1),
});
export type FactDefinition = z.infer<typeof FactDefinition>;

/** All facts of one stage, in the order in which they are asked. */
export const FactStage = z.strictObject({ stage: Stage, facts: z.array(FactDefinition) });
export type FactStage = z.infer<typeof FactStage>;
