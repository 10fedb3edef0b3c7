/** A small sound set of rules for proofs: the facts, words and registry of this repository, two occupations and one made-up profession. */
import type * as z from "zod";
import { RegulatedProfession, type RulesetContent } from "@gleichwert/rules";
import { proveRules, type ProofFinding } from "@gleichwert/shared/proof";
import { keyDate, ruleset } from "../../support/told.ts";

type Route = RegulatedProfession["routes"][number];

/** A route that nothing is wrong with. */
export const route = (changes: Partial<Route> = {}): Route => ({
  id: "third",
  diploma: "third",
  procedure: "pflbg_third",
  outcome: "compensation_needed",
  range: { worst: "compensation_needed", best: "full" },
  measures: ["knowledge_exam", "adaptation_period"],
  chosenBy: "applicant",
  longestAdaptationMonths: 36,
  exams: ["kenntnispruefung"],
  findings: ["R81.applicant-chooses"],
  law: ["PflBG § 40 (3)"],
  mark: "verified-law",
  ...changes,
});

/** A regulated profession with one route for each group of diplomas. */
export const profession = (changes: Partial<z.input<typeof RegulatedProfession>> = {}): RegulatedProfession => RegulatedProfession.parse({
  id: "probepflege",
  validFrom: "2020-01-01",
  names: { de: "Probepflegekraft", en: "Trial nurse" },
  category: "health",
  regulatedBy: "federal",
  law: "PflBG § 1",
  protected: "both",
  form: "activity",
  regulated: "yes",
  authority: ["land_health_authority"],
  authorityField: "health-allied",
  euAutomatic: false,
  freeWithout: [],
  routes: [route(), euRoute()],
  deadlines: [],
  cutOffs: [],
  source: { law: ["PflBG § 1"] },
  mark: "verified-law",
  ...changes,
});

/** The general way of the Directive. */
export const euRoute = (changes: Partial<Route> = {}): Route => route({ id: "eu-general", diploma: "eu", procedure: "pflbg_eu_general", measures: ["aptitude_test", "adaptation_period"], exams: ["eignungspruefung"], findings: ["R56.applicant-chooses-eu"], law: ["PflBG § 41 (2)"], ...changes });

/** The small rules with changes; the whole is a fresh copy, as a proof freezes what it reads. */
export function smallRules(changes: Partial<RulesetContent> = {}): RulesetContent {
  const { content } = ruleset();
  const occupations = content.referenceOccupations.filter(({ id }) => id === "koch" || id === "friseur");
  const crafts = content.crafts.filter(({ id }) => occupations.some(({ craft }) => craft === id));
  const small: Partial<RulesetContent> = {
    referenceOccupations: occupations,
    regulatedProfessions: [profession()],
    crafts,
    microCredentials: [],
    competentAuthorities: [],
    countries: [],
    referenceHints: [],
    degreeFields: [],
    stateLists: [],
    fees: [],
    deadlines: [],
    labels: {},
  };
  return structuredClone({ ...content, ...small, ...changes });
}

const line = ({ kind, level, text }: ProofFinding) => `${level} ${kind}: ${text.replace(/\d+ people/, "n people")}`;
let before: ReadonlySet<string> | undefined;

/** What a proof finds in changed rules and not in the unchanged: the small set leaves out much that others point to. */
export function newFindings(changes: Partial<RulesetContent>, on = keyDate): ProofFinding[] {
  before ??= new Set(proveRules(smallRules(), keyDate).map(line));
  const known = before;
  return proveRules(smallRules(changes), on).filter((finding) => !known.has(line(finding)));
}
