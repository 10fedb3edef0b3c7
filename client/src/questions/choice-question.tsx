import { idOf, Worded } from "../ui/index.ts";
import type { QuestionProps } from "./question-props.ts";

/** A group of answers to choose one or several from. */
function Choices({ kind, name, title, hint, options, value, problems }: QuestionProps & { readonly kind: "radio" | "checkbox" }) {
  const id = idOf(name);
  const problem = problems[name];
  return (
    <fieldset className={problem ? "field field-wrong" : "field"} aria-describedby={[hint ? `${id}-hint` : "", problem ? `${id}-error` : ""].filter(Boolean).join(" ") || undefined}>
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
      {options.map((option, i) => (
        <label key={option.value} className={option.detail ? "choice card" : "choice"}>
          <input type={kind} name={name} value={option.value} id={i === 0 ? id : undefined} defaultChecked={value.includes(option.value)} />
          <span>
            <span className="name">
              <Worded of={option.label} />
            </span>
            {option.german && (
              <span className="german">
                <bdi lang="de">{option.german}</bdi>
              </span>
            )}
            {option.detail?.map((line) => (
              <span className="detail" key={line.text} data-finding={line.finding}>
                <Worded of={line} />
              </span>
            ))}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

/** Asks for one of a few answers. */
export const ChoiceQuestion = (props: QuestionProps) => <Choices kind="radio" {...props} />;

/** Asks for any of several answers. */
export const ChoicesQuestion = (props: QuestionProps) => <Choices kind="checkbox" {...props} />;

/** Asks which German occupation comes nearest; each candidate with its German name and what speaks for it. */
export const CandidateQuestion = ChoiceQuestion;
