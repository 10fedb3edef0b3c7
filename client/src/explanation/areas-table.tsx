import { useText } from "../ui/index.ts";
import { Part } from "./part.tsx";
import type { PathView } from "./present-result.ts";

/** Area by area: what the German training holds and what the person told; an open one is "not known yet". */
export function AreasTable({ areas, differences, open = differences.length > 0 }: Pick<PathView, "areas" | "differences"> & { readonly open?: boolean }) {
  const text = useText();
  const shown = areas.filter(({ integrative }) => !integrative);
  if (shown.length === 0) return null;
  return (
    <Part title={text("result.areas")} count={shown.length} open={open}>
      <p>{differences.length > 0 ? text("result.differences", { count: differences.length }) : text("result.areas-lead")}</p>
        <table className="areas-table">
          <thead>
            <tr>
              <th scope="col">{text("areas.area")}</th>
              <th scope="col">{text("areas.amount")}</th>
              <th scope="col">{text("areas.yours")}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((area) => (
              <tr key={area.code} data-told={area.told}>
                <th scope="row" lang="de" dir="auto">
                  {area.name}
                </th>
                <td>{area.amount ?? text("areas.no-figure")}</td>
                <td>{text(area.told === "not-known" ? "areas.open" : `areas.${area.told}`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
    </Part>
  );
}
