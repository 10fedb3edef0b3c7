/** What a first visit on a slow phone has to load, measured on real answers, compressed as the server sends them. */
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { request } from "node:http";
import { gunzipSync } from "node:zlib";
import { startServer, type TestServer } from "../support/server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
}, 120_000);
afterAll(() => server?.stop());

interface Answer {
  readonly bytes: number;
  readonly text: string;
  readonly encoding: string | undefined;
}

/** One answer with the bytes that went over the line. */
const load = (path: string, language: string): Promise<Answer> =>
  new Promise((done, fail) => {
    request(new URL(path, server.url), { headers: { "Accept-Encoding": "gzip", "Accept-Language": language } }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () => {
        const body = Buffer.concat(chunks);
        const encoding = response.headers["content-encoding"];
        done({ bytes: body.length, text: (encoding === "gzip" ? gunzipSync(body) : body).toString("utf8"), encoding });
      });
    })
      .on("error", fail)
      .end();
  });

test.each(["de", "en", "uk", "ar"])("the first page in %s: HTML and style at most 25 kB, script at most 15 kB", async (language) => {
  const page = await load("/", language);
  expect(page.encoding).toBe("gzip");
  const styles = [...page.text.matchAll(/<link[^>]+rel="stylesheet"[^>]+href="([^"]+)"/g)].map((found) => found[1]!);
  const scripts = [...page.text.matchAll(/<script[^>]+src="([^"]+)"/g)].map((found) => found[1]!);
  expect([styles.length, scripts.length]).toEqual([1, 1]);
  expect(page.text).not.toMatch(/<style|rel="modulepreload"|<script(?![^>]+src=)/); // nothing inline, nothing of the framework
  const sum = async (paths: readonly string[]) => (await Promise.all(paths.map((path) => load(path, language)))).reduce((bytes, answer) => bytes + answer.bytes, 0);
  expect(page.bytes + (await sum(styles))).toBeLessThanOrEqual(25_000);
  expect(await sum(scripts)).toBeLessThanOrEqual(15_000);
});
