import { Worded } from "../ui/index.ts";
import { germanLaw } from "./german-law.ts";
import type { Reason } from "./present-result.ts";

/** Reasons as sentences, each with its law and its mark; neighbours from one source stand above it together. */
export function Reasons({ reasons }: { readonly reasons: readonly Reason[] }) {
  return (
    <div className="reasons">
      {bySource(reasons).map(([source, ...more]) => (
        <div key={`${source.key}-${more.length}`} className="reason">
          <ul>
            {[source, ...more].map((reason) => (
              <li key={`${reason.key}${reason.sentence.text}`} data-rule={reason.key}>
                <Worded of={reason.sentence} />
              </li>
            ))}
          </ul>
          <Source law={source.law} mark={source.mark} markText={source.markText} url={source.url} />
        </div>
      ))}
    </div>
  );
}

type Group = [Reason, ...Reason[]];

/** Groups of reasons with the very same source, in the order in which each source comes first. */
function bySource(reasons: readonly Reason[]): Group[] {
  const groups = new Map<string, Group>();
  for (const reason of reasons) {
    const source = JSON.stringify([reason.law, reason.url, reason.mark]);
    const group = groups.get(source);
    if (group) group.push(reason);
    else groups.set(source, [reason]);
  }
  return [...groups.values()];
}

/** Where a statement comes from, and how sure it is, as the pages show it. */
export interface SourceProps {
  readonly law: readonly string[];
  readonly mark: string;
  readonly markText: Reason["markText"];
  readonly url?: readonly string[];
  /** False where the statement below it has the same mark and shows it. */
  readonly hasMark?: boolean;
}

/** Where a statement comes from, and how sure it is. */
export function Source({ law, mark, markText, url = [], hasMark = true }: SourceProps) {
  return (
    <p className="source">
      <Law of={law} />
      {hasMark && <Mark mark={mark} markText={markText} />}
      {url.slice(0, 2).map((address, i) => (
        <a key={address} href={address} rel="noreferrer">
          <bdi dir="ltr">
            {hostOf(address)}
            {i > 0 && hostOf(url[0] ?? "") === hostOf(address) && ` (${i + 1})`}
          </bdi>
        </a>
      ))}
    </p>
  );
}

/** Whose page it is: `verwaltung.bund.de`. */
const hostOf = (address: string): string => /^https?:\/\/(?:www\.)?([^/?#]+)/.exec(address)?.[1] ?? address;

/** How sure a statement is. */
export function Mark({ mark, markText }: Pick<SourceProps, "mark" | "markText">) {
  return (
    <span className={`mark mark-${mark}`}>
      <Worded of={markText} />
    </span>
  );
}

/** Provisions in their German short form; nothing where there is none. */
export function Law({ of: law }: { readonly of: readonly string[] }) {
  if (law.length === 0) return null;
  return (
    <span className="law">
      <bdi lang="de">{[...new Set(law.map(germanLaw))].join("; ")}</bdi>
    </span>
  );
}
