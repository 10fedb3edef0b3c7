import type { RequiredDocument } from "@gleichwert/rules";
import { keyOf } from "../facts/index.ts";
import type { Inquiry } from "./inquiry.ts";
import type { Path, PathDocument } from "./types.ts";

/** A paper of a way with the facts that it proves. */
export interface ProvingPaper {
  readonly document: PathDocument;
  readonly proves: RequiredDocument["proves"];
}

/** Facts that decide whether a procedure is open at all; all others bear on how the comparison ends. */
const entryFacts: ReadonlySet<string> = new Set(["qualification.level", "qualification.completed", "qualification.state-recognised", "qualification.formal", "qualification.completed-year", "person.status"]);

/**
 * Papers in the order in which they narrow the range of the way (Reihenfolge der Unterlagen). First those that the person
 * does not have yet; among them first by how many ends of the range they can close: the worst by a fact on which the
 * procedure itself hangs, the best by one of the comparison; then by how many open facts they settle, then by how many
 * facts nobody but the person has told. What narrows alike keeps its order.
 */
export function byNarrowing(inquiry: Inquiry, row: string, range: Path["range"], papers: readonly ProvingPaper[]): PathDocument[] {
  const weighed = papers.map(({ document, proves }) => ({ document, has: document.has === "yes" ? 1 : 0, weight: weightOf(inquiry, row, range, proves) }));
  return weighed.sort((a, b) => a.has - b.has || b.weight - a.weight).map(({ document }) => document);
}

/** More than any paper proves: an end that closes outweighs every number of facts, an open fact every number of told ones. */
const outweighs = 16;

function weightOf(inquiry: Inquiry, row: string, range: Path["range"], proves: RequiredDocument["proves"]): number {
  let ends = 0;
  let open = 0;
  let onlyTold = 0;
  const closed = new Set<"worst" | "best">();
  for (const id of proves) {
    const listed = inquiry.rules.facts.get(id)?.list === "qualification" ? row : undefined;
    const key = keyOf(id, listed);
    // What no rule has asked for bears on nothing here.
    if (!inquiry.used.has(key) && !inquiry.missing.has(key)) continue;
    const fact = inquiry.stored(id, listed);
    if (fact !== undefined && fact.value !== "unknown") onlyTold += fact.grade === "said" ? 1 : 0;
    else {
      open += 1;
      const end = entryFacts.has(id) ? "worst" : "best";
      if (range[end] !== range.likely && !closed.has(end)) ends += 1;
      closed.add(end);
    }
  }
  return (ends * outweighs + open) * outweighs + onlyTold;
}
