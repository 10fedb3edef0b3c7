/** What a campaign saw: figures for the reader, and faults, of which there must be none. */
export interface Report {
  readonly figures: Readonly<Record<string, number>>;
  readonly faults: readonly string[];
}
