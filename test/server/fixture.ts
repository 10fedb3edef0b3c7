import { canonicalJson, type RulesetContent } from "@gleichwert/rules";
import type { Api } from "@gleichwert/shared/api";
import type { Assessment } from "@gleichwert/shared/assessment";
import type { FactChange } from "@gleichwert/shared/facts";
import type { Ruleset } from "@gleichwert/shared/ruleset";
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Database, openDatabase } from "../../server/src/database.ts";
import { createThrottle, germanDay } from "../../server/src/interviews/index.ts";
import { takeOverRelease } from "../../server/src/rulesets/index.ts";
import { createServices } from "../../server/src/services.ts";

const source = { source: { work: "made up for tests" }, mark: "model" } as const;

/** Rules with few facts and one occupation; enough for everything that the server does itself. */
export function smallRules(note = "first"): Ruleset {
  const content: RulesetContent = {
    schemaVersion: 1,
    referenceOccupations: [
      {
        id: "koch", validFrom: "2022-08-01", kind: "training-occupation", names: { male: "Koch", female: "Köchin" }, basis: ["BBiG 4"],
        training: { durationMonths: 36, ...source, note }, competent: "ihk", sector: "gastronomy", specialisations: [], examParts: [],
      },
    ],
    regulatedProfessions: [], crafts: [], compensationMeasures: [], microCredentials: [], competentAuthorities: [],
    countries: [{ id: "UA", iso3: "UKR", names: { de: "Ukraine", en: "Ukraine" }, languages: ["uk"], group: "third", validFrom: "1991-08-24", succeededBy: [], legacy: [], facts: [], verifyAt: [], qualifications: [], ...source }],
    countryGroups: { eu: [], former: [], ...source },
    procedureRules: [], referenceHints: [], degreeFields: [], conditions: [], stateLists: [], comparisonBodies: [], deadlines: [], fees: [], funding: [], residencePointers: [], requiredDocuments: [], statistics: [], lawVariants: [], statements: [],
    facts: [
      { stage: "purpose", facts: [{ id: "goal.purpose", type: "choice", options: ["own-occupation", "other-occupation"], readBy: ["R2"] }] },
      { stage: "qualification", facts: [{ id: "qualification.title", type: "title", list: "qualification", maxLength: 200, readBy: ["R13"] }] },
      { stage: "experience", facts: [{ id: "experience.total-years", type: "years", unit: "years", min: 0, max: 60, readBy: ["R21"] }] },
    ],
    labels: {},
    texts: {},
  };
  return { content, hash: createHash("sha256").update(canonicalJson(content)).digest("hex") };
}

/** An assessment that only says what it was made from. */
export const plainAssessment = (ruleset: string, on: string, used: string[]): Assessment => ({ engine: "test", ruleset, on, qualifications: [], paths: [], missing: [], used, leftToAuthority: [] });

/** A clock that tests set, and the version of the steps that assess. */
export interface Clock {
  now: number;
  engine?: string;
}

/** The services over a database, on small rules, with a clock that stands still until moved. */
export async function servicesOn(database: Database, { rules = smallRules(), tries = 20 } = {}): Promise<{ api: Api; clock: Clock }> {
  const clock: Clock = { now: Date.parse("2026-03-02T09:00:00Z") };
  await takeOverRelease(database, () => rules, { now: clock.now, today: germanDay(clock.now), overLocalEdits: false });
  const api = createServices({
    database,
    assess: (inForce, facts, on) => ({ ...plainAssessment(inForce.hash, on, Object.keys(facts).sort()), ...(clock.engine && { engine: clock.engine }) }),
    match: (_rules, { title }, limit) => (title === "Кухар" ? [{ referenceOccupation: "koch", score: 0.9, reasons: [] }].slice(0, limit) : []),
    throttle: createThrottle({ tries }),
    now: () => clock.now,
  });
  return { api, clock };
}

/** A folder for one test, and how to remove it. */
export function temporaryFolder(): { path: string; remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), "gleichwert-test-"));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** A SQLite database of its own; closing removes it. */
export async function temporarySqlite(): Promise<{ database: Database; folder: string; close: () => Promise<void> }> {
  const { path, remove } = temporaryFolder();
  const database = await openDatabase({ dataDir: path });
  return {
    database,
    folder: path,
    async close() {
      await database.close();
      remove();
    },
  };
}

/** The change that says a title. */
export const title = (value: string): FactChange[] => [{ key: "qualification.title@q1", fact: { value, grade: "said" } }];
/** The change that says years of experience. */
export const years = (value: number | "unknown"): FactChange[] => [{ key: "experience.total-years", fact: { value, grade: "said" } }];
