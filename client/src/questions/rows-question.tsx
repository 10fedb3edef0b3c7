import { Field, idOf, useText, Worded } from "../ui/index.ts";
import type { QuestionProps, RowField } from "./question-props.ts";

/** Asks for several things of one kind: what was told so far, and the fields of one more. */
export function RowsQuestion({ name, title, rows = [], fields = [], hint, problems }: QuestionProps) {
  const text = useText();
  const id = idOf(name);
  return (
    <fieldset className="rows" aria-describedby={hint && `${id}-hint`}>
      <legend className="visually-hidden">
        <Worded of={title} />
      </legend>
      {rows.length > 0 && (
        <ul className="told">
          {rows.map(({ row, summary }) => (
            <li key={row}>
              <span>{summary}</span>
              <button name="remove" value={row} className="quiet" formNoValidate>
                {text("rows.remove")} <span className="visually-hidden">{summary}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          <Worded of={hint} />
        </p>
      )}
      {fields.map((field) => (
        <Control key={field.name} field={field} problem={problems[field.name]} />
      ))}
      <button name="add" value="1" className="second">
        {text("rows.add")}
      </button>
    </fieldset>
  );
}

function Control({ field, problem }: { readonly field: RowField; readonly problem?: string }) {
  const text = useText();
  const label = (
    <>
      <Worded of={field.label} />
      {field.optional && <span className="optional"> {text("form.optional")}</span>}
    </>
  );
  return (
    <Field name={field.name} label={label} hint={field.hint && <Worded of={field.hint} />} problem={problem}>
      {(control) =>
        field.options.length > 0 ? (
          <select {...control} defaultValue={field.value ?? ""}>
            <option value="">{text("form.choose")}</option>
            {field.options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label.text}
              </option>
            ))}
          </select>
        ) : (
          <input {...control} type="text" inputMode={field.type === "text" ? undefined : "decimal"} className={field.type === "text" ? undefined : "short"} dir="auto" autoComplete="off" defaultValue={field.value} />
        )
      }
    </Field>
  );
}
