import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { Api } from "@gleichwert/shared/api";
import { Conflict, FactInvalid, KeyReused, NotFound } from "@gleichwert/shared/errors";
import { caller } from "../../server/src/caller.ts";
import type { Database } from "../../server/src/database.ts";
import { rebuildFacts, removeEnded, TooManyTries, verifyAll } from "../../server/src/interviews/index.ts";
import { type Clock, servicesOn, smallRules, title, years } from "./fixture.ts";

const day = 86_400_000;

/** What interviews keep to on every database. */
export function interviewSuite(open: () => Promise<{ database: Database; close: () => Promise<void> }>): void {
  let database: Database;
  let close: () => Promise<void>;
  let api: Api;
  let clock: Clock;
  beforeAll(async () => {
    ({ database, close } = await open());
    ({ api, clock } = await servicesOn(database));
  });
  afterAll(() => close());

  const start = async () => (await api.startInterview()).code;
  const rowsOf = async (table: string, id: string) => (await database.read.rows(`select * from ${table} where ${table === "interview" ? "id" : "interview"} = ?`, [id])).length;

  test("the schema of the entities is the schema of the migrations", async () => {
    expect((await database.orm.getSchemaGenerator().getUpdateSchemaSQL()).trim()).toBe("");
  });

  describe("answers", () => {
    test("a new interview is empty, on the published rules, dated today in Germany", async () => {
      const { code, interview } = await api.startInterview();
      expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){3}[0-9A-HJKMNP-TV-Z]{5}$/);
      expect(interview).toMatchObject({ sequence: 0, facts: {}, keyDate: "2026-03-02", rulesetHash: smallRules().hash, createdAt: clock.now });
    });

    test("the code itself is nowhere in the database", async () => {
      const { code, interview } = await api.startInterview();
      const [row] = await database.read.rows("select * from interview where id = ?", [interview.id]);
      expect(JSON.stringify(row)).not.toContain(code);
      expect(JSON.stringify(row)).not.toContain(code.replaceAll("-", ""));
    });

    test("a later value replaces an earlier one, a removed key vanishes, unknown is kept", async () => {
      const code = await start();
      await api.answer(code, { key: "answer-1", changes: [...title("кухар"), ...years(3)] });
      await api.answer(code, { key: "answer-2", changes: years("unknown") });
      const { interview } = await api.answer(code, { key: "answer-3", changes: [{ key: "qualification.title@q1", removed: true }] });
      expect(interview.sequence).toBe(3);
      expect(interview.facts).toEqual({ "experience.total-years": { value: "unknown", grade: "said" } });
      expect(await api.interview(code)).toEqual(interview);
    });

    test("a code may be written with blanks, in small letters, with O for 0 and L for 1", async () => {
      const { code, interview } = await api.startInterview();
      const byHand = code.toLowerCase().replaceAll("-", " ").replaceAll("0", "o").replaceAll("1", "l");
      expect((await api.interview(byHand)).id).toBe(interview.id);
    });

    test("an impossible answer is refused with every fault, and nothing of it is stored", async () => {
      const code = await start();
      const refused = api.answer(code, { key: "answer-1", changes: [...years(61), ...title("ok"), { key: "no.such", fact: { value: "x", grade: "said" } }] });
      await expect(refused).rejects.toThrow(FactInvalid);
      await refused.catch((error: FactInvalid) => expect(error.problems.map(({ pointer, code: fault }) => [pointer, fault])).toEqual([["experience.total-years", "too-large"], ["no.such", "fact-unknown"]]));
      expect(await api.interview(code)).toMatchObject({ sequence: 0, facts: {} });
    });

    test("the same key with the same answer counts once and gives the same state again", async () => {
      const code = await start();
      const first = await api.answer(code, { key: "the-same-key", changes: years(3) });
      await api.answer(code, { key: "a-later-one", changes: years(9) });
      const again = await api.answer(code, { key: "the-same-key", changes: years(3) });
      expect(first.replayed).toBe(false);
      expect(again).toEqual({ interview: first.interview, replayed: true });
      expect((await api.interview(code)).sequence).toBe(2);
    });

    test("the same key with another answer is refused", async () => {
      const code = await start();
      await api.answer(code, { key: "the-same-key", changes: years(3) });
      await expect(api.answer(code, { key: "the-same-key", changes: years(4) })).rejects.toThrow(KeyReused);
      expect((await api.interview(code)).facts["experience.total-years"]?.value).toBe(3);
    });

    test("the same key belongs to one interview only", async () => {
      const [one, other] = [await start(), await start()];
      await api.answer(one, { key: "the-same-key", changes: years(3) });
      expect((await api.answer(other, { key: "the-same-key", changes: years(4) })).replayed).toBe(false);
    });

    test("who saw an older state is refused and told the present one", async () => {
      const code = await start();
      await api.answer(code, { key: "answer-1", changes: years(3), seen: 0 });
      const late = api.answer(code, { key: "answer-2", changes: years(4), seen: 0 });
      await expect(late).rejects.toThrow(Conflict);
      await late.catch((error: Conflict) => expect(error.params).toEqual({ sequence: 1 }));
    });

    test("of many writers that saw the same state exactly one wins", async () => {
      const code = await start();
      const tries = await Promise.allSettled(Array.from({ length: 8 }, (_, n) => api.answer(code, { key: `writer-${n}`, changes: years(n), seen: 0 })));
      const won = tries.filter(({ status }) => status === "fulfilled");
      const lost = tries.flatMap((outcome) => (outcome.status === "rejected" ? [outcome.reason] : []));
      expect(won).toHaveLength(1);
      for (const reason of lost) expect(reason).toBeInstanceOf(Conflict);
      expect((await api.interview(code)).sequence).toBe(1);
    });

    test("one key sent many times at once has one effect and equal answers", async () => {
      const code = await start();
      const sent = await Promise.all(Array.from({ length: 6 }, () => api.answer(code, { key: "pressed-six-times", changes: years(3) })));
      expect(sent.filter(({ replayed }) => !replayed)).toHaveLength(1);
      expect(new Set(sent.map(({ interview }) => JSON.stringify(interview))).size).toBe(1);
    });

    test("a refused answer undoes none that shares its COMMIT", async () => {
      const codes = await Promise.all(Array.from({ length: 6 }, start));
      const sent = await Promise.allSettled(codes.map((code, n) => api.answer(code, { key: "answer-1", changes: years(n), ...(n % 2 === 1 && { seen: 5 }) })));
      expect(sent.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled", "rejected", "fulfilled", "rejected"]);
      const stored = await Promise.all(codes.map(async (code) => (await api.interview(code)).sequence));
      expect(stored).toEqual([1, 0, 1, 0, 1, 0]);
    });

    test("every script, emoji and invisible sign comes back as it was", async () => {
      const code = await start();
      const text = "კულინარი 調理師 طبّاخ \u200f\u200b 👩🏽‍🍳 'x'; -- \\ ? $1 \" ` %";
      await api.answer(code, { key: "answer-1", changes: title(text) });
      expect((await api.interview(code)).facts["qualification.title@q1"]?.value).toBe(text);
    });
  });

  describe("assessment and receipt", () => {
    test("the receipt holds what the assessment was made of, once for each state", async () => {
      const code = await start();
      const { interview } = await api.answer(code, { key: "answer-1", changes: years(3) });
      const first = await api.assess(code);
      await api.assess(code);
      const { receipts } = (await api.exportInterview(code)) as { receipts: { sequence: number; receipt: unknown }[] };
      expect(receipts).toHaveLength(1);
      expect(receipts[0]).toMatchObject({ sequence: 1, receipt: { ruleset: interview.rulesetHash, engine: "test", keyDate: "2026-03-02", facts: interview.facts, assessment: first.assessment } });
      await api.answer(code, { key: "answer-2", changes: years(4) });
      await api.assess(code);
      expect(await rowsOf("receipt", interview.id)).toBe(2);
    });

    test("steps that give another result leave a receipt of it beside the first", async () => {
      const code = await start();
      const { interview } = await api.answer(code, { key: "answer-1", changes: years(3) });
      await api.assess(code);
      clock.engine = "later";
      await api.assess(code);
      await api.assess(code);
      delete clock.engine;
      const { receipts } = (await api.exportInterview(code)) as { receipts: { sequence: number; receipt: { engine: string } }[] };
      expect(receipts.map(({ sequence, receipt }) => [sequence, receipt.engine]).sort()).toEqual([[1, "later"], [1, "test"]]);
      expect(await rowsOf("receipt", interview.id)).toBe(2);
    });
  });

  describe("the end of an interview", () => {
    test("deletion takes interview, answers and receipts", async () => {
      const { code, interview } = await api.startInterview();
      await api.answer(code, { key: "answer-1", changes: years(3) });
      await api.assess(code);
      await api.deleteInterview(code);
      await expect(api.interview(code)).rejects.toThrow(NotFound);
      await expect(api.answer(code, { key: "answer-2", changes: years(3) })).rejects.toThrow(NotFound);
      for (const table of ["interview", "event", "receipt"]) expect([table, await rowsOf(table, interview.id)]).toEqual([table, 0]);
    });

    test("it lasts 18 months from the last opening, then nobody can open it and upkeep removes it", async () => {
      const begun = clock.now;
      const { code, interview } = await api.startInterview();
      clock.now = begun + 100 * day;
      await api.interview(code);
      clock.now = Date.parse("2027-10-01T09:00:00Z"); // 18 months after the start, not yet after the opening in June
      expect((await api.interview(code)).id).toBe(interview.id);
      clock.now = Date.parse("2029-04-01T09:00:01Z");
      await expect(api.interview(code)).rejects.toThrow(NotFound);
      expect(await removeEnded(database, clock.now)).toBeGreaterThan(0);
      expect(await rowsOf("interview", interview.id)).toBe(0);
      clock.now = begun;
    });
  });

  describe("wrong codes", () => {
    test.each(["", "x", "00000-00000-00000-00000", "7K2QF-0WX4M-9DBEA-3TRVU", "' or 1=1 --"])("%p opens nothing", async (code) => {
      await expect(api.interview(code)).rejects.toThrow(NotFound);
    });

    test("an address that guesses is held off, others are not", async () => {
      const code = await start();
      const from = <T>(address: string, work: () => Promise<T>) => caller.run({ address }, work);
      for (let n = 0; n < 20; n++) await from("203.0.113.7", () => api.interview("00000-00000-00000-00000").catch(() => undefined));
      await expect(from("203.0.113.7", () => api.interview(code))).rejects.toThrow(TooManyTries);
      await expect(from("203.0.113.8", () => api.interview(code))).resolves.toMatchObject({ sequence: 0 });
      clock.now += 601_000;
      await expect(from("203.0.113.7", () => api.interview(code))).resolves.toMatchObject({ sequence: 0 });
    });
  });

  describe("verification", () => {
    const filled = async () => {
      const { code, interview } = await api.startInterview();
      for (let n = 1; n <= 3; n++) await api.answer(code, { key: `answer-${n}`, changes: years(n) });
      return { code, id: interview.id };
    };
    const change = (statement: string, parameters: (string | number)[]) => database.write((sql) => sql.run(statement, parameters));
    const faultsOf = async (id: string) => (await verifyAll(database)).filter(({ interview }) => interview === id).map(({ code }) => code);

    test("untouched interviews have no faults", async () => {
      const { id } = await filled();
      expect(await faultsOf(id)).toEqual([]);
    });

    test.each([
      ["a changed answer", "update event set payload = replace(payload, '2', '7') where interview = ? and sequence = 2", "payload"],
      ["a changed salt", "update event set salt = 'x' where interview = ? and sequence = 2", "payload"],
      ["a changed time", "update event set created_at = created_at + 1 where interview = ? and sequence = 2", "hash"],
      ["a changed key", "update event set idempotency_key = 'other-key' where interview = ? and sequence = 1", "hash"],
      ["a removed answer in the middle", "delete from event where interview = ? and sequence = 2", "link"],
      ["a removed last answer", "delete from event where interview = ? and sequence = 3", "head"],
      ["changed facts", "update interview set facts = replace(facts, '3', '8') where id = ?", "row"],
      ["a changed key date", "update interview set key_date = '2020-01-01' where id = ?", "row"],
      ["a lost row", "delete from interview where id = ?", "orphan"],
    ])("%s is found", async (_what, statement, code) => {
      const { id } = await filled();
      expect(await change(statement, [id])).toBe(1);
      expect(await faultsOf(id)).toContain(code);
    });

    test("an erased answer leaves the chain whole, and its key still counts once", async () => {
      const { code, id } = await filled();
      await change("update event set payload = null, salt = null where interview = ? and sequence = 2", [id]);
      expect(await faultsOf(id)).toEqual([]);
      expect((await api.answer(code, { key: "answer-2", changes: years(2) })).replayed).toBe(true);
    });

    test("damaged facts are rebuilt from the answers", async () => {
      const { code, id } = await filled();
      await change("update interview set facts = '{}' where id = ?", [id]);
      expect(await rebuildFacts(database, id)).toBe(true);
      expect(await faultsOf(id)).toEqual([]);
      expect((await api.interview(code)).facts["experience.total-years"]?.value).toBe(3);
      expect(await rebuildFacts(database, id)).toBe(false);
    });
  });
}
