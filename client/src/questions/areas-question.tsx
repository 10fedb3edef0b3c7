import { FieldGroup, useText, Worded } from "../ui/index.ts";
import type { QuestionProps } from "./question-props.ts";

const answers = ["yes", "partly", "no", ""] as const;

/** Asks for each area of the German training whether the own training held it; leaving one open is an answer too. */
export function AreasQuestion({ name, title, hint, groups = [], told = {}, problems }: QuestionProps) {
  const text = useText();
  return (
    <FieldGroup name={name} legend={<Worded of={title} />} hint={hint && <Worded of={hint} />} problem={problems[name]} linked>
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
    </FieldGroup>
  );
}
