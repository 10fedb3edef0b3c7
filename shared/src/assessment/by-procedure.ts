import type { AuthorityType, CompetentAuthority, Procedure, RequiredDocument, ResidencePointer } from "@gleichwert/rules";
import type { RulesetInForce } from "../ruleset/index.ts";
import type { Path } from "./types.ts";

/** What the rules hold for each procedure and kind of authority, looked up once for all assessments of a day. */
export interface ByProcedure {
  /** Authorities of a type, the most precise first. */
  authorities(type: AuthorityType): readonly CompetentAuthority[];
  deadlines(procedure: Procedure): Path["deadlines"];
  /** Papers that a procedure can ask for, in the order of the question on papers. */
  papers(procedure: Procedure, isRegulated: boolean): readonly RequiredDocument[];
  pointers(procedure: Procedure): readonly Pointer[];
}

/** A pointer to a residence path with what it asks for. */
export interface Pointer {
  readonly when: NonNullable<ResidencePointer["when"]>;
  readonly exam: ResidencePointer["exam"];
  readonly german: ResidencePointer["german"];
  readonly salary: ResidencePointer["salary"];
  readonly pointer: Path["residence"][number];
}

/** Ways on which no authority compares papers; only what names the procedure itself is asked for. */
const withoutPapers = new Set<Procedure>(["zab_statement", "none_unregulated", "none_available", "validation", "external_exam", "advice_first", "brao_206", "rdg_10", "bkrfqg_fev", "heilprg_permit"]);
const known = new WeakMap<RulesetInForce, ByProcedure>();

/** The look-up of rules in force; built at the first call for them. */
export function byProcedure(rules: RulesetInForce): ByProcedure {
  const before = known.get(rules);
  if (before) return before;
  const order = rules.facts.get("evidence.documents")?.options ?? [];
  const rank = (option: string | undefined) => (option === undefined || !order.includes(option) ? order.length : order.indexOf(option));
  const authorities = [...rules.competentAuthorities.values()].sort((a, b) => precision(b) - precision(a));
  const found: ByProcedure = {
    authorities: remembering((type: AuthorityType) => authorities.filter((authority) => authority.type === type)),
    deadlines: remembering((procedure: Procedure) => rules.deadlines.filter(({ procedures }) => procedures.includes(procedure)).map(({ rule, months, from, law, mark }) => ({ ...(rule && { rule }), months, from, law, mark }))),
    papers: (procedure, isRegulated) => (isRegulated ? regulated : unregulated)(procedure),
    pointers: remembering((procedure: Procedure) =>
      rules.residencePointers.flatMap(({ id, rule, law, mark, procedures, when, exam, german, salary }) => (when !== undefined && (procedures.length === 0 || procedures.includes(procedure)) ? [{ when, exam, german, salary, pointer: { id, rule, law, mark } }] : [])),
    ),
  };
  const papersOf = (wanted: RequiredDocument["group"]) =>
    remembering((procedure: Procedure) =>
      rules.requiredDocuments
        .filter(({ procedures, notFor, group }) => (procedures.length === 0 ? !withoutPapers.has(procedure) : procedures.includes(procedure)) && !notFor?.includes(procedure) && (group === "all" || group === wanted))
        .sort((a, b) => rank(a.option) - rank(b.option)),
    );
  const [regulated, unregulated] = [papersOf("regulated"), papersOf("unregulated")];
  known.set(rules, found);
  return found;
}

const precision = (authority: CompetentAuthority) => Number(authority.laender.length > 0) * 4 + Number(authority.countries.length > 0) * 2 + Number(authority.occupations.length > 0);

/** A function of one code that works out each answer once. */
function remembering<K, V>(find: (key: K) => V): (key: K) => V {
  const answers = new Map<K, V>();
  return (key) => {
    const before = answers.get(key);
    if (before !== undefined) return before;
    const answer = find(key);
    answers.set(key, answer);
    return answer;
  };
}
