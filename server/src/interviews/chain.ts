import { canonicalJson } from "@gleichwert/rules";
import type { FactChange } from "@gleichwert/shared/facts";
import { randomBytes } from "node:crypto";
import { sha256 } from "../sha256.ts";
import { foldEvents } from "./fold.ts";

/** Hash before the first event. */
export const noEvent = "0".repeat(64);

/** A stored answer as its row holds it. */
export interface EventRow {
  readonly interview: string;
  readonly sequence: number;
  readonly idempotencyKey: string;
  readonly payload: string | null;
  readonly salt: string | null;
  readonly payloadDigest: string;
  readonly previousHash: string;
  readonly hash: string;
  readonly createdAt: number;
}

/** An interview as its row holds it. */
export interface InterviewRow {
  readonly id: string;
  readonly codeHash: string;
  readonly rulesetHash: string;
  readonly keyDate: string;
  readonly sequence: number;
  readonly head: string;
  readonly facts: string;
  readonly createdAt: number;
  readonly openedAt: number;
  readonly expiresAt: number;
  readonly rowDigest: string;
  readonly version: number;
}

/** Salted digest of a payload; without the salt nobody can guess the payload from it. */
export const digestOf = (salt: string, payload: string): string => sha256(`${salt}\n${payload}`);

/** The next event of an interview. */
export function nextEvent(row: InterviewRow, key: string, changes: readonly FactChange[], now: number): EventRow {
  const payload = canonicalJson(changes);
  const salt = randomBytes(16).toString("hex");
  const link = {
    interview: row.id,
    sequence: row.sequence + 1,
    idempotencyKey: key,
    payloadDigest: digestOf(salt, payload),
    previousHash: row.head,
    createdAt: now,
  };
  return { ...link, payload, salt, hash: hashOf(link) };
}

type Link = Pick<EventRow, "interview" | "sequence" | "idempotencyKey" | "payloadDigest" | "previousHash" | "createdAt">;

function hashOf({ interview, sequence, idempotencyKey, payloadDigest, previousHash, createdAt }: Link): string {
  return sha256(canonicalJson([interview, sequence, idempotencyKey, payloadDigest, previousHash, createdAt]));
}

/** Digest over everything else in an interview's row. */
export function digestOfRow(row: Omit<InterviewRow, "rowDigest" | "version">): string {
  const { id, codeHash, rulesetHash, keyDate, sequence, head, facts, createdAt, openedAt, expiresAt } = row;
  return sha256(canonicalJson([id, codeHash, rulesetHash, keyDate, sequence, head, facts, createdAt, openedAt, expiresAt]));
}

/** What does not fit in an interview. */
export interface ChainFault {
  readonly interview: string;
  readonly code: "sequence" | "link" | "hash" | "payload" | "count" | "head" | "facts" | "row" | "orphan";
  /** The event, where it is one. */
  readonly sequence?: number;
}

/**
 * Checks an interview against its events: order, links, digests, the head, and that the facts are what the events say.
 * An event whose payload and salt were erased is checked by its link alone.
 * @param events of this interview, by sequence
 * @returns all faults; empty when nothing was changed behind our back
 */
export function verifyChain(row: InterviewRow, events: readonly EventRow[]): ChainFault[] {
  const faults: ChainFault[] = [];
  const fault = (code: ChainFault["code"], sequence?: number) => faults.push({ interview: row.id, code, ...(sequence !== undefined && { sequence }) });
  let previous = noEvent;
  for (const [index, event] of events.entries()) {
    if (event.sequence !== index + 1) fault("sequence", event.sequence);
    if (event.previousHash !== previous) fault("link", event.sequence);
    if (event.hash !== hashOf(event)) fault("hash", event.sequence);
    const isErased = event.payload === null && event.salt === null;
    if (!isErased && digestOf(event.salt ?? "", event.payload ?? "") !== event.payloadDigest) fault("payload", event.sequence);
    previous = event.hash;
  }
  if (row.sequence !== events.length) fault("count");
  if (row.head !== previous) fault("head");
  if (row.rowDigest !== digestOfRow(row)) fault("row");
  if (faults.length === 0 && events.every(({ payload }) => payload !== null) && row.facts !== canonicalJson(foldEvents(events.map(changesOf)))) fault("facts");
  return faults;
}

/** The changes of an event; null when they were erased. */
export const changesOf = ({ payload }: EventRow): FactChange[] | null => (payload === null ? null : (JSON.parse(payload) as FactChange[]));
