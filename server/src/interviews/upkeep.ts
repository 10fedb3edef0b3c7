import { canonicalJson } from "@gleichwert/rules";
import type { Database } from "../database.ts";
import { changesOf, digestOfRow, type ChainFault, verifyChain } from "./chain.ts";
import { foldEvents } from "./fold.ts";
import { eventsOf, findById, interviewsAfter, removeInterview, updateInterview } from "./store.ts";

/**
 * Verifies every interview of the database: chain, digests, facts, and that no event is without its interview.
 * @returns all faults, empty when everything is as it was written
 */
export async function verifyAll({ read }: Pick<Database, "read">): Promise<ChainFault[]> {
  const faults: ChainFault[] = [];
  let last = "";
  for (;;) {
    const page = await interviewsAfter(read, last, 200);
    for (const row of page) faults.push(...verifyChain(row, await eventsOf(read, row.id)));
    const end = page.at(-1);
    if (end === undefined) break;
    last = end.id;
  }
  const orphans = await read.rows("select distinct interview from event where interview not in (select id from interview) order by interview");
  for (const { interview } of orphans) faults.push({ interview: String(interview), code: "orphan" });
  return faults;
}

/**
 * Rebuilds the facts of an interview from its events, for when the row was damaged but the chain holds.
 * @returns whether anything had to be mended; false as well when there is no such interview
 */
export async function rebuildFacts(database: Database, interview: string): Promise<boolean> {
  return await database.write(async (sql) => {
    const row = await findById(sql, interview, database.forUpdate);
    if (row === undefined) return false;
    const facts = canonicalJson(foldEvents((await eventsOf(sql, interview)).map(changesOf)));
    const mended = { ...row, facts };
    const rowDigest = digestOfRow(mended);
    if (facts === row.facts && rowDigest === row.rowDigest) return false;
    return await updateInterview(sql, { ...mended, rowDigest });
  });
}

/** Deletes the interviews whose time is over (18 months after the last opening). @returns how many */
export async function removeEnded(database: Database, now: number): Promise<number> {
  const ended = await database.write(async (sql) => {
    const rows = await sql.rows(`select id from interview where expires_at <= ? order by id limit 500${database.forUpdate}`, [now]);
    for (const { id } of rows) await removeInterview(sql, String(id));
    return rows.length;
  });
  if (ended > 0) await database.scrub();
  return ended === 500 ? ended + (await removeEnded(database, now)) : ended;
}
