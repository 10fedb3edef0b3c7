import * as z from "zod";
import { CompetentAuthority } from "./authority.ts";
import { ComparisonBody, CompensationMeasure, Craft, Deadline, DegreeField, Fee, Funding, Label, LawVariant, MicroCredential, NamedCondition, ProcedureRule, ReferenceHint, RequiredDocument, ResidencePointer, StateList, Statement, Statistic } from "./collections.ts";
import { Country, CountryGroups } from "./country.ts";
import { FactStage } from "./fact.ts";
import { ReferenceOccupation } from "./reference-occupation.ts";
import { RegulatedProfession } from "./regulated-profession.ts";
import { TextTree } from "./texts.ts";

/** The whole of the rules: what `rules/load` reads and a published version freezes. */
export const RulesetContent = z.strictObject({
  schemaVersion: z.literal(1),
  referenceOccupations: z.array(ReferenceOccupation),
  regulatedProfessions: z.array(RegulatedProfession),
  crafts: z.array(Craft),
  compensationMeasures: z.array(CompensationMeasure),
  microCredentials: z.array(MicroCredential),
  competentAuthorities: z.array(CompetentAuthority),
  countries: z.array(Country),
  countryGroups: CountryGroups,
  procedureRules: z.array(ProcedureRule),
  referenceHints: z.array(ReferenceHint),
  degreeFields: z.array(DegreeField),
  conditions: z.array(NamedCondition),
  stateLists: z.array(StateList),
  comparisonBodies: z.array(ComparisonBody),
  deadlines: z.array(Deadline),
  fees: z.array(Fee),
  funding: z.array(Funding),
  residencePointers: z.array(ResidencePointer),
  requiredDocuments: z.array(RequiredDocument),
  statistics: z.array(Statistic),
  lawVariants: z.array(LawVariant),
  statements: z.array(Statement),
  facts: z.array(FactStage),
  /** Labels by language code. */
  labels: z.record(z.string(), z.array(Label)),
  /** Texts by locale and file. */
  texts: z.record(z.string(), z.record(z.string(), TextTree)),
});
export type RulesetContent = z.infer<typeof RulesetContent>;
