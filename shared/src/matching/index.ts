/** Foreign qualification to candidate reference occupations, each with reasons. */
export type { Candidate, CandidateReason } from "./candidate.ts";
export type { MatchingContent, MatchingTarget } from "./labels.ts";
export { matchingIndex, type MatchingIndex, type MatchingRules, type MatchingSource } from "./matching-index.ts";
export { isStrong, match, shareAnswers, strongScore } from "./match.ts";
export type { MatchQuery } from "./query.ts";
export { typeAhead, type Suggestion } from "./type-ahead.ts";
export { readTitleList, type ListedTitle, type TitleList } from "./title-list.ts";
export { fold } from "./fold.ts";
