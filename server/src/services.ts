import type { Api } from "@gleichwert/shared/api";
import { typeAhead, type Candidate } from "@gleichwert/shared/matching";
import { inForce, type RulesetInForce } from "@gleichwert/shared/ruleset";
import type { Database } from "./database.ts";
import { createInterviews, createThrottle, germanDay, type InterviewsNeed, type Throttle } from "./interviews/index.ts";
import { createRulesets } from "./rulesets/index.ts";

/** What a title is matched with. */
export interface TitleQuery {
  readonly title: string;
  readonly language?: string;
  readonly country?: string;
}

/** The pure parts that the services put to work, and the clock. */
export interface ServicesNeed {
  readonly database: Database;
  readonly assess: InterviewsNeed["assess"];
  readonly match: (rules: RulesetInForce, query: TitleQuery, limit: number) => readonly Candidate[];
  readonly throttle?: Throttle;
  /** Milliseconds since 1970; the system clock when left out. */
  readonly now?: () => number;
}

/** The one Api object that pages and JSON routes call. */
export function createServices({ database, assess, match, throttle = createThrottle(), now = Date.now }: ServicesNeed): Api {
  const rulesets = createRulesets(database, { now, dayOf: germanDay });
  const ruleset = async (hash?: string): Promise<RulesetInForce> =>
    inForce(hash === undefined ? await rulesets.current() : await rulesets.byHash(hash), germanDay(now()));
  return {
    ...createInterviews({ database, rulesets, throttle, assess, now }),
    ruleset,
    async suggest({ prefix, language = "", limit = 6 }) {
      return typeAhead(await ruleset(), prefix, limit, language);
    },
    async match({ limit = 5, ...query }) {
      return match(await ruleset(), query, limit);
    },
    async health() {
      try {
        await database.read.rows("select 1 as one");
        return { ok: true, database: database.kind, ruleset: (await rulesets.current()).hash };
      } catch {
        return { ok: false, database: database.kind, ruleset: "" };
      }
    },
  };
}
