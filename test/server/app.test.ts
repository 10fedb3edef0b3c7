import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { Writable } from "node:stream";
import type { Express, RequestHandler } from "express";
import request from "supertest";
import * as wire from "@gleichwert/shared/api";
import { createApp } from "../../server/src/app.ts";
import { createLog } from "../../server/src/http/index.ts";
import type { Clock } from "./fixture.ts";
import { servicesOn, smallRules, temporarySqlite, years } from "./fixture.ts";

const v1 = "/api/v1";
const nobody = "00000-00000-00000-00000";
const problem = "application/problem+json; charset=utf-8";

let app: Express;
let clock: Clock;
let written = "";
let close: () => Promise<void>;

const pages: RequestHandler = (asked, response) => {
  if (asked.path === "/broken") throw new Error("secret words of a page");
  if (asked.path === "/occupations") response.append("Cache-Control", "public, max-age=60").append("Vary", "Cookie");
  response.type("html").send(`<p>page for ${asked.method}</p>`);
};

beforeAll(async () => {
  const opened = await temporarySqlite();
  close = opened.close;
  const services = await servicesOn(opened.database, { tries: 5 });
  clock = services.clock;
  const log = createLog("info", new Writable({ write: (chunk, _encoding, done) => done(void (written += String(chunk))) }));
  app = createApp({ api: services.api, log, pages });
});
afterAll(() => close());

const start = async (): Promise<string> => (await request(app).post(`${v1}/interviews`).expect(201)).body.code;
const answer = (code: string, body: unknown, key = "answer-1") => request(app).post(`${v1}/interviews/${code}/answers`).set("Idempotency-Key", key).send(body as object);
const raw = (code: string, body: string, type = "application/json") => request(app).post(`${v1}/interviews/${code}/answers`).set("Idempotency-Key", "answer-1").set("Content-Type", type).send(body);
const isProblem = (response: request.Response, status: number, code: string) => {
  expect([response.status, response.get("Content-Type"), response.body.type]).toEqual([status, problem, `/problems/${code}`]);
  expect(wire.Problem.safeParse(response.body).error).toBeUndefined();
  expect(Object.keys(response.body).filter((key) => !["type", "title", "status", "instance", "params", "errors"].includes(key))).toEqual([]);
};

describe("the JSON routes", () => {
  test("an interview from start to deletion, every answer as described", async () => {
    const started = await request(app).post(`${v1}/interviews`).expect(201);
    wire.InterviewStarted.parse(started.body);
    const { code } = started.body as { code: string };
    expect(started.get("Location")).toBe(`${v1}/interviews/${code}`);

    const stored = await answer(code, { changes: years(3), seen: 0 }).expect(200);
    expect(wire.AnswerStored.parse(stored.body)).toMatchObject({ replayed: false, interview: { sequence: 1, facts: { "experience.total-years": { value: 3, grade: "said" } } } });
    const read = await request(app).get(`${v1}/interviews/${code}`).expect(200);
    expect(wire.InterviewOnWire.parse(read.body)).toEqual(stored.body.interview);
    const assessed = await request(app).get(`${v1}/interviews/${code}/assessment`).expect(200);
    expect(wire.InterviewAssessed.parse(assessed.body).assessment).toMatchObject({ on: "2026-03-02", used: ["experience.total-years"] });
    const whole = await request(app).get(`${v1}/interviews/${code}/export`).expect(200);
    expect(wire.InterviewExport.parse(whole.body)).toMatchObject({ events: [{ sequence: 1, key: "answer-1", changes: years(3) }], receipts: [{ sequence: 1 }] });
    for (const { headers } of [started, stored, read, assessed, whole]) expect(headers["cache-control"]).toBe("no-store");

    await request(app).delete(`${v1}/interviews/${code}`).expect(204);
    isProblem(await request(app).get(`${v1}/interviews/${code}`), 404, "not-found");
    clock.now += 601_000; // the try just now counts as a wrong code
  });

  test("a title is completed while it is typed, in the language first", async () => {
    const { body } = await request(app).get(`${v1}/suggestions`).query({ prefix: "Koc", language: "de", limit: "3" }).expect(200);
    expect(body.suggestions[0]).toEqual({ text: "Koch", language: "de", referenceOccupation: "koch" });
    expect((await request(app).get(`${v1}/suggestions`).query({ prefix: " " }).expect(422)).body.type).toBe("/problems/request-invalid");
  });

  test("titles are matched", async () => {
    const response = await request(app).get(`${v1}/match`).query({ title: "Кухар", country: "UA", language: "uk" }).expect(200);
    expect(wire.Matched.parse(response.body).candidates.map(({ referenceOccupation }) => referenceOccupation)).toEqual(["koch"]);
    expect((await request(app).get(`${v1}/match`).query({ title: "nothing like it" }).expect(200)).body).toEqual({ candidates: [] });
  });

  test("rules are shown without the remarks of staff, and may be kept with their ETag", async () => {
    expect((await request(app).get(`${v1}/rules`).expect(200)).body).toEqual({ hash: smallRules().hash, counts: { "reference-occupations": 1, "regulated-professions": 0, countries: 1 } });
    const list = await request(app).get(`${v1}/rules/reference-occupations`).expect(200);
    expect(list.body.items).toEqual([{ id: "koch", kind: "training-occupation", names: { male: "Koch", female: "Köchin" }, validFrom: "2022-08-01" }]);
    const one = await request(app).get(`${v1}/rules/reference-occupations/koch`).expect(200);
    expect(one.body.training).toEqual({ durationMonths: 36, source: { work: "made up for tests" }, mark: "model" });
    expect(one.get("Cache-Control")).toBe("public, no-cache");
    await request(app).get(`${v1}/rules/reference-occupations/koch`).set("If-None-Match", one.get("ETag") ?? "").expect(304);
    expect((await request(app).get(`${v1}/rules/countries`).expect(200)).body.items).toEqual([{ id: "UA", names: { de: "Ukraine", en: "Ukraine" }, group: "third", qualifications: 0 }]);
    isProblem(await request(app).get(`${v1}/rules/regulated-professions/arzt`), 404, "not-found");
    isProblem(await request(app).get(`${v1}/rules/countries/__proto__`), 404, "not-found");
  });

  test("health says which database and rules", async () => {
    expect(wire.Health.parse((await request(app).get(`${v1}/health`).expect(200)).body)).toEqual({ ok: true, database: "sqlite", ruleset: smallRules().hash });
  });

  test("the description names every route and only defined schemas", async () => {
    const { body } = await request(app).get(`${v1}/openapi.json`).expect(200);
    expect(Object.keys(body.paths).sort()).toEqual([
      "/health", "/interviews", "/interviews/{code}", "/interviews/{code}/answers", "/interviews/{code}/assessment", "/interviews/{code}/export", "/match",
      "/rules", "/rules/countries", "/rules/countries/{id}", "/rules/reference-occupations", "/rules/reference-occupations/{id}", "/rules/regulated-professions", "/rules/regulated-professions/{id}", "/suggestions",
    ]);
    const references = [...JSON.stringify(body).matchAll(/#\/components\/schemas\/(\w+)/g)].map(([, name]) => name);
    expect(references.length).toBeGreaterThan(10);
    for (const name of references) expect(Object.keys(body.components.schemas)).toContain(name);
  });

  test("the readable description needs nothing that the security policy forbids", async () => {
    await request(app).get("/api/docs").expect(308).expect("Location", "/api/docs/");
    const { text, headers } = await request(app).get("/api/docs/").expect(200);
    const nonce = /'nonce-([^']+)'/.exec(headers["content-security-policy"] ?? "")?.[1];
    expect(text.match(/<style(?! nonce)/g)).toBeNull();
    expect(text).toContain(`<style nonce="${nonce}">`);
    expect(text).not.toMatch(/\sstyle="|\son\w+="|<script>(?!<)|https?:\/\/(?!www\.w3\.org)/);
    for (const [, file] of text.matchAll(/(?:src|href)="\.\/([^"]+)"/g)) await request(app).get(`/api/docs/${file}`).expect(200);
  });
});

describe("refusals of the JSON routes", () => {
  test.each([
    ["an answer without key", 400, "idempotency-key-missing", (code: string) => request(app).post(`${v1}/interviews/${code}/answers`).send({ changes: years(1) })],
    ["a key that is too short", 400, "idempotency-key-missing", (code: string) => answer(code, { changes: years(1) }, "short")],
    ["half a JSON", 400, "body-unreadable", (code: string) => raw(code, '{"changes":[')],
    ["a bare text", 400, "body-unreadable", (code: string) => raw(code, '"changes"')],
    ["a form", 415, "media-type", (code: string) => raw(code, "changes=1", "application/x-www-form-urlencoded")],
    ["a text", 415, "media-type", (code: string) => raw(code, JSON.stringify({ changes: years(1) }), "text/plain")],
    ["another charset", 415, "media-type", (code: string) => raw(code, "{}", "application/json; charset=latin9")],
    ["a packed body", 415, "media-type", (code: string) => raw(code, "{}").set("Content-Encoding", "gzip")],
    ["more than 64 kB", 413, "too-large", (code: string) => raw(code, JSON.stringify({ changes: years(1), more: "x".repeat(65_536) }))],
    ["no changes", 422, "request-invalid", (code: string) => answer(code, { changes: [] })],
    ["a strange field", 422, "request-invalid", (code: string) => answer(code, { changes: years(1), role: "admin" })],
    ["a prototype", 422, "request-invalid", (code: string) => raw(code, '{"changes":[{"key":"experience.total-years","fact":{"value":1,"grade":"said"}}],"__proto__":{"x":1}}')],
    ["an endless number", 422, "request-invalid", (code: string) => raw(code, '{"changes":[{"key":"experience.total-years","fact":{"value":1e999,"grade":"said"}}]}')],
    ["a NUL", 422, "request-invalid", (code: string) => raw(code, String.raw`{"changes":[{"key":"qualification.title@q1","fact":{"value":"a\u0000b","grade":"said"}}]}`)],
    ["half a character", 422, "request-invalid", (code: string) => raw(code, String.raw`{"changes":[{"key":"qualification.title@q1","fact":{"value":"a\ud800b","grade":"said"}}]}`)],
    ["an impossible value", 422, "fact-invalid", (code: string) => answer(code, { changes: years(99) })],
    ["a fact that there is not", 422, "fact-invalid", (code: string) => answer(code, { changes: [{ key: "__proto__", fact: { value: "x", grade: "said" } }] })],
    ["an older state", 409, "conflict", (code: string) => answer(code, { changes: years(1), seen: 7 })],
    ["a foreign page", 403, "origin-refused", (code: string) => answer(code, { changes: years(1) }).set("Origin", "https://evil.example")],
    ["a page without name", 403, "origin-refused", (code: string) => answer(code, { changes: years(1) }).set("Origin", "null")],
    ["a browser on another site", 403, "origin-refused", (code: string) => answer(code, { changes: years(1) }).set("Sec-Fetch-Site", "cross-site")],
    ["a method that it does not take", 405, "method-not-allowed", (code: string) => request(app).put(`${v1}/interviews/${code}/answers`)],
    ["an address that there is not", 404, "not-found", () => request(app).get(`${v1}/nothing`)],
    ["a match without title", 422, "request-invalid", () => request(app).get(`${v1}/match`)],
    ["a match with two titles", 422, "request-invalid", () => request(app).get(`${v1}/match?title=a&title=b`)],
    ["too long a list", 422, "request-invalid", () => request(app).get(`${v1}/match?title=a&limit=1000`)],
    ["a broken escape", 400, "body-unreadable", () => request(app).get(`${v1}/interviews/%E0%A4%A`)],
  ] as const)("%s", async (_what, status, problemCode, ask) => {
    const code = await start();
    isProblem(await ask(code), status, problemCode);
    expect((await request(app).get(`${v1}/interviews/${code}`)).body.sequence).toBe(0);
  });

  test("every fault of a form is named with its place", async () => {
    const { body } = await answer(await start(), { changes: [{ key: "a", fact: { value: 1, grade: "sure" } }], seen: -1, more: 1 });
    expect(body.errors.map(({ pointer }: { pointer: string }) => pointer).sort()).toEqual(["/", "/changes/0/fact/grade", "/seen"]);
    const facts = await answer(await start(), { changes: [...years(99), { key: "no.such", removed: true }] });
    expect(facts.body.errors).toEqual([
      { pointer: "experience.total-years", code: "too-large", params: { min: 0, max: 60 } },
      { pointer: "no.such", code: "fact-unknown", params: { fact: "no.such" } },
    ]);
  });

  test("a repeated key is answered alike, with another answer refused", async () => {
    const code = await start();
    const first = await answer(code, { changes: years(3) });
    const again = await answer(code, { changes: years(3) });
    expect(again.body).toEqual({ ...first.body, replayed: true });
    isProblem(await answer(code, { changes: years(4) }), 422, "key-reused");
  });

  test("own pages may change things", async () => {
    await answer(await start(), { changes: years(1) }).set("Host", "gleichwert.example").set("Origin", "https://gleichwert.example").expect(200);
    await answer(await start(), { changes: years(1) }).set("Sec-Fetch-Site", "same-origin").expect(200);
  });

  test("unknown, foreign and impossible codes are not told apart; guessing is held off", async () => {
    const told = [];
    for (const code of [nobody, "x", "7K2QF-0WX4M-9DBEA-3TRVU"]) {
      const { status, body } = await request(app).get(`${v1}/interviews/${code}`);
      told.push(JSON.stringify({ status, body }));
    }
    expect(new Set(told).size).toBe(1);
    for (let n = 0; n < 5; n++) await request(app).get(`${v1}/interviews/${nobody}`);
    const held = await request(app).get(`${v1}/interviews/${nobody}`);
    isProblem(held, 429, "too-many-tries");
    expect(Number(held.get("Retry-After"))).toBeGreaterThan(500);
    clock.now += 601_000;
    for (let n = 0; n < 5; n++) isProblem(await answer(nobody, { changes: years(1) }), 404, "not-found");
    isProblem(await answer(nobody, { changes: years(1) }), 429, "too-many-tries");
    clock.now += 601_000;
  });
});

describe("the pages", () => {
  test("forms reach them, other things do not", async () => {
    expect((await request(app).get("/")).text).toBe("<p>page for GET</p>");
    expect((await request(app).post("/i/x").type("form").send("a=1")).text).toBe("<p>page for POST</p>");
    const html = (asked: request.Test) => asked.set("Accept", "text/html");
    await html(request(app).post("/i/x").type("json").send({})).expect(415).expect("Content-Type", /html/);
    await html(request(app).post("/i/x").type("form").send("a".repeat(70_000))).expect(413);
    const endless = html(request(app).post("/i/x").type("form"));
    endless.write("a=1"); // sent in pieces, without a length
    expect(await new Promise((done) => endless.end((_error, response) => done(response.status)))).toBe(411);
    await html(request(app).put("/i/x")).expect(405).expect("Allow", "GET, HEAD, POST");
    await html(request(app).post("/i/x").type("form").send("a=1").set("Origin", "https://evil.example")).expect(403);
  });

  test("are kept by nobody unless they say so themselves", async () => {
    expect((await request(app).get("/i/x")).get("Cache-Control")).toBe("no-store");
    const catalogue = await request(app).get("/occupations");
    expect([catalogue.get("Cache-Control"), catalogue.get("Vary")]).toEqual(["public, max-age=60", "Cookie, Accept-Encoding"]);
  });

  test("a fault of ours tells nothing of itself", async () => {
    const html = await request(app).get("/broken").set("Accept", "text/html").expect(500);
    expect(html.text).not.toMatch(/secret|at .*\.ts/);
    isProblem(await request(app).get("/broken").set("Accept", "application/json"), 500, "internal");
  });
});

describe("every answer", () => {
  test.each([
    ["a page", "get", "/"],
    ["a broken page", "get", "/broken"],
    ["a route", "get", `${v1}/health`],
    ["the description", "get", "/api/docs/"],
    ["nothing", "get", `${v1}/nothing`],
    ["a wrong method", "put", `${v1}/match`],
    ["a broken escape", "get", `${v1}/interviews/%E0%A4%A`],
  ] as const)("%s carries the security headers", async (_what, method, path) => {
    const one = await request(app)[method](path);
    const policy = one.get("Content-Security-Policy") ?? "";
    expect(policy).not.toMatch(/unsafe|\*/);
    for (const part of ["default-src 'self'", "object-src 'none'", "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'"]) expect(policy.split(";")).toContain(part);
    expect(policy).toMatch(/script-src 'self' 'nonce-[^']{22,}';style-src 'self' 'nonce-/);
    expect(one.headers).toMatchObject({ "x-content-type-options": "nosniff", "referrer-policy": "same-origin", "x-frame-options": "DENY", "strict-transport-security": "max-age=31536000; includeSubDomains" });
    expect(one.headers["x-powered-by"]).toBeUndefined();
    const other = await request(app)[method](path);
    expect(other.get("Content-Security-Policy")).not.toBe(policy);
  });

  test("the log knows requests and faults, but no code, title, answer or address", async () => {
    const code = await start();
    written = "";
    await answer(code, { changes: [{ key: "qualification.title@q1", fact: { value: "Marker-Title", grade: "said" } }] }, "Marker-Key");
    await raw(code, '{"Marker-Broken": ');
    await request(app).get(`/i/${code}/work`).set("User-Agent", "Marker-Agent").set("Cookie", "lang=Marker-Cookie");
    for (const path of [`/${code.replaceAll("-", "")}`, `/I/${code.replace("-", "--")}/work`]) await request(app).get(path);
    await request(app).get(`${v1}/match?title=Marker-Query`);
    await request(app).get("/broken");
    const lines = written.trim().split("\n").map((line) => JSON.parse(line));
    expect(lines.filter(({ msg }) => msg === "request completed").map(({ req }) => req.path)).toEqual([`${v1}/interviews/:code/answers`, `${v1}/interviews/:code/answers`, "/i/:code/work", "/:code", "/I/:code/work", `${v1}/match`]);
    expect(lines.filter(({ msg }) => msg === "fault").map(({ path, err }) => [path, err.message])).toEqual([["/broken", "secret words of a page"]]);
    for (const secret of ["Marker", code, code.slice(6), code.replaceAll("-", ""), "127.0.0.1"]) expect(written).not.toContain(secret);
  });
});
