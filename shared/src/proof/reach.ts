import type { RegulatedProfession, Route } from "@gleichwert/rules";
import type { RulesetInForce } from "../ruleset/index.ts";
import type { ExamplePerson, ProofFinding } from "./finding.ts";
import type { Observation } from "./observe.ts";
import { fitTogether, peopleFor } from "./people.ts";
import { type Assignment, solutionsOf } from "./solve.ts";

/** How a route of a profession can be met. */
export interface Reached {
  readonly profession: RegulatedProfession;
  readonly route: Route;
  readonly place: string;
  /** Somebody whose result this route is; absent where nobody gets there. */
  readonly person?: ExamplePerson;
}

/** So many solutions are tried before a route counts as one that no assessment takes. */
const mostSolutions = 250;
/** So many people are assessed for one route. */
const mostTries = 600;

/** As if the days of Annex V were known: what only their absence keeps from being decided. */
const someDay: RegulatedProfession["cutOffs"] = [{ country: "PL", before: "2004-05-01", law: ["Directive 2005/36/EC Annex V"], mark: "general-knowledge" }];

/** Which of the country groups a route is for; `any` is for those too whose country is not known. */
const groupsOf = ({ diploma }: Route): readonly string[] => (diploma === "any" ? ["third", "eu", "unknown"] : [diploma]);

const applies = (route: Route, group: string): boolean => route.diploma === "any" || route.diploma === group || group === "unknown";

/** Solutions of a route's condition in which no route before it holds; complete over the finite values of the facts. */
function* waysTo(rules: RulesetInForce, profession: RegulatedProfession, routes: readonly Route[], at: number, alone = false): Generator<Assignment> {
  const route = routes[at]!;
  // Years around the day on which a member state left the Union tell the groups of its diplomas apart.
  const left = [...new Set(rules.countryGroups.eu.flatMap(({ until }) => (until === undefined ? [] : [Number(until.slice(0, 4))])))];
  for (const group of groupsOf(route)) {
    const before = alone ? [] : routes.slice(0, at).filter((other) => applies(other, group));
    if (before.some(({ when }) => when === undefined)) continue;
    const fails = before.flatMap(({ when }) => when ?? []);
    const onCountry = [route.when, ...fails].some((condition) => JSON.stringify(condition ?? "").includes("qualification.country"));
    const extra: Record<string, readonly number[]> = onCountry ? { "qualification.completed-year": left.flatMap((year) => [year - 2, year + 1]) } : {};
    yield* solutionsOf(rules, { holds: route.when, fails, given: { "derived.diploma-group": group }, extra, fits: (values) => fitTogether(rules, profession, values) });
  }
}

/**
 * Proves for every route of the professions in force that somebody reaches it (Erreichbarkeit): first over the finite
 * values of the facts in its condition and those of the routes before it, then with people of real answers.
 * @param professions absent: all in force
 * @returns who reaches each route, and an error for each that nobody can
 */
export function reachRoutes(observation: Observation, recordOf: (profession: RegulatedProfession) => object, professions: Iterable<RegulatedProfession> = observation.rules.regulatedProfessions.values()): { reached: Reached[]; findings: ProofFinding[] } {
  const { rules } = observation;
  const reached: Reached[] = [];
  const findings: ProofFinding[] = [];
  for (const profession of professions) {
    // The ways of another profession are proved there.
    const routes = profession.routesOf === undefined ? profession.routes : [];
    for (const [at, route] of routes.entries()) {
      const place = placeOf(recordOf(profession), route);
      const words = `${profession.id}, route ${route.id}`;
      let solved = 0;
      let tries = 0;
      let person: ExamplePerson | undefined;
      let tried: ExamplePerson | undefined;
      for (const solution of waysTo(rules, profession, routes, at)) {
        solved += 1;
        for (const one of peopleFor(rules, profession, solution, words)) {
          tried ??= one;
          if (++tries > mostTries) break;
          if (takes(observation, profession, route, one)) person = one;
          if (person) break;
        }
        if (person || solved >= mostSolutions || tries > mostTries) break;
      }
      reached.push({ profession, route, place, ...(person && { person }) });
      if (person) continue;
      const tell = (level: ProofFinding["level"], text: string, example?: ExamplePerson) => findings.push({ kind: "unreachable", level, at: { record: recordOf(profession), place }, text, ...(example && { person: example }) });
      const possible = tried ? undefined : waysTo(rules, { ...profession, cutOffs: someDay }, routes, at).next().value;
      // A profession with a step of its own, as the licensed crafts, has its routes picked there and not by their conditions.
      if (tried) tell(routes.some(({ law }) => observation.chosen(law)) ? "error" : "warning", `found the route "${route.id}", whose condition can hold, but no step of the assessment takes it for any of the people who meet it; expected that somebody reaches it; remove it, or let the step of the assessment read it`, tried);
      else if (possible) tell("warning", `found the route "${route.id}", whose condition is never decided without days in cutOffs, so that it only ever stands as a possibility; expected the days of Annex V; add them, or leave the route as the best end of the range`, peopleFor(rules, profession, possible as Assignment, words)[0]);
      else tell("error", ...unreachedText(rules, profession, routes, at, words));
    }
  }
  return { reached, findings };
}

const placeOf = (record: object, route: Route): string => `/routes/${(record as RegulatedProfession).routes.indexOf(route)}`;

/** Is the route the result of a person? Told by the list of law that only this route has: of the way, or of a reason on its procedure. */
function takes(observation: Observation, profession: RegulatedProfession, route: Route, person: ExamplePerson): boolean {
  const { paths } = observation.see(person);
  return paths.some(({ target, procedure, law, trace }) => target === profession.id && (law === route.law || (procedure === route.procedure && trace.some((entry) => entry.law === route.law))));
}

/** Why no values reach a route: it contradicts itself, or earlier ones take everybody who meets it. */
function unreachedText(rules: RulesetInForce, profession: RegulatedProfession, routes: readonly Route[], at: number, words: string): [string, ExamplePerson?] {
  const route = routes[at]!;
  const [alone] = waysTo(rules, profession, routes, at, true);
  if (!alone) return [`found the route "${route.id}", whose condition no answers can meet; expected one that somebody meets; correct its "when"`];
  const group = String(alone["derived.diploma-group"]);
  const before = routes.slice(0, at).filter((other) => applies(other, group));
  const taker = before.find(({ when }) => when === undefined) ?? before.find(({ when }) => when !== undefined && [...solutionsOf(rules, { holds: when, given: alone })].length > 0) ?? before.at(-1);
  const [person] = peopleFor(rules, profession, alone, words);
  return [`found the route "${route.id}" behind "${taker?.id ?? "others"}", which with the routes before it takes everybody who meets it; expected that somebody reaches it; put it before them or narrow their "when"`, person];
}
