import { resolve } from "node:path";

/** How this process runs; read once at start. */
export interface Config {
  readonly port: number;
  /** True when nobody chose the port. */
  readonly isDefaultPort: boolean;
  readonly host: string;
  readonly dataDir: string;
  /** PostgreSQL when given, SQLite in `dataDir` otherwise. */
  readonly databaseUrl: string | undefined;
  /** `upstream`: publish the rules of this release even over local edits. */
  readonly publishUpstream: boolean;
  /** Reverse proxies whose X-Forwarded-* headers are believed: how many stand in front, or their addresses as Express takes them. */
  readonly trustProxy: string | number | undefined;
  readonly logLevel: string;
  /** Rules folder of this installation; the one of the release when left out. */
  readonly rulesDir: string | undefined;
}

/** Settings that the process cannot run with. The message is for whoever starts the server. */
export class Refused extends Error {}

/**
 * Reads the settings from the environment.
 * @throws Refused for a port or database address that makes no sense
 */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const port = env["PORT"] ?? "";
  if (!/^\d{0,5}$/.test(port) || Number(port) > 65535) throw new Refused(`PORT must be a number from 0 to 65535, not "${port}".`);
  const databaseUrl = env["DATABASE_URL"] || undefined;
  if (databaseUrl !== undefined && !/^postgres(ql)?:\/\//.test(databaseUrl)) {
    throw new Refused("DATABASE_URL must begin with postgres:// . Without it the server keeps its data in DATA_DIR/gleichwert.sqlite.");
  }
  const trustProxy = env["TRUST_PROXY"] || undefined;
  return {
    port: port === "" ? 3000 : Number(port),
    isDefaultPort: port === "",
    host: env["HOST"] || "127.0.0.1",
    dataDir: resolve(env["DATA_DIR"] || "data"),
    databaseUrl,
    publishUpstream: env["RULES_PUBLISH"] === "upstream",
    trustProxy: trustProxy !== undefined && /^\d+$/.test(trustProxy) ? Number(trustProxy) : trustProxy,
    rulesDir: env["RULES_DIR"] || undefined,
    logLevel: env["LOG_LEVEL"] || (env["NODE_ENV"] === "production" ? "info" : "warn"),
  };
}
