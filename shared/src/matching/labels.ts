import type { Country, Craft, Label, ReferenceHint, ReferenceOccupation, RegulatedProfession } from "@gleichwert/rules";
import { baseLanguage } from "./fold.ts";
import { germanNames } from "./german-names.ts";

/** The collections of the rules that matching reads; a ruleset's content and the rules in force on a day both fit. */
export interface MatchingContent {
  readonly referenceOccupations: readonly ReferenceOccupation[];
  readonly regulatedProfessions: readonly RegulatedProfession[];
  readonly crafts: readonly Craft[];
  readonly countries: readonly Country[];
  readonly referenceHints: readonly ReferenceHint[];
  readonly labels: Readonly<Record<string, readonly Label[]>>;
}

/** A German occupation that a title can lead to, with what the law or the training says of it. */
export interface MatchingTarget {
  readonly id: string;
  /** Every German form, also short ones; the first is shown. */
  readonly germanNames: string[];
  /** Length of the German training; undefined when no training regulation is held. */
  durationMonths?: number;
  /** Access by a university degree: medicine, teaching, law, engineering. */
  readonly academic: boolean;
  /** Stands for self-employment in a craft only (annex A of the Crafts Code); never before its training occupations. */
  readonly craftOnly: boolean;
}

/** One string that names a target, before folding. */
export interface MatchingLabel {
  readonly target: string;
  readonly text: string;
  readonly language: string;
  readonly source: "name" | "label" | "country" | "hint";
  /** Up to 1; how much a hit on this string says. */
  readonly weight: number;
  /** Country whose papers use the string. */
  readonly country?: string;
  /** Country qualification (row id) or number of the rule the string comes from. */
  readonly from?: string;
  /** Level of that row, code of a `QualificationLevel`. */
  readonly level?: string;
}

const academicProfession = /^(?:arzt|facharzt|zahnarzt|fachzahnarzt|tierarzt|apotheker|psychotherapeut|lehrer-(?!fachpraxis).*|hochschullehrer|rechtsanwalt|syndikusrechtsanwalt|notar|richter|patentanwalt|architekt|innenarchitekt|landschaftsarchitekt|stadtplaner|ingenieur|beratender-ingenieur|sozialarbeiter|kindheitspaedagoge|schulpsychologe)$/u;

/** All targets by id: one for a health profession that is a reference occupation and a regulated profession. */
export function collectTargets(content: MatchingContent): Map<string, MatchingTarget> {
  const targets = new Map<string, MatchingTarget>();
  const at = (id: string, craftOnly: boolean): MatchingTarget => {
    const known = targets.get(id);
    if (known) return known;
    const target: MatchingTarget = { id, germanNames: [], academic: academicProfession.test(id), craftOnly };
    targets.set(id, target);
    return target;
  };
  const add = (target: MatchingTarget, forms: readonly string[]) => {
    for (const form of forms) if (!target.germanNames.includes(form)) target.germanNames.push(form);
  };
  for (const { id, names, training } of content.referenceOccupations) {
    const target = at(id, false);
    const given = [names.male, names.female, names.neutral].filter((name) => name !== undefined);
    add(target, given);
    add(target, given.flatMap((name) => germanNames(name).forms));
    if (training) target.durationMonths = training.durationMonths;
  }
  for (const { id, names } of content.regulatedProfessions) add(at(id, isCraft(id)), germanNames(names.de).forms);
  return targets;
}

const isCraft = (id: string) => /^hw(?:a|b1|b2)-\d+$/u.test(id);

/** Every string that names a target, from all collections; words that lead nowhere are left out. */
export function* collectLabels(content: MatchingContent, targets: ReadonlyMap<string, MatchingTarget>): Generator<MatchingLabel> {
  const trainings = new Map(content.crafts.map((craft) => [craft.id, craft.trainingOccupations.filter((id) => targets.has(id))]));
  for (const target of targets.values()) {
    const weight = !target.craftOnly ? 1 : (trainings.get(target.id) ?? []).length > 0 ? 0.55 : 0.9;
    for (const text of target.germanNames) yield { target: target.id, text, language: "de", source: "name", weight };
  }
  for (const { id, names } of content.regulatedProfessions) {
    const english = names.en.replace(/\([^()]*\)?/gu, " ").trim();
    if (isCraft(id)) {
      for (const training of trainings.get(id) ?? []) yield { target: training, text: english, language: "en", source: "name", weight: 0.85 };
    } else {
      for (const text of english.split(/[;,]\s|\s\/\s/u)) yield { target: id, text, language: "en", source: "name", weight: 1 };
      for (const text of germanNames(names.de).bracketed) yield { target: id, text, language: "de", source: "name", weight: 0.8 };
    }
  }
  for (const craft of content.crafts) {
    const trade = craft.trade.replace(/\([^()]*\)/gu, " ");
    for (const training of trainings.get(craft.id) ?? []) yield { target: training, text: trade, language: "de", source: "name", weight: 0.85 };
  }
  for (const [language, labels] of Object.entries(content.labels)) {
    for (const { target, words } of labels) {
      if (targets.has(target)) for (const text of words) yield { target, text, language: baseLanguage(language), source: "label", weight: 1 };
    }
  }
  for (const country of content.countries) {
    const language = baseLanguage(country.languages[0]);
    for (const row of country.qualifications) {
      for (const title of row.titles) {
        const known = title.targets.filter((id) => targets.has(id));
        for (const [rank, target] of known.entries()) {
          for (const text of title.words) yield { target, text, language, source: "country", weight: 1 - 0.03 * rank, country: country.id, from: row.id, level: row.level };
        }
      }
    }
  }
  for (const hint of content.referenceHints) {
    const known = hint.targets.filter((id) => targets.has(id));
    for (const [rank, target] of known.entries()) {
      for (const text of hint.words) yield { target, text, language: "", source: "hint", weight: 1 - 0.02 * rank, from: hint.rule };
    }
  }
}
