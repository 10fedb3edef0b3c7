import { defineEntity, p } from "@mikro-orm/core";

/** One publication of the rules, never changed afterwards; a draft waits for staff. */
export const PublishedRuleset = defineEntity({
  name: "PublishedRuleset",
  tableName: "published_ruleset",
  properties: {
    /** 1, 2, 3 … in the order of publication. */
    number: p.integer().columnType("integer").primary().autoincrement(false),
    /** SHA-256 over `content`. */
    hash: p.text().columnType("text").index("published_ruleset_hash_index"),
    status: p.text().columnType("text").$type<"published" | "draft">(),
    /** Where it comes from: the release's own files, or edits in this installation. */
    origin: p.text().columnType("text").$type<"upstream" | "local">(),
    /** Canonical JSON. */
    content: p.text().columnType("text"),
    schemaVersion: p.integer().columnType("integer"),
    /** Day from which it applies, ISO date. */
    effectiveFrom: p.text().columnType("text"),
    publishedAt: p.bigint("number").columnType("bigint"),
  },
});
