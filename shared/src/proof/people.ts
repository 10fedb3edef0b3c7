import type { RegulatedProfession } from "@gleichwert/rules";
import { firstQualification, keyOf } from "../facts/index.ts";
import type { RulesetInForce } from "../ruleset/index.ts";
import type { Value } from "./domain.ts";
import type { ExamplePerson } from "./finding.ts";
import type { Assignment } from "./solve.ts";

/** Answers by fact id, or by key for rows; `undefined` takes an answer back. A fact of the qualification belongs to the first one. */
export type Told = Readonly<Record<string, Value | undefined>>;

/** Somebody in Germany with a completed training of three years that the state of training regulates, and with papers. */
export const trained: Told = {
  "goal.purpose": "own-occupation",
  "goal.land": "HE",
  "goal.work-form": "employed",
  "qualification.country": "UA",
  "qualification.completed-year": 2016,
  "qualification.level": "secondary_vocational",
  "qualification.duration-years": 3,
  "qualification.completed": "yes",
  "qualification.state-recognised": "yes",
  "qualification.right-to-practise": "yes",
  "qualification.recognised-elsewhere": "no",
  "evidence.documents": ["certificate"],
  "experience.total-years": 5,
  "training.rows": "none",
  "comparison.areas": "unknown",
  "notice.result": "none",
  "person.residence": "germany",
  "person.nationality": "third",
  "person.german-level": "B1",
};

/** A person from answers, later ones above earlier ones. */
export function personOf(words: string, ...told: readonly Told[]): ExamplePerson {
  const facts: Record<string, Value> = {};
  for (const [id, value] of Object.entries(Object.assign({}, ...told) as Told)) {
    if (value !== undefined) facts[/^qualification\.[^@]+$/.test(id) ? keyOf(id, firstQualification) : id] = value;
  }
  return { facts, words };
}

/** Answers that go without saying where an example is told: those of `trained`, by fact key. */
export const usualFacts: ExamplePerson["facts"] = personOf("", trained).facts;

/** One stretch of work that ended in the year of the key date. */
export function workedOn(on: string, country: string, years: number, role: string): Told {
  const year = Number(on.slice(0, 4));
  return { "experience.rows": "complete", "experience.country@e1": country, "experience.years@e1": years, "experience.role@e1": role, "experience.from@e1": year - years, "experience.to@e1": year };
}

/** Words that touch a rule on foreign titles (R15 no German twin, R16 retraining); empty where the rules know none. */
const hinted = (rules: RulesetInForce, rule: string): string[] => [
  ...rules.referenceHints.filter((hint) => hint.rule === rule).flatMap(({ words }) => words.slice(0, 1)),
  ...rules.content.countries.flatMap(({ qualifications }) => qualifications.filter((row) => row.rules.includes(rule)).map(({ original }) => original)),
];

/** Countries that the lists of states treat differently, one for each treatment, and one that no list names. */
const listedCountries = (rules: RulesetInForce): string[] => {
  const one = new Map<string, string>();
  for (const list of rules.stateLists.values()) for (const { country, title, effect, classes = [], theoryTest, practiceTest } of list.entries) one.set([list.id, title === undefined, effect, classes.join("+"), theoryTest, practiceTest].join(), country);
  return [...new Set([...one.values()].slice(0, mostListed)), "AF"];
};
const mostListed = 80;

/** Who wants to work in a profession: its name as title, its id as the choice; a business of one's own in a licensed craft. */
export const wanting = ({ id, names, category, craft }: RegulatedProfession): Told => ({ "qualification.title": names.de, "goal.reference-occupation": id, ...(category === "crafts" && craft !== undefined && { "goal.work-form": "self_employed" }) });

const ownAnswers = new Set(["diploma-group", "formal", "annex-v", "acquired-rights", "recognised-in-eu", "recognised-practice-years", "same-profession", "craft"].map((name) => `derived.${name}`));
/** A derived fact that no answers of its own lead to: a list of states says it of the country. */
const isOfStateList = (fact: string): boolean => fact.startsWith("derived.") && !ownAnswers.has(fact);

/** Ways to tell one derived fact by answers; several where rules of matching decide which of them works. */
function answersFor(rules: RulesetInForce, profession: RegulatedProfession | undefined, fact: string, value: Value, all: Assignment): Told[] {
  const yes = value === "yes";
  switch (fact) {
    case "derived.diploma-group":
      if (all["qualification.country"] !== undefined) return [{}];
      return [value === "eu" ? { "qualification.country": "PL", "qualification.training-started-year": 2012 } : value === "third" ? { "qualification.country": "UA" } : { "qualification.country": "unknown" }];
    case "derived.formal": {
      const level: Told = all["qualification.level"] === "none" ? {} : { "qualification.formal": value === "not-open" ? "no" : value === "open" ? "yes" : "unknown" };
      if (value === "open") return [{ ...level, "qualification.completed": "yes", "qualification.state-recognised": "yes" }];
      if (value === "unknown") return [{ ...level, "qualification.state-recognised": "unknown" }];
      return [{ ...(all["qualification.level"] === undefined && { "qualification.level": "none" }) }, { ...level, "qualification.completed": "no" }, { ...level, "qualification.state-recognised": "no" }, level];
    }
    case "derived.annex-v": {
      const cutOff = profession?.cutOffs.find(({ country }) => rules.countryGroupOf(country, 2016) === "eu");
      if (!cutOff) return value === "unknown" ? [{ "qualification.country": "PL" }] : [{}];
      const year = Number(cutOff.before.slice(0, 4));
      const country: Told = { "qualification.country": cutOff.country };
      return yes ? [{ ...country, "qualification.completed-year": year + 8, "qualification.training-started-year": year + 5 }] : [{ ...country, "qualification.completed-year": value === "unknown" ? "unknown" : year - 1, "qualification.training-started-year": value === "unknown" ? "unknown" : year - 4 }];
    }
    case "derived.acquired-rights":
      return [yes ? workedOn(rules.on, "PL", 4, "employee") : { "experience.rows": value === "unknown" ? "unknown" : "none" }];
    case "derived.recognised-in-eu":
      return [yes ? { "qualification.recognised-elsewhere": "yes", "qualification.recognised-elsewhere-country": "ES", "qualification.recognised-elsewhere-practice-years": 1 } : { "qualification.recognised-elsewhere": value }];
    case "derived.recognised-practice-years":
      return [all["derived.recognised-in-eu"] === "yes" || all["derived.recognised-in-eu"] === undefined ? { "qualification.recognised-elsewhere-practice-years": value } : {}];
    case "derived.same-profession":
      if (yes) return [{}, { "qualification.title": "unknown", "goal.occupation": profession?.names.de ?? "unknown" }];
      return [...(value === "no" ? ["Koch", "Tischler"].map((title): Told => ({ "qualification.title": title, "goal.purpose": "other-occupation", "goal.occupation": profession?.names.de ?? "unknown" })) : []), ...hinted(rules, value === "no" ? "R16" : "R15").map((title) => ({ "qualification.title": title }))];
    case "sum.total-years":
      return [{ "experience.total-years": value }];
    default:
      // What lists of states say of the country: some country of theirs will do.
      if (isOfStateList(fact)) return [{}, ...listedCountries(rules).map((country): Told => ({ "qualification.country": country }))];
      if (fact.startsWith("sum.")) return typeof value !== "number" ? [{ "experience.rows": "unknown" }] : value <= 0 ? [{ "experience.rows": "none" }] : ["PL", "DE"].flatMap((country) => (rules.facts.get("experience.role")?.options ?? []).map((role) => workedOn(rules.on, country, value, role)));
      if (fact.startsWith("derived.")) return [{}];
      // Where a list of states decides, its countries stand beside the one that the comparisons would take.
      if (fact === "qualification.country" && Object.keys(all).some(isOfStateList)) return [{}, { [fact]: value }];
      return [fact.startsWith("experience.") && rules.facts.get(fact)?.list === "experience" ? { ...workedOn(rules.on, "PL", 4, "employee"), [`${fact}@e1`]: value } : { [fact]: value }];
  }
}

const mostVariants = 400;

/**
 * People of real answers for an assignment that may hold derived facts: the witnesses of a solution.
 * @returns several where it is not certain which answers lead to a derived fact; whether one does, the assessment shows
 */
export function peopleFor(rules: RulesetInForce, profession: RegulatedProfession | undefined, assignment: Assignment, words: string, base: readonly Told[] = [trained]): ExamplePerson[] {
  let variants: Told[] = [{}];
  const derivedFirst = Object.entries(assignment).toSorted(([a], [b]) => Number(b.startsWith("derived.")) - Number(a.startsWith("derived.")));
  for (const [fact, value] of derivedFirst) {
    const answers = answersFor(rules, profession, fact, value, assignment);
    variants = variants.flatMap((told) => answers.map((answer) => ({ ...told, ...answer }))).slice(0, mostVariants);
  }
  return variants.map((told) => personOf(words, ...base, ...(profession ? [wanting(profession)] : []), withFormal(told)));
}

/** A course or a licence is asked whether it stands for a whole training; who has one says yes unless told otherwise. */
const withFormal = (told: Told): Told => ((told["qualification.level"] === "short_course" || told["qualification.level"] === "professional_licence") && told["qualification.formal"] === undefined ? { ...told, "qualification.formal": "yes" } : told);

/** Can values of facts that follow from each other stand together? Judged among those that have a value. */
export function fitTogether(rules: RulesetInForce, profession: RegulatedProfession | undefined, values: Assignment): boolean {
  const group = values["derived.diploma-group"];
  const country = values["qualification.country"];
  if (values["qualification.level"] === "none" && values["derived.formal"] !== undefined && values["derived.formal"] !== "not-open") return false;
  if (typeof country === "string" && group !== undefined) {
    const year = values["qualification.completed-year"];
    const of = country === "unknown" ? "unknown" : rules.countryGroupOf(country, typeof year === "number" ? year : year === "unknown" ? rules.on : 2016);
    if (of !== group) return false;
  }
  const annexV = values["derived.annex-v"];
  if (annexV === "yes" && profession && !profession.cutOffs.some((cutOff) => rules.countryGroupOf(cutOff.country, 2016) === "eu")) return false;
  if (annexV !== undefined && annexV !== "no" && (profession?.euAutomatic === false || (group !== undefined && group !== "eu"))) return false;
  if (annexV !== undefined && annexV !== "no" && values["derived.same-profession"] !== undefined && values["derived.same-profession"] !== "yes") return false;
  const practice = values["derived.recognised-practice-years"];
  if (values["derived.recognised-in-eu"] !== undefined && values["derived.recognised-in-eu"] !== "yes" && practice !== undefined && practice !== 0) return false;
  return true;
}
