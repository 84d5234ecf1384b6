/**
 * Class boundaries for a map: at most four classes with round, equally wide steps over the values shown.
 * Equal steps, not quantiles: with eleven regions quantiles would draw a difference of one report as a class apart.
 * @returns the lower bounds of the second and later classes; empty when all values are the same.
 */
export function classBounds(values: readonly number[], most = 4): number[] {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  if (values.length < 2 || !(high > low)) return [];
  let step = niceStep((high - low) / most);
  // Values that don't begin at a bound can reach into one class more than there are steps between them.
  while (boundsBetween(low, high, step).length >= most) step = niceStep(step * 1.01);
  return boundsBetween(low, high, step);
}

/** The multiples of `step` above `low` and below `high`; counted, not added up, so that 0.7 stays 0.7. */
function boundsBetween(low: number, high: number, step: number): number[] {
  const [first, last] = [Math.floor(low / step + 1e-9) + 1, Math.ceil(high / step - 1e-9) - 1];
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => round((first + i) * step, step));
}

/** Which class a value falls in: 0 is the lowest. */
export const classOf = (value: number, bounds: readonly number[]): number =>
  bounds.filter((bound) => value >= bound).length;

function niceStep(raw: number): number {
  const power = 10 ** Math.floor(Math.log10(raw));
  const unit = raw / power;
  return (unit <= 1 ? 1 : unit <= 2 ? 2 : unit <= 2.5 ? 2.5 : unit <= 5 ? 5 : 10) * power;
}

const round = (value: number, step: number): number => {
  const decimals = Math.max(0, -Math.floor(Math.log10(step)) + 1);
  return Number(value.toFixed(Math.min(decimals, 10)));
};
