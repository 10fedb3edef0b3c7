import type { ReactNode } from "react";

interface PartProps {
  readonly title: string;
  /** How many things are inside, to be read before it is unfolded. */
  readonly count?: number;
  readonly open?: boolean;
  /** Level of its heading; 3 where left out. */
  readonly level?: 2 | 3;
  readonly children: ReactNode;
}

/** A part of a long page that is unfolded by those who want it; the print shows all of them open. */
export function Part({ title, count, open = false, level = 3, children }: PartProps) {
  return (
    <details className="part" open={open}>
      <summary>
        {level === 2 ? <h2>{title}</h2> : <h3>{title}</h3>}
        {count !== undefined && <span className="count"> ({count})</span>}
      </summary>
      {children}
    </details>
  );
}
