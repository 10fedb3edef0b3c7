import type { RulesetContent } from "@gleichwert/rules";
import { grouped, listed, type ExamplePerson, type ProofFinding } from "./finding.ts";
import type { Observation, Sort } from "./observe.ts";

interface Dated {
  readonly id: string;
  readonly validFrom?: string | undefined;
  readonly validTo?: string | undefined;
}

const datedCollections = ["referenceOccupations", "regulatedProfessions", "competentAuthorities", "countries", "procedureRules", "conditions", "stateLists", "funding"] as const satisfies readonly (keyof RulesetContent)[];

/** Figures older than so many years are looked at again. */
const freshYears = 2;

/** The day after an ISO date. */
const dayAfter = (day: string): string => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);

/** The day before an ISO date. */
const dayBefore = (day: string): string => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);

/** The same day so many years before. */
const yearsBefore = (day: string, years: number): string => `${Number(day.slice(0, 4)) - years}${day.slice(4)}`;

const expired = (record: object, place: string, level: "error" | "warning", text: string, person?: ExamplePerson): ProofFinding => ({ kind: "expired", level, at: { record, place }, text, ...(person && { person }) });

/** Everything that a record of the content refers to by id, as words: an id among them is still needed. */
function idsNamed(content: RulesetContent, on: string): Set<string> {
  const named = new Set<string>();
  const collect = (value: unknown): void => {
    if (typeof value === "string") named.add(value.split(".")[0] ?? value).add(value);
    else if (Array.isArray(value)) value.forEach(collect);
    else if (typeof value === "object" && value !== null) for (const [key, inner] of Object.entries(value)) if (key !== "id") collect(inner);
  };
  const current = <T extends object>(records: readonly T[]) => records.filter((record) => ((record as Dated).validTo ?? "9999") >= on);
  for (const name of ["referenceOccupations", "regulatedProfessions", "crafts", "conditions", "residencePointers", "stateLists", "referenceHints", "countries", "microCredentials", "facts"] as const) collect(current<object>(content[name]));
  return named;
}

/** Records that ended without a successor, versions that overlap, and days between two versions on which none holds. */
function unsoundVersions(content: RulesetContent, on: string): ProofFinding[] {
  const named = idsNamed(content, on);
  return datedCollections.flatMap((name) => {
    const versions = grouped(content[name] as readonly Dated[], ({ id }) => id);
    return [...versions.values()].flatMap((all) => {
      const ordered = all.toSorted((a, b) => ((a.validFrom ?? "") < (b.validFrom ?? "") ? -1 : 1));
      const between = ordered.flatMap((record, i): ProofFinding[] => {
        const next = ordered[i + 1];
        if (!next) return [];
        const [end, begin] = [record.validTo ?? "9999-12-31", next.validFrom ?? "0000-01-01"];
        if (begin <= end) return [expired(record, "/validTo", "error", `found "${record.id}" in two versions on the same days (the next begins ${begin}), expected one at a time; give the older a validTo before that day`)];
        const [first, last] = [dayAfter(end), dayBefore(begin)];
        return first < begin ? [expired(record, "/validTo", "error", `found no version of "${record.id}" ${first === last ? `on ${first}` : `from ${first} to ${last}`}, expected one after the other without a gap; let this one last until ${last}, or the next begin on ${first}`)] : [];
      });
      const last = ordered.at(-1)!;
      const isOver = (last.validTo ?? "9999") < on;
      const ended = isOver ? [expired(last, "/validTo", named.has(last.id) ? "error" : "warning", `found "${last.id}" ended on ${last.validTo} without a successor${named.has(last.id) ? ", while records in force still name it" : ""}; expected a newer version; add it, lengthen it, or remove what names it`)] : [];
      return [...between, ...ended];
    });
  });
}

/** Figures, fees and money that were last looked at too long ago, with somebody who is shown them. */
function oldFigures(observation: Observation): ProofFinding[] {
  const { rules } = observation;
  const since = yearsBefore(rules.on, freshYears);
  const statistics = grouped(rules.statistics, ({ id }) => id);
  const old = [...statistics.values()].flatMap((years) => {
    const latest = years.toSorted((a, b) => b.year - a.year)[0]!;
    return latest.year < Number(rules.on.slice(0, 4)) - freshYears ? [expired(latest, "/year", "warning", `found "${latest.id}" of the year ${latest.year}, more than ${freshYears} years before ${rules.on}; expected a newer figure; add it`)] : [];
  });
  const checked = (sort: Sort, records: readonly { id: string; source: { checkedOn?: string | undefined } }[]) =>
    records.flatMap((record) => (record.source.checkedOn !== undefined && record.source.checkedOn < since ? [expired(record, "/source/checkedOn", "warning", `found "${record.id}" last checked on ${record.source.checkedOn}, more than ${freshYears} years before ${rules.on}; expected a fresh look; check the page and write the day`, observation.seen(sort, record.id))] : []));
  return [...old, ...checked("fee", rules.fees), ...checked("funding", rules.funding)];
}

/** Law variants that nothing names, or that records name while they do not exist. */
function variants(content: RulesetContent): ProofFinding[] {
  const using = [...content.conditions, ...content.regulatedProfessions.flatMap(({ routes }) => routes)];
  const named = new Set(using.flatMap(({ onlyWith, onlyWithout }) => [onlyWith, onlyWithout]));
  const idle = (content.lawVariants ?? []).filter(({ id }) => !named.has(id));
  return idle.length === 0 ? [] : idle.map((variant) => ({ kind: "unused", level: "warning", at: { record: variant, place: "" }, text: `found the change of law "${variant.id}", which ${listed(["no route", "no condition"])} names; expected onlyWith or onlyWithout somewhere; write it or remove the change` }));
}

/** What is out of date on a day (abgelaufene Werte): versions without successor, overlaps, gaps, old figures. */
export function expiredRecords(observation: Observation): ProofFinding[] {
  const { content, on } = observation.rules;
  return [...unsoundVersions(content, on), ...oldFigures(observation), ...variants(content)];
}
