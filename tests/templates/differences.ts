// Prints what Tenon writes otherwise than Camunda's modeler, expected or not, of the scenarios
// whose name has a text; the test installs what it needs: node tests/templates/differences.ts [text]
import { allScenarios } from './all-scenarios.ts'
import { compareAll } from './compare-all.ts'
import { describeComparison, describeDifference } from './report.ts'

const text = process.argv[2] ?? ''
const scenarios = allScenarios().filter(({ name }) => name.includes(text))
const comparison = await compareAll(scenarios)
for (const difference of comparison.differences) console.log(describeDifference(difference))
console.log(describeComparison(scenarios, comparison))
