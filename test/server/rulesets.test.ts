import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { NotFound } from "@gleichwert/shared/errors";
import type { Database } from "../../server/src/database.ts";
import { createRulesets, takeOverRelease } from "../../server/src/rulesets/index.ts";
import { smallRules, temporarySqlite } from "./fixture.ts";

const today = "2026-03-02";
let database: Database;
let close: () => Promise<void>;
beforeEach(async () => ({ database, close } = await temporarySqlite()));
afterEach(() => close());

const release = (rules: ReturnType<typeof smallRules>, overLocalEdits = false) => takeOverRelease(database, () => rules, { now: 1, today, overLocalEdits });
const faulty = () => takeOverRelease(database, () => { throw new Error("rules-faulty"); }, { now: 1, today, overLocalEdits: false });
const present = () => createRulesets(database, { now: () => 1, dayOf: () => today }).current();
const stored = () => database.read.rows("select number, status from published_ruleset order by number");

describe("the rules of a release", () => {
  test("the first start publishes them, a second start of the same release nothing", async () => {
    expect(await release(smallRules())).toEqual({ kind: "published", hash: smallRules().hash });
    expect(await release(smallRules())).toEqual({ kind: "unchanged", hash: smallRules().hash });
    expect(await stored()).toHaveLength(1);
    expect(await present()).toEqual(smallRules());
  });

  test("changed ones become a new version; the old one can still be read", async () => {
    await release(smallRules("first"));
    await release(smallRules("second"));
    expect((await present()).hash).toBe(smallRules("second").hash);
    const rulesets = createRulesets(database, { now: () => 1, dayOf: () => today });
    expect(await rulesets.byHash(smallRules("first").hash)).toEqual(smallRules("first"));
  });

  test("going back to an earlier release makes it present again", async () => {
    for (const name of ["first", "second", "first"]) await release(smallRules(name));
    expect((await present()).hash).toBe(smallRules("first").hash);
  });

  test("faulty ones stop an empty database only", async () => {
    await expect(faulty()).rejects.toThrow("rules-faulty");
    await release(smallRules());
    expect(await faulty()).toMatchObject({ kind: "faulty", hash: smallRules().hash });
    expect((await present()).hash).toBe(smallRules().hash);
  });

  test("where staff have edited rules, they become a draft, unless told otherwise", async () => {
    await release(smallRules("first"));
    await database.write((sql) => sql.run("update published_ruleset set origin = 'local'"));
    expect((await release(smallRules("second"))).kind).toBe("draft");
    expect((await release(smallRules("second"))).kind).toBe("draft");
    expect(await stored()).toEqual([{ number: 1, status: "published" }, { number: 2, status: "draft" }]);
    expect((await present()).hash).toBe(smallRules("first").hash);
    await expect(createRulesets(database, { now: () => 1, dayOf: () => today }).byHash(smallRules("second").hash)).rejects.toThrow(NotFound);
    expect((await release(smallRules("third"), true)).kind).toBe("published");
    expect((await present()).hash).toBe(smallRules("third").hash);
  });

  test("a draft that waits is published by a later start that is told so", async () => {
    await release(smallRules("first"));
    await database.write((sql) => sql.run("update published_ruleset set origin = 'local'"));
    await release(smallRules("second"));
    expect((await release(smallRules("second"), true)).kind).toBe("published");
    expect((await present()).hash).toBe(smallRules("second").hash);
    expect((await release(smallRules("second"), true)).kind).toBe("unchanged");
  });

  test("several processes starting at once publish once", async () => {
    await Promise.all([release(smallRules()), release(smallRules()), release(smallRules())]);
    expect(await stored()).toHaveLength(1);
  });

  test("stored rules that were changed behind our back are not used", async () => {
    await release(smallRules());
    await database.write((sql) => sql.run("update published_ruleset set content = replace(content, '36', '12')"));
    await expect(present()).rejects.toThrow(/changed behind our back/);
  });

  test("rules for a later day wait for it", async () => {
    await release(smallRules("first"));
    await takeOverRelease(database, () => smallRules("second"), { now: 2, today: "2026-04-01", overLocalEdits: false });
    expect((await present()).hash).toBe(smallRules("first").hash);
    expect((await createRulesets(database, { now: () => 3, dayOf: () => "2026-04-01" }).current()).hash).toBe(smallRules("second").hash);
  });
});
