/** Answers that people give in tests of the interview: one to three for each question, "I do not know" among them. */
import { said, type FactChange, type FactValue } from "@gleichwert/shared/facts";
import type { Question } from "@gleichwert/shared/interview";

type Answer = FactValue | "unknown";

/** A person of a test path: answers by fact id; facts not named are answered from `usual`. */
export type Script = Readonly<Record<string, readonly Answer[]>>;

/** One answer for each fact, the plainest first. */
export const usual: Script = {
  "goal.purpose": ["own-occupation"],
  "goal.occupation": ["Koch"],
  "qualification.country": ["BD"],
  "qualification.completed-year": [2015],
  "qualification.title": ["Koch"],
  "qualification.level": ["secondary_vocational"],
  "qualification.duration-years": [3],
  "qualification.completed": ["yes"],
  "qualification.formal": ["yes"],
  "qualification.state-recognised": ["yes"],
  "qualification.right-to-practise": ["yes"],
  "qualification.training-started-year": [2011],
  "qualification.recognised-elsewhere": ["no"],
  "qualification.recognised-elsewhere-country": ["ES"],
  "qualification.recognised-elsewhere-practice-years": [3],
  "notice.result": ["none"],
  "notice.year": [2023],
  "goal.work-form": ["employed"],
  "goal.land": ["BE"],
  "goal.title-wanted": ["no"],
  "evidence.documents": [["certificate"]],
  "evidence.missing-reason": ["war-or-flight"],
  "experience.total-years": [6],
  "experience.rows": ["complete"],
  "training.rows": ["none"],
  "comparison.areas": ["unknown"],
  "person.residence": ["germany"],
  "person.nationality": ["third"],
  "person.age": [30],
  "person.status": ["none"],
  "person.german-level": ["B1"],
};

/** What is told of the work when rows are complete. */
const rows: readonly FactChange[] = Object.entries({ country: "PL", years: 4, role: "self_employed", from: 2020, to: 2024 }).map(([field, value]) => ({ key: `experience.${field}@e1`, fact: said(value) }));
const training: readonly FactChange[] = Object.entries({ title: "Kurs", kind: "course", hours: 40 }).map(([field, value]) => ({ key: `training.${field}@t1`, fact: said(value) }));

/** Answers to a question; for a candidate the first one offered, unless the script says otherwise. */
export function answersTo(question: Question, script: Script = {}): readonly Answer[] {
  const id = question.definition.id;
  const scripted = script[id];
  if (scripted) return scripted.map((answer) => (answer === "first" ? (question.options[0] ?? "none") : answer));
  if (question.definition.type === "candidate") return [question.options[0] ?? "none"];
  return usual[id] ?? ["unknown"];
}

/** The changes that an answer brings: a list brings its rows along. */
export function changesFor(key: string, answer: Answer): FactChange[] {
  const own: FactChange = { key, fact: said(answer) };
  if (key === "experience.rows" && answer === "complete") return [own, ...rows];
  if (key === "training.rows" && answer === "complete") return [own, ...training];
  return [own];
}
