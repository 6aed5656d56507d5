/** Seeds of cases that have found a defect, which each run tries first. */
export const failingSeeds: readonly number[] = []
