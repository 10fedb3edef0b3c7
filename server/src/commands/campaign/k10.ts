import type { Report } from "./report.ts";
import { makeTarget, openInterview, sendTitle, storedAnswers } from "./target.ts";

const atOnce = 8;

/**
 * K10: every answer sent two to five times at once with one key. It must count once, all replies must say the same, and
 * the same key with another answer must be refused.
 */
export async function runK10({ rounds }: { readonly rounds: number }): Promise<Report> {
  const target = await makeTarget();
  const faults: string[] = [];
  let sent = 0;
  try {
    const url = await target.start();
    const code = await openInterview(url);

    const post = async (number: number): Promise<void> => {
      const fault = (what: string) => faults.push(`post ${number}: ${what}`);
      const key = `post-${number}-of-many`;
      const times = 2 + Math.floor(Math.random() * 4);
      sent += times;
      const replies = await Promise.all(Array.from({ length: times }, () => sendTitle(url, code, key, `title ${number}`)));
      const bodies = replies.flatMap((reply) => (reply.kind === "reply" && reply.status === 200 ? [reply.body] : []));
      if (bodies.length !== times) fault(`got ${JSON.stringify(replies)}`);
      if (bodies.filter(({ replayed }) => replayed === false).length !== 1) fault("did not count exactly once");
      if (new Set(bodies.map(({ interview }) => JSON.stringify(interview))).size !== 1) fault("the replies differ");
      const other = await sendTitle(url, code, key, "another title");
      if (other.kind !== "reply" || other.status !== 422 || other.body.type !== "/problems/key-reused") fault(`with another title it got ${JSON.stringify(other)}`);
    };
    for (let first = 0; first < rounds; first += atOnce) {
      await Promise.all(Array.from({ length: Math.min(atOnce, rounds - first) }, (_, n) => post(first + n)));
    }
    const keys = (await storedAnswers(url, code)).map(({ key }) => key);
    if (keys.length !== rounds || new Set(keys).size !== rounds) faults.push(`${keys.length} answers are stored, ${rounds} were sent`);
    return { figures: { posts: rounds, sent }, faults };
  } finally {
    await target.remove();
  }
}
