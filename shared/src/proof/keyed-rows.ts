import { measures as measureCodes } from "@gleichwert/rules";
import { countryRowOf, createInquiry, unregulatedField } from "../assessment/index.ts";
import { match } from "../matching/index.ts";
import { type ExamplePerson, grouped, listed, type ProofFinding } from "./finding.ts";
import type { Observation } from "./observe.ts";
import { personOf, trained, type Told } from "./people.ts";

const unused = (record: object, place: string, text: string, person?: ExamplePerson): ProofFinding => ({ kind: "unused", level: "warning", at: { record, place }, text, ...(person && { person }) });

/** Fees and time limits whose procedure or authority no way has, and measures that no route asks for. */
export function unkeyedRows(observation: Observation): ProofFinding[] {
  const { rules } = observation;
  const fees = rules.fees.filter(({ id }) => !observation.seen("fee", id)).map((fee) => unused(fee, "", fee.procedures.length + fee.authorities.length === 0 ? `found the fee "${fee.id}" without procedure and authority, so that nobody is shown it; expected one of them; name it or remove the fee` : `found the fee "${fee.id}" of ${listed([...fee.procedures, ...fee.authorities])}, which nobody is shown; expected a procedure or an authority that a way has; correct it`));
  const deadlines = rules.deadlines.filter(({ law }) => !observation.cited(law)).map((deadline) => {
    const person = deadline.procedures.map((code) => [...(observation.byProcedure.get(code)?.values() ?? [])][0]).find((one) => one !== undefined);
    return unused(deadline, "", person ? `found the time limit "${deadline.id}" of ${listed(deadline.procedures)}, while every profession on these procedures brings its own; expected that somebody is shown it; remove one of the two` : `found the time limit "${deadline.id}" of ${listed(deadline.procedures)}, on which nobody gets a way; expected a procedure of a route or step; correct it`, person);
  });
  const measures = [...rules.compensationMeasures.values()].filter(({ id }) => id !== measureCodes.at(-1) && !observation.seen("measure", id)).map((measure) => unused(measure, "", `found the measure "${measure.id}", which no way asks for; expected a route with it; name it there or remove the record`));
  const kinds = new Set([...rules.referenceOccupations.values()].map(({ competent }) => competent));
  const bodies = [...rules.comparisonBodies.values()].filter(({ id }) => !kinds.has(id)).map((body) => unused(body, "", `found the body for the kind "${body.id}", which no occupation in force has; expected occupations with it; correct the id or remove it`));
  return [...fees, ...deadlines, ...measures, ...bodies];
}

/** Time limits and cut-off days inside the professions that nobody reaches: a second day of the same country is never read. */
export function unreachedParts(observation: Observation, recordOf: (profession: { readonly id: string }) => object): ProofFinding[] {
  const { rules } = observation;
  return [...rules.regulatedProfessions.values()].flatMap((profession) => {
    const record = recordOf(profession);
    const person = observation.seen("target", profession.id);
    // Licensed crafts take their time limits from the procedure.
    const limits = profession.deadlines.flatMap((limit, i) => (observation.cited(limit.law) ? [] : [unused(record, `/deadlines/${i}`, `found the time limit "${limit.id}", which nobody is shown; expected a route of its procedure and diploma; correct them or remove it`, person)]));
    // The first day of a country decides; the earliest is that of a split, where old rights of a former state hold.
    const splits = profession.acquiredRights.some(({ former }) => former);
    const seconds = [...grouped(profession.cutOffs, ({ country }) => country).values()].flatMap(([, ...more]) => {
      const earliest = more.map(({ before }) => before).toSorted()[0];
      return more.filter(({ before }) => !splits || before !== earliest);
    });
    const foreign = profession.cutOffs.filter(({ country }) => !["eu"].includes(rules.countryGroupOf(country, 1990)));
    return [
      ...limits,
      ...(seconds.length > 0 ? [unused(record, "/cutOffs", `found more than one day for ${listed(seconds.map(({ country, before }) => `${country} (${before})`))}, of which the assessment reads the first of each country, and the earliest only where acquiredRights names former states; expected days that decide; remove the others`, person)] : []),
      ...(foreign.length > 0 ? [unused(record, "/cutOffs", `found days for ${listed(foreign.map(({ country }) => country))}, whose diplomas never are European; expected states of the European Union, the EEA or Switzerland; remove them`)] : []),
      ...(!profession.euAutomatic && profession.cutOffs.length > 0 ? [unused(record, "/cutOffs", "found cut-off days in a profession without automatic recognition, so that nobody reads them; expected none; remove them or correct euAutomatic")] : []),
    ];
  });
}

/** Crafts that no person's way or reason names, and entries of state lists that fit no occupation in force. */
export function unreachedLists(observation: Observation): ProofFinding[] {
  const { rules } = observation;
  const crafts = [...rules.crafts.values()].filter(({ id }) => !observation.seen("craft", id) && !observation.seen("target", id));
  const byAnnex = grouped(crafts, ({ annex }) => annex);
  const unreached = [...byAnnex].flatMap(([annex, [first, ...more]]) => (first ? [unused(first, "", `found the craft "${first.id}"${more.length > 0 ? ` and ${more.length} more of annex ${annex} (${listed(more.map(({ id }) => id))})` : ""}, to which no occupation in force leads, so that nobody gets its result; expected an occupation with this craft; add one to trainingOccupations and to the occupation's craft, or leave it for the catalogue`)] : []));
  const names = new Set([...rules.referenceOccupations.values()].flatMap(({ names: { male, female, neutral } }) => [male, female, neutral]));
  const trades = new Set([...[...rules.crafts.values()].map(({ trade }) => trade), ...names]);
  const lists = [...rules.stateLists.values()].flatMap((list): ProofFinding[] => {
    if (!observation.listsRead.has(list.id)) return [unused(list, "", `found the list "${list.id}", whose entries no step of the assessment reads; expected a step that reads it; correct the id or the rule ${list.rule}, or remove the list`)];
    // Titles of other lists are foreign professions or regions.
    const ofOccupations = list.entries.some(({ title }) => title !== undefined && (names.has(title) || title.startsWith("Meisterprüfung im ")));
    if (!ofOccupations) return [];
    const strange = list.entries.filter(({ title }) => title !== undefined && !(title.startsWith("Meisterprüfung im ") ? trades.has(/^Meisterprüfung im (.+)-Handwerk$/.exec(title)?.[1]) : names.has(title)));
    return strange.length === 0 ? [] : [unused(list, "/entries", `found ${strange.length} of ${list.entries.length} entries that name no German occupation in force (${listed(strange.map(({ title = "" }) => title))}), so that nobody reaches them; expected names of occupations; leave them as the ordinance has them, or write the name of today where the law says so`)];
  });
  return [...unreached, ...lists];
}

/** Hints, degree fields and kinds of foreign qualifications whose words never lead to them, because others take them all. */
export function unreachedWords(observation: Observation): ProofFinding[] {
  const { rules } = observation;
  const inquiry = createInquiry(rules, {}, rules.on);
  const hints = rules.referenceHints.filter(({ rule, words }) => !words.some((title) => match(rules, { title }, 5).some(({ reasons }) => reasons.some(({ criterion, params }) => criterion === "hint" && params?.["rule"] === rule))));
  const fields = rules.degreeFields.filter((field) => !field.words.some((word) => unregulatedField(rules, word) === field));
  const rows = rules.content.countries.flatMap((country) => {
    const hidden = rules.countries.get(country.id) !== country ? [] : country.qualifications.filter((row) => ![row.original, ...row.alsoWritten, ...row.titles.flatMap(({ words }) => words)].some((title) => countryRowOf(inquiry, country.id, title) === row));
    return hidden.map((row) => unused(country, `/qualifications/${country.qualifications.indexOf(row)}`, `found the qualification "${row.id}", all whose titles lead to another row of the country; expected a title of its own; add one to alsoWritten or join the rows`, personOf(`${country.id}, ${row.id}`, trained, { "qualification.country": country.id, "qualification.title": row.original })));
  });
  return [
    ...hints.map((hint) => unused(hint, "/words", `found the hint "${hint.id}" of ${hint.rule}, which none of its words brings up; expected at least one; write other words or remove it`, personOf(hint.id, trained, { "qualification.title": hint.words[0] }))),
    ...fields.map((field) => unused(field, "/words", `found the field "${field.id}", all whose words stand in a field before it; expected a word of its own; add one or join the fields`, personOf(field.id, trained, { "qualification.title": field.words[0] }))),
    ...rows,
  ];
}

/** Authorities that nobody is sent to, whatever the Land, the country and the occupation of the people of their type. */
export function unnamedAuthorities(observation: Observation): ProofFinding[] {
  const { rules } = observation;
  return [...rules.competentAuthorities.values()].flatMap((authority): ProofFinding[] => {
    if (observation.seen("authority", authority.id)) return [];
    const own = [...(observation.byAuthority.get(authority.type) ?? [])];
    const near = ([target]: readonly [string, unknown]) => Number(!authority.occupations.includes(target)) + Number(!(authority.fields as readonly string[]).includes(rules.regulatedProfessions.get(target)?.authorityField ?? ""));
    for (const [, base] of own.toSorted((a, b) => near(a) - near(b)).slice(0, 60)) {
      const country = authority.countries[0] ?? (authority.diploma === "eu" ? "PL" : authority.diploma === "third" ? "UA" : undefined);
      const told: Told = { ...(base.facts as Told), "goal.land": authority.laender[0] ?? "HE", ...(country && { "qualification.country@q1": country, "qualification.completed-year@q1": 2016 }) };
      observation.see(personOf(`${base.words}, for ${authority.id}`, told));
      if (observation.seen("authority", authority.id)) return [];
    }
    return [unused(authority, "", `found the authority "${authority.id}" of type ${authority.type} for ${listed(authority.fields)}, to which nobody is sent; expected a profession or occupation of this type and field; correct type, fields, Laender or countries`, own[0]?.[1])];
  });
}
