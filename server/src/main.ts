import { loadRules } from "@gleichwert/rules/load";
import type { Api } from "@gleichwert/shared/api";
import { assess } from "@gleichwert/shared/assessment";
import { match } from "@gleichwert/shared/matching";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Logger } from "pino";
import { createApp } from "./app.ts";
import { type Config, readConfig, Refused } from "./config.ts";
import { type Database, openDatabase } from "./database.ts";
import { createLog } from "./http/index.ts";
import { germanDay, removeEnded } from "./interviews/index.ts";
import { builtPages, type Pages, pagesFromSource } from "./pages.ts";
import { takeOverRelease } from "./rulesets/index.ts";
import { createServices } from "./services.ts";

const onceADayMs = 86_400_000;
const stopsWithinMs = 1500;

async function serve(config: Config, log: Logger): Promise<void> {
  const database = await openDatabase(config);
  let stop = (): Promise<void> => database.close();
  try {
    await publishRules(database, config, log);
    await removeEnded(database, Date.now());
    const api = createServices({ database, assess, match });
    await api.match({ title: "Koch" }); // builds the index, so that nobody has to wait for it
    // Slow or silent callers are cut off before they can use up the connections.
    const server = createServer({ headersTimeout: 5000, requestTimeout: 30_000, connectionsCheckingInterval: 1000, keepAliveTimeout: 5000 });
    const pages = await pagesFor(api, log, server);
    server.on("request", createApp({ api, log, ...pages, ...(config.trustProxy !== undefined && { trustProxy: config.trustProxy }) }));
    const upkeep = setInterval(() => removeEnded(database, Date.now()).catch((err: unknown) => log.error({ err }, "ended interviews could not be removed")), onceADayMs);
    stop = once(async () => {
      clearInterval(upkeep);
      await closed(server);
      await pages?.close();
      await database.close();
    });
    for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => void stop().then(() => process.exit(0), fatal));
    process.stdout.write(`Gleichwert is ready at http://127.0.0.1:${await listening(server, config)}/\n`);
  } catch (error) {
    await stop();
    throw error;
  }
}

/** `--dev`: from source. `--api-only`: none, for a machine that serves the JSON routes alone. */
async function pagesFor(api: Api, log: Logger, server: Server): Promise<Pages | undefined> {
  if (process.argv.includes("--api-only")) return undefined;
  return process.argv.includes("--dev") ? await pagesFromSource(api, log, server) : await builtPages(api, log);
}

/** Tells in the log what became of the rules of this release. */
async function publishRules(database: Database, { publishUpstream, rulesDir }: Config, log: Logger): Promise<void> {
  const now = Date.now();
  const outcome = await takeOverRelease(database, () => loadRules(rulesDir), { now, today: germanDay(now), overLocalEdits: publishUpstream });
  if (outcome.kind === "faulty") log.error({ ruleset: outcome.hash, err: outcome.fault }, "the rules of this release are faulty; the published version goes on");
  else if (outcome.kind === "draft") log.warn({ ruleset: outcome.hash }, "the rules of this release wait as a draft, because rules were edited here; RULES_PUBLISH=upstream publishes them");
  else log.info({ ruleset: outcome.hash }, `rules ${outcome.kind}`);
}

function listening(server: Server, { port, host, isDefaultPort }: Config): Promise<number> {
  return new Promise((done, fail) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EADDRINUSE") fail(new Refused(`Port ${port} is already in use by another program. Choose another one, for example: PORT=${isDefaultPort ? 3001 : 0} npm start`));
      else if (error.code === "EACCES") fail(new Refused(`Port ${port} may not be used by this user. Choose one above 1023, for example: PORT=3000 npm start`));
      else fail(error);
    });
    server.listen(port, host, () => done((server.address() as AddressInfo).port));
  });
}

/** Lets running requests finish, but not for ever. */
function closed(server: Server): Promise<void> {
  if (!server.listening) return Promise.resolve();
  return new Promise((done) => {
    const force = setTimeout(() => server.closeAllConnections(), stopsWithinMs);
    server.close(() => {
      clearTimeout(force);
      done();
    });
    server.closeIdleConnections();
  });
}

function once(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  return () => (running ??= work());
}

/** Says why the server cannot run; a refusal and faulty rules need no stack. */
function fatal(error: unknown): never {
  const isPlain = error instanceof Refused || (error as { code?: unknown }).code === "rules-faulty";
  process.stderr.write(`${isPlain ? (error as Error).message : error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(1);
}

try {
  const config = readConfig(process.env);
  await serve(config, createLog(config.logLevel));
} catch (error) {
  fatal(error);
}
