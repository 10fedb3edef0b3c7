import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** Content of rules files by their path below the rules folder; `undefined` leaves a file of the base out. */
export type RulesFiles = Readonly<Record<string, string | Uint8Array | undefined>>;

/** A few sound rules that point to each other: a craft, its training, its licence, one fact list, one country. */
export const soundRules: Readonly<Record<string, string>> = {
  "data/procedure-rules/basics.yaml": `
- { id: R41, title: Form of the tie, law: ["BQFG § 3 (5)"], mark: verified-law, validFrom: 2020-01-01 }
- { id: R114, title: Practice in the EU, law: ["EU/EWR HwV § 2"], mark: verified-law, validFrom: 2020-01-01 }
`,
  "data/crafts/annex-a.yaml": `
- { id: hwa-38, annex: A, number: 38, trade: Friseure, trainingOccupations: [friseur], source: { law: ["HwO Anlage A"] }, mark: verified-law }
`,
  "data/reference-occupations/friseur/2008-08-01.yaml": `
id: friseur
validFrom: 2008-08-01
kind: training-occupation
names: { male: Friseur, female: Friseurin }
basis: [HwO 25]
training:
  durationMonths: 36
  source: { law: ["HwO § 25"], work: Friseur-Ausbildungsverordnung }
  mark: verified-law
craft: hwa-38
competent: hwk
sector: personal services
`,
  "data/regulated-professions/hwa-38/2004-01-01.yaml": `
id: hwa-38
validFrom: 2004-01-01
names: { de: Friseure, en: Hairdressers }
category: crafts
regulatedBy: federal
law: HwO § 1
protected: activity
form: self-employment
regulated: yes
authority: [hwk]
euAutomatic: false
craft: hwa-38
freeWithout: []
routes:
  - id: eu-practice
    diploma: eu
    when: { all: [{ fact: goal.work-form, is: self_employed }, { fact: sum.self-employed-years, atLeast: 3 }] }
    procedure: eu_ewr_hwv
    outcome: full
    range: { worst: not_possible_other_path, best: full }
    findings: [R114.enough-practice]
    law: ["EU/EWR HwV § 2"]
    mark: verified-law
source: { law: ["HwO § 1"] }
mark: verified-law
`,
  "data/facts/work.yaml": `
stage: work
facts:
  - { id: goal.work-form, type: choice, options: [employed, self_employed], readBy: [R41] }
`,
  "data/facts/experience.yaml": `
stage: experience
facts:
  - { id: experience.rows, type: rows, list: experience, fields: [experience.years], readBy: [R114] }
  - { id: experience.years, type: years, list: experience, unit: years, readBy: [R114] }
`,
  "data/countries/xk.yaml": `
id: XK
iso3: XKX
names: { de: Kosovo, en: Kosovo }
group: third
validFrom: 2008-02-17
qualifications:
  - { id: vocational-school, original: Diplomë, nameEn: Vocational diploma, level: secondary_vocational, stateRecognised: yes, occupations: [friseur], source: { work: school law }, mark: general-knowledge }
source: { work: school law }
mark: general-knowledge
`,
};

const made: string[] = [];

/** Writes a rules folder below the system's folder for temporary files, in the order given, and returns its path. */
export function rulesFolderWith(changes: RulesFiles, base: RulesFiles = soundRules): string {
  const folder = mkdtempSync(join(tmpdir(), "gleichwert-rules-"));
  made.push(folder);
  mkdirSync(join(folder, "data"));
  for (const [file, content] of Object.entries({ ...base, ...changes })) {
    if (content === undefined) continue;
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), content);
  }
  return folder;
}

/** A file of the sound rules with one part replaced; throws when the part is not there. */
export function changed(file: string, part: string, by: string): RulesFiles {
  const before = soundRules[file];
  if (!before?.includes(part)) throw new Error(`${file} does not hold ${part}`);
  return { [file]: before.replace(part, by) };
}

/** Removes the folders that this test file made. */
export function removeRulesFolders(): void {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
}
