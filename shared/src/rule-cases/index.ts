/** Cases of the rules: who is given, what the law lets one expect, and whether the rules find it. */
export { judgeEntry } from "./book.ts";
export { factsOf } from "./given.ts";
export { type Difference, judge, judgeIn, type Judged, rulesFor } from "./judge.ts";
