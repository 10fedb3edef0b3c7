import type { Row, Sql } from "../sql.ts";
import type { EventRow, InterviewRow } from "./chain.ts";

const interviewColumns = "id, code_hash, ruleset_hash, key_date, sequence, head, facts, created_at, opened_at, expires_at, row_digest, version";
const eventColumns = "interview, sequence, idempotency_key, payload, salt, payload_digest, previous_hash, hash, created_at";

/** The interview of a code's hash. @param lock ending of a locking select, or empty */
export async function findByCode(sql: Sql, codeHash: string, lock = ""): Promise<InterviewRow | undefined> {
  const [row] = await sql.rows(`select ${interviewColumns} from interview where code_hash = ?${lock}`, [codeHash]);
  return row && interviewOf(row);
}

/** The interview of an id. */
export async function findById(sql: Sql, id: string, lock = ""): Promise<InterviewRow | undefined> {
  const [row] = await sql.rows(`select ${interviewColumns} from interview where id = ?${lock}`, [id]);
  return row && interviewOf(row);
}

/** All interviews after an id, in the order of their ids. */
export async function interviewsAfter(sql: Sql, id: string, limit: number): Promise<InterviewRow[]> {
  return (await sql.rows(`select ${interviewColumns} from interview where id > ? order by id limit ?`, [id, limit])).map(interviewOf);
}

/** Events of an interview by sequence. @param upTo last sequence wanted */
export async function eventsOf(sql: Sql, interview: string, upTo = 2 ** 31 - 1): Promise<EventRow[]> {
  return (await sql.rows(`select ${eventColumns} from event where interview = ? and sequence <= ? order by sequence`, [interview, upTo])).map(eventOf);
}

/** The event of an idempotency key. */
export async function eventOfKey(sql: Sql, interview: string, key: string): Promise<EventRow | undefined> {
  const [row] = await sql.rows(`select ${eventColumns} from event where interview = ? and idempotency_key = ?`, [interview, key]);
  return row && eventOf(row);
}

/** Stores a new interview. */
export async function insertInterview(sql: Sql, row: InterviewRow): Promise<void> {
  await sql.run(`insert into interview (${interviewColumns}) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`, [
    row.id, row.codeHash, row.rulesetHash, row.keyDate, row.sequence, row.head, row.facts, row.createdAt, row.openedAt, row.expiresAt, row.rowDigest, row.version,
  ]);
}

/** Stores how far an interview is now. @returns false when somebody else has changed the row since `row.version` */
export async function updateInterview(sql: Sql, row: InterviewRow): Promise<boolean> {
  const written = await sql.run(
    "update interview set sequence = ?, head = ?, facts = ?, opened_at = ?, expires_at = ?, row_digest = ?, version = version + 1 where id = ? and version = ?",
    [row.sequence, row.head, row.facts, row.openedAt, row.expiresAt, row.rowDigest, row.id, row.version],
  );
  return written === 1;
}

/** Appends an event. */
export async function insertEvent(sql: Sql, event: EventRow): Promise<void> {
  await sql.run(`insert into event (${eventColumns}) values (?, ?, ?, ?, ?, ?, ?, ?, ?)`, [
    event.interview, event.sequence, event.idempotencyKey, event.payload, event.salt, event.payloadDigest, event.previousHash, event.hash, event.createdAt,
  ]);
}

/** Removes an interview with everything that hangs on it. */
export async function removeInterview(sql: Sql, id: string): Promise<void> {
  await sql.run("delete from receipt where interview = ?", [id]);
  await sql.run("delete from event where interview = ?", [id]);
  await sql.run("delete from interview where id = ?", [id]);
}

/** A stored receipt (Beleg) of an assessment. */
export interface ReceiptRow {
  readonly interview: string;
  readonly sequence: number;
  readonly bytes: string;
  readonly digest: string;
  readonly createdAt: number;
}

/** Receipts of an interview by sequence. */
export async function receiptsOf(sql: Sql, interview: string): Promise<ReceiptRow[]> {
  const rows = await sql.rows("select interview, sequence, bytes, digest, created_at from receipt where interview = ? order by sequence, created_at", [interview]);
  return rows.map((row) => ({
    interview: String(row["interview"]),
    sequence: Number(row["sequence"]),
    bytes: String(row["bytes"]),
    digest: String(row["digest"]),
    createdAt: Number(row["created_at"]),
  }));
}

/** Is there a receipt for this result of this state of the interview? */
export async function hasReceipt(sql: Sql, interview: string, sequence: number, digest: string): Promise<boolean> {
  return (await sql.rows("select sequence from receipt where interview = ? and sequence = ? and digest = ?", [interview, sequence, digest])).length > 0;
}

/** Stores a receipt unless the very same one is there already. */
export async function insertReceipt(sql: Sql, { interview, sequence, bytes, digest, createdAt }: ReceiptRow): Promise<void> {
  await sql.run("insert into receipt (interview, sequence, bytes, digest, created_at) values (?, ?, ?, ?, ?) on conflict do nothing", [interview, sequence, bytes, digest, createdAt]);
}

function interviewOf(row: Row): InterviewRow {
  return {
    id: String(row["id"]),
    codeHash: String(row["code_hash"]),
    rulesetHash: String(row["ruleset_hash"]),
    keyDate: String(row["key_date"]),
    sequence: Number(row["sequence"]),
    head: String(row["head"]),
    facts: String(row["facts"]),
    createdAt: Number(row["created_at"]),
    openedAt: Number(row["opened_at"]),
    expiresAt: Number(row["expires_at"]),
    rowDigest: String(row["row_digest"]),
    version: Number(row["version"]),
  };
}

function eventOf(row: Row): EventRow {
  const nullable = (value: unknown) => (value === null ? null : String(value));
  return {
    interview: String(row["interview"]),
    sequence: Number(row["sequence"]),
    idempotencyKey: String(row["idempotency_key"]),
    payload: nullable(row["payload"]),
    salt: nullable(row["salt"]),
    payloadDigest: String(row["payload_digest"]),
    previousHash: String(row["previous_hash"]),
    hash: String(row["hash"]),
    createdAt: Number(row["created_at"]),
  };
}
