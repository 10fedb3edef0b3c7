/** English words of the rules in the name of a provision, and what German offices write; the longer ones first. */
const germanWords: readonly (readonly [RegExp, string])[] = [
  [/\bDirective (\d{4}\/\d+)\/EC\b/g, "Richtlinie $1/EG"],
  [/\bAnnex V\b/g, "Anhang V"],
  [/\bAnnex\b/g, "Anlage"],
  [/\bno\. /g, "Nr. "],
  [/\bLand (?:laws?|acts?|acts or ordinances|ordinances) on [^;]*/g, "Landesrecht"],
  [/\bLand [a-z][^;]*/g, "Landesrecht"],
  [/\bLand (?=[A-Z])/g, "Landesrecht: "],
];

/** A provision as German offices write it: `HwO Anlage A`, `Richtlinie 2005/36/EG Art. 14`, `Landesrecht`. */
export const germanLaw = (provision: string): string => germanWords.reduce((words, [english, german]) => words.replace(english, german), provision);
