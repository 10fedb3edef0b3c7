import { useText, type TextKey, Worded } from "../ui/index.ts";
import type { PathView } from "./present-result.ts";
import { Source } from "./reasons.tsx";

/** One way in short: what is likely, how far it can go either way, who decides, how long and how much. */
export function PathSummary({ path }: { readonly path: PathView }) {
  const text = useText();
  const isFree = path.procedure === "none_unregulated"; // there is nothing to decide, and no procedure to pay for
  const tells = path.authorities.find((authority) => authority.tells)?.tells;
  return (
    <section className="way" data-procedure={path.procedure} data-outcome={path.outcome} data-regulated={path.regulated} data-target={path.target}>
      {path.targetGerman && (
        <p className="target">
          {text("result.german-occupation")} <strong lang="de"><bdi>{path.targetGerman}</bdi></strong>
          {path.targetCommon && (
            <>
              {" ("}
              <Worded of={path.targetCommon} />
              {")"}
            </>
          )}
        </p>
      )}
      <h2 className="outcome">
        <Worded of={path.title} />
      </h2>
      <p className="lead">
        <Worded of={path.sentence} />
      </p>
      <Source {...path.source} />
      {path.range.length > 1 && (
        <ol className="range" aria-label={text("result.range")}>
          {path.range.map(({ end, code, title }) => (
            <li key={end} className={`range-${end}`} data-code={code}>
              <span className="range-end">{text(`result.${end}` as TextKey)}</span> <Worded of={title} />
            </li>
          ))}
        </ol>
      )}
      {(path.outcome !== "insufficient_information" || path.authorities.length > 0) && (
        <dl className="key-facts">
          <div>
            <dt>{text(isFree ? "result.who-to-ask" : "result.who-decides")}</dt>
            <dd>
              {path.authorities.length === 0 && text("result.nobody-decides")}
              {path.authorities.map((authority) => (
                <p key={authority.name ?? authority.type.text}>
                  <Authority name={authority.name} type={authority.type} url={authority.url} />
                  {authority.mark === "general-knowledge" && <span className="mark mark-general-knowledge"> {text("result.probably")}</span>}
                </p>
              ))}
              {tells && (
                <p>
                  {text("result.who-tells")}{" "}
                  <a href={tells.url} rel="noreferrer">
                    <bdi lang="de">{tells.name}</bdi>
                  </a>
                </p>
              )}
              {path.authorities.length > 0 && !isFree && !tells && (
                <a href="https://www.anerkennung-in-deutschland.de" rel="noreferrer">
                  {text("result.finder")}
                </a>
              )}
            </dd>
          </div>
          {(!isFree || path.deadlines.length > 0) && (
            <div>
              <dt>{text("result.time")}</dt>
              <dd>
                {path.deadlines.length === 0 && text("result.time-open")}
                {path.deadlines.slice(0, 2).map((deadline, i, shown) => (
                  <div key={`${deadline.months}${deadline.from.text}`}>
                    <strong>{text("amount.months", { count: deadline.months })}</strong> <Worded of={deadline.from} />
                    <Source law={deadline.law} mark={deadline.mark} markText={deadline.markText} hasMark={shown[i + 1]?.mark !== deadline.mark} />
                  </div>
                ))}
              </dd>
            </div>
          )}
          {(!isFree || path.fees.length > 0) && (
            <div>
              <dt>{text("result.cost")}</dt>
              <dd>
                {path.fees.length === 0 && text(path.authorities.length > 0 ? "result.cost-open" : "result.cost-none")}
                {path.fees.slice(0, 3).map((fee) => (
                  <div key={fee.id}>
                    <Worded of={fee.what} />: {fee.min === fee.max ? text("amount.euro", { count: fee.min }) : text("amount.euro-range", { min: fee.min, max: fee.max })}
                    <Source law={fee.law} mark={fee.mark} markText={fee.markText} url={fee.url} />
                  </div>
                ))}
              </dd>
            </div>
          )}
        </dl>
      )}
    </section>
  );
}

/** An authority by its German name, linked to its own page where we know one; else the kind of authority. */
function Authority({ name, type, url }: Pick<PathView["authorities"][number], "name" | "type" | "url">) {
  if (!name) return <Worded of={type} />;
  const named = (
    <bdi lang="de">
      <strong>{name}</strong>
    </bdi>
  );
  return url ? (
    <a href={url} rel="noreferrer">
      {named}
    </a>
  ) : (
    named
  );
}
