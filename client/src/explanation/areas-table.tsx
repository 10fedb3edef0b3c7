import { useText } from "../ui/index.ts";
import { Part } from "./part.tsx";
import type { PathView } from "./present-result.ts";

interface Props extends Pick<PathView, "areas" | "differences"> {
  readonly open?: boolean;
  /** Without a person there is nothing to compare: the German training alone. */
  readonly alone?: boolean;
}

/** Area by area: what the German training holds and what the person told; an open one is "not known yet". */
export function AreasTable({ areas, differences, open = differences.length > 0, alone = false }: Props) {
  const text = useText();
  const shown = areas.filter(({ counts }) => counts);
  if (shown.length === 0) return null;
  const groups = [...new Set(shown.map(({ group }) => group ?? ""))];
  return (
    <Part title={text(alone ? "areas.amount" : "result.areas")} count={shown.length} open={open} level={alone ? 2 : 3}>
      {!alone && <p>{differences.length > 0 ? text("result.differences", { count: differences.length }) : text("result.areas-lead")}</p>}
      <table className="areas-table">
        <thead>
          <tr>
            <th scope="col">{text("areas.area")}</th>
            <th scope="col">{text("areas.amount")}</th>
            {!alone && <th scope="col">{text("areas.yours")}</th>}
          </tr>
        </thead>
        {groups.map((group) => (
          <tbody key={group}>
            {group && (
              <tr className="group">
                <th scope="rowgroup" colSpan={alone ? 2 : 3} lang="de">
                  <bdi>{group}</bdi>
                </th>
              </tr>
            )}
            {shown.filter((area) => (area.group ?? "") === group).map((area) => (
              <tr key={area.code} data-told={area.told}>
                <th scope="row" lang="de">
                  <bdi>{area.name}</bdi>
                </th>
                <td>{area.amount ?? text("areas.no-figure")}</td>
                {!alone && <td>{text(area.told === "not-known" ? "areas.open" : `areas.${area.told}`)}</td>}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </Part>
  );
}
