import type { Finding } from "../finding.ts";
import { laender, type RulesetContent } from "../index.ts";
import { statuteOf } from "./laws.ts";
import type { Origin } from "./index.ts";

const lowest = "not_possible_other_path";

/**
 * Values that two records tell differently, or that cannot both be true inside one (Widersprüche zwischen Angaben): numbers of crafts,
 * successors of former states, courses, fees, ends of a range, Laender and fields of authorities, findings of foreign law.
 * @returns errors, and warnings where the law may know an exception
 */
export function inconsistencies(content: RulesetContent, origin: Origin): Finding[] {
  const tell = (record: object, place: string, text: string, level: Finding["level"] = "error"): Finding => {
    const at = origin(record);
    return { file: at?.file ?? "data", place: (at?.place ?? "") + place, level, text };
  };
  const crafts = content.crafts.flatMap((craft): Finding[] => {
    const own = `hw${craft.annex.toLowerCase()}-${String(craft.number).padStart(2, "0")}`;
    const cited = (craft.source.law ?? []).flatMap((provision) => /^HwO Anlage (A|B)(?: Abschnitt (\d))? Nr\. (\d+)$/.exec(provision)?.slice(1) ?? []);
    const law = cited.length === 0 ? own : `hw${(cited[0] ?? "").toLowerCase()}${cited[1] ?? ""}-${(cited[2] ?? "").padStart(2, "0")}`;
    return craft.id === own && law === own ? [] : [tell(craft, "/number", `found the craft "${craft.id}" as number ${craft.number} of annex ${craft.annex}, expected annex and number as its id and its law (${(craft.source.law ?? []).join("; ")}) have them; correct one of them`)];
  });
  const named = new Set(content.referenceOccupations.flatMap(({ id, craft }) => (craft === undefined ? [] : [id])));
  const links = content.crafts.flatMap((craft) => craft.trainingOccupations.flatMap((id, i) => (named.has(id) || !content.referenceOccupations.some((occupation) => occupation.id === id) ? [] : [tell(craft, `/trainingOccupations/${i}`, `found "${id}" as a training of the craft "${craft.id}", while the occupation names no craft; expected both to name each other; correct one of the two`)])));
  const successors = content.countryGroups.former.flatMap(({ country, successors: named }, i): Finding[] => {
    const profile = content.countries.find(({ id }) => id === country);
    const [a, b] = [named, profile?.succeededBy ?? named].map((list) => list.toSorted().join(", "));
    return a === b ? [] : [{ file: "data/country-groups.yaml", place: `/former/${i}/successors`, level: "error", text: `found the successors ${a} of ${country}, while its profile names ${b}; expected the same states; correct one of the two` }];
  });
  const courses = content.countries.flatMap((country) => country.qualifications.flatMap(({ id, rules, baseQualification }, q) => (rules.includes("R10") && baseQualification ? [tell(country, `/qualifications/${q}/baseQualification`, `found "${id}" under R10, which is for courses and parts, while it counts as a base qualification; expected one of the two; correct it`)] : [])));
  const fees = content.fees.flatMap((fee) => (fee.minEuro > fee.maxEuro ? [tell(fee, "/minEuro", `found a fee from ${fee.minEuro} to ${fee.maxEuro} euro, expected the lower end first; exchange them`)] : []));
  const ends = content.regulatedProfessions.flatMap((profession) => profession.routes.flatMap(({ id, outcome, range: { worst, best } }, r) => (worst === "insufficient_information" && (outcome === lowest || best === lowest) ? [tell(profession, `/routes/${r}/range`, `found "${worst}" as the worst end of the route "${id}", while ${outcome} is likely and ${best} the best; expected ${lowest}, below which nothing lies; correct the range`)] : [])));
  const authorities = content.competentAuthorities.flatMap((authority): Finding[] => {
    const land = laender.find((code) => authority.id.startsWith(`${code.toLowerCase()}-`));
    return land === undefined || authority.laender.includes(land) ? [] : [tell(authority, "/laender", `found the authority "${authority.id}" for ${authority.laender.length === 0 ? "all Laender" : authority.laender.join(", ")}, expected ${land} among them, as its id says; correct one of the two`)];
  });
  const fields = content.regulatedProfessions.flatMap((profession): Finding[] => {
    const { authorityField: field, category } = profession;
    const types = new Set([...profession.authority, ...profession.routes.flatMap(({ authority }) => authority ?? [])]);
    if (field === undefined || content.competentAuthorities.some(({ type, fields: own }) => types.has(type) && own.includes(field))) return [];
    // Offices of the Laender are not all known; a field that nobody of the category has is a slip.
    const peers = content.regulatedProfessions.filter((other) => other.id !== profession.id && other.category === category);
    return peers.length === 0 || peers.some(({ authorityField }) => authorityField === field) ? [] : [tell(profession, "/authorityField", `found the field "${field}", in which no authority of the type ${[...types].join(", ")} decides and which no other profession of its category has; expected a field of such an authority; correct field or type`, "warning")];
  });
  const forms = content.regulatedProfessions.flatMap((profession) => (profession.craft !== undefined && profession.category === "crafts" && profession.form !== "self-employment" ? [tell(profession, "/form", `found the form ${profession.form} for a craft, expected self-employment, as the licence is for running the trade (HwO § 1 (1)); correct the form`)] : []));
  const sources = content.regulatedProfessions.flatMap((profession): Finding[] => {
    const own = new Set(citedIn({ ...profession, source: undefined }).map(statuteOf));
    const strange = (profession.source.law ?? []).filter((provision) => !own.has(statuteOf(provision)) && !profession.law.includes(statuteOf(provision)) && !provision.startsWith("Land "));
    return strange.length === 0 ? [] : [tell(profession, "/source/law", `found ${strange.join(", ")} as the source of "${profession.id}", which cites that statute nowhere else; expected the law of the profession; correct the source or cite it where it decides`, "warning")];
  });
  const begins = content.referenceOccupations.flatMap((occupation): Finding[] => {
    const issued = occupation.regulation?.issuedOn;
    const years = issued === undefined ? 0 : Number(occupation.validFrom.slice(0, 4)) - Number(issued.slice(0, 4));
    return years >= 0 && years <= 2 ? [] : [tell(occupation, "/validFrom", `found "${occupation.id}" from ${occupation.validFrom}, while its regulation was issued on ${issued}; expected days near each other; correct one of the two`, "warning")];
  });
  return [...links, ...forms, ...sources, ...begins, ...crafts, ...successors, ...courses, ...fees, ...ends, ...authorities, ...fields, ...foreignFindings(content, tell)];
}

/** All provisions below a record: the lists under the key `law`. */
function citedIn(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => (key === "law" && Array.isArray(inner) ? inner.map(String) : citedIn(inner)));
}

/** Findings in one profession alone whose rule rests on statutes that neither it nor its category cites, while all others who name the rule do. */
function foreignFindings(content: RulesetContent, tell: (record: object, place: string, text: string, level: Finding["level"]) => Finding): Finding[] {
  const cited = new Map(content.regulatedProfessions.map((profession) => [profession, new Set([...(profession.source.law ?? []), ...profession.routes.flatMap(({ law }) => law), ...profession.deadlines.flatMap(({ law }) => law), ...(profession.language?.law ?? [])].map(statuteOf))]));
  const inCategory = new Map<string, Set<string>>();
  for (const [{ category }, statutes] of cited) for (const statute of statutes) inCategory.set(category, (inCategory.get(category) ?? new Set()).add(statute));
  const users = new Map<string, Set<RulesetContent["regulatedProfessions"][number]>>();
  for (const profession of cited.keys()) for (const key of profession.routes.flatMap(({ findings }) => findings)) users.set(key.split(".")[0] ?? "", (users.get(key.split(".")[0] ?? "") ?? new Set()).add(profession));
  return content.procedureRules.flatMap(({ id, law }): Finding[] => {
    const statutes = [...new Set(law.map(statuteOf))];
    const strange = [...(users.get(id) ?? [])].filter((profession) => !statutes.some((statute) => cited.get(profession)?.has(statute) || inCategory.get(profession.category)?.has(statute)));
    const [one, ...more] = strange;
    // What many say without its law is a general sentence; one stranger among others is a slip.
    if (one === undefined || more.length > 0 || statutes.length === 0 || statutes.some((statute) => /^(Land|Directive|BQFG)\b/.test(statute)) || (users.get(id)?.size ?? 0) < 2) return [];
    const r = one.routes.findIndex(({ findings }) => findings.some((key) => key.split(".")[0] === id));
    return [tell(one, `/routes/${r}/findings`, `found a finding of ${id}, which rests on ${statutes.join(", ")}, in "${one.id}", which cites none of these statutes, nor does its category; expected a rule of its own law; correct the finding or cite the statute`, "warning")];
  });
}
