import type {
  ComparisonBody, CompensationMeasure, CompetentAuthority, Country, CountryGroup, CountryGroups, Craft, Deadline, DegreeField, FactDefinition, FactStage, Fee, Funding, Label, LawVariant, Locale, MicroCredential,
  NamedCondition, ProcedureRule, ReferenceHint, ReferenceOccupation, RegulatedProfession, RequiredDocument, ResidencePointer, RulesetContent, Stage, StateList, Statement, Statistic, TextTree,
} from "@gleichwert/rules";
import { countryGroupAt, type When } from "./country-group.ts";
import type { Ruleset } from "./ruleset.ts";

/** A fact with its place in the interview; `position` counts from 0 over all stages in the order of asking. */
export interface PlacedFact extends FactDefinition {
  readonly stage: Stage;
  readonly position: number;
}

type ById<T> = ReadonlyMap<string, T>;

/** Rules as they hold on one day (geltendes Recht am Stichtag): look-ups by id, only records valid on that day; frozen. */
export interface RulesetInForce {
  readonly hash: string;
  /** The day, ISO date. */
  readonly on: string;
  /** The whole version, all days. */
  readonly content: RulesetContent;
  readonly referenceOccupations: ById<ReferenceOccupation>;
  readonly regulatedProfessions: ById<RegulatedProfession>;
  readonly crafts: ById<Craft>;
  readonly compensationMeasures: ById<CompensationMeasure>;
  readonly microCredentials: ById<MicroCredential>;
  readonly competentAuthorities: ById<CompetentAuthority>;
  readonly countries: ById<Country>;
  readonly procedureRules: ById<ProcedureRule>;
  readonly conditions: ById<NamedCondition>;
  readonly stateLists: ById<StateList>;
  /** Bodies that compare, by the `competent` of a reference occupation. */
  readonly comparisonBodies: ById<ComparisonBody>;
  readonly facts: ById<PlacedFact>;
  /** Stages with their facts, in the order of asking. */
  readonly stages: readonly FactStage[];
  readonly referenceHints: readonly ReferenceHint[];
  readonly degreeFields: readonly DegreeField[];
  readonly deadlines: readonly Deadline[];
  readonly fees: readonly Fee[];
  readonly funding: readonly Funding[];
  readonly residencePointers: readonly ResidencePointer[];
  readonly requiredDocuments: readonly RequiredDocument[];
  readonly statistics: readonly Statistic[];
  readonly lawVariants: ById<LawVariant>;
  /** Sources of sentences that no finding carries, by text key. */
  readonly statements: ById<Statement>;
  readonly labels: Readonly<Record<string, readonly Label[]>>;
  readonly texts: { readonly [L in Locale]?: Readonly<Record<string, TextTree>> } & Readonly<Record<string, Readonly<Record<string, TextTree>>>>;
  readonly countryGroups: CountryGroups;
  /**
   * Group of a state (Staatengruppe).
   * @param when a day (ISO date), or the year in which a diploma was completed; absent: the key date
   * @see R45, R52
   */
  countryGroupOf(country: string, when?: When): CountryGroup;
}

const known = new WeakMap<Ruleset, Map<string, RulesetInForce>>();
/** So many days are kept for one ruleset; a server asks for today, impact analyses for a few more. */
const keptDays = 32;

/**
 * The rules in force on a day.
 * @param on ISO date; both ends of a validity count as valid
 * @returns the same object for the same ruleset and day; records of a collection without validity are always in it
 * @throws RangeError when `on` is no ISO date
 */
export function inForce(ruleset: Ruleset, on: string): RulesetInForce {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(on)) throw new RangeError(`"${on}" is no day such as 2026-11-22`);
  const days = known.get(ruleset) ?? new Map<string, RulesetInForce>();
  known.set(ruleset, days);
  const before = days.get(on);
  if (before) return before;
  const rules = build(ruleset, on);
  if (days.size >= keptDays) days.delete(days.keys().next().value ?? "");
  days.set(on, rules);
  return rules;
}

function build({ hash, content }: Ruleset, on: string): RulesetInForce {
  deepFreeze(content);
  // A version that was published before there was a collection has none of it.
  const begun = new Set((content.lawVariants ?? []).filter(({ startsOn }) => startsOn !== undefined && startsOn <= on).map(({ id }) => id));
  const held = <T extends object>(records: readonly T[] | undefined): T[] => (records ?? []).filter((record) => holds(record, on) && varies(record, begun));
  const byId = <T extends { readonly id: string }>(records: readonly T[] | undefined): ById<T> => new Map(held(records).map((record) => [record.id, record]));
  const list = <T extends object>(records: readonly T[] | undefined): readonly T[] => Object.freeze(held(records));
  const countries = byId(content.countries);
  return Object.freeze({
    hash,
    on,
    content,
    referenceOccupations: byId(content.referenceOccupations),
    regulatedProfessions: professionsOf(held(content.regulatedProfessions), begun),
    crafts: byId(content.crafts),
    compensationMeasures: byId(content.compensationMeasures),
    microCredentials: byId(content.microCredentials),
    competentAuthorities: byId(content.competentAuthorities),
    countries,
    procedureRules: byId(content.procedureRules),
    conditions: byId(content.conditions),
    stateLists: byId(content.stateLists),
    comparisonBodies: byId(content.comparisonBodies),
    facts: placedFacts(content.facts),
    stages: content.facts,
    referenceHints: list(content.referenceHints),
    degreeFields: list(content.degreeFields),
    deadlines: list(content.deadlines),
    fees: list(content.fees),
    funding: list(content.funding),
    residencePointers: list(content.residencePointers),
    requiredDocuments: list(content.requiredDocuments),
    statistics: list(content.statistics),
    lawVariants: byId(content.lawVariants),
    statements: byId(content.statements),
    labels: content.labels,
    texts: content.texts,
    countryGroups: content.countryGroups,
    countryGroupOf: (country: string, when: When = on) => countryGroupAt(content.countryGroups, countries, on, country, when),
  });
}

function placedFacts(stages: readonly FactStage[]): ById<PlacedFact> {
  const all = stages.flatMap(({ stage, facts }) => facts.map((fact) => ({ ...fact, stage })));
  return new Map(all.map((fact, position) => [fact.id, Object.freeze({ ...fact, position })]));
}

function holds(record: object, on: string): boolean {
  const { validFrom = "", validTo = "9999-12-31" } = record as { validFrom?: string; validTo?: string };
  return validFrom <= on && on <= validTo;
}

/** Does a record hold beside the changes of law that have begun? */
function varies(record: object, begun: ReadonlySet<string>): boolean {
  const { onlyWith, onlyWithout } = record as { onlyWith?: string; onlyWithout?: string };
  return (onlyWith === undefined || begun.has(onlyWith)) && (onlyWithout === undefined || !begun.has(onlyWithout));
}

/** Professions by id, each with the routes that hold: its own, or those of the profession that it names. */
function professionsOf(professions: readonly RegulatedProfession[], begun: ReadonlySet<string>): ReadonlyMap<string, RegulatedProfession> {
  const own = new Map(professions.map((profession) => [profession.id, withRoutes(profession, begun)]));
  return new Map([...own].map(([id, profession]) => [id, profession.routesOf === undefined ? profession : Object.freeze({ ...profession, routes: own.get(profession.routesOf)?.routes ?? [] })]));
}

/** A profession with the routes of the law that holds; the very same object where none of them varies. */
function withRoutes(profession: RegulatedProfession, begun: ReadonlySet<string>): RegulatedProfession {
  const routes = profession.routes.filter((route) => varies(route, begun));
  return routes.length === profession.routes.length ? profession : Object.freeze({ ...profession, routes });
}

function deepFreeze(value: unknown): void {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return;
  Object.freeze(value);
  for (const inner of Object.values(value)) deepFreeze(inner);
}
