import { type Told, workedOn } from "./people.ts";

/** One circumstance and the ways it can be: in words and in answers. */
export type Factor = readonly (readonly [words: string, told: Told])[];

const without: Told = { "qualification.level": "none", "qualification.duration-years": undefined, "qualification.completed": undefined, "qualification.state-recognised": undefined, "evidence.documents": [], "evidence.missing-reason": "other" };
const recognised: Told = { "qualification.recognised-elsewhere": "yes", "qualification.recognised-elsewhere-country": "ES", "qualification.recognised-elsewhere-practice-years": 4 };

/** Where and when the diploma was issued. */
export const diplomas: Factor = [
  ["third country", {}],
  ["EU", { "qualification.country": "PL", "qualification.training-started-year": 2012 }],
  ["GB before 2021", { "qualification.country": "GB", "qualification.completed-year": 2018, "qualification.training-started-year": 2014 }],
  ["recognised elsewhere in the EU", recognised],
  ["GB from 2021", { "qualification.country": "GB", "qualification.completed-year": 2022 }],
  ["old EU diploma", { "qualification.country": "PL", "qualification.completed-year": 1990, "qualification.training-started-year": 1986 }],
  ["former Soviet Union", { "qualification.country": "SU", "qualification.completed-year": 1985 }],
  ["country not told", { "qualification.country": "unknown" }],
];
/** What kind of training it stands for, and whether one stands behind it at all. */
export const trainings: Factor = [
  ["trained", {}],
  ["without training", without],
  ["training not completed", { "qualification.completed": "no" }],
  ["not regulated by a state", { "qualification.state-recognised": "no" }],
  ["formal status unknown", { "qualification.state-recognised": "unknown" }],
  ["short course", { "qualification.level": "short_course", "qualification.duration-years": 0.5, "qualification.formal": "no" }],
  ["course as whole training", { "qualification.level": "short_course", "qualification.duration-years": 1, "qualification.formal": "yes" }],
  ["licence", { "qualification.level": "professional_licence", "qualification.formal": "no" }],
  ["bachelor", { "qualification.level": "bachelor", "qualification.duration-years": 4 }],
  ["master", { "qualification.level": "master_or_long_degree", "qualification.duration-years": 6 }],
  ["short degree", { "qualification.level": "higher_education_short", "qualification.duration-years": 2 }],
  ["master craftsman", { "qualification.level": "master_craftsman" }],
];
/** Which papers there are, and why others are missing. */
export const papers: Factor = [
  ["all papers", { "evidence.documents": ["certificate", "transcript", "identity", "cv", "employer-references", "licence", "work-book", "photo-of-certificate", "test-certificate"] }],
  ["papers lost in war", { "evidence.documents": ["identity"], "evidence.missing-reason": "war-or-flight" }],
  ["papers lost", { "evidence.documents": [], "evidence.missing-reason": "lost" }],
  ["papers missing, why was not asked", { "evidence.documents": ["identity"] }],
  ["papers missing by own fault", { "evidence.documents": ["identity"], "evidence.missing-reason": "own-fault" }],
  ["papers not asked for", { "evidence.documents": ["cv"], "evidence.missing-reason": "not-yet-asked" }],
];
/** Where the person lives, of which nationality, and what else the law asks of them. */
export const standings: Factor = [
  ["third-country national in Germany", {}],
  ["third-country national abroad", { "person.residence": "elsewhere", "person.age": 46, "person.german-level": "A2" }],
  ["EU national in the EU", { "person.residence": "eu", "person.nationality": "eu", "person.german-level": "C1" }],
  ["German in Germany", { "person.nationality": "de", "person.german-level": "unknown", "person.age": 24 }],
  ["late resettler", { "person.status": "late-resettler", "person.nationality": "de", "person.german-level": "none", "goal.purpose": undefined }],
];
/** How and where they want to work. */
export const wishes: Factor = [
  ["employed", {}],
  ["own business, title wanted", { "goal.work-form": "self_employed", "goal.title-wanted": "yes", "goal.land": "BY" }],
  ["form of work unknown, no title", { "goal.work-form": "unknown", "goal.title-wanted": "no", "goal.land": "NW" }],
  ["Land unknown, waives the comparison", { "goal.land": "unknown", "person.waives-comparison": "yes" }],
];
/** What work they tell; the rows of it follow from the words. */
export const works: Factor = [
  ["little work", { "experience.total-years": 1, "experience.rows": "none", "person.age": 30 }],
  ["own business in the EU", { "experience.total-years": 8 }],
  ["employed in the EU with courses", { "experience.total-years": 5, "training.rows": "complete", "training.title@t1": "Kurs", "training.kind@t1": "course" }],
  ["work in Germany", { "experience.total-years": 9, "person.age": 40 }],
  ["work not told", { "experience.total-years": "unknown", "experience.rows": "unknown" }],
];
/** What an authority has decided before. */
export const notices: Factor = [
  ["no notice", {}],
  ["partial notice", { "notice.result": "partial", "notice.year": 2025 }],
  ["old partial notice", { "notice.result": "partial", "notice.year": 2015 }],
  ["full notice", { "notice.result": "full", "notice.year": 2016 }],
  ["rejected", { "notice.result": "rejected", "notice.year": 2025 }],
  ["still being decided", { "notice.result": "pending" }],
];

/** All of them, in the order in which later answers stand above earlier ones. */
export const factors: readonly Factor[] = [diplomas, trainings, papers, standings, wishes, works, notices];

/** Rows of work that fit the words of the factor, as they lie before the key date. */
export const rowsOfWork = (on: string, words: string): Told => (words.startsWith("own") ? workedOn(on, "PL", 7, "self_employed") : words.startsWith("employed in") ? workedOn(on, "PL", 6, "technical_lead") : words.startsWith("work in") ? workedOn(on, "DE", 9, "employee") : {});
