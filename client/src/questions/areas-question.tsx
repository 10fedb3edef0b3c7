import { useText, Worded, idOf } from "../ui/index.ts";
import type { QuestionProps } from "./question-props.ts";

const answers = ["yes", "partly", "no", ""] as const;

/** Asks for each area of the German training whether the own training held it; leaving one open is an answer too. */
export function AreasQuestion({ name, title, hint, groups = [], told = {}, problems }: QuestionProps) {
  const text = useText();
  const id = idOf(name);
  const problem = problems[name];
  return (
    <fieldset className={problem ? "field field-wrong" : "field"} id={id} aria-describedby={[hint ? `${id}-hint` : "", problem ? `${id}-error` : ""].filter(Boolean).join(" ") || undefined}>
      <legend className="visually-hidden">
        <Worded of={title} />
      </legend>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          <Worded of={hint} />
        </p>
      )}
      {problem && (
        <p className="error" id={`${id}-error`}>
          {problem}
        </p>
      )}
      {groups.map((group) => (
        <section key={group.name} className="areas">
          {group.name && <h2 lang="de">{group.name}</h2>}
          {group.options.map((option) => (
            <fieldset key={option.value} className="area">
              <legend>
                <Worded of={option.label} lang="de" />
                {option.detail?.map((line) => (
                  <span className="detail" key={line.text}>
                    <Worded of={line} />
                  </span>
                ))}
              </legend>
              {answers.map((answer) => (
                <label key={answer} className="segment">
                  <input type="radio" name={`${name}:${option.value}`} value={answer} defaultChecked={(told[option.value] ?? "") === answer} />
                  <span>{text(answer === "" ? "areas.open" : `areas.${answer}`)}</span>
                </label>
              ))}
            </fieldset>
          ))}
        </section>
      ))}
    </fieldset>
  );
}
