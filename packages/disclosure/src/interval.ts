/** What a count can be at least and at most. Both included. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}
