import type * as z from "zod";
import {
  ComparisonBody, CompensationMeasure, CompetentAuthority, Country, CountryGroups, Craft, Deadline, DegreeField, FactStage, Fee, Funding, Label, LawVariant, locales, MicroCredential, NamedCondition,
  ProcedureRule, ReferenceHint, ReferenceOccupation, RegulatedProfession, RequiredDocument, ResidencePointer, type RulesetContent, StateList, Statement, Statistic, TextTree,
} from "../index.ts";

/** The collections that hold records with an id, or stages of facts. */
export type CollectionName = Exclude<keyof RulesetContent, "schemaVersion" | "countryGroups" | "labels" | "texts">;

/** How the records of a collection lie on the disk. */
export interface Layout {
  readonly name: CollectionName | "countryGroups" | "labels" | "texts";
  readonly folder: string;
  /** `dated`: <id>/<valid-from>.yaml; `single`: <id>.yaml; `many`: lists in files of any name. */
  readonly shape: "dated" | "single" | "many";
  readonly schema: z.ZodType;
  /** Where a colleague who programs finds the schema. */
  readonly schemaFile: string;
}

const layout = (name: Layout["name"], folder: string, shape: Layout["shape"], schema: z.ZodType, schemaFile: string): Layout => ({ name, folder, shape, schema, schemaFile: `rules/src/schema/${schemaFile}.ts` });

/** Every place of the rules folder that is read. */
export const layouts: readonly Layout[] = [
  layout("referenceOccupations", "data/reference-occupations", "dated", ReferenceOccupation, "reference-occupation"),
  layout("regulatedProfessions", "data/regulated-professions", "dated", RegulatedProfession, "regulated-profession"),
  layout("crafts", "data/crafts", "many", Craft, "collections"),
  layout("compensationMeasures", "data/compensation-measures", "single", CompensationMeasure, "collections"),
  layout("microCredentials", "data/micro-credentials", "single", MicroCredential, "collections"),
  layout("competentAuthorities", "data/competent-authorities", "single", CompetentAuthority, "authority"),
  layout("countries", "data/countries", "single", Country, "country"),
  layout("countryGroups", "data/country-groups.yaml", "single", CountryGroups, "country"),
  layout("procedureRules", "data/procedure-rules", "many", ProcedureRule, "collections"),
  layout("referenceHints", "data/reference-hints", "many", ReferenceHint, "collections"),
  layout("degreeFields", "data/degree-fields", "many", DegreeField, "collections"),
  layout("conditions", "data/conditions", "many", NamedCondition, "collections"),
  layout("stateLists", "data/state-lists", "single", StateList, "collections"),
  layout("comparisonBodies", "data/comparison-bodies", "many", ComparisonBody, "collections"),
  layout("deadlines", "data/deadlines", "many", Deadline, "collections"),
  layout("fees", "data/fees", "many", Fee, "collections"),
  layout("funding", "data/funding", "many", Funding, "collections"),
  layout("residencePointers", "data/residence", "many", ResidencePointer, "collections"),
  layout("requiredDocuments", "data/documents", "many", RequiredDocument, "collections"),
  layout("statistics", "data/statistics", "many", Statistic, "collections"),
  layout("lawVariants", "data/law-variants", "many", LawVariant, "collections"),
  layout("statements", "data/statements", "many", Statement, "collections"),
  layout("facts", "data/facts", "single", FactStage, "fact"),
  layout("labels", "data/labels", "many", Label, "collections"),
  layout("texts", "texts", "single", TextTree, "texts"),
];

/** A file of the rules with the place that its path gives it. */
export interface Placed {
  readonly layout: Layout;
  /** Parts of the path below the folder, without `.yaml`: id, id and day, language and name. */
  readonly parts: readonly string[];
}

/** What the path of a file says, or why no collection takes it. */
export function place(file: string): Placed | { readonly fault: string } {
  if (file.endsWith(".yml")) return { fault: `found a file that ends in ".yml", expected ".yaml"; rename it` };
  const found = layouts.find(({ folder }) => file === folder || file.startsWith(`${folder}/`));
  const depth = file.split("/").length;
  if (!found) return { fault: `found a file in an unknown folder, expected one of ${layouts.map(({ folder }) => folder).join(", ")}; move it to its folder` };
  const parts = file === found.folder ? [] : file.slice(found.folder.length + 1, -".yaml".length).split("/");
  const inFolders = found.shape === "dated" || found.name === "labels" || found.name === "texts";
  const wanted = found.name === "countryGroups" ? 0 : inFolders ? 2 : 1;
  if (parts.length !== wanted) return { fault: `found a file ${depth - 1} folders deep, expected ${patternOf(found)}; move it` };
  if (found.name === "texts" && !(locales as readonly string[]).includes(parts[0] ?? "")) return { fault: `found the folder "${parts[0]}", expected a language of the product (${locales.join(", ")}); move the file` };
  return { layout: found, parts };
}

/** Path of the files of a collection, as a pattern for people. */
export function patternOf({ folder, shape, name }: Layout): string {
  if (name === "countryGroups") return folder;
  if (name === "labels" || name === "texts") return `${folder}/<language>/<name>.yaml`;
  return shape === "dated" ? `${folder}/<id>/<valid-from>.yaml` : `${folder}/<${shape === "single" ? "id" : "name"}>.yaml`;
}

/** File name that the id of a record asks for: lower case, hyphens for low lines. */
export const fileNameOf = (id: string): string => id.toLowerCase().replaceAll("_", "-");
