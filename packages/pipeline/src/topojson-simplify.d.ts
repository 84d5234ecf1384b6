/** The two functions of topojson-simplify that we use; the package carries no types of its own. */
declare module "topojson-simplify" {
  import type { Topology } from "topojson-specification";

  /** Gives every point the area of its triangle (Visvalingam–Whyatt) as its third coordinate. */
  export function presimplify<T extends Topology>(topology: T): T;

  /** Drops the points of a presimplified topology that weigh less than `minimumWeight`; ends of arcs stay. */
  export function simplify<T extends Topology>(topology: T, minimumWeight: number): T;
}
