/** One row of the performance table: what was measured, its floor in the same run, and what is aimed at. */
export interface Figure {
  readonly id: string;
  readonly what: string;
  readonly figure: number;
  readonly unit: string;
  readonly floor: number;
  readonly target: string;
  readonly met: boolean;
}
