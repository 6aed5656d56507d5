/** From here on a version holds three numbers: 1002003 is 1.2.3. */
const packedFrom = 1_000_000

/** A template's version as people write it. */
export const versionText = (version: number): string =>
  version < packedFrom
    ? String(version)
    : [Math.floor(version / packedFrom), Math.floor(version / 1000) % 1000, version % 1000].join(
        '.',
      )
