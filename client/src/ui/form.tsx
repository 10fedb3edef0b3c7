import type { ReactNode } from "react";
import { useText } from "./text.tsx";

/** Sentence of a fault beside its field. */
export interface Problem {
  readonly field: string;
  readonly message: string;
}

/** Faults of a form at its top, each a link to its field. Takes the focus when the page has script. */
export function ErrorSummary({ problems }: { readonly problems: readonly Problem[] }) {
  const text = useText();
  if (problems.length === 0) return null;
  return (
    <div className="error-summary" role="alert" tabIndex={-1} data-focus>
      <h2>{text("form.problem")}</h2>
      <ul>
        {problems.map(({ field, message }) => (
          <li key={field}>
            <a href={`#${idOf(field)}`}>{message}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Id of the control of a field; letters that a selector would not like are replaced. */
export const idOf = (field: string) => `f-${field.replace(/[^a-zA-Z0-9-]/g, "-")}`;

/** Hint and fault of a control or a group, each with the id that describes it. */
function Notes({ id, hint, problem }: { readonly id: string; readonly hint?: ReactNode; readonly problem?: string }) {
  return (
    <>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {problem && (
        <p className="error" id={`${id}-error`}>
          {problem}
        </p>
      )}
    </>
  );
}

interface FieldProps {
  readonly name: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly problem?: string;
  /** The label is the heading of the page already. */
  readonly labelHidden?: boolean;
  readonly children: (control: { readonly id: string; readonly name: string; readonly "aria-describedby"?: string; readonly "aria-invalid"?: true }) => ReactNode;
}

/** Ties label, hint and error to one control. */
export function Field({ name, label, hint, problem, labelHidden, children }: FieldProps) {
  const id = idOf(name);
  const described = [hint ? `${id}-hint` : "", problem ? `${id}-error` : ""].filter(Boolean).join(" ");
  return (
    <div className={problem ? "field field-wrong" : "field"}>
      <label htmlFor={id} className={labelHidden ? "visually-hidden" : undefined}>
        {label}
      </label>
      <Notes id={id} hint={hint} problem={problem} />
      {children({ id, name, ...(described && { "aria-describedby": described }), ...(problem && { "aria-invalid": true as const }) })}
    </div>
  );
}

interface FieldGroupProps {
  readonly name: string;
  readonly legend: ReactNode;
  readonly hint?: ReactNode;
  readonly problem?: string;
  /** The group itself is what a fault links to; else its first control carries the id. */
  readonly linked?: boolean;
  readonly children: ReactNode;
}

/** Ties legend, hint and error to several controls; the heading of the page says the legend already. */
export function FieldGroup({ name, legend, hint, problem, linked, children }: FieldGroupProps) {
  const id = idOf(name);
  const described = [hint ? `${id}-hint` : "", problem ? `${id}-error` : ""].filter(Boolean).join(" ");
  return (
    <fieldset className={problem ? "field field-wrong" : "field"} id={linked ? id : undefined} aria-describedby={described || undefined}>
      <legend className="visually-hidden">{legend}</legend>
      <Notes id={id} hint={hint} problem={problem} />
      {children}
    </fieldset>
  );
}
