import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { Express } from "express";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Writable } from "node:stream";
import { pathToFileURL } from "node:url";
import request from "supertest";
import { createApp } from "../../server/src/app.ts";
import { Refused } from "../../server/src/config.ts";
import { createLog } from "../../server/src/http/index.ts";
import { builtPages } from "../../server/src/pages.ts";
import { outputFolder } from "../support/paths.ts";
import { servicesOn, smallRules, temporarySqlite } from "./fixture.ts";

/** A build of two small pages, in the form in which the page builder writes one. */
const build = `
import { createContext, redirect, RouterContextProvider } from "react-router";
const api = createContext(), told = createContext();
const render = (_request, status, headers, entry, context) => {
  headers.set("Content-Type", "text/html");
  return new Response(JSON.stringify({ data: entry.staticHandlerContext.loaderData, ...context.get(told) }), { status, headers });
};
const makeContext = (door, nonce, cookie, language) => {
  const context = new RouterContextProvider();
  context.set(api, door);
  context.set(told, { nonce, cookie, language });
  return context;
};
const health = ({ context, request }) => {
  if (request.url.includes("broken")) throw new Error("words of the fault");
  return context.get(api).health();
};
const start = async ({ context, request }) => redirect("/i/" + (await context.get(api).startInterview()).code + "?as=" + (await request.formData()).get("as"), 303);
const page = () => null;
export const entry = { module: { default: render, makeContext } };
export const routes = {
  root: { id: "root", path: "", module: { default: page } },
  start: { id: "start", parentId: "root", path: "i/:code", module: { default: page, loader: health, action: start } },
};
export const assets = { entry: { module: "", imports: [] }, routes: {}, url: "", version: "1" };
export const future = { v8_middleware: true, v8_passThroughRequests: true };
export const isSpaMode = false, ssr = true, publicPath = "/", basename = "/", prerender = [], routeDiscovery = { mode: "initial" }, allowedActionOrigins = [];
`;

let app: Express;
let folder: string;
let written = "";
let close: () => Promise<void>;

beforeAll(async () => {
  // Inside the repository, so that the build finds the router.
  folder = mkdtempSync(join(outputFolder, "pages-"));
  for (const path of ["build/server", "build/client/assets"]) mkdirSync(join(folder, path), { recursive: true });
  writeFileSync(join(folder, "build/server/index.js"), build);
  writeFileSync(join(folder, "build/client/assets/style-a1b2c3.css"), "p{}");
  const opened = await temporarySqlite();
  close = opened.close;
  const { api } = await servicesOn(opened.database);
  const log = createLog("error", new Writable({ write: (chunk, _encoding, done) => done(void (written += String(chunk))) }));
  app = createApp({ api, log, ...(await builtPages(api, log, pathToFileURL(`${folder}/`))) });
});
afterAll(async () => {
  await close();
  rmSync(folder, { recursive: true, force: true });
});

describe("built pages on the server", () => {
  test("get the Api in process, the nonce of their answer, cookie and languages", async () => {
    const response = await request(app).get("/i/x").set("Cookie", "lang=ar").set("Accept-Language", "uk, de;q=0.5").expect(200);
    const { data, nonce, cookie, language } = JSON.parse(response.text);
    expect(data.start).toEqual({ ok: true, database: "sqlite", ruleset: smallRules().hash });
    expect(response.get("Content-Security-Policy")).toContain(`'nonce-${nonce}'`);
    expect([cookie, language]).toEqual(["lang=ar", "uk, de;q=0.5"]);
  });

  test("read forms themselves and answer with 303", async () => {
    const { headers } = await request(app).post("/i/x").type("form").send("as=ä").expect(303);
    expect(decodeURIComponent(headers["location"] ?? "")).toMatch(/^\/i\/(\w{5}-){3}\w{5}\?as=ä$/);
    expect(headers["cache-control"]).toBe("no-store");
  });

  test("scripts and styles may be kept for ever, missing ones are not made up", async () => {
    await request(app).get("/assets/style-a1b2c3.css").expect(200, "p{}").expect("Cache-Control", "public, max-age=31536000, immutable");
    await request(app).get("/assets/gone-d4e5f6.css").expect(404);
    await request(app).get("/assets/../../server/index.js").expect(404);
    await request(app).get("/assets/%2e%2e%2f%2e%2e%2fserver/index.js").expect((response) => expect(response.text).not.toContain("makeContext"));
  });

  test("their faults are logged, their refusals and addresses are not", async () => {
    written = "";
    await request(app).get("/none/KCEQD-MCST8-Q7B9P-BNAEN").expect(404);
    await request(app).put("/i/KCEQD-MCST8-Q7B9P-BNAEN").expect(405);
    await request(app).get("/i/KCEQD-MCST8-Q7B9P-BNAEN?broken").expect(500);
    const faults = written.trim().split("\n").map((line) => JSON.parse(line)).filter(({ msg }) => msg === "fault of a page");
    expect(faults.map(({ path, err }) => [path, err.message])).toEqual([["/i/:code", "words of the fault"]]);
    expect(written).not.toContain("KCEQD");
  });

  test("that are not built are missed in plain words", async () => {
    await expect(builtPages({} as never, createLog("silent"), pathToFileURL(`${folder}/nowhere/`))).rejects.toThrow(Refused);
  });
});
