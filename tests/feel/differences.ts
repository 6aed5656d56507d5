// Prints where Tenon and Zeebe evaluate expressions differently, expected or not:
// node tests/feel/differences.ts
import { areas } from './areas.ts'
import { compare } from './comparison.ts'
import { describeCounts, describeDifference } from './report.ts'
import { findZeebe } from '../zeebe/find-zeebe.ts'

const zeebe = await findZeebe()
if (zeebe.missing === undefined) {
  const compared = areas()
  const differences = await compare(zeebe, compared)
  console.log(describeCounts(compared, differences))
  for (const difference of differences) console.log(describeDifference(difference))
} else {
  console.error(zeebe.missing)
  process.exitCode = 1
}
