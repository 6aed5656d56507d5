// Prints one line from vitest's JSON report. Plain JavaScript: it runs on Node 20.
import { readFileSync } from 'node:fs'

const report = JSON.parse(readFileSync(process.argv[2], 'utf8'))

// A file that could not be loaded has no tests in the report, and is one failure.
const notLoaded = report.testResults.filter(
  ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
).length
const failed = report.numFailedTests + notLoaded
const skipped = report.numPendingTests + report.numTodoTests

console.log(`${report.numPassedTests} passed, ${failed} failed, ${skipped} skipped`)
