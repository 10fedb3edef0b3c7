import type { FactType } from "@gleichwert/shared/facts";
import { type RuleText } from "../ui/index.ts";

/** One thing that can be chosen. */
export interface Option {
  readonly value: string;
  readonly label: RuleText;
  /** Lines below the label; a finding tells whether the line speaks for the option. */
  readonly detail?: readonly (RuleText & { readonly finding?: "met" | "not-met" | "unknown" })[];
  /** German official name beside the label. */
  readonly german?: string;
}

/** A field of a row, told together with its neighbours. */
export interface RowField {
  readonly name: string;
  readonly type: FactType;
  readonly label: RuleText;
  readonly hint?: RuleText;
  readonly options: readonly Option[];
  readonly optional: boolean;
  readonly value?: string;
}

/** One row told already. */
export interface ToldRow {
  readonly row: string;
  readonly summary: string;
}

/** Everything a question shows; plain data made by the page's loader. */
export interface QuestionProps {
  readonly name: string;
  readonly type: FactType;
  readonly title: RuleText;
  readonly hint?: RuleText;
  readonly value: readonly string[];
  readonly options: readonly Option[];
  /** Groups of options, for areas. */
  readonly groups?: readonly { readonly name: string; readonly options: readonly Option[] }[];
  readonly told?: Readonly<Record<string, string>>;
  readonly rows?: readonly ToldRow[];
  readonly fields?: readonly RowField[];
  readonly problems: Readonly<Record<string, string>>;
  readonly maxLength?: number;
}
