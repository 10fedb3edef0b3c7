/** What the pages of an interview do with a form that comes twice, or while the database is away. */
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { Api } from "@gleichwert/shared/api";
import { rowsOf } from "@gleichwert/shared/facts";
import { RouterContextProvider } from "react-router";
import { apiContext, localeContext } from "../../../client/src/context.ts";
import { action as changeAnswers } from "../../../client/src/interview/answers-page.tsx";
import { action as answer } from "../../../client/src/interview/question-page.tsx";
import { action as begin } from "../../../client/src/interview/start-page.tsx";
import { servicesOn, temporarySqlite } from "../../server/fixture.ts";
import { ruleset } from "../../support/told.ts";

let api: Api;
let close: () => Promise<void>;
beforeAll(async () => {
  const opened = await temporarySqlite();
  close = opened.close;
  ({ api } = await servicesOn(opened.database, { rules: ruleset() }));
});
afterAll(() => close());

type Action = (args: never) => Promise<unknown>;
const post = (action: Action, form: Readonly<Record<string, string>>, { code = "", key = "", door = api } = {}) => {
  const context = new RouterContextProvider();
  context.set(apiContext, door);
  context.set(localeContext, "en");
  const request = new Request("http://localhost/", { method: "POST", body: new URLSearchParams(form) });
  return action({ context, params: { code, key }, request } as never);
};
const qualifications = async (code: string) => rowsOf((await api.interview(code)).facts, "qualification");

describe("one more foreign qualification", () => {
  test("is added once when the form comes twice, at once or later", async () => {
    const { code } = await api.startInterview();
    const add = () => post(changeAnswers, { "add-qualification": "q2" }, { code }) as Promise<Response>;
    const replies = [...(await Promise.all([add(), add()])), await add()];
    expect(replies.map(({ headers }) => headers.get("location"))).toEqual(Array(3).fill(`/i/${code}/q/qualification.country%40q2`));
    expect(await qualifications(code)).toEqual(["q1", "q2"]);
  });

  test("is taken away once, can be added again, and the first one stays", async () => {
    const { code } = await api.startInterview();
    const remove = (row: string) => post(changeAnswers, { "remove-qualification": row }, { code });
    for (let time = 0; time < 2; time++) {
      await post(changeAnswers, { "add-qualification": "q2" }, { code });
      expect(await qualifications(code)).toEqual(["q1", "q2"]);
      await Promise.all([remove("q2"), remove("q2")]);
      await remove("q2");
      expect(await qualifications(code)).toEqual(["q1"]);
    }
    const { sequence } = await api.interview(code);
    await remove("q1");
    expect((await api.interview(code)).sequence).toBe(sequence);
  });
});

describe("a stretch of work", () => {
  const work = { once: "one-form-sent-twice", row: "e1", add: "1", "experience.country": "PL", "experience.years": "3", "experience.role": "employee" };

  test("is told once when the form comes twice, at once or later, and a second one is told beside it", async () => {
    const { code } = await api.startInterview();
    const send = (form: Readonly<Record<string, string>>) => post(answer, form, { code, key: "experience.rows" });
    await Promise.all([send(work), send(work)]);
    await send(work);
    expect(rowsOf((await api.interview(code)).facts, "experience")).toEqual(["e1"]);
    await send({ ...work, once: "another-form", row: "e2", "experience.years": "4" });
    const { facts } = await api.interview(code);
    expect([facts["experience.years@e1"]?.value, facts["experience.years@e2"]?.value]).toEqual([3, 4]);
  });
});

describe("coming back with a code", () => {
  test("a wrong code is told so, beside its field", async () => {
    expect(await post(begin, { resume: "1", code: "7K2QF-0WX4M-9DBEA-3TRVH" })).toMatchObject({ init: { status: 400 }, data: { code: "7K2QF-0WX4M-9DBEA-3TRVH" } });
  });

  test("while the database is away no code is called wrong", async () => {
    const door = { ...api, interview: () => Promise.reject(Object.assign(new Error("connection lost"), { code: "ECONNREFUSED" })) };
    await expect(post(begin, { resume: "1", code: "7K2QF-0WX4M-9DBEA-3TRVH" }, { door })).rejects.toThrow("connection lost");
  });
});
