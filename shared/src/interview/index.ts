/** Stages, next question, and the machine that orders them. */
export { advance, type InterviewEvent, type InterviewInput, interviewMachine, resume, stageOf } from "./machine.ts";
export { askingStages, inOrder, nextQuestion, type Question, questionFor, reachableAnswers } from "./questions.ts";
