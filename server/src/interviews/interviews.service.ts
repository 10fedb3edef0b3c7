import { canonicalJson } from "@gleichwert/rules";
import type { Api, StoredInterview } from "@gleichwert/shared/api";
import type { Assessment } from "@gleichwert/shared/assessment";
import { Conflict, FactInvalid, KeyReused, NotFound } from "@gleichwert/shared/errors";
import { applyChanges, checkChanges, type FactChange, type Facts } from "@gleichwert/shared/facts";
import { inForce, type RulesetInForce } from "@gleichwert/shared/ruleset";
import { randomUUID } from "node:crypto";
import { caller } from "../caller.ts";
import type { Database } from "../database.ts";
import type { Rulesets } from "../rulesets/index.ts";
import { sha256 } from "../sha256.ts";
import { changesOf, digestOf, digestOfRow, type InterviewRow, nextEvent, noEvent } from "./chain.ts";
import { expiryOf, germanDay } from "./days.ts";
import { foldEvents } from "./fold.ts";
import { hashOfCode, newResumeCode } from "./resume-code.ts";
import { eventOfKey, eventsOf, findByCode, hasReceipt, insertEvent, insertInterview, insertReceipt, receiptsOf, removeInterview, updateInterview } from "./store.ts";
import type { Throttle } from "./throttle.ts";

/** What the interviews need from outside; the clock comes in milliseconds. */
export interface InterviewsNeed {
  readonly database: Database;
  readonly rulesets: Rulesets;
  readonly throttle: Throttle;
  readonly assess: (rules: RulesetInForce, facts: Facts, on: string) => Assessment;
  readonly now: () => number;
}

/** The part of the Api that stores and reads interviews. */
export type Interviews = Pick<Api, "startInterview" | "interview" | "answer" | "assess" | "deleteInterview" | "exportInterview">;

// An opening moves the deletion date; writing that down once a day is enough.
const openingCountsAfterMs = 86_400_000;

/** Interviews in the database. Foreign, ended and missing codes are not told apart. */
export function createInterviews({ database, rulesets, throttle, assess, now }: InterviewsNeed): Interviews {
  const hashOf = (code: string): string => {
    const address = caller.getStore()?.address;
    if (address !== undefined) throttle.demand(address, now());
    return hashOfCode(code) ?? missing();
  };
  const missing = (): never => {
    const address = caller.getStore()?.address;
    if (address !== undefined) throttle.wrong(address, now());
    throw new NotFound("interview");
  };
  const alive = (row: InterviewRow | undefined): InterviewRow => (row !== undefined && row.expiresAt > now() ? row : missing());
  // `async`, so that a refusal of the throttle rejects instead of throwing.
  const load = async (code: string): Promise<InterviewRow> => alive(await findByCode(database.read, hashOf(code)));
  const rulesFor = async (row: InterviewRow): Promise<RulesetInForce> => inForce(await rulesets.byHash(row.rulesetHash), row.keyDate);

  async function opened(code: string): Promise<InterviewRow> {
    const row = await load(code);
    if (now() - row.openedAt < openingCountsAfterMs) return row;
    return await database.write(async (sql) => {
      const fresh = alive(await findByCode(sql, row.codeHash, database.forUpdate));
      const touched = withDigest({ ...fresh, openedAt: now(), expiresAt: expiryOf(now()) });
      if (!(await updateInterview(sql, touched))) throw new Conflict({ sequence: fresh.sequence });
      return touched;
    });
  }

  return {
    async startInterview() {
      const code = newResumeCode();
      const at = now();
      const row = withDigest({
        id: randomUUID(),
        codeHash: hashOfCode(code)!,
        rulesetHash: (await rulesets.current()).hash,
        keyDate: germanDay(at),
        sequence: 0,
        head: noEvent,
        facts: canonicalJson({}),
        createdAt: at,
        openedAt: at,
        expiresAt: expiryOf(at),
        version: 1,
      });
      await database.write((sql) => insertInterview(sql, row));
      return { code, interview: presentInterview(row) };
    },

    async interview(code) {
      return presentInterview(await opened(code));
    },

    async answer(code, { key, changes, seen }) {
      // Everything slow comes before the transaction: in it nobody waits for anything but its own statements.
      const before = await load(code);
      const problems = checkChanges(await rulesFor(before), changes);
      if (problems.length > 0) throw new FactInvalid(problems);
      return await database.write(async (sql) => {
        const row = alive(await findByCode(sql, before.codeHash, database.forUpdate));
        const earlier = await eventOfKey(sql, row.id, key);
        if (earlier) {
          // Without payload and salt (erased) the body can no longer be compared.
          if (earlier.salt !== null && digestOf(earlier.salt, canonicalJson(changes)) !== earlier.payloadDigest) throw new KeyReused();
          const isLast = earlier.sequence === row.sequence;
          const facts = isLast ? (JSON.parse(row.facts) as Facts) : foldEvents((await eventsOf(sql, row.id, earlier.sequence)).map(changesOf));
          return { interview: { ...presentInterview(row), sequence: earlier.sequence, facts, openedAt: earlier.createdAt }, replayed: true };
        }
        if (seen !== undefined && seen !== row.sequence) throw new Conflict({ sequence: row.sequence });
        const event = nextEvent(row, key, changes, now());
        const after = appended(row, changes, event);
        if (!(await updateInterview(sql, after))) throw new Conflict({ sequence: row.sequence });
        await insertEvent(sql, event);
        return { interview: presentInterview(after), replayed: false };
      });
    },

    async assess(code) {
      const row = await opened(code);
      const interview = presentInterview(row);
      const assessment = assess(await rulesFor(row), interview.facts, row.keyDate);
      const bytes = canonicalJson({ ruleset: row.rulesetHash, engine: assessment.engine, keyDate: row.keyDate, facts: interview.facts, assessment });
      const digest = sha256(bytes);
      if (!(await hasReceipt(database.read, row.id, row.sequence, digest))) {
        await database.write(async (sql) => {
          alive(await findByCode(sql, row.codeHash, database.forUpdate)); // no receipt of an interview deleted meanwhile
          await insertReceipt(sql, { interview: row.id, sequence: row.sequence, bytes, digest, createdAt: now() });
        });
      }
      return { interview, assessment };
    },

    async deleteInterview(code) {
      const codeHash = hashOf(code);
      await database.write(async (sql) => removeInterview(sql, alive(await findByCode(sql, codeHash, database.forUpdate)).id));
      await database.scrub();
    },

    async exportInterview(code) {
      const row = await load(code);
      const [events, receipts] = await Promise.all([eventsOf(database.read, row.id), receiptsOf(database.read, row.id)]);
      return {
        format: "gleichwert-interview/1",
        interview: presentInterview(row),
        expiresAt: row.expiresAt,
        events: events.map((event) => ({
          sequence: event.sequence,
          key: event.idempotencyKey,
          createdAt: event.createdAt,
          changes: changesOf(event),
          payloadDigest: event.payloadDigest,
          previousHash: event.previousHash,
          hash: event.hash,
        })),
        receipts: receipts.map(({ sequence, digest, createdAt, bytes }) => ({ sequence, digest, createdAt, receipt: JSON.parse(bytes) as unknown })),
      };
    },
  };
}

function appended(row: InterviewRow, changes: readonly FactChange[], event: { sequence: number; hash: string; createdAt: number }): InterviewRow {
  const facts = canonicalJson(applyChanges(JSON.parse(row.facts) as Facts, changes));
  return withDigest({ ...row, sequence: event.sequence, head: event.hash, facts, openedAt: event.createdAt, expiresAt: expiryOf(event.createdAt) });
}

const withDigest = (row: Omit<InterviewRow, "rowDigest">): InterviewRow => ({ ...row, rowDigest: digestOfRow(row) });

function presentInterview({ id, sequence, rulesetHash, keyDate, facts, createdAt, openedAt }: InterviewRow): StoredInterview {
  return { id, sequence, rulesetHash, keyDate, facts: JSON.parse(facts) as Facts, createdAt, openedAt };
}
