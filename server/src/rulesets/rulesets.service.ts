import { canonicalJson, type RulesetContent } from "@gleichwert/rules";
import { NotFound } from "@gleichwert/shared/errors";
import type { Ruleset } from "@gleichwert/shared/ruleset";
import type { Database } from "../database.ts";
import { sha256 } from "../sha256.ts";

/** Published rules, read once for each process. */
export interface Rulesets {
  /** The version in force for new interviews. @throws NotFound before the first publication */
  current(): Promise<Ruleset>;
  /** @throws NotFound for a hash that was never published here */
  byHash(hash: string): Promise<Ruleset>;
}

interface Options {
  readonly now: () => number;
  /** Calendar day at an instant. */
  readonly dayOf: (now: number) => string;
  /** How long the present version is believed before the database is asked again (another process may publish). */
  readonly recheckMs?: number;
}

/** Rules as published in the database. */
export function createRulesets({ read }: Pick<Database, "read">, { now, dayOf, recheckMs = 10_000 }: Options): Rulesets {
  const cache = new Map<string, Promise<Ruleset>>();
  let present: { readonly hash: string; readonly until: number } | undefined;

  async function load(hash: string): Promise<Ruleset> {
    const [row] = await read.rows("select content from published_ruleset where hash = ? and status = ? order by number limit 1", [hash, "published"]);
    if (row === undefined) throw new NotFound("ruleset");
    const text = String(row["content"]);
    if (sha256(text) !== hash) throw new Error(`The stored rules ${hash} were changed behind our back: their content has another hash.`);
    return { hash, content: JSON.parse(text) as RulesetContent };
  }

  function byHash(hash: string): Promise<Ruleset> {
    const known = cache.get(hash);
    if (known !== undefined) return known;
    const loading = load(hash);
    cache.set(hash, loading);
    loading.catch(() => cache.delete(hash));
    return loading;
  }

  return {
    byHash,
    async current() {
      if (present === undefined || present.until <= now()) {
        const hash = await publishedHash({ read }, dayOf(now()));
        if (hash === undefined) throw new NotFound("ruleset");
        present = { hash, until: now() + recheckMs };
      }
      return await byHash(present.hash);
    },
  };
}

async function publishedHash({ read }: Pick<Database, "read">, day: string): Promise<string | undefined> {
  const [row] = await read.rows(
    "select hash from published_ruleset where status = ? and effective_from <= ? order by effective_from desc, number desc limit 1",
    ["published", day],
  );
  return row && String(row["hash"]);
}

/** What became of the rules that came with this release. */
export type ReleaseOutcome =
  | { readonly kind: "published" | "unchanged" | "draft"; readonly hash: string }
  /** The release cannot be used; the published version goes on. */
  | { readonly kind: "faulty"; readonly hash: string; readonly fault: unknown };

interface ReleaseOptions {
  readonly now: number;
  /** ISO date. */
  readonly today: string;
  /** Publish even where staff have edited rules locally. */
  readonly overLocalEdits: boolean;
}

/**
 * Takes over the rules of this release: the first start publishes them, a later start publishes changed ones as a new
 * version unless staff have edited rules in this installation; then they become a draft. Cases stay on their version.
 * @param load reads and checks the release; throws when it is faulty
 * @throws what `load` throws, when the database holds no published rules yet
 */
export async function takeOverRelease(database: Database, load: () => Ruleset | Promise<Ruleset>, { now, today, overLocalEdits }: ReleaseOptions): Promise<ReleaseOutcome> {
  const published = await publishedHash(database, today);
  let release: Ruleset;
  try {
    release = await load();
  } catch (fault) {
    if (published === undefined) throw fault;
    return { kind: "faulty", hash: published, fault };
  }
  const content = canonicalJson(release.content);
  const hash = sha256(content);
  if (hash !== release.hash) throw new Error(`The rules name themselves ${release.hash}, but their content has the hash ${hash}.`);
  if (hash === published) return { kind: "unchanged", hash };

  const outcome = await database.write(async (sql): Promise<ReleaseOutcome | undefined> => {
    const rows = await sql.rows("select number, hash, status, origin from published_ruleset order by number");
    const last = rows.at(-1);
    // Another process of this installation may have been faster.
    const isDraft = last?.["status"] === "draft";
    if (last?.["hash"] === hash && !(isDraft && overLocalEdits)) return { kind: isDraft ? "draft" : "unchanged", hash };
    const kind = rows.some(({ origin }) => origin === "local") && !overLocalEdits ? "draft" : "published";
    const written = await sql.run(
      "insert into published_ruleset (number, hash, status, origin, content, schema_version, effective_from, published_at) values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing",
      [Number(last?.["number"] ?? 0) + 1, hash, kind, "upstream", content, release.content.schemaVersion, today, now],
    );
    return written === 1 ? { kind, hash } : undefined;
  });
  return outcome ?? (await takeOverRelease(database, () => release, { now, today, overLocalEdits }));
}
