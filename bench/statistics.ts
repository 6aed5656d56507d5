/** The value below which a share of sorted values lies; 0.5 is the median. */
export const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN

/** Lowest, middle and highest of some runs. */
export const spread = (
  runs: readonly number[],
): { readonly low: number; readonly median: number; readonly high: number } => {
  const sorted = runs.toSorted((a, b) => a - b)
  return { low: quantile(sorted, 0), median: quantile(sorted, 0.5), high: quantile(sorted, 1) }
}
