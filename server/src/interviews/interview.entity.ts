import { defineEntity, p } from "@mikro-orm/core";

// All texts are plain text columns: json columns would reorder keys, and the digests are over the bytes.
const milliseconds = () => p.bigint("number").columnType("bigint");
const text = () => p.text().columnType("text");
const integer = () => p.integer().columnType("integer");

/** An interview: how far it is, with which rules it is read, and the facts told so far (rebuilt from the events at need). */
export const Interview = defineEntity({
  name: "Interview",
  tableName: "interview",
  properties: {
    id: text().primary(),
    /** SHA-256 of the resume code; the code itself is never stored. */
    codeHash: text().unique("interview_code_hash_unique"),
    rulesetHash: text(),
    keyDate: text(),
    /** Number of events. */
    sequence: integer(),
    /** Hash of the last event; of nothing: 64 zeros. */
    head: text(),
    /** Canonical JSON of the facts: the fold over the events. */
    facts: text(),
    createdAt: milliseconds(),
    openedAt: milliseconds(),
    expiresAt: milliseconds().index("interview_expires_at_index"),
    rowDigest: text(),
    version: integer().version(),
  },
});

/** One stored answer. Payload and salt can be erased; the chain verifies without them. */
export const Event = defineEntity({
  name: "Event",
  tableName: "event",
  properties: {
    interview: text().primary(),
    sequence: integer().primary(),
    idempotencyKey: text(),
    /** Canonical JSON of the changes. */
    payload: text().nullable(),
    salt: text().nullable(),
    /** SHA-256 over salt and payload; also tells whether a repeated key came with another body. */
    payloadDigest: text(),
    previousHash: text(),
    hash: text(),
    createdAt: milliseconds(),
  },
  uniques: [{ name: "event_interview_idempotency_key_unique", properties: ["interview", "idempotencyKey"] }],
});

/** What an assessment was made of and gave, as the bytes that prove it. */
export const Receipt = defineEntity({
  name: "Receipt",
  tableName: "receipt",
  properties: {
    interview: text().primary(),
    sequence: integer().primary(),
    /** Canonical JSON of ruleset hash, engine, key date, facts and assessment. */
    bytes: text(),
    digest: text().primary(),
    createdAt: milliseconds(),
  },
});
