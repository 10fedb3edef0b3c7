/** What the law says: data, and the schema of that data. */
export * from "./schema/common.ts";
export * from "./schema/codes.ts";
export * from "./schema/condition.ts";
export * from "./schema/reference-occupation.ts";
export * from "./schema/regulated-profession.ts";
export * from "./schema/country.ts";
export * from "./schema/authority.ts";
export * from "./schema/collections.ts";
export * from "./schema/fact.ts";
export * from "./schema/texts.ts";
export * from "./schema/ruleset.ts";
export { canonicalJson } from "./canonical.ts";
export { isStorable } from "./storable.ts";
export * from "./schema/rule-case.ts";
