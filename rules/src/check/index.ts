/** What the rule check says beyond the faults that stop loading. Pure: works on loaded content. */
import type { Finding } from "../finding.ts";
import type { Mark, RulesetContent } from "../index.ts";
import { inconsistencies } from "./consistency.ts";
import { isKnownStatute, plainProvision, statuteOf, trainingRegulationsOf } from "./laws.ts";
import { unprovenMarks } from "./marks.ts";
import { parityRemarks, wordlessRemarks } from "./texts.ts";

/** Tells where a record of the content was read from. */
export type Origin = (record: unknown) => { readonly file: string; readonly place: string } | undefined;

/** Every collection has records in a release. */
const collections = [
  "referenceOccupations", "regulatedProfessions", "crafts", "compensationMeasures", "microCredentials", "competentAuthorities", "countries", "procedureRules",
  "referenceHints", "degreeFields", "conditions", "stateLists", "comparisonBodies", "deadlines", "fees", "funding", "residencePointers", "requiredDocuments", "statistics", "facts",
] as const satisfies readonly (keyof RulesetContent)[];
/** A collection that holds records. */
export type RecordCollection = (typeof collections)[number];

/**
 * Checks loaded rules for what a release must not lack (errors: empty collections, texts missing in a language) and for
 * what rule staff should look at (warnings: unknown statutes, facts and findings without words).
 * @returns findings ordered by file; empty when there is nothing to say
 */
export function checkRules(content: RulesetContent, origin: Origin): Finding[] {
  const empty = collections.filter((name) => content[name].length === 0).map((name): Finding => ({ file: folderOf(name), place: "", level: "error", text: "found no records, expected some; without them what points to them is not checked; add the files" }));
  if (content.countryGroups.eu.length === 0) empty.push({ file: "data/country-groups.yaml", place: "", level: "error", text: "found no states of the European Union, expected the list; without it every country is a third country; write the file" });
  const findings = [...empty, ...parityRemarks(content), ...wordlessRemarks(content), ...unknownStatutes(content, origin), ...otherSpellings(content, origin), ...unprovenMarks(content, [...collections, "statements", "lawVariants"], origin), ...inconsistencies(content, origin)];
  return findings.toSorted((a, b) => (a.file === b.file ? 0 : a.file < b.file ? -1 : 1));
}

/** Folder of a collection: its name in words, two of them shorter. */
function folderOf(name: RecordCollection): string {
  const shorter: { readonly [N in RecordCollection]?: string } = { residencePointers: "residence", requiredDocuments: "documents" };
  return `data/${shorter[name] ?? name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

/** One warning for each abbreviation that no list knows, at the first place where it stands. */
function unknownStatutes(content: RulesetContent, origin: Origin): Finding[] {
  const regulations = trainingRegulationsOf(content);
  const unknown = new Map<string, { provision: string; file: string; place: string; uses: number }>();
  const seen = new Map<string, boolean>();
  for (const record of recordsOf(content)) {
    for (const [path, provision] of provisionsOf(record)) {
      const statute = statuteOf(provision);
      const isKnown = seen.get(statute) ?? isKnownStatute(statute, regulations);
      seen.set(statute, isKnown);
      if (isKnown) continue;
      const before = unknown.get(statute);
      const { file = "data", place = "" } = origin(record) ?? {};
      unknown.set(statute, before ? { ...before, uses: before.uses + 1 } : { provision, file, place: place + path, uses: 1 });
    }
  }
  return [...unknown].map(([statute, { provision, file, place, uses }]) => ({
    file, place, level: "warning", text: `found "${provision}"${uses > 1 ? ` (and ${uses - 1} more of this statute)` : ""}, expected a known abbreviation instead of "${statute}"; correct it or add the statute to rules/src/check/laws.ts`,
  }));
}

/** One warning for each record that writes provisions otherwise than the rules do, so that search and comparison miss them. */
function otherSpellings(content: RulesetContent, origin: Origin): Finding[] {
  return recordsOf(content).flatMap((record) => {
    const [first] = [...provisionsOf(record)].flatMap(([path, provision]) => (plainProvision(provision) === undefined ? [] : [[path, provision, plainProvision(provision)] as const]));
    if (!first) return [];
    const { file = "data", place = "" } = origin(record) ?? {};
    return [{ file, place: place + first[0], level: "warning" as const, text: `found "${first[1]}", expected the way in which the rules write provisions; write "${first[2]}"` }];
  });
}

function recordsOf(content: RulesetContent): unknown[] {
  return [...collections.flatMap((name): unknown[] => content[name]), ...(content.lawVariants ?? []), ...(content.statements ?? []), ...(content.comparisonBodies ?? []), content.countryGroups];
}

/** All provisions below a record with their JSON pointers: the lists under the key `law`. */
function* provisionsOf(value: unknown, path = ""): Generator<readonly [string, string]> {
  if (typeof value !== "object" || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    if (key === "law" && Array.isArray(inner)) for (const [i, provision] of inner.entries()) yield [`${path}/law/${i}`, String(provision)];
    else yield* provisionsOf(inner, `${path}/${key}`);
  }
}

/** How many statements of each collection bear which mark (Prüfvermerk), inner records included. */
export function countMarks(content: RulesetContent): ReadonlyMap<RecordCollection, Readonly<Record<Mark, number>>> {
  return new Map(
    collections.map((name) => {
      const counts: Record<Mark, number> = { "verified-law": 0, "verified-page": 0, "general-knowledge": 0, model: 0 };
      const count = (value: unknown): void => {
        if (typeof value !== "object" || value === null) return;
        for (const [key, inner] of Object.entries(value)) {
          if (key === "mark" && (inner as Mark) in counts) counts[inner as Mark] += 1;
          else count(inner);
        }
      };
      count(content[name]);
      return [name, counts];
    }),
  );
}
