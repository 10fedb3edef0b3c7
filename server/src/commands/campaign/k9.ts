import type { Report } from "./report.ts";
import { makeTarget, openInterview, sendTitle, storedAnswers } from "./target.ts";

/**
 * K9: races of two to eight writers that all saw the same state of one interview. Exactly one may win; the others must
 * be told so, with the state that there is now.
 */
export async function runK9({ rounds }: { readonly rounds: number }): Promise<Report> {
  const target = await makeTarget();
  const faults: string[] = [];
  let refused = 0;
  try {
    const url = await target.start();
    const code = await openInterview(url);
    const winners: string[] = [];
    for (let race = 0; race < rounds; race++) {
      const fault = (what: string) => faults.push(`race ${race}: ${what}`);
      const keys = Array.from({ length: 2 + Math.floor(Math.random() * 7) }, (_, n) => `race-${race}-writer-${n}`);
      const replies = await Promise.all(keys.map(async (key) => ({ key, reply: await sendTitle(url, code, key, key, race) })));
      const won = replies.filter(({ reply }) => reply.kind === "reply" && reply.status === 200);
      if (won.length !== 1) fault(`${won.length} writers won`);
      winners.push(won[0]?.key ?? "nobody");
      for (const { key, reply } of replies) {
        if (won.some((winner) => winner.key === key)) continue;
        const isTold = reply.kind === "reply" && reply.status === 409 && reply.body.params?.["sequence"] === race + 1;
        if (isTold) refused++;
        else fault(`${key} got ${JSON.stringify(reply)}`);
      }
    }
    const stored = (await storedAnswers(url, code)).map(({ key }) => key);
    if (stored.join() !== winners.join()) faults.push("what is stored is not what the winners said");
    return { figures: { races: rounds, refused }, faults };
  } finally {
    await target.remove();
  }
}
