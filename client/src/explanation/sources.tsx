import { type RuleText, useText, Worded } from "../ui/index.ts";
import { Mark, Source, type SourceProps } from "./reasons.tsx";

/** A statement of a group with its source; `title` where it is not found by its number in the list. */
export interface Cited extends SourceProps {
  readonly title?: RuleText;
}

/** The mark that most statements of a group have; of two equally frequent ones the first. Undefined: there are none. */
export function usualMark(group: readonly Cited[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { mark } of group) counts.set(mark, (counts.get(mark) ?? 0) + 1);
  return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0];
}

/** Do all statements of a group rest on one source, with one mark? */
export const isOneSource = (group: readonly Cited[]): boolean => new Set(group.map(({ law, url = [], mark }) => JSON.stringify([law, url, mark]))).size === 1;

/** How sure a statement is, where it is surer or less sure than the most of its group. */
export function OtherMark({ of, group }: { readonly of: Cited; readonly group: readonly Cited[] }) {
  return of.mark === usualMark(group) ? null : <Mark {...of} />;
}

/**
 * Sources of a group of statements: one line where they are all the same, else one folded part with the mark that most of
 * them have; `OtherMark` stands beside the others.
 */
export function Sources({ of: group }: { readonly of: readonly Cited[] }) {
  const text = useText();
  const [first] = group;
  if (!first) return null;
  if (isOneSource(group)) return <Source {...first} />;
  const usual = group.find(({ mark }) => mark === usualMark(group)) ?? first;
  const List = first.title ? "ul" : "ol";
  return (
    <details className="sources">
      <summary>
        {text("result.sources")} <Mark {...usual} />
      </summary>
      <List>
        {group.map((each, i) => (
          <li key={`${i}${each.title?.text ?? ""}`}>
            {each.title && <Worded of={each.title} />}
            <Source {...each} />
          </li>
        ))}
      </List>
    </details>
  );
}
