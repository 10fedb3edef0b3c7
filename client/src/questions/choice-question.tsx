import { FieldGroup, idOf, Worded } from "../ui/index.ts";
import type { QuestionProps } from "./question-props.ts";

/** A group of answers to choose one or several from. */
function Choices({ kind, name, title, hint, options, value, problems }: QuestionProps & { readonly kind: "radio" | "checkbox" }) {
  const id = idOf(name);
  return (
    <FieldGroup name={name} legend={<Worded of={title} />} hint={hint && <Worded of={hint} />} problem={problems[name]}>
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
    </FieldGroup>
  );
}

/** Asks for one of a few answers. */
export const ChoiceQuestion = (props: QuestionProps) => <Choices kind="radio" {...props} />;

/** Asks for any of several answers. */
export const ChoicesQuestion = (props: QuestionProps) => <Choices kind="checkbox" {...props} />;

/** Asks which German occupation comes nearest; each candidate with its German name and what speaks for it. */
export const CandidateQuestion = ChoiceQuestion;
