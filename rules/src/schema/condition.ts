import * as z from "zod";

/** A comparison of one fact with a value; `row` conditions compare a field of list rows. Never a parsed expression. */
export const Comparison = z.strictObject({
  fact: z.string().regex(/^[a-z][a-z0-9.-]*$/),
  is: z.union([z.string(), z.number(), z.boolean()]).optional(),
  in: z.array(z.union([z.string(), z.number()])).min(1).optional(),
  notIn: z.array(z.union([z.string(), z.number()])).min(1).optional(),
  atLeast: z.number().optional(),
  atMost: z.number().optional(),
  below: z.number().optional(),
});
export type Comparison = z.infer<typeof Comparison>;

/** A condition tree over facts. Three-valued: holds, does not hold, or cannot be decided yet. */
export type Condition = Comparison | { all: Condition[] } | { any: Condition[] } | { not: Condition };
export const Condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    Comparison,
    z.strictObject({ all: z.array(Condition).min(1) }),
    z.strictObject({ any: z.array(Condition).min(1) }),
    z.strictObject({ not: Condition }),
  ]),
);
