import { isStorable } from "@gleichwert/rules";
import * as z from "zod";

/** A text that can be stored and read back unchanged. */
const text = (longest: number) => z.string().max(longest).refine(isStorable, "unreadable");

/** Code that opens an interview: four groups of five letters and digits. Blanks, hyphens and case do not matter. */
export const ResumeCode = z
  .string()
  .max(40)
  .regex(/^[0-9A-Za-z][0-9A-Za-z -]*$/)
  .meta({ id: "ResumeCode", example: "7K2QF-0WX4M-9DBEA-3TRVH" });
export type ResumeCode = z.infer<typeof ResumeCode>;

/** Idempotency key of one answer: chosen by the caller, new for each answer, the same for each repetition of it. */
export const IdempotencyKey = z
  .string()
  .min(8)
  .max(64)
  .regex(/^[\w.:~-]+$/);
export type IdempotencyKey = z.infer<typeof IdempotencyKey>;

const Value = z.union([
  text(2000),
  z.number(),
  z.array(text(200)).max(200),
  z.record(text(80), z.enum(["yes", "partly", "no"])),
]);

/** A fact on the wire; `value` is "unknown" for "I do not know". */
export const FactOnWire = z.strictObject({ value: Value, grade: z.enum(["said", "seen", "certified"]) }).meta({ id: "Fact" });

/** One change on the wire: a value for a key, or the removal of a key. */
export const FactChangeOnWire = z
  .union([z.strictObject({ key: text(120), fact: FactOnWire }), z.strictObject({ key: text(120), removed: z.literal(true) })])
  .meta({ id: "FactChange" });

/** Body of `POST /interviews/{code}/answers`. */
export const AnswerRequest = z
  .strictObject({ changes: z.array(FactChangeOnWire).min(1).max(200), seen: z.int().min(0).optional() })
  .meta({ id: "AnswerRequest" });
export type AnswerRequest = z.infer<typeof AnswerRequest>;

/** Query of `GET /suggestions`. */
export const SuggestionQuery = z.strictObject({
  prefix: text(200).refine((value) => value.trim() !== "", "empty"),
  language: z.string().max(35).regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/).optional(),
  limit: z.string().regex(/^(?:[1-9]|1\d|20)$/).transform(Number).optional(),
});
export type SuggestionQuery = z.infer<typeof SuggestionQuery>;

/** Query of `GET /match`. */
export const MatchQuery = z.strictObject({
  title: text(200).refine((value) => value.trim() !== "", "empty"),
  language: z.string().max(35).regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/).optional(),
  country: z.string().regex(/^[A-Z]{2}$/).optional(),
  limit: z.string().regex(/^(?:[1-9]|1\d|20)$/).transform(Number).optional(),
});
export type MatchQuery = z.infer<typeof MatchQuery>;

/** An interview as the API shows it. */
export const InterviewOnWire = z
  .strictObject({
    id: z.string(),
    sequence: z.int().min(0).meta({ description: "number of stored answers; send it back as `seen`" }),
    rulesetHash: z.string(),
    keyDate: z.iso.date().meta({ description: "day whose law applies" }),
    facts: z.record(z.string(), FactOnWire),
    createdAt: z.int().meta({ description: "milliseconds since 1970-01-01 UTC" }),
    openedAt: z.int(),
  })
  .meta({ id: "Interview" });

/** Answer of `POST /interviews`. */
export const InterviewStarted = z.strictObject({ code: ResumeCode, interview: InterviewOnWire }).meta({ id: "InterviewStarted" });

/** Answer of `POST /interviews/{code}/answers`. */
export const AnswerStored = z.strictObject({ interview: InterviewOnWire, replayed: z.boolean() }).meta({ id: "AnswerStored" });

/** Answer of `GET /interviews/{code}/assessment`. */
export const InterviewAssessed = z
  .strictObject({ interview: InterviewOnWire, assessment: z.looseObject({}).meta({ description: "candidates, paths, missing facts and their trace" }) })
  .meta({ id: "InterviewAssessed" });

/** Answer of `GET /interviews/{code}/export`: all that is stored. */
export const InterviewExport = z
  .looseObject({
    format: z.literal("gleichwert-interview/1"),
    interview: InterviewOnWire,
    expiresAt: z.int(),
    events: z.array(z.looseObject({ sequence: z.int(), key: z.string(), createdAt: z.int(), changes: z.array(FactChangeOnWire).nullable(), hash: z.string() })),
    receipts: z.array(z.looseObject({ sequence: z.int(), digest: z.string(), receipt: z.unknown() })),
  })
  .meta({ id: "InterviewExport" });

const CandidateReason = z.looseObject({ criterion: z.string(), finding: z.enum(["met", "not-met", "unknown"]) });

/** Answer of `GET /match`. */
export const Matched = z
  .strictObject({ candidates: z.array(z.looseObject({ referenceOccupation: z.string(), score: z.number(), reasons: z.array(CandidateReason) })) })
  .meta({ id: "Matched" });

/** Answer of `GET /suggestions`: words that complete a title, best first. */
export const Suggested = z
  .strictObject({ suggestions: z.array(z.strictObject({ text: z.string(), language: z.string(), referenceOccupation: z.string() })) })
  .meta({ id: "Suggested" });

/** Answer of `GET /health`. */
export const Health = z.strictObject({ ok: z.boolean(), database: z.enum(["sqlite", "postgresql"]), ruleset: z.string() }).meta({ id: "Health" });

/** Error answer (RFC 9457); `errors` names every faulty field. */
export const Problem = z
  .looseObject({
    type: z.string().meta({ example: "/problems/fact-invalid" }),
    title: z.string(),
    status: z.int(),
    instance: z.string(),
    params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
    errors: z.array(z.looseObject({ pointer: z.string(), code: z.string() })).optional(),
  })
  .meta({ id: "Problem" });
export type Problem = z.infer<typeof Problem>;
