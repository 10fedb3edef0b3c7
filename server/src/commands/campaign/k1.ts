import { openDatabase } from "../../database.ts";
import { verifyAll } from "../../interviews/index.ts";
import type { Report } from "./report.ts";
import { makeTarget, openInterview, sendTitle, storedAnswers } from "./target.ts";

interface Sent {
  readonly key: string;
  readonly title: string;
  /** Sequence that the server acknowledged; undefined while nobody knows whether it was stored. */
  sequence?: number;
}

interface Writer {
  readonly code: string;
  readonly sent: Sent[];
}

const writersAtOnce = 8;

/**
 * K1: kill -9 while eight writers answer, again and again on the same data. After each kill the files are checked, the
 * server is started anew, and whatever got no reply is sent again with its old key. Nothing acknowledged may be gone,
 * nothing may be there twice, every chain must verify.
 */
export async function runK1({ rounds }: { readonly rounds: number }): Promise<Report> {
  const target = await makeTarget();
  const faults: string[] = [];
  let retried = 0;
  try {
    let url = await target.start();
    const writers: Writer[] = [];
    for (let n = 0; n < writersAtOnce; n++) writers.push({ code: await openInterview(url), sent: [] });
    for (let round = 1; round <= rounds; round++) {
      const fault = (what: string) => faults.push(`round ${round}: ${what}`);
      const running = writers.map((writer, n) => write(url, writer, n, fault));
      await new Promise((done) => setTimeout(done, 50 + Math.random() * 350));
      await target.kill();
      await Promise.all(running);

      for (const found of await check(target.dataDir)) fault(found);
      url = await target.start();
      for (const writer of writers) {
        for (const sent of writer.sent.filter(({ sequence }) => sequence === undefined)) {
          retried++;
          const again = await sendTitle(url, writer.code, sent.key, sent.title);
          const sequence = again.kind === "reply" && again.status === 200 ? again.body.interview?.sequence : undefined;
          if (sequence === undefined) fault(`${sent.key} could not be sent again: ${JSON.stringify(again)}`);
          else sent.sequence = sequence;
        }
        for (const found of compare(writer, await storedAnswers(url, writer.code))) fault(found);
      }
    }
    const acknowledged = writers.reduce((sum, { sent }) => sum + sent.length, 0);
    return { figures: { rounds, acknowledged, retried }, faults };
  } finally {
    await target.remove();
  }
}

/** Answers until the server is gone. */
async function write(url: string, { code, sent }: Writer, number: number, fault: (what: string) => void): Promise<void> {
  for (;;) {
    const next: Sent = { key: `writer-${number}-${sent.length}`, title: `title ${number} ${sent.length} ${"x".repeat(100)}` };
    sent.push(next);
    const reply = await sendTitle(url, code, next.key, next.title);
    if (reply.kind === "lost-contact") return;
    const sequence = reply.body.interview?.sequence;
    if (reply.status !== 200 || sequence === undefined) return void fault(`${next.key} was answered ${reply.status} ${JSON.stringify(reply.body)}`);
    next.sequence = sequence;
  }
}

/** What the killed server left behind. */
async function check(dataDir: string): Promise<string[]> {
  const database = await openDatabase({ dataDir });
  try {
    const said = (await database.read.rows("pragma quick_check")).map((row) => String(Object.values(row)[0]));
    const chain = (await verifyAll(database)).map((found) => `verification: ${JSON.stringify(found)}`);
    return [...(said.join() === "ok" ? [] : said), ...chain];
  } finally {
    await database.close();
  }
}

/** Sets what was sent against what is stored. */
function compare({ sent }: Writer, stored: Awaited<ReturnType<typeof storedAnswers>>): string[] {
  const faults: string[] = [];
  const byKey = new Map(stored.map((event) => [event.key, event]));
  if (byKey.size !== stored.length) faults.push("a key is stored twice");
  if (stored.length > sent.length) faults.push(`${stored.length - sent.length} more answers are stored than were sent`);
  for (const { key, title, sequence } of sent) {
    const found = byKey.get(key);
    if (found === undefined) faults.push(`${key} was acknowledged and is gone`);
    else if (found.sequence !== sequence) faults.push(`${key} was acknowledged as ${sequence} and is stored as ${found.sequence}`);
    else if (found.changes[0]?.fact.value !== title) faults.push(`${key} is stored with another title`);
  }
  return faults;
}
