/** When to use a component and when not; shown on its page of the book (`parameters.guide`). */
export interface Guide {
  readonly do: readonly string[];
  readonly dont: readonly string[];
}
