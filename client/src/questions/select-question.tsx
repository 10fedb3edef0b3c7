import { Field, useText, Worded } from "../ui/index.ts";
import type { QuestionProps } from "./question-props.ts";

/** Asks for one of many: a country or a Land. Groups come first where the loader made them. */
export function SelectQuestion({ name, title, hint, options, groups, value, problems }: QuestionProps) {
  const text = useText();
  const lists = groups ?? [{ name: "", options }];
  return (
    <Field name={name} label={<Worded of={title} />} labelHidden hint={hint && <Worded of={hint} />} problem={problems[name]}>
      {(field) => (
        <select {...field} defaultValue={value[0] ?? ""}>
          <option value="">{text("form.choose")}</option>
          {lists.map((group) => {
            const choices = group.options.map((option) => (
              <option key={option.value} value={option.value} lang={option.label.lang}>
                {option.label.text}
              </option>
            ));
            return group.name ? (
              <optgroup key={group.name} label={group.name}>
                {choices}
              </optgroup>
            ) : (
              choices
            );
          })}
        </select>
      )}
    </Field>
  );
}
