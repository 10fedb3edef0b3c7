import type { FactType } from "@gleichwert/shared/facts";
import type { ComponentType } from "react";
import { AreasQuestion } from "./areas-question.tsx";
import { CandidateQuestion, ChoiceQuestion, ChoicesQuestion } from "./choice-question.tsx";
import type { QuestionProps } from "./question-props.ts";
import { RowsQuestion } from "./rows-question.tsx";
import { SelectQuestion } from "./select-question.tsx";
import { NumberQuestion, TextQuestion } from "./text-question.tsx";

/** One component for each fact type; a type without one does not compile. */
export const questions: { readonly [T in FactType]: ComponentType<QuestionProps> } = {
  choice: ChoiceQuestion,
  choices: ChoicesQuestion,
  text: TextQuestion,
  title: TextQuestion,
  country: SelectQuestion,
  land: SelectQuestion,
  year: NumberQuestion,
  years: NumberQuestion,
  candidate: CandidateQuestion,
  areas: AreasQuestion,
  rows: RowsQuestion,
};
export type { Option, QuestionProps, RowField, ToldRow } from "./question-props.ts";
