/**
 * Ten thousand people who go forward, back, change and withdraw answers: the result depends on the answers that stand at
 * the end, never on the way to them. One in seven begins with nothing; the others come back to a case that holds answers of
 * several branches already.
 */
import { isDeepStrictEqual } from "node:util";
import { describe, expect, test } from "@jest/globals";
import { assess, type Assessment } from "@gleichwert/shared/assessment";
import { applyChanges, type FactChange, type Facts } from "@gleichwert/shared/facts";
import { advance, nextQuestion, questionFor, resume, stageOf } from "@gleichwert/shared/interview";
import { canonicalJson } from "@gleichwert/shared/ruleset";
import { keyDate, rulesOn } from "../../support/told.ts";
import { answersTo, changesFor, type Script } from "./answers.ts";

const rules = rulesOn();
const walks = 10_000;

/** Random numbers from a seed (mulberry32), so that a fault can be walked again. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % sides;
  };
}

/** What walkers say: titles of few occupations, so that many walks meet the same law from different sides; few lengths and states, because each new wording costs a search. */
const common: Script = {
  "goal.purpose": ["own-occupation", "other-occupation", "degree-statement", "unknown"],
  "goal.occupation": ["Krankenschwester", "unknown"],
  "qualification.country": ["BD", "PL", "GB", "KZ"],
  "qualification.completed-year": [1988, 2015, 2022, "unknown"],
  "qualification.level": ["none", "short_course", "secondary_vocational", "bachelor"],
  "qualification.duration-years": [0.5, 3],
  "qualification.completed": ["yes", "yes", "no", "unknown"],
  "qualification.formal": ["yes", "no", "unknown"],
  "qualification.state-recognised": ["yes", "yes", "no", "unknown"],
  "qualification.right-to-practise": ["yes", "no", "unknown"],
  "qualification.training-started-year": [1984, 2012, "unknown"],
  "qualification.recognised-elsewhere": ["no", "yes", "unknown"],
  "qualification.recognised-elsewhere-country": ["ES", "BD"],
  "qualification.recognised-elsewhere-practice-years": [0, 3],
  "goal.reference-occupation": ["first", "none", "unknown"],
  "notice.result": ["none", "partial", "full", "unknown"],
  "notice.year": [2015, 2024, "unknown"],
  "goal.work-form": ["employed", "self_employed", "unknown"],
  "goal.land": ["BE", "BY", "unknown"],
  "goal.title-wanted": ["yes", "no"],
  "evidence.documents": [["certificate"], [], "unknown"],
  "evidence.missing-reason": ["war-or-flight", "not-yet-asked", "unknown"],
  "experience.total-years": [0, 5, 12, "unknown"],
  "experience.rows": ["complete", "none", "unknown"],
  "training.rows": ["complete", "none", "unknown"],
  "comparison.areas": ["unknown", {}],
  "person.residence": ["germany", "elsewhere", "eu", "unknown"],
  "person.nationality": ["de", "eu", "third", "unknown"],
  "person.age": [20, 40, "unknown"],
  "person.status": ["none", "late-resettler", "refugee", "unknown"],
  "person.german-level": ["none", "B1", "unknown"],
};

const titles = ["Koch", "Krankenschwester", "Elektroniker", "Philosoph", "Rechtsanwalt"];
const neighbours = 2000;

/** What the walker of a seed may say: neighbours have the same title, so that the search for it is remembered. */
function sayingsOf(seed: number): Script {
  return { ...common, "qualification.title": [titles[Math.floor(seed / neighbours) % titles.length]!] };
}

type Snapshot = ReturnType<typeof resume>;
const letters = { qualification: "@q1", experience: "@e1", training: "@t1" } as const;

/** A stored case with answers of any branch. */
function stored(roll: (sides: number) => number, sayings: Script): Facts {
  const changes = Object.entries(sayings).flatMap(([id, answers]) => {
    if (answers.includes("first") || roll(5) < 2) return [];
    const { list, type } = rules.facts.get(id)!;
    return changesFor(list && type !== "rows" ? `${id}${letters[list]}` : id, answers[roll(answers.length)]!);
  });
  return applyChanges({}, changes);
}

/** A choice among the answers to the question of a key. */
function said(roll: (sides: number) => number, sayings: Script, snapshot: Snapshot, key: string): FactChange[] {
  const question = questionFor(rules, snapshot.context.facts, snapshot.context.assessment, key)!;
  const answers = answersTo(question, sayings);
  return changesFor(key, answers[roll(answers.length)]!);
}

/** Some steps forward and back; `trodden` is what was done, for the report of a fault. */
function walk(seed: number): { snapshot: Snapshot; trodden: string[] } {
  const roll = dice(seed);
  const sayings = sayingsOf(seed);
  const fresh = seed % 7 === 0;
  let snapshot = resume({ rules, on: keyDate, facts: fresh ? {} : stored(roll, sayings) });
  const trodden = Object.entries(snapshot.context.facts).map(([key, { value }]) => `holds ${key} ${JSON.stringify(value)}`);
  for (let step = fresh ? 10 + roll(10) : 1 + roll(4); step > 0; step--) {
    const { facts, assessment } = snapshot.context;
    const next = nextQuestion(rules, facts, assessment)?.key;
    const told = assessment.used.filter((key) => rules.facts.get(key.split("@")[0]!)?.fields === undefined && !/@[et]\d/.test(key));
    const back = told.length > 0 && (next === undefined || roll(4) === 0);
    const key = back ? told[roll(told.length)]! : next;
    if (key === undefined) break;
    const changes: FactChange[] = back && roll(4) === 0 ? [{ key, removed: true }] : said(roll, sayings, snapshot, key);
    snapshot = advance(snapshot, { type: "answer", changes });
    trodden.push(`${back ? "back" : "on"} ${key} ${JSON.stringify(changes.map((change) => ("removed" in change ? "removed" : change.fact.value)))}`);
  }
  return { snapshot, trodden };
}

/** Answers what is still missing; the answer depends on the key and the seed alone, never on the way. */
function finished(seed: number, { context }: Snapshot): { facts: Facts; assessment: Assessment } {
  let { facts, assessment } = context;
  for (let round = 0; round < 60; round++) {
    const question = nextQuestion(rules, facts, assessment);
    if (!question) return { facts, assessment };
    const answers = answersTo(question, sayingsOf(seed));
    const at = [...`${seed}${question.key}`].reduce((sum, sign) => (sum * 31 + sign.charCodeAt(0)) >>> 0, 7) % answers.length;
    facts = applyChanges(facts, changesFor(question.key, answers[at]!));
    assessment = assess(rules, facts, keyDate);
  }
  throw new Error(`the interview of walk ${seed} does not end`);
}

/** The facts that a person who walks straight on would give: each question as it comes, with the answer that stands at the end. */
function straight(ended: Facts): { facts: Facts; assessment: Assessment } {
  let known: Facts = {};
  for (let round = 0; round < 80; round++) {
    const assessment = assess(rules, known, keyDate);
    const key = nextQuestion(rules, known, assessment)?.key;
    if (key === undefined) return { facts: known, assessment };
    if (ended[key] === undefined) {
      // A walker who knew more by then was not asked; what is answered here must make no difference in the end.
      known = applyChanges(known, changesFor(key, "unknown"));
      continue;
    }
    const letter = key === "experience.rows" ? "@e" : key === "training.rows" ? "@t" : undefined;
    const rows = letter && ended[key].value === "complete" ? Object.keys(ended).filter((each) => each.includes(letter)) : [];
    known = applyChanges(known, [key, ...rows].map((each) => ({ key: each, fact: ended[each]! })));
  }
  throw new Error("the straight way does not end");
}

/** Is a person told the same: ways and findings? */
const sameTold = (a: Assessment, b: Assessment) => isDeepStrictEqual([a.qualifications, a.paths, a.leftToAuthority], [b.qualifications, b.paths, b.leftToAuthority]);

/** The ways and their ends. Land, papers at hand and passport may also sharpen a sentence when they were told for another reason. */
const law = ({ qualifications, paths }: Assessment) => [
  qualifications.map(({ row, countryGroup, formal, target }) => [row, countryGroup, formal, target]),
  paths.map(({ target, procedure, regulated, required, outcome, range, differences, measures, chosenBy, exams }) => ({ target, procedure, regulated, required, outcome, range, differences, measures, chosenBy, exams })),
];

const without = (facts: Facts, keys: readonly string[]): Facts => Object.fromEntries(Object.entries(facts).filter(([key]) => !keys.includes(key)));

/** Runs a check over the walks and reports each kind of fault once, with the way that led to it. */
function everyWalk(check: (seed: number) => string | undefined, every = 1) {
  const faults = new Map<string, { walks: number; example: string[] }>();
  for (let seed = every; seed <= walks; seed += every) {
    const fault = check(seed);
    if (fault === undefined) continue;
    const known = faults.get(fault);
    if (known) known.walks += 1;
    else faults.set(fault, { walks: 1, example: [`seed ${seed}`, ...walk(seed).trodden] });
  }
  expect(Object.fromEntries(faults)).toEqual({});
}

describe(`${walks} walks`, () => {
  test("the machine stands where the facts say, with the assessment of the facts", () => {
    everyWalk((seed) => {
      const { snapshot } = walk(seed);
      const fresh = resume({ rules, on: keyDate, facts: snapshot.context.facts });
      if (stageOf(fresh) !== stageOf(snapshot)) return `stands at ${stageOf(snapshot)}, the facts say ${stageOf(fresh)}`;
      return canonicalJson(fresh.context.assessment) === canonicalJson(snapshot.context.assessment) ? undefined : "another assessment than that of the facts";
    }, 20);
  });

  test("facts that no rule has read do not change what is told", () => {
    everyWalk((seed) => {
      const { facts, assessment } = finished(seed, walk(seed).snapshot);
      const stale = Object.keys(facts).filter((key) => !assessment.used.includes(key));
      if (stale.length === 0 || sameTold(assess(rules, without(facts, stale), keyDate), assessment)) return undefined;
      const alone = stale.filter((key) => !sameTold(assess(rules, without(facts, [key]), keyDate), assessment));
      return `${alone.join(", ") || stale.map((key) => key.split("@")[0]!.split(".")[0]).filter((list, i, all) => all.indexOf(list) === i).join(" and ")} changes the result and is not among the facts used`;
    });
  });

  test("answers of an abandoned branch change no way and no end: as if only the questions of the last branch had been asked", () => {
    everyWalk((seed) => {
      const { facts, assessment } = finished(seed, walk(seed).snapshot);
      const direct = straight(facts);
      if (isDeepStrictEqual(law(direct.assessment), law(assessment))) return undefined;
      const stale = Object.keys(facts).filter((key) => !(key in direct.facts) && assessment.used.includes(key));
      const alone = stale.filter((key) => !isDeepStrictEqual(law(assess(rules, without(facts, [key]), keyDate)), law(assessment)));
      return `${alone.join(", ") || stale.join(", ") || "no single fact"} is read though it would not be asked`;
    });
  });
});
