import { laender, qualificationLevels } from "@gleichwert/rules";
import type { Fact, FactKey, Facts, FactValue } from "./fact.ts";
import { keyOf, said } from "./keys.ts";

/** Facts read from one case of a case file, and what in it could not be read. */
export interface CaseInput {
  readonly facts: Facts;
  readonly faults: readonly string[];
}

type Put = (id: string, value: FactValue | undefined, row?: string) => void;
type Reader = (value: unknown, put: Put) => boolean;

const text = (id: string, row?: string): Reader => (value, put) => (typeof value === "string" ? (put(id, value.trim() === "" || value === "—" ? undefined : value, row), true) : false);
const number = (id: string, row?: string): Reader => (value, put) => (typeof value === "number" ? (put(id, value, row), true) : false);
const word = (id: string, words: Readonly<Record<string, string>>, row?: string): Reader => (value, put) => {
  const code = words[value === true ? "yes" : value === false ? "no" : String(value)];
  if (code !== undefined) put(id, code, row);
  return code !== undefined;
};
const same = (...codes: readonly string[]) => Object.fromEntries(codes.map((code) => [code, code]));
const yesNo = same("yes", "no");
const ignored: Reader = () => true;
const german = same("none", "A1", "A2", "B1", "B2", "C1", "C2");

/** Keys of a case's input and the fact each stands for. Derived keys (country_group) are told by the country itself. */
const readers: Readonly<Record<string, Reader>> = {
  country: text("qualification.country", "q1"),
  country_group: ignored,
  nationality_group: word("person.nationality", { third: "third", eu_eea_ch: "eu", de: "de" }),
  title_original: text("qualification.title", "q1"),
  title_de: text("qualification.title-german", "q1"),
  level: word("qualification.level", same(...qualificationLevels), "q1"),
  duration_years: number("qualification.duration-years", "q1"),
  completed_year: number("qualification.completed-year", "q1"),
  training_started_year: number("qualification.training-started-year", "q1"),
  formal: word("qualification.formal", yesNo, "q1"),
  state_recognised: word("qualification.state-recognised", yesNo, "q1"),
  completed: word("qualification.completed", yesNo, "q1"),
  right_to_practise_home: word("qualification.right-to-practise", same("yes", "no", "not_applicable"), "q1"),
  documents: (value, put) => Array.isArray(value) && (put("evidence.documents", value.map((paper) => String(paper).replaceAll(" ", "-"))), true),
  missing_documents: (value) => Array.isArray(value),
  missing_reason: (value, put) => (put("evidence.missing-reason", reasonOf(String(value))), true),
  experience_years: number("experience.total-years"),
  experience: readWork,
  further_training: readTraining,
  recognised_elsewhere: readRecognition,
  waives_comparison: word("person.waives-comparison", yesNo),
  goal_occupation: text("goal.occupation"),
  work_form: word("goal.work-form", same("employed", "self_employed")),
  title_wanted: word("goal.title-wanted", yesNo),
  land: word("goal.land", same(...laender)),
  residence: word("person.residence", { DE: "germany", abroad: "elsewhere", eu: "eu" }),
  german_level: word("person.german-level", german),
  status: word("person.status", { refugee: "refugee", late_resettler: "late-resettler", none: "none" }),
  age: number("person.age"),
  job_offer: readOffer,
  previous_notice: readNotice,
};

/** Reads the input of one case. Nothing is fatal: what cannot be read is a fault, absent is not asked. */
export function readCaseInput(input: Readonly<Record<string, unknown>>): CaseInput {
  const facts: Record<FactKey, Fact> = {};
  const faults: string[] = [];
  const put: Put = (id, value, row) => {
    if (value !== undefined) facts[keyOf(id, row)] = said(value);
  };
  for (const [key, value] of Object.entries(input)) {
    const reader = Object.hasOwn(readers, key) ? readers[key] : undefined;
    if (!reader) faults.push(`${key}: unknown key`);
    else if (value === "unknown") unknownFor(reader, put);
    else if (value !== null && value !== undefined && !reader(value, put)) faults.push(`${key}: ${JSON.stringify(value).slice(0, 80)} cannot be read`);
  }
  // Whether it stands for a whole training is a question for courses and licences; of anything else "not formal" says that no state regulates it.
  const level = facts["qualification.level@q1"]?.value;
  if (facts["qualification.formal@q1"]?.value === "no" && level !== "none" && level !== "short_course" && level !== "professional_licence") facts["qualification.state-recognised@q1"] = said("no");
  if (input["missing_reason"] === undefined && Array.isArray(input["missing_documents"]) && input["missing_documents"].length > 0) facts["evidence.missing-reason"] = said("unknown");
  return { facts, faults };
}

/** "I do not know" for the fact of a reader: the reader is run once to learn which fact it fills. */
function unknownFor(reader: Reader, put: Put): void {
  const mark: Put = (id, _value, row) => put(id, "unknown", row);
  for (const probe of ["yes", "x", 1, "BW", "B1", "employed", "DE", "third", "refugee", "bachelor", { result: "none" }, []]) if (reader(probe, mark)) return;
}

function reasonOf(words: string): string {
  if (/war|destroy|flight|fled|refugee|bomb|left behind/i.test(words)) return "war-or-flight";
  if (/archiv|closed/i.test(words)) return "archive-lost";
  if (/refus|denie|authorit/i.test(words)) return "authority-refuses";
  if (/not (yet )?(asked|requested|applied)/i.test(words)) return "not-yet-asked";
  return /lost|stolen|fire|flood/i.test(words) ? "lost" : "other";
}

function readWork(value: unknown, put: Put): boolean {
  if (!Array.isArray(value)) return false;
  if (!value.every((work) => typeof work === "object" && work !== null && !Array.isArray(work))) return false;
  value.forEach((work: Record<string, unknown>, i) => {
    const row = `e${i + 1}`;
    for (const field of ["country", "years", "role", "from", "to", "field"] as const) {
      const told = work[field];
      if (typeof told === "string" || typeof told === "number") put(`experience.${field}`, told, row);
    }
    if (typeof work["graduate_level"] === "boolean") put("experience.graduate-level", work["graduate_level"] ? "yes" : "no", row);
  });
  put("experience.rows", value.length > 0 ? "complete" : "none");
  return true;
}

function readTraining(value: unknown, put: Put): boolean {
  if (!Array.isArray(value)) return false;
  value.forEach((course, i) => {
    put("training.title", String(typeof course === "object" && course !== null && "title" in course ? (course as { title: unknown }).title : course).slice(0, 120), `t${i + 1}`);
  });
  put("training.rows", value.length > 0 ? "complete" : "none");
  return true;
}

function readRecognition(value: unknown, put: Put): boolean {
  if (typeof value !== "object" || value === null) return false;
  const { country, year, practice_years: practice } = value as Record<string, unknown>;
  put("qualification.recognised-elsewhere", "yes", "q1");
  if (typeof country === "string") put("qualification.recognised-elsewhere-country", country, "q1");
  if (typeof year === "number") put("qualification.recognised-elsewhere-year", year, "q1");
  if (typeof practice === "number") put("qualification.recognised-elsewhere-practice-years", practice, "q1");
  return true;
}

function readOffer(value: unknown, put: Put): boolean {
  if (typeof value !== "object" || value === null) return false;
  const offer = value as Record<string, unknown>;
  for (const [key, id] of [["same_field", "offer.same-field"], ["collective_agreement", "offer.collective-agreement"], ["licensed_care_provider", "offer.licensed-care-provider"]] as const) {
    if (typeof offer[key] === "boolean") put(id, offer[key] ? "yes" : "no");
  }
  if (typeof offer["annual_gross_eur"] === "number") put("offer.annual-gross-euro", offer["annual_gross_eur"]);
  return true;
}

function readNotice(value: unknown, put: Put): boolean {
  if (typeof value !== "object" || value === null) return false;
  const { authority, date, result } = value as Record<string, unknown>;
  if (typeof authority === "string") put("notice.authority", authority);
  const year = Number(String(date ?? "").slice(0, 4));
  if (year > 1900) put("notice.year", year);
  const month = /^\d{4}-(0[1-9]|1[0-2])/.exec(String(date ?? ""))?.[1];
  if (month) put("notice.month", Number(month));
  if (typeof result === "string") put("notice.result", ["none", "full", "partial", "rejected", "pending"].includes(result) ? result : "unknown");
  return true;
}
