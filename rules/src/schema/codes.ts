import * as z from "zod";

/** What the product predicts for one way. `partial` exists in unregulated occupations only. */
export const outcomes = ["full", "automatic", "partial", "compensation_needed", "no_recognition_needed", "not_possible_other_path", "insufficient_information"] as const;
export const Outcome = z.enum(outcomes);
export type Outcome = z.infer<typeof Outcome>;

/** Legal procedures (Verfahren) and other ways that a result can name. */
export const procedures = [
  "bqfg_unregulated", "hwo_40a", "hwo_50c", "eu_ewr_hwv",
  "pflbg_third", "pflbg_eu_automatic", "pflbg_eu_general", "pflbg_acquired_rights",
  "approbation_third", "approbation_eu_automatic", "approbation_eu_general",
  "hebg_third", "hebg_eu_automatic", "hebg_eu_general", "therapy_third", "therapy_eu_general", "notsan_third", "notsan_eu_general",
  "psychthg_third", "psychthg_eu_general", "land_regulated", "land_title", "zab_statement", "none_unregulated", "none_available",
  "brao_206", "rdg_10", "eurag", "drig_112a", "gewo_13c", "bkrfqg_fev", "bvfg_10", "validation", "external_exam",
  "state_treaty", "follow_up_application", "new_application", "federal_special", "heilprg_permit", "partial_access", "service_notification", "advice_first",
] as const;
export const Procedure = z.enum(procedures);
export type Procedure = z.infer<typeof Procedure>;

/** Kinds of competent authority (zustaendige Stelle). */
export const authorityTypes = [
  "ihk_fosa", "ihk_local", "hwk", "hwk_or_higher_authority", "lwk_niedersachsen", "aekwl", "professional_chamber",
  "land_health_authority", "land_school_authority", "land_social_authority", "land_authority", "engineer_body", "architect_chamber", "zab",
  "bar_chamber", "lawyer_exam_office", "land_justice", "bfj", "trade_office_ihk", "driving_licence_office_and_ihk",
  "tax_chamber", "auditor_chamber", "health_office", "federal_authority", "none",
] as const;
export const AuthorityType = z.enum(authorityTypes);
export type AuthorityType = z.infer<typeof AuthorityType>;

/** Compensation measures (Ausgleichsmassnahmen) and adaptation in the unregulated branch. */
export const measures = ["knowledge_exam", "aptitude_test", "adaptation_period", "adaptation_qualification", "supplementary_instruction", "specific_proof_exam", "study_of_missing_subject", "none"] as const;
export const Measure = z.enum(measures);
export type Measure = z.infer<typeof Measure>;

/** Examinations and checks by their official German names. */
export const exams = ["kenntnispruefung", "eignungspruefung", "fachsprachpruefung", "qualifikationsanalyse", "sachkundepruefung", "unterrichtung", "externenpruefung", "grundqualifikation_ihk", "fahrerlaubnispruefung", "heilpraktiker_check", "state_exams", "none"] as const;
export const Exam = z.enum(exams);
export type Exam = z.infer<typeof Exam>;

/** Levels of a foreign qualification as a person can name them. */
export const qualificationLevels = ["none", "short_course", "secondary_vocational", "post_secondary", "higher_education_short", "bachelor", "master_or_long_degree", "master_craftsman", "professional_licence"] as const;
export const QualificationLevel = z.enum(qualificationLevels);
export type QualificationLevel = z.infer<typeof QualificationLevel>;

/** `eu`: European Union, European Economic Area and Switzerland; `third`: every other state; `de`: Germany. */
export const CountryGroup = z.enum(["eu", "third", "de"]);
export type CountryGroup = z.infer<typeof CountryGroup>;

/** Who chooses between measures: the applicant, the authority, nobody (the law names one), or by Land law. */
export const Chooser = z.enum(["applicant", "authority", "law", "land"]);
export type Chooser = z.infer<typeof Chooser>;
