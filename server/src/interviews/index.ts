/** Interviews: stored answers, their chain, and the JSON routes. */
export { Event, Interview, Receipt } from "./interview.entity.ts";
export { createInterviews, type Interviews, type InterviewsNeed } from "./interviews.service.ts";
export { interviewRoutes } from "./interviews.routes.ts";
export { germanDay } from "./days.ts";
export { createThrottle, type Throttle, TooManyTries } from "./throttle.ts";
export { rebuildFacts, removeEnded, verifyAll } from "./upkeep.ts";
export type { ChainFault } from "./chain.ts";
