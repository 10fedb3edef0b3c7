import type { Person } from "../support/journey.ts";

/** Invented persons for tests in the browser. */
export const nurse: Person = {
  "goal.purpose": "own-occupation",
  "qualification.country": "UA",
  "qualification.completed-year": "2014",
  "qualification.title": "Молодший спеціаліст, сестра медична",
  "qualification.level": "post_secondary",
  "qualification.duration-years": "3",
  "qualification.completed": "yes",
  "goal.reference-occupation": "pflegefachperson",
  "qualification.formal": "yes",
  "qualification.state-recognised": "yes",
  "qualification.right-to-practise": "yes",
  "qualification.recognised-elsewhere": "no",
  "notice.result": "none",
  "goal.work-form": "employed",
  "goal.land": "BY",
  "evidence.documents": ["certificate", "transcript", "identity", "cv"],
  "person.residence": "germany",
  "person.nationality": "third",
  "person.german-level": "B1",
};

export const technician: Person = {
  "goal.purpose": "own-occupation",
  "qualification.country": "MK",
  "qualification.completed-year": "2012",
  "qualification.title": "Електротехничар – енергетика",
  "qualification.level": "secondary_vocational",
  "qualification.duration-years": "4",
  "qualification.completed": "yes",
  "goal.reference-occupation": { first: true },
  "qualification.state-recognised": "yes",
  "notice.result": "none",
  "goal.work-form": "employed",
  "goal.land": "BW",
  "experience.total-years": "8",
  "evidence.documents": ["certificate", "identity"],
  "person.residence": "germany",
  "person.nationality": "third",
};

export const hairdresser: Person = {
  "goal.purpose": "own-occupation",
  "qualification.country": "BA",
  "qualification.completed-year": "2016",
  "qualification.title": "Frizer",
  "qualification.level": "secondary_vocational",
  "qualification.duration-years": "3",
  "qualification.completed": "yes",
  "goal.reference-occupation": { first: true },
  "qualification.state-recognised": "yes",
  "notice.result": "none",
  "goal.work-form": "employed",
  "goal.land": "BY",
  "person.residence": "germany",
  "person.nationality": "third",
};

/** The same hairdresser with an own salon. */
export const salonOwner: Person = { ...hairdresser, "goal.work-form": "self_employed" };

/** Says "I do not know" to everything. */
export const nobodyKnows: Person = {};
