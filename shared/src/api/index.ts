/** The wire contract: what client and server say to each other. */
export type { Api, Appended, StoredInterview } from "./api.ts";
export {
  AnswerRequest,
  AnswerStored,
  FactChangeOnWire,
  FactOnWire,
  Health,
  IdempotencyKey,
  InterviewAssessed,
  InterviewExport,
  InterviewOnWire,
  InterviewStarted,
  Matched,
  MatchQuery,
  Suggested,
  SuggestionQuery,
  Problem,
  ResumeCode,
} from "./wire.ts";
