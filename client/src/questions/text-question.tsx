import { Field, Worded } from "../ui/index.ts";
import type { QuestionProps } from "./question-props.ts";

/** Asks for words as they stand on a paper, in any script; a title gets suggestions where there is script. */
export function TextQuestion({ name, type, title, hint, value, problems, maxLength }: QuestionProps) {
  return (
    <Field name={name} label={<Worded of={title} />} labelHidden hint={hint && <Worded of={hint} />} problem={problems[name]}>
      {(field) => <input {...field} type="text" dir="auto" autoComplete="off" maxLength={maxLength} defaultValue={value[0]} {...(type === "title" && { "data-suggest": "" })} />}
    </Field>
  );
}

/** Asks for a year or for a number of years; the hint names the unit. Digits of any script are read. */
export function NumberQuestion({ name, type, title, hint, value, problems }: QuestionProps) {
  return (
    <Field name={name} label={<Worded of={title} />} labelHidden hint={hint && <Worded of={hint} />} problem={problems[name]}>
      {(field) => <input {...field} type="text" inputMode={type === "year" ? "numeric" : "decimal"} autoComplete="off" className="short" dir="auto" defaultValue={value[0]} />}
    </Field>
  );
}
