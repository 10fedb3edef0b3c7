/** English words of the rules in the name of a provision, and what German offices write; the longer ones first. */
const germanWords: readonly (readonly [RegExp, string])[] = [
  [/\bDirective (\d{4}\/\d+)\/EC\b/g, "Richtlinie $1/EG"],
  [/\bAnnex V\b/g, "Anhang V"],
  [/\bAnnex\b/g, "Anlage"],
  [/\bno\. /g, "Nr. "],
];

/** What law of the Laender is about, by the English words of the rules; the first that fits counts. */
const subjects: readonly (readonly [RegExp, string])[] = [
  [/school or social/, "Schulen oder soziale Berufe"],
  [/social work|social recognition|state recognition/, "die staatliche Anerkennung sozialer Berufe"],
  [/social professions/, "soziale Berufe"],
  [/assistant occupations in care/, "Assistenzberufe in der Pflege"],
  [/further training in care/, "Weiterbildung in der Pflege"],
  [/care-home/, "Pflegeheime"],
  [/health professions/, "die Kammern der Heilberufe"],
  [/public-health/, "Berufe im Gesundheitswesen"],
  [/rescue/, "den Rettungsdienst"],
  [/food-chemist/, "Lebensmittelchemie"],
  [/sport/, "Sportlehrkräfte"],
  [/teacher/, "Lehrkräfte"],
  [/higher-education|university/, "Hochschulen"],
  [/technical schools|Fachschule/, "Fachschulen"],
  [/school/, "Schulen"],
  [/day care/, "Kindertagesbetreuung"],
  [/civil-service|career/, "Laufbahnen der Beamten"],
  [/engineer-chamber/, "Ingenieurkammern"],
  [/building/, "das Bauen"],
  [/engineer/, "Ingenieure"],
  [/architect/, "Architekten"],
  [/checking/, "Prüfingenieure"],
  [/chamber/, "Kammern"],
  [/interpreter/, "Dolmetscher und Übersetzer"],
  [/mine-survey/, "Markscheider"],
  [/survey/, "Vermessung"],
  [/fishing/, "Fischerei"],
  [/mountain/, "Bergführer"],
  [/title/, "Berufsbezeichnungen"],
  [/fees/, "Gebühren"],
];

/** Law of the Laender: `BQFG des Landes` where the rules name an act in German, else `Landesrecht über Schulen`. */
function landLaw(name: string): string {
  const subject = subjects.find(([words]) => words.test(name));
  if (subject) return `Landesrecht über ${subject[1]}`;
  return /^[A-Z]/.test(name) ? `${name} des Landes` : "Landesrecht";
}

/** A provision as German offices write it: `HwO Anlage A`, `Richtlinie 2005/36/EG Art. 14`, `Landesrecht über soziale Berufe`. */
export const germanLaw = (provision: string): string => germanWords.reduce((words, [english, german]) => words.replace(english, german), provision).replace(/\bLand ([^;]*)/g, (_, name: string) => landLaw(name));
